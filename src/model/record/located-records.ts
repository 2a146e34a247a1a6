import { CommandError, type Path } from '../errors.js';
import type { Dataset, FileName, RecordOf } from './record-shapes.js';

/** Records with the place that they come from, and what can be wrong with them. */

/** Where something stands in the data files: `amnesty-ukraine/people.yaml:12`. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  /** Where in the record, for one that does not come from a file. */
  readonly path?: Path;
}

export interface Problem extends Origin {
  readonly reason: string;
  /** The field that is to be mended, where it is not the record as a whole. */
  readonly field?: string | undefined;
  /** The id or code that does not do, where a link is wrong. */
  readonly to?: string | undefined;
}

export interface Located<T> {
  readonly record: T;
  readonly origin: Origin;
}

export interface DatasetFiles {
  readonly dataset: Dataset;
  readonly records: { readonly [F in FileName]: Located<RecordOf<F>>[] };
  /** SHA-256 of each paragraph, by `document#number`. */
  readonly paragraphs: ReadonlyMap<string, string>;
}

/** What the data files say, or everything that is wrong with them. */
export class DataError extends CommandError {
  constructor(readonly problems: Problem[]) {
    super(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
  }
}
