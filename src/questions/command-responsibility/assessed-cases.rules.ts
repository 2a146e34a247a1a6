import { COMMANDING_ROLES } from '../../model/command-words.js';
import { type Days, piecesOf } from '../../model/date-range.js';
import type { CaseFile, IncidentEntry, LinkEntry } from '../case-file/case-file.rules.js';
import { knownRanges, linksOn, postingsOn } from '../case-file/cover.rules.js';
import { possibleDaysOf } from '../case-file/incident-day.rules.js';
import { type LinkedIncident, linkedWith, speaksFor } from '../case-file/linked-incidents.rules.js';
import { perpetratorForces } from '../command/perpetrators.rules.js';
import { unitsReachable } from '../command/walk.rules.js';
import type { FrameworkName } from './frameworks.rules.js';
import { type Situation, situationOf } from './situation.rules.js';

/** The cases of which an answer is put together: an incident, or one linked with it, on days on which nothing changes. */
export interface AssessedCase {
  readonly days: Days;
  /** The linked incident that is assessed; null where it is the incident of the question itself. */
  readonly linked: LinkedIncident | null;
  /** Whether it is evidence on the incident of the question on those days, and not only background. */
  readonly speaks: boolean;
  readonly situation: Situation;
}

export function casesOf(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  framework: FrameworkName,
  days: Days,
): AssessedCase[] {
  const linked = linkedWith(file, incident).filter(({ incident: { id } }) => isSpokenOf(file, id));
  const onSameDays = linked.filter((one) => one.mark !== 'FROM_A_PART' && speaksFor(one, incident));
  const spans = spansOf(file, [incident, ...onSameDays.map((one) => one.incident)], personId, days);
  const caseOn = (one: LinkedIncident | null, span: Days, speaks = true): AssessedCase => {
    const [of, about] = one ? [one.incident, withConductOn(file, one, span)] : [incident, file];
    return { days: span, linked: one, speaks, situation: situationOf(about, of, personId, framework, span) };
  };
  return [
    ...spans.map((span) => caseOn(null, span)),
    ...onSameDays.flatMap((one) => spans.map((span) => caseOn(one, span))),
    ...linked
      .filter((one) => !onSameDays.includes(one))
      .flatMap((one) => {
        const own = possibleDaysOf(file, one.incident);
        const shared = commonDays(own, days);
        if (!shared || !speaksFor(one, incident)) return [caseOn(one, { from: own.from, to: own.from }, false)];
        return spansOf(file, [one.incident], personId, shared).map((span) => caseOn(one, span));
      }),
  ];
}

/** The case that the place in the chain is told from: one with a chain, else one with a post, the incident itself first. */
export function mainCaseOf(cases: readonly AssessedCase[]): AssessedCase {
  const own = cases.filter(({ linked }) => linked === null);
  const speaking = [...own, ...cases.filter(({ linked, speaks }) => linked !== null && speaks)];
  const [first] = own;
  if (!first) throw new Error('There is no case of the incident itself.');
  return (
    speaking.find(({ situation }) => situation.path !== null) ??
    own.find(({ situation }) => situation.heldPosts.length > 0) ??
    first
  );
}

/** Whether anything is said of an incident but that it happened. */
const isSpokenOf = (file: CaseFile, id: string) =>
  file.attributions.some(({ incidentId }) => incidentId === id) ||
  [...file.findings, ...file.indicators, ...file.measures].some(({ concernsIds }) => concernsIds.includes(id));

/** The file without findings on a linked incident whose conduct, as they state it, leaves these days out. */
function withConductOn(file: CaseFile, { incident: { id }, mark }: LinkedIncident, { from, to }: Days): CaseFile {
  if (mark !== 'FROM_THE_WHOLE') return file;
  const findings = file.findings.filter(
    ({ concernsIds, conductFromMin, conductToMax }) =>
      !concernsIds.includes(id) || ((conductFromMin ?? from) <= to && (conductToMax ?? to) >= from),
  );
  return findings.length === file.findings.length ? file : { ...file, findings };
}

function commonDays(one: Days, other: Days): Days | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : null;
}

/**
 * Some days, cut where a post of the person begins or ends, a link between them and those named for one of the incidents,
 * or a post of another at the same unit; pieces on which all of these hold alike are put together again.
 */
function spansOf(file: CaseFile, incidents: readonly IncidentEntry[], personId: string, days: Days): Days[] {
  if (days.from === days.to) return [days];
  const own = file.postings.filter((posting) => posting.personId === personId);
  const units = new Set(own.map(({ atId }) => atId));
  const posts = file.postings.filter(
    (posting) => posting.personId === personId || (units.has(posting.atId) && COMMANDING_ROLES.includes(posting.role)),
  );
  const starts = incidents.flatMap(({ id }) => perpetratorForces(file, id).map(({ toId }) => toId));
  const links = linksBetween(file.links, starts, [...units]);
  const ids = new Set([...posts, ...links].map(({ id }) => id));
  const stateOf = (day: string) =>
    [...postingsOn(file, day), ...linksOn(file, day)]
      .filter(({ id }) => ids.has(id))
      .map(({ id, cover }) => `${id} ${cover}`)
      .join('\n');
  const spans: (Days & { readonly state: string })[] = [];
  for (const piece of piecesOf(days, knownRanges(file, [...posts, ...links]))) {
    const state = stateOf(piece.from);
    const before = spans.at(-1);
    if (before?.state === state) spans.splice(-1, 1, { ...before, to: piece.to });
    else spans.push({ ...piece, state });
  }
  return spans.map(({ from, to }) => ({ from, to }));
}

/** Links of any day on a way from units up to others. */
function linksBetween(links: readonly LinkEntry[], starts: readonly string[], ends: readonly string[]): LinkEntry[] {
  const above = unitsReachable(starts, links, 'subordinateId', 'superiorId');
  const below = unitsReachable(ends, links, 'superiorId', 'subordinateId');
  return links.filter(({ subordinateId, superiorId }) => above.has(subordinateId) && below.has(superiorId));
}
