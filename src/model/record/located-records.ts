import { CommandError, type FieldPath } from '../errors.js';
import type { DatasetRecord, FileName, IncidentClaims, RecordOf } from './record-shapes.js';

/** Records with the place that they come from, and what can be wrong with them. */

/** Where something stands in the data files: `amnesty-ukraine/people.yaml:12`. */
export interface RecordOrigin {
  readonly file: string;
  readonly line: number;
  /** Where in the record, for one that does not come from a file. */
  readonly path?: FieldPath;
}

export interface RecordProblem extends RecordOrigin {
  readonly reason: string;
  /** The field that is to be mended, where it is not the record as a whole. */
  readonly field?: string | undefined;
  /** The id or code that is wrong, if a link is wrong. */
  readonly to?: string | undefined;
}

export interface Located<T> {
  readonly record: T;
  readonly origin: RecordOrigin;
}

export interface DatasetFiles {
  readonly dataset: DatasetRecord;
  readonly records: { readonly [F in FileName]: Located<RecordOf<F>>[] };
  /** Claims on incidents that another dataset declares. */
  readonly incidentClaims?: Located<IncidentClaims>[];
  /** SHA-256 of each paragraph, by `document#number`. */
  readonly paragraphs: ReadonlyMap<string, string>;
}

/** What the data files say, or everything that is wrong with them. */
export class DataError extends CommandError {
  constructor(readonly problems: RecordProblem[]) {
    super(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
  }
}
