import type { ImportIssue, Severity } from './import-report.js';

/** What is kept at hand of very many problems: the first of them, and of each kind how many there are, with an example. */

/** How many are kept of one severity, and of one kind within it. */
const MOST_STORED: Readonly<Record<Severity, { readonly all: number; readonly ofOneKind: number }>> = {
  ERROR: { all: 1_000, ofOneKind: 1_000 },
  WARNING: { all: 1_000, ofOneKind: 100 },
};

/** Kinds are told apart up to here: messages with names in them could be as many as rows. */
const KINDS = 1_000;

/** All problems that say the same. */
export interface ProblemKind {
  readonly severity: Severity;
  readonly message: string;
  readonly count: number;
  /** The first of them. */
  readonly example: ImportIssue;
}

/** Takes in problems and forgets most of them once they are many. Of each kind the first stays. */
export class ProblemSample {
  readonly problems: ImportIssue[] = [];
  private readonly kindByKey = new Map<string, { -readonly [K in keyof ProblemKind]: ProblemKind[K] }>();
  private readonly counts: Record<Severity, number> = { ERROR: 0, WARNING: 0 };
  private readonly storedCounts: Record<Severity, number> = { ERROR: 0, WARNING: 0 };

  add(problem: ImportIssue): void {
    const { severity } = problem;
    const kind = this.kindOf(problem);
    const { all, ofOneKind } = MOST_STORED[severity];
    this.counts[severity] += 1;
    kind.count += 1;
    if (this.storedCounts[severity] >= all || kind.count > ofOneKind) return;
    this.storedCounts[severity] += 1;
    this.problems.push(problem);
  }

  /** How many there were, kept or not. */
  countOf(severity: Severity): number {
    return this.counts[severity];
  }

  /** All kinds: errors first, then the most frequent first. */
  get kinds(): ProblemKind[] {
    const rank = ({ severity }: ProblemKind) => (severity === 'ERROR' ? 0 : 1);
    return [...this.kindByKey.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count);
  }

  private kindOf(problem: ImportIssue) {
    const { severity, message } = problem;
    return (
      this.kindByKey.get(`${severity} ${message}`) ??
      (this.kindByKey.size < KINDS ? undefined : this.kindByKey.get(severity)) ??
      this.newKind(problem)
    );
  }

  private newKind(example: ImportIssue) {
    const { severity } = example;
    const isFurther = this.kindByKey.size >= KINDS;
    const message = isFurther ? 'Problems of further kinds.' : example.message;
    const kind = { severity, message, count: 0, example };
    this.kindByKey.set(isFurther ? severity : `${severity} ${message}`, kind);
    return kind;
  }
}
