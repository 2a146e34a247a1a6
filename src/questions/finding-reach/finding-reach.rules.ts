import { COMMAND_KINDS } from '../../model/command-words.js';
import { piecesOf } from '../../model/date-range.js';
import type { CaseFile, FindingEntry } from '../case-file/case-file.rules.js';
import { isConductOf } from '../case-file/conduct.rules.js';
import { knownRanges, linksAboveOn } from '../case-file/cover.rules.js';
import { commandedThen } from '../command/perpetrators.rules.js';
import { commandsOn } from '../command/posts.rules.js';
import { stepsAbove } from '../command/walk.rules.js';

/** Types that reach a person only where they name them: those against a State, and assessments of proceedings. */
const NAMED_ONLY: readonly string[] = ['STATE_RESPONSIBILITY', 'FAIR_TRIAL_ASSESSMENT'];

/**
 * The findings that name a person, that concern incidents by units under the person's command on the incident's day
 * without being their conduct, or that are about such a unit and state a period of conduct within which the person
 * commanded it on some day.
 */
export function findingsReaching(file: CaseFile, personId: string): string[] {
  const commanded = new Set(
    file.incidents.filter((incident) => commandedThen(file, incident, personId)).map(({ id }) => id),
  );
  const reaches = (finding: FindingEntry) =>
    finding.aboutIds.includes(personId) ||
    (!NAMED_ONLY.includes(finding.type) &&
      (finding.concernsIds.some((id) => commanded.has(id) && !isConductOf(finding, id)) ||
        isOnConductUnder(file, finding, personId)));
  return file.findings
    .filter(reaches)
    .map(({ id }) => id)
    .sort();
}

/** Whether a finding states both ends of a period of conduct, and is about a unit that the person commanded within it. */
function isOnConductUnder(file: CaseFile, finding: FindingEntry, personId: string): boolean {
  const { conductFromMin: from, conductToMax: to, aboutIds } = finding;
  if (from === null || to === null || from > to) return false;
  const claims = [
    ...file.postings.filter((posting) => posting.personId === personId),
    ...file.links.filter(({ kind }) => COMMAND_KINDS.includes(kind)),
  ];
  return piecesOf({ from, to }, knownRanges(file, claims)).some(({ from: day }) => {
    const posts = new Set(commandsOn(file, personId, day).map(({ atId }) => atId));
    return posts.size > 0 && aboutIds.some((id) => standsUnder(file, id, posts, day));
  });
}

/** Whether a unit is one of some, or stood under one of them on a day. */
function standsUnder(file: CaseFile, unitId: string, superiors: ReadonlySet<string>, day: string): boolean {
  return stepsAbove(linksAboveOn(file, unitId, day), unitId)
    .levels.flat()
    .some((step) => superiors.has(step.unitId));
}
