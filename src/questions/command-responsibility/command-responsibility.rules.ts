import type { POST_ROLE, Word } from '../../model/vocabulary.js';
import {
  type CaseFile,
  type FindingFile,
  type IncidentFile,
  linksOn,
  type PostingOn,
  postingsOn,
  sitesOn,
} from '../case-file/case-file.rules.js';
import { nameIn, refOf } from '../case-file/item.rules.js';
import { isHeld, perpetratorUnits, stepsAbove } from '../incident-chains/incident-chains.rules.js';
import type { PlaceInChain, ResponsibilityMatrix } from './command-responsibility.type.js';
import { elementAnswer, elementRules } from './elements.rules.js';
import { FRAMEWORKS, type FrameworkName } from './frameworks.rules.js';
import { isChecked } from './grade.rules.js';
import { LEGAL_RULES, RULE_IDS, type RuleId } from './legal-rules.rules.js';
import { type Situation, situationOf, stands } from './situation.rules.js';

/** What the sources give on one person and one incident, element by element. Never a verdict, never a score. */
export function responsibilityOf(
  file: CaseFile,
  incident: IncidentFile,
  personId: string,
  framework: FrameworkName,
  day: string,
): ResponsibilityMatrix {
  const situation = situationOf(file, incident, personId, framework, day);
  const elements = FRAMEWORKS[framework].elements.map((name) => elementAnswer(situation, name, elementRules(name)));
  const named = new Set<RuleId>(['R15', ...elements.flatMap(({ because }) => because)]);
  return {
    person: refOf(file, personId),
    incident: refOf(file, incident.id),
    on: day,
    framework,
    presumption: presumptionOf(situation),
    place: placeOf(situation),
    elements,
    rules: RULE_IDS.filter((id) => named.has(id)).map((id) => ({ id, ...LEGAL_RULES[id] })),
  };
}

function presumptionOf({ file, named, personId }: Situation): string {
  const name = nameIn(file, personId);
  const convictions = named.filter(
    (finding) => finding.type === 'CONVICTION' && isChecked(finding) && stands(file, finding),
  );
  const final = convictions.find((finding) => isFinal(file, finding));
  if (final)
    return `${name} was finally convicted on this incident: ${nameIn(file, final.bodyId)}, ${final.decidedOn}.`;
  if (convictions.length > 0)
    return `${name} was convicted on this incident; the sources do not show that the conviction is final. Every person is presumed innocent until finally convicted.`;
  return `${name} is presumed innocent: the sources show no final conviction on this incident.`;
}

/** Final in the sources: a later decision of a court upheld it. */
const isFinal = (file: CaseFile, { id }: FindingFile) =>
  file.findings.some(
    (later) =>
      later.bodyKind === 'COURT' &&
      later.status === 'ACCEPTED' &&
      stands(file, later) &&
      later.relations.some(({ relation, toId }) => relation === 'AFFIRMS' && toId === id),
  );

/** Where the person stands to those named for the incident; context, never graded (R15). */
function placeOf({ file, way, held, otherPosts, incident, otherSuperiors, day }: Situation): PlaceInChain {
  const deputy = otherPosts.filter(isHeld);
  const post = held.find(({ atId }) => atId === way?.unitId) ?? held[0] ?? deputy[0] ?? null;
  return {
    links: way?.distance ?? null,
    unit: post ? refOf(file, post.atId) : null,
    role: post?.role ?? null,
    kilometres: post ? kilometresTo(file, incident, post.atId, day) : null,
    otherSuperiors: otherSuperiors.map((id) => refOf(file, id)),
  };
}

const EARTH_RADIUS_KM = 6_371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

function kilometresTo(file: CaseFile, incident: IncidentFile, unitId: string, day: string): number | null {
  const { latitude, longitude } = incident;
  if (latitude === null || longitude === null) return null;
  const distances = sitesOn(file, day)
    .filter((site) => site.unitId === unitId && isHeld(site))
    .flatMap((site) =>
      site.latitude === null || site.longitude === null
        ? []
        : [greatCircle({ latitude, longitude }, { latitude: site.latitude, longitude: site.longitude })],
    );
  return distances.length === 0 ? null : Math.round(Math.min(...distances) * 10) / 10;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

function greatCircle(a: Point, b: Point): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
}

/** Roles that take part in command: those who only serve on a staff are not in a table of superiors. */
const IN_TABLE: readonly Word<typeof POST_ROLE>[] = ['COMMANDER', 'HEAD', 'ACTING', 'DEPUTY', 'CHIEF_OF_STAFF'];

/**
 * Everybody in the chain above those named for an incident, by their place in it and never by any grade; then people
 * whom sources name on the incident but who stand in no chain.
 */
export function peopleOf(file: CaseFile, incident: IncidentFile, day: string): string[] {
  const levels = levelsAbove(file, incident, day);
  const inChain = postingsOn(file, day)
    .filter((posting) => isHeld(posting) && IN_TABLE.includes(posting.role) && levels.has(posting.atId))
    .sort((a, b) => rank(levels, a) - rank(levels, b) || (a.personId < b.personId ? -1 : 1))
    .map(({ personId }) => personId);
  const named = [
    ...file.attributions.filter(({ incidentId }) => incidentId === incident.id).map(({ toId }) => toId),
    ...file.findings.filter(({ concernsIds }) => concernsIds.includes(incident.id)).flatMap(({ aboutIds }) => aboutIds),
  ].filter((id) => file.entities.get(id)?.label === 'Person');
  return [...new Set([...inChain, ...named.sort()])];
}

function levelsAbove(file: CaseFile, incident: IncidentFile, day: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const links = linksOn(file, day);
  for (const { toId } of perpetratorUnits(file, incident.id))
    for (const [level, steps] of stepsAbove(links, toId).levels.entries())
      for (const { unitId } of steps) found.set(unitId, Math.min(level, found.get(unitId) ?? level));
  return found;
}

const rank = (levels: ReadonlyMap<string, number>, { atId, role }: PostingOn) =>
  (levels.get(atId) ?? 0) * 10 + IN_TABLE.indexOf(role);
