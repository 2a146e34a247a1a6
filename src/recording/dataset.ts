import { StartError } from '../config.js';
import type { Dataset, FileName, RecordOf } from './format.js';

/** Records with the place that they come from, and what can be wrong with them. */

/** Where something stands in the data files: `amnesty-ukraine/people.yaml:12`. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

export interface Problem extends Origin {
  readonly reason: string;
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
export class DataError extends StartError {
  constructor(readonly problems: Problem[]) {
    super(problems.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('\n'));
  }
}
