import { statusOn } from '../../entities/finding/finding.rules.js';
import { END_OF_DAYS } from '../../model/date-range.js';
import type { CaseFile, FindingEntry } from './case-file.rules.js';

/** The status of a finding, from all later findings in the file. */
export function findingStatus(file: CaseFile, finding: FindingEntry, day = END_OF_DAYS) {
  const later = file.findings.flatMap(({ id, decidedMax, relations }) =>
    relations.map(({ relation, toId }) => ({ id, relation, toId, decidedMax })),
  );
  return statusOn(day, finding, later);
}

export const isInForce = (file: CaseFile, finding: FindingEntry) => {
  const became = findingStatus(file, finding);
  return became === 'STANDING' || became === 'AFFIRMED';
};
