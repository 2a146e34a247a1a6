import type { FileName } from '../../../model/record/record-shapes.js';
import type { DOUBT, Word } from '../../../model/vocabulary.js';
import type { TableRow } from '../reading/table.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/**
 * The records that an import emits: what an author of the data files could have written
 * (`model/record/record-shapes.ts`).
 */

export type Access = 'PUBLIC' | 'CONFIDENTIAL';
export type DoubtWord = Word<typeof DOUBT>;
export type Confidence = 'LOW' | 'MEDIUM' | 'HIGH';

export interface ImportedCitation {
  readonly report: string;
  readonly pinpoint?: string;
  readonly paraphrase?: string;
  readonly secondary?: true;
}

/** What every claim carries. */
export interface ClaimBase {
  readonly cites: ImportedCitation[];
  readonly access: Access;
  readonly credibility: 6;
  readonly legacyConfidence?: Confidence;
  /** `ISSUE` where the record contradicts itself: it is kept, and counts for nothing. */
  readonly status?: 'ISSUE';
  readonly doubts?: DoubtWord[];
  readonly doubtsAsStated?: string[];
  readonly note?: string;
}

export interface NameClaim extends ClaimBase {
  readonly value: string;
  readonly kind: 'PREFERRED' | 'ALIAS';
  readonly lang: string;
  readonly script: string;
}

export interface IdentifierClaim extends ClaimBase {
  readonly scheme: string;
  readonly value: string;
}

export interface FactClaim extends ClaimBase {
  readonly property: string;
  readonly value: string;
  /** The word of our vocabulary that the value stands for, or the code of a country. */
  readonly code?: string;
}

export interface EntityRecord {
  readonly id: string;
  readonly extends?: true;
  readonly names: NameClaim[];
  readonly identifiers: IdentifierClaim[];
  readonly facts: FactClaim[];
  readonly [property: string]: unknown;
}

/** The files of a dataset folder, which an import fills. */
export type RecordType = FileName;

export interface ImportedRecord {
  readonly recordType: RecordType;
  readonly record: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  /** What a file of our own export says beside the record. */
  readonly fromExport?: FromExport;
}

export interface FromExport {
  /** The id that the one claim in the record has in the graph. */
  readonly claimId?: string;
  /** The same where another dataset than that of the import states it. */
  readonly foreignClaimId?: string;
  /** The hashes of the passages that it cites, by document and paragraph. */
  readonly passages: ReadonlyMap<string, string>;
}

/** Where the hash of a passage stands among the passages. */
export const passageKey = (document: unknown, paragraph: unknown): string => `${document}#${paragraph}`;

/** Records as they are read, and a report that is complete when the last of them was. */
export interface RecordStream {
  readonly records: AsyncIterable<ImportedRecord>;
  readonly report: ImportReport;
  /** The tables of our own export among the files; complete when the last record was read. */
  readonly ownTables?: readonly OwnTable[];
}

/** A table of our own export. It states nothing: the graph has its records already, each under the id of its row. */
export interface OwnTable {
  /** Its name in the export, without the ending. */
  readonly name: string;
  readonly file: string;
  readonly rows: (report: ImportReport) => AsyncIterable<TableRow>;
}
