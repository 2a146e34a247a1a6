import { END_OF_DAYS } from '../../model/date-range.js';
import { contentHash } from '../../model/hash.js';
import { type View } from '../../model/lens.js';
import type { CaseFile } from './case-file.rules.js';

/** What an answer rests on, so that it can be cited, and asked again later for the same bytes. */
export interface Basis {
  readonly lens: LensUsed;
  readonly datasets: readonly { readonly id: string; readonly version: string }[];
  /** SHA-256 over the question, the lens, the dataset versions and the whole answer, keys sorted, in hexadecimal. */
  readonly contentHash: string;
  readonly notice: string;
}

/** The lens as it worked. Given back as it stands, it brings the same answer after the graph has changed. */
export interface LensUsed {
  readonly publishedBy: string | null;
  /** The instant of the last change that counted; null where the graph was empty then. */
  readonly recordedBy: string | null;
  readonly excludeReports: readonly string[];
  readonly excludeDatasets: readonly string[];
  readonly excludePublishers: readonly string[];
  readonly reliabilities: readonly string[];
  readonly statuses: readonly string[];
}

/** Stands on every answer. */
export const NOTICE =
  'A map of what sources say, not a finding of responsibility. It grades sources, element by element; it gives no verdict and no score, and that nothing was found does not mean that nothing happened.';

export function lensUsed(file: CaseFile, view: View): LensUsed {
  const { publishedBy, excludeReports, excludeDatasets, excludePublishers, reliabilities, statuses } = view;
  const recordedBy =
    file.datasets
      .map(({ changedAt }) => changedAt)
      .sort()
      .at(-1) ?? null;
  return {
    publishedBy: publishedBy === END_OF_DAYS ? null : publishedBy,
    recordedBy,
    excludeReports,
    excludeDatasets,
    excludePublishers,
    reliabilities,
    statuses,
  };
}

/** The answer together with what it rests on. */
export function withBasis<A extends object>(
  file: CaseFile,
  view: View,
  question: object,
  answer: A,
): A & { basis: Basis } {
  const lens = lensUsed(file, view);
  const datasets = file.datasets.map(({ id, version }) => ({ id, version }));
  return {
    ...answer,
    basis: { lens, datasets, contentHash: contentHash({ question, lens, datasets, answer }), notice: NOTICE },
  };
}
