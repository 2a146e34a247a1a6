import { END_OF_DAYS } from '../../model/date-range.js';
import { contentHash } from '../../model/hash.js';
import type { View } from '../../model/lens.js';
import type { AnswerBasis, LensUsed } from './answer.type.js';
import type { CaseFile } from './case-file.rules.js';

/** Stands on every answer. */
export const NOTICE =
  'A map of what sources say, not a finding of responsibility. It grades sources, element by element; it gives no verdict and no score, and that nothing was found does not mean that nothing happened.';

export function lensUsed(file: CaseFile, view: View): LensUsed {
  const { publishedBy, excludeReports, excludeDatasets, excludePublishers, reliabilities, statuses, withoutDoubts } =
    view;
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
    // The hash of an answer is over this: what leaves nothing out is not in it.
    ...(withoutDoubts.length > 0 && { withoutDoubts }),
  };
}

/** The answer together with what it rests on. */
export function withBasis<A extends object>(
  file: CaseFile,
  view: View,
  question: object,
  answer: A,
): A & { basis: AnswerBasis } {
  const lens = lensUsed(file, view);
  const datasets = file.datasets.map(({ id, version }) => ({ id, version }));
  return {
    ...answer,
    basis: { lens, datasets, contentHash: contentHash({ question, lens, datasets, answer }), notice: NOTICE },
  };
}
