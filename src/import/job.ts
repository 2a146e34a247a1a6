import { contentHash } from '../shared/hash.js';
import type { Layout } from './layout.js';
import { ImportReport, type Origin } from './problems.js';
import type { Imported, Room } from './record.js';
import { Register, type Source } from './register.js';

/** What the caller knows and the sheets do not say. */
export interface Options {
  /** The id of the dataset; ids made from names hang on it. */
  readonly dataset: string;
  /** The spreadsheet as a report: what gives no other source, and the identifiers, cite it. */
  readonly itself: {
    readonly id: string;
    readonly title: string;
    readonly publisher: { readonly id: string; readonly name: string; readonly kind: string };
    readonly publishedOn?: string;
    readonly retrievedAt?: string;
    readonly url?: string;
    readonly access?: 'PUBLIC' | 'CONFIDENTIAL';
  };
  /** Declares a unit or person that is referred to, but has no row of its own; otherwise that is an error. */
  readonly stubs?: boolean;
  /** The kind of a unit whose classification says none; MIXED_FORCES unless given. */
  readonly unitKind?: string;
  /** The kind of body that publishers are taken for, since the sheets do not say; NEWSPAPER unless given. */
  readonly publisherKind?: string;
}

/** One run over the sheets: what it works with, and where its records and problems go. */
export class Job {
  readonly report: ImportReport;
  readonly itself: Source;
  private out: Imported[] = [];

  constructor(
    readonly layout: Layout,
    readonly options: Options,
    readonly register = new Register(),
    report = new ImportReport(),
    private readonly said = new Set<string>(),
  ) {
    this.report = report;
    const { id, access = 'PUBLIC', publisher } = options.itself;
    const { publishedMax } = lastDayOf(options.itself);
    this.itself = { id, access, publishedMax, publisher: publisher.id };
  }

  /** The same run with its problems and records thrown away: for the first reading, which only fills the register. */
  quietly(): Job {
    return new Job(this.layout, this.options, this.register);
  }

  /** True the first time that something is said; a spreadsheet says most things on several rows. */
  isNew(...what: unknown[]): boolean {
    const hash = contentHash(what).slice(0, 24);
    if (this.said.has(hash)) return false;
    this.said.add(hash);
    return true;
  }

  /** As `isNew`, for a claim with so many citations from the sheets, which are counted. */
  isNewClaim(what: unknown, citations: number): boolean {
    const fresh = this.isNew(what);
    if (fresh) this.report.citations.leaves(citations);
    else this.report.citations.repeats(citations);
    return fresh;
  }

  give(room: Room, record: Readonly<Record<string, unknown>>, origin: Origin): void {
    this.out.push({ room, record, origin });
  }

  /** What was given since the last time. */
  taken(): Imported[] {
    const taken = this.out;
    this.out = [];
    for (const { room } of taken) this.report.count(room);
    return taken;
  }
}

function lastDayOf({ publishedOn, retrievedAt }: Options['itself']): { publishedMax: string } {
  const [year = '9999', month = '12', day = '31'] = (publishedOn ?? retrievedAt ?? '').split('-').filter(Boolean);
  return { publishedMax: `${year}-${month}-${day}` };
}
