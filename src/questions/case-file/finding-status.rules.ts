import { statusOn } from '../../entities/finding/finding.rules.js';
import { END_OF_DAYS } from '../../model/date-range.js';
import type { CaseFile, FindingEntry } from './case-file.rules.js';
import { keptPerFile } from './kept-per-file.rules.js';

const laterIn = keptPerFile(({ findings }) =>
  findings.flatMap(({ id, decidedMax, relations }) =>
    relations.map(({ relation, toId }) => ({ id, relation, toId, decidedMax })),
  ),
);

/** The status of a finding, from all later findings in the file. */
export const findingStatus = (file: CaseFile, finding: FindingEntry, day = END_OF_DAYS) =>
  statusOn(day, finding, laterIn(file));

export const isInForce = (file: CaseFile, finding: FindingEntry) => {
  const became = findingStatus(file, finding);
  return became === 'STANDING' || became === 'AFFIRMED';
};
