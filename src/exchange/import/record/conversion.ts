import { contentHash } from '../../../model/hash.js';
import { ImportReport, type Origin } from '../report/import-report.js';
import type { Lexicons } from '../words/lexicons.js';
import type { FromExport, ImportedRecord, RecordType } from './imported-record.js';
import { withVisibleNames } from './visible-names.js';

/** What the caller knows and the files do not say. */
export interface ConversionOptions {
  /** The id of the dataset; ids made from names hang on it. */
  readonly dataset: string;
  /** The files as a report: records that name no source, and the identifiers, cite it. */
  readonly fileAsReport: {
    readonly id: string;
    readonly title: string;
    readonly publisher: { readonly id: string; readonly name: string; readonly kind: string };
    readonly publishedOn?: string;
    readonly retrievedAt?: string;
    readonly url?: string;
    readonly access?: 'PUBLIC' | 'CONFIDENTIAL';
  };
  /** The encoding of tables; found out where it is not stated. */
  readonly encoding?: string;
  /** Declares a unit or person that is referred to, but has no row of its own; otherwise that is an error. */
  readonly stubs?: boolean;
  /** Cites a source that is not in the files by its id, beside what bears the claim; otherwise its id stands in the doubt alone. */
  readonly sourceStubs?: boolean;
  /** Which words of the files stand for which word of our vocabularies. */
  readonly lexicons: Lexicons;
  /** The kind of body that publishers are taken for where nothing says it; NEWSPAPER unless given. */
  readonly publisherKind?: string;
  /** FollowTheMoney: the kind of an event whose words say none; without it such an event is left out. */
  readonly incidentKind?: string;
  /** FollowTheMoney: the mode of attribution that `involved` stands for in the file; without it nothing is attributed to anybody. */
  readonly involvedAs?: string;
}

/** One conversion of some files: where its records and problems go, and what was emitted before. */
export class Conversion {
  private out: ImportedRecord[] = [];

  constructor(
    readonly options: ConversionOptions,
    readonly report = new ImportReport(),
    private readonly emittedHashes = new Set<string>(),
  ) {}

  /** True the first time that something is stated; a spreadsheet repeats most things on several rows. */
  isNew(...what: unknown[]): boolean {
    // Twelve bytes: an import of any size states more than memory holds.
    const hash = Buffer.from(contentHash(what).slice(0, 24), 'hex').toString('latin1');
    if (this.emittedHashes.has(hash)) return false;
    this.emittedHashes.add(hash);
    return true;
  }

  /** As `isNew`, for a claim with so many citations from the files, which are counted. */
  isNewClaim(what: unknown, citations: number): boolean {
    const fresh = this.isNew(what);
    if (fresh) this.report.citations.leaves(citations);
    else this.report.citations.repeats(citations);
    return fresh;
  }

  emit(
    recordType: RecordType,
    record: Readonly<Record<string, unknown>>,
    origin: Origin,
    fromExport?: FromExport,
  ): void {
    // A claim of our own export stays as the graph has it.
    const content =
      fromExport?.claimId || fromExport?.foreignClaimId ? record : withVisibleNames(record, origin, this.report);
    this.out.push({ recordType, record: content, origin, ...(fromExport && { fromExport }) });
  }

  /** Takes the records that were emitted since the last time. */
  drain(): ImportedRecord[] {
    const records = this.out;
    this.out = [];
    for (const { recordType } of records) this.report.count(recordType);
    return records;
  }
}
