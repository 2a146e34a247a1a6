import type { ImportIssue, Severity } from './import-report.js';

/** What is kept of very many problems: the first in full, of the others how many there are of each kind. */

/** How many are kept in full of one severity, and of one kind within it. */
const MOST_STORED: Readonly<Record<Severity, { readonly all: number; readonly ofOneKind: number }>> = {
  ERROR: { all: 1_000, ofOneKind: 1_000 },
  WARNING: { all: 1_000, ofOneKind: 100 },
};

/** Kinds are told apart up to here: messages with names in them could be as many as rows. */
const KINDS = 1_000;

/** "And so many more of this kind": what was counted, but not kept. */
export interface Omitted {
  readonly severity: Severity;
  readonly message: string;
  /** Where the kind belongs; missing where kinds were no longer told apart. */
  readonly file?: string;
  readonly column?: string;
  readonly count: number;
}

interface Kind {
  readonly like: Omit<Omitted, 'count'>;
  storedCount: number;
  omitted: number;
}

/** Takes in problems and forgets most of them once they are many. Of each kind at least one stays. */
export class KeptProblems {
  readonly problems: ImportIssue[] = [];
  private readonly kinds = new Map<string, Kind>();
  private readonly counts: Record<Severity, number> = { ERROR: 0, WARNING: 0 };
  private readonly storedCounts: Record<Severity, number> = { ERROR: 0, WARNING: 0 };

  add(problem: ImportIssue): void {
    const { severity } = problem;
    const kind = this.kindOf(problem);
    const { all, ofOneKind } = MOST_STORED[severity];
    this.counts[severity] += 1;
    if (
      this.storedCounts[severity] < all
        ? kind.storedCount >= ofOneKind
        : kind.storedCount > 0 || kind.like.file === undefined
    ) {
      kind.omitted += 1;
      return;
    }
    kind.storedCount += 1;
    this.storedCounts[severity] += 1;
    this.problems.push(problem);
  }

  /** How many there were, kept or not. */
  countOf(severity: Severity): number {
    return this.counts[severity];
  }

  /** What `problems` leaves out. */
  get omitted(): Omitted[] {
    return [...this.kinds.values()]
      .filter(({ omitted }) => omitted > 0)
      .map(({ like, omitted }) => ({ ...like, count: omitted }));
  }

  /** Problems are of one kind that say the same of the same column. */
  private kindOf({ severity, file, column, message }: ImportIssue): Kind {
    const key = [severity, file, column ?? '', message].join('\n');
    const kind = this.kinds.get(key);
    if (kind) return kind;
    if (this.kinds.size >= KINDS) return this.furtherKind(severity);
    return this.added(key, { severity, message, file, ...(column === undefined ? {} : { column }) });
  }

  private furtherKind(severity: Severity): Kind {
    return this.kinds.get(severity) ?? this.added(severity, { severity, message: 'Problems of further kinds.' });
  }

  private added(key: string, like: Kind['like']): Kind {
    const kind = { like, storedCount: 0, omitted: 0 };
    this.kinds.set(key, kind);
    return kind;
  }
}
