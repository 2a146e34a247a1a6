import { type Days, piecesOf } from '../../model/date-range.js';
import type { POST_ROLE, Word } from '../../model/vocabulary.js';
import type { CaseFile, IncidentEntry, LinkEntry, PostingEntry } from '../case-file/case-file.rules.js';
import { findingsOn, peopleAimedAt } from '../case-file/conduct.rules.js';
import { knownRanges, linksAbove, linksOn, type PostingOn, postingsOn } from '../case-file/cover.rules.js';
import { speakingFor } from '../case-file/linked-incidents.rules.js';
import { perpetratorForces } from './perpetrators.rules.js';
import { isOnDay } from './posts.rules.js';
import { stepsAbove } from './walk.rules.js';

/** Roles that take part in command: those who only serve on a staff are not in a table of superiors. */
const IN_TABLE: readonly Word<typeof POST_ROLE>[] = ['COMMANDER', 'HEAD', 'ACTING', 'DEPUTY', 'CHIEF_OF_STAFF'];

/**
 * Everybody in the chain above those named for an incident, by their place in it and never by any grade; then people
 * whom sources name on the incident but who stand in no chain. People at whom its conduct is aimed are none of them.
 */
export function peopleOf(file: CaseFile, incident: IncidentEntry, day: string): string[] {
  const levels = levelsAbove(file, incident, day);
  const inChain = postingsOn(file, day)
    .filter((posting) => isOnDay(posting) && IN_TABLE.includes(posting.role) && levels.has(posting.atId))
    .sort((a, b) => rank(levels, a) - rank(levels, b) || (a.personId < b.personId ? -1 : 1))
    .map(({ personId }) => personId);
  const named = [
    ...file.attributions.filter(({ incidentId }) => incidentId === incident.id).map(({ toId }) => toId),
    ...findingsOn(file, incident.id).flatMap(({ aboutIds }) => aboutIds),
  ].filter((id) => file.entities.get(id)?.label === 'Person');
  const aimedAt = new Set(peopleAimedAt(file, incident.id));
  return [...new Set([...inChain, ...named.sort()])].filter((id) => !aimedAt.has(id));
}

/** The same over some days, with those of the incidents that are evidence on it. */
export function peopleThrough(file: CaseFile, incident: IncidentEntry, days: Days): string[] {
  const linked = speakingFor(file, incident).map((one) => one.incident);
  const through = (one: IncidentEntry) =>
    piecesOf(days, knownRanges(file, claimsAbove(file, one))).flatMap(({ from }) => peopleOf(file, one, from));
  const aimedAt = new Set(peopleAimedAt(file, incident.id));
  return [...new Set([incident, ...linked].flatMap(through))].filter((id) => !aimedAt.has(id));
}

/** The links above those named for an incident, of any day, and the posts at the units that they lead to. */
function claimsAbove(file: CaseFile, { id }: IncidentEntry): (LinkEntry | PostingEntry)[] {
  const links = perpetratorForces(file, id).flatMap(({ toId }) => linksAbove(file, toId));
  const units = new Set([
    ...perpetratorForces(file, id).map(({ toId }) => toId),
    ...links.map(({ superiorId }) => superiorId),
  ]);
  return [...links, ...file.postings.filter(({ atId }) => units.has(atId))];
}

function levelsAbove(file: CaseFile, incident: IncidentEntry, day: string): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>();
  const links = linksOn(file, day);
  for (const { toId } of perpetratorForces(file, incident.id))
    for (const [level, steps] of stepsAbove(links, toId).levels.entries())
      for (const { unitId } of steps) lowest.set(unitId, Math.min(level, lowest.get(unitId) ?? level));
  return lowest;
}

const rank = (levels: ReadonlyMap<string, number>, { atId, role }: PostingOn) =>
  (levels.get(atId) ?? 0) * 10 + IN_TABLE.indexOf(role);
