import { type Days, piecesOf } from '../../model/date-range.js';
import type { AttributionEntry, CaseFile, IncidentEntry, StatementEntry } from '../case-file/case-file.rules.js';
import { findingsOn, peopleAimedAt } from '../case-file/conduct.rules.js';
import { knownRanges, linksOn, postingsOn } from '../case-file/cover.rules.js';
import { nameIn } from '../case-file/item.rules.js';
import { speakingFor } from '../case-file/linked-incidents.rules.js';
import { successorPostings } from './successors.rules.js';
import { unitsReachable } from './walk.rules.js';

/** Whom a question about the superiors of an incident may be about: only people whom sources link to it, and never those at whom it is aimed. */

/** Why a person is not assessed as a superior of an incident; null where the person is. */
export function whyNotAssessed(file: CaseFile, incident: IncidentEntry, personId: string, days: Days): string | null {
  const name = nameIn(file, personId);
  if (peopleAimedAt(file, incident.id).includes(personId))
    return `${name} is not assessed as a superior: the decision against ${name} is itself the conduct complained of in this incident.`;
  if (!isLinked(file, incident, personId, days))
    return `No source in this graph links this person to this incident as a perpetrator or a superior, under this lens: ${name} is not assessed.`;
  return null;
}

/** Whether sources link the person to the incident, or to one that is evidence on it, on some of the days. */
function isLinked(file: CaseFile, incident: IncidentEntry, personId: string, days: Days): boolean {
  const incidents = [incident, ...speakingFor(file, incident).map((linked) => linked.incident)];
  const own = file.postings.filter((posting) => posting.personId === personId);
  return piecesOf(days, knownRanges(file, [...own, ...file.links])).some(({ from }) =>
    incidents.some((one) => claimsLinking(file, one, personId, from).length > 0),
  );
}

/**
 * The statements that link a person to an incident: those that name the person for it, those on what the person did, and
 * posts in a unit named for it or above one, by links of any kind, on the day or taken after the incident.
 */
export function claimsLinking(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  day: string,
): StatementEntry[] {
  const named = file.attributions.filter(({ incidentId }) => incidentId === incident.id);
  const units = unitsRelated(file, named, day);
  const bears = ({ concernsIds }: { readonly concernsIds: readonly string[] }) =>
    concernsIds.includes(personId) && concernsIds.some((id) => id === incident.id || units.has(id));
  const posts = [
    ...postingsOn(file, day).filter((posting) => posting.personId === personId && posting.cover !== 'NONE'),
    ...successorPostings(file, incident, personId),
  ];
  return [
    ...named.filter(({ toId }) => toId === personId),
    ...findingsOn(file, incident.id).filter(({ aboutIds }) => aboutIds.includes(personId)),
    ...file.indicators.filter(bears),
    ...file.measures.filter(bears),
    ...posts.filter(({ atId }) => units.has(atId)),
  ];
}

/** The units to which an incident is attributed, those of the people, and all that any link on the day places above them. */
function unitsRelated(file: CaseFile, named: readonly AttributionEntry[], day: string): ReadonlySet<string> {
  const ids = new Set(named.map(({ toId }) => toId));
  const ofPeople = postingsOn(file, day).filter(({ personId, cover }) => ids.has(personId) && cover !== 'NONE');
  const starts = [...ids, ...ofPeople.map(({ atId }) => atId)];
  return unitsReachable(
    starts,
    linksOn(file, day).filter(({ cover }) => cover !== 'NONE'),
    'subordinateId',
    'superiorId',
  );
}
