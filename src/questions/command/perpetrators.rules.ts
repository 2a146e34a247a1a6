import { PERPETRATING } from '../../model/command-words.js';
import type { AttributionEntry, CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { linksAboveOn } from '../case-file/cover.rules.js';
import { commandsOn } from './posts.rules.js';
import { stepsAbove } from './walk.rules.js';

/** Whom sources name for an incident, and who commanded them then. */

/** The units that sources name as perpetrators of an incident. */
export function perpetratorUnits(file: CaseFile, incidentId: string): AttributionEntry[] {
  return file.attributions.filter(
    ({ incidentId: of, toId, mode }) =>
      of === incidentId && PERPETRATING.includes(mode) && file.entities.get(toId)?.label === 'Unit',
  );
}

/** Units that a source names for an incident together with others, without saying what each did: shown, and no perpetrators. */
export const namedTogether = (file: CaseFile, incidentId: string): AttributionEntry[] =>
  file.attributions.filter(({ incidentId: of, mode }) => of === incidentId && mode === 'NAMED');

/**
 * Units that sources name as perpetrators and that somebody can command. Whoever heads a State, government or presidency
 * that is named as a whole does not by that command those who acted for it.
 */
export function perpetratorForces(file: CaseFile, incidentId: string): AttributionEntry[] {
  return perpetratorUnits(file, incidentId).filter(({ toId }) => !file.entities.get(toId)?.isStateAsWhole);
}

/** Whether a unit named for an incident stood under a post of command that the person held on its day. */
export function commandedThen(file: CaseFile, incident: IncidentEntry, personId: string): boolean {
  const day = incident.range.first.min;
  const posts = new Set(commandsOn(file, personId, day).map(({ atId }) => atId));
  if (posts.size === 0) return false;
  return perpetratorForces(file, incident.id).some(({ toId }) =>
    stepsAbove(linksAboveOn(file, toId, day), toId).levels.some((level) =>
      level.some(({ unitId }) => posts.has(unitId)),
    ),
  );
}
