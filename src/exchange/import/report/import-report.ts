import { basename } from 'node:path';
import { groupBy } from '../../../model/group.js';
import { DOUBT, LEXICON, type Word, words } from '../../../model/vocabulary.js';
import { type ProblemKind, ProblemSample } from './problem-sample.js';

/** The report of an import: what is wrong where, and how many records went in and came out. */

export type Severity = 'ERROR' | 'WARNING';

/** The place of a value in a spreadsheet; rows count as spreadsheet programs count them, the header being row 1. */
export interface Origin {
  readonly file: string;
  readonly row: number;
  readonly column?: string;
}

/** One thing that a person must look at: an ERROR was not imported, a WARNING was, but not word for word. */
export interface ImportIssue extends Origin {
  /** What the file is to the import; an uploaded file has no other name. */
  readonly role?: string;
  readonly severity: Severity;
  readonly expected: string;
  readonly got: string;
  readonly message: string;
}

/** How many were in the sheets, came out, were repetitions, or were refused; the last three add up to the first. */
export interface Balance {
  readonly in: number;
  readonly out: number;
  readonly repeated: number;
  readonly refused: number;
}

/** A text that a lexicon does not have, and how often the files state it. */
export interface UnknownWord {
  readonly lexicon: LexiconName;
  readonly asStated: string;
  readonly count: number;
}

type LexiconName = Word<typeof LEXICON>;

/** What a file should state in the place of an unknown word, and the doubt that it gives to the claim. */
const OF_LEXICON = {
  ROLES: { expected: 'a word for a role', doubt: 'ROLE_UNKNOWN' },
  UNIT_KINDS: { expected: 'a word for a kind of unit', doubt: 'KIND_UNKNOWN' },
  INCIDENT_KINDS: { expected: 'a word for a kind of incident', doubt: 'KIND_UNKNOWN' },
} as const satisfies Readonly<Record<LexiconName, object>>;

/** What a person should know of a file. */
export interface FileNote {
  readonly file: string;
  readonly role?: string;
  readonly message: string;
}

/** What a person should know of a file or a column, but need not look at row by row. */
export interface ReportNote extends FileNote {
  readonly column?: string;
  /** How often it applies, with the first of the texts that it is about. */
  readonly count: number;
  readonly example?: string;
}

/** Counts what passes through; what neither came out nor was a repetition was refused. */
export class RecordTally {
  private arrived = 0;
  private left = 0;
  private again = 0;

  arrives(count = 1): void {
    this.arrived += count;
  }

  leaves(count = 1): void {
    this.left += count;
  }

  repeats(count = 1): void {
    this.again += count;
  }

  get balance(): Balance {
    const { arrived, left, again } = this;
    return { in: arrived, out: left, repeated: again, refused: arrived - left - again };
  }
}

/** The report of one import; it fills while the records are read. */
export class ImportReport {
  readonly counts: Record<string, number> = {};
  readonly links = new RecordTally();
  readonly citations = new RecordTally();
  private readonly notesByKey = new Map<string, ReportNote>();
  private readonly sample = new ProblemSample();
  private sink: ((problem: ImportIssue) => void) | undefined;
  private readonly wordCounts = new Map<LexiconName, Map<string, number>>();
  private readonly rolesByFile: ReadonlyMap<string, string[]>;

  /** The path of each file that is read, by its role. */
  constructor(files: Readonly<Record<string, string>> = {}) {
    this.rolesByFile = groupBy(Object.keys(files), (role) => basename(files[role] ?? ''));
  }

  /** Notes an ERROR: the value named is not imported. */
  error(origin: Origin, expected: string, got: string, message: string): void {
    this.add({ severity: 'ERROR', ...origin, expected, got, message });
  }

  /** Notes a WARNING: somebody should know, and the import goes on. */
  warning(origin: Origin, expected: string, got: string, message: string): void {
    this.add({ severity: 'WARNING', ...origin, expected, got, message });
  }

  /** Notes what applies to a file or to a column of it: counted, and told once. */
  note({ file, column }: Pick<Origin, 'file' | 'column'>, message: string, example?: string): void {
    const key = [file, column ?? '', message].join('\n');
    const { count = 0, ...earlier } = this.notesByKey.get(key) ?? {};
    const first = {
      ...(column !== undefined && { column }),
      ...(example !== undefined && { example: shortened(example) }),
    };
    this.notesByKey.set(key, { file, ...this.roleOf(file), message, ...first, ...earlier, count: count + 1 });
  }

  /** Notes that a source, named with the day by which it was out, is too old for a date that it is cited for. */
  sourceTooOld(severity: Severity, origin: Origin, date: string, source: string): void {
    const expected = `a source published on or after ${date}`;
    const message = 'A source cannot say what happened after its publication.';
    this.add({ severity, ...origin, expected, got: source, message });
  }

  /** Notes a text that a lexicon does not have. Every such text is counted, also where its warning is not kept. */
  unknownWord(lexicon: LexiconName, origin: Origin, text: string): void {
    const { expected, doubt } = OF_LEXICON[lexicon];
    this.warning(origin, expected, text, DOUBT[doubt]);
    const asStated = shortened(text);
    if (asStated === '') return;
    const counts = this.wordCounts.get(lexicon) ?? new Map<string, number>();
    this.wordCounts.set(lexicon, counts.set(asStated, (counts.get(asStated) ?? 0) + 1));
  }

  add(problem: ImportIssue): void {
    const full = { ...problem, ...this.roleOf(problem.file) };
    this.sink?.(full);
    this.sample.add({ ...full, got: shortened(full.got) });
  }

  private roleOf(file: string): { readonly role?: string } {
    const roles = this.rolesByFile.get(file);
    return roles ? { role: roles.join(', ') } : {};
  }

  get notes(): ReportNote[] {
    return [...this.notesByKey.values()];
  }

  /** Hands every problem to a sink, in full, from the first one on. To be called before the first file is read. */
  writeTo(sink: (problem: ImportIssue) => void): void {
    for (const problem of this.problems) sink(problem);
    this.sink = sink;
  }

  /** The problems in their order, with values shortened: all of them, unless there are very many. */
  get problems(): readonly ImportIssue[] {
    return this.sample.problems;
  }

  /** All kinds of problems with their counts, errors first, then the most frequent first. */
  get problemKinds(): ProblemKind[] {
    return this.sample.kinds;
  }

  /** How many errors there are, also where not all of them were kept. */
  get errors(): number {
    return this.sample.countOf('ERROR');
  }

  get warnings(): number {
    return this.sample.countOf('WARNING');
  }

  /** The texts that the lexicons do not have: lexicon by lexicon, the most frequent first. */
  get unknownWords(): UnknownWord[] {
    return words(LEXICON).flatMap((lexicon) =>
      [...(this.wordCounts.get(lexicon) ?? [])]
        .map(([asStated, count]) => ({ lexicon, asStated, count }))
        .sort((a, b) => b.count - a.count || (a.asStated < b.asStated ? -1 : 1)),
    );
  }

  /** Counts one record of a type. */
  count(recordType: string): void {
    this.counts[recordType] = (this.counts[recordType] ?? 0) + 1;
  }

  /** True where anything was refused. */
  get failed(): boolean {
    return this.errors > 0;
  }
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
