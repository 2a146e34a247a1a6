import { COMMANDING_ROLES } from '../../model/command-words.js';
import { piecesOf } from '../../model/date-range.js';
import type { CaseFile, IncidentEntry, PostingEntry } from '../case-file/case-file.rules.js';
import { knownRanges, postingsOfPersonOn } from '../case-file/cover.rules.js';

/** Who took command after an incident. Every question that calls a person a successor asks here. */

/**
 * The claims by which a person took a post of command after an incident: a source says that it began then, and none says
 * or leaves open that the person held it on a day of the incident. A post that is first cited later may be an old one.
 */
export function successorPostings(file: CaseFile, incident: IncidentEntry, personId: string): PostingEntry[] {
  const { first, last } = incident.range;
  const posts = file.postings.filter(
    (posting) => posting.personId === personId && COMMANDING_ROLES.includes(posting.role),
  );
  const beganLater = posts.filter(({ range }) => range.firstHardness === 'START' && range.first.min > last.max);
  if (beganLater.length === 0) return [];
  const days = piecesOf({ from: first.min, to: last.max }, knownRanges(file, posts)).map(({ from }) => from);
  const ids = new Set(posts.map(({ id }) => id));
  const thenOrOpen = days.flatMap((day) =>
    postingsOfPersonOn(file, personId, day).filter(({ id, cover }) => ids.has(id) && cover !== 'NONE'),
  );
  const unitsThen = new Set(thenOrOpen.map(({ atId }) => atId));
  return beganLater.filter(({ atId }) => !unitsThen.has(atId));
}
