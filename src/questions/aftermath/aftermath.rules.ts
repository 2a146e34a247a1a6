import { COMMANDING_ROLES } from '../../model/command-words.js';
import { monthsAfter } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import { textOrder } from '../../model/order.js';
import type { EvidenceItem } from '../case-file/answer.type.js';
import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { findingsOn } from '../case-file/conduct.rules.js';
import { isInForce } from '../case-file/finding-status.rules.js';
import { itemOf, refOf } from '../case-file/item.rules.js';
import { successorPostings } from '../command/successors.rules.js';
import { incidentChains } from '../incident-chains/incident-chains.rules.js';
import type { AftermathEvent, SuccessorsAnswer } from './aftermath.type.js';

/** What followed an incident: who took over, who was honoured or removed, and which steps sources report. */

const STEPS = ['INQUIRY_OPENED', 'DISCIPLINE', 'PENAL_REFERRAL', 'REPORTED_UP'];

/** The units of the chains on the day, from those named upward. */
function chainUnits(file: CaseFile, incident: IncidentEntry, day: string): string[] {
  const chains = incidentChains(file, incident, day).flatMap(({ chains: some }) => some);
  const levels = chains.flatMap((chain) => chain.levels);
  return [...new Set(levels.flatMap(({ units }) => units.map(({ unit }) => unit.id)))];
}

export function successorsOf(
  file: CaseFile,
  incident: IncidentEntry,
  day: string,
): Pick<SuccessorsAnswer, 'successors' | 'steps'> {
  const units = new Set(chainUnits(file, incident, day));
  const people = new Set(file.postings.filter(({ atId }) => units.has(atId)).map(({ personId }) => personId));
  const later = groupBy(
    [...people].flatMap((personId) => successorPostings(file, incident, personId)),
    ({ atId }) => atId,
  );
  const successors = [...units].flatMap((unitId) =>
    [...groupBy(later.get(unitId) ?? [], ({ personId }) => personId)].map(([personId, postings]) => ({
      unit: refOf(file, unitId),
      person: refOf(file, personId),
      items: postings.map((posting) => itemOf(file, posting, { marks: ['SUCCESSOR'] })),
    })),
  );
  const steps = [
    ...file.measures.filter(({ kind, concernsIds }) => STEPS.includes(kind) && concernsIds.includes(incident.id)),
    ...findingsOn(file, incident.id).filter((finding) => finding.type === 'CONVICTION' && isInForce(file, finding)),
  ];
  return { successors, steps: steps.map((step) => itemOf(file, step)) };
}

export const AFTERMATH_KINDS = {
  PROMOTION_OR_HONOUR_AFTER: 'A promotion or honour.',
  COMMAND_CHANGE: 'A commander was replaced.',
  RESIGNATION: 'A superior resigned.',
  POST_ENDED: 'A source states the end of a post of command.',
  POST_BEGUN: 'A source states the beginning of a post of command.',
} as const;

/** What happened to the people and units of the chain within so many months after the incident. Context, never graded. */
export function aftermathOf(file: CaseFile, incident: IncidentEntry, day: string, months: number): AftermathEvent[] {
  const from = incident.range.last.max;
  const to = monthsAfter(from, months);
  const within = (min: string, max: string) => min > from && max <= to;
  const units = new Set(chainUnits(file, incident, day));
  const posts = file.postings.filter(({ atId, role }) => units.has(atId) && COMMANDING_ROLES.includes(role));
  const people = new Set(posts.map(({ personId }) => personId));
  const measures = file.measures.filter(
    ({ kind, onMin, onMax, concernsIds }) =>
      kind in AFTERMATH_KINDS && within(onMin, onMax) && concernsIds.some((id) => people.has(id) || units.has(id)),
  );
  const ended = posts.filter(({ range }) => range.lastHardness === 'END' && within(range.last.min, range.last.max));
  const startedPosts = posts.filter(
    ({ range }) => range.firstHardness === 'START' && within(range.first.min, range.first.max),
  );
  const event = (
    kind: AftermathEvent['kind'],
    on: string,
    min: string,
    ids: readonly string[],
    item: EvidenceItem,
  ) => ({
    min,
    event: { kind, on, people: ids.filter((id) => people.has(id)).map((id) => refOf(file, id)), item },
  });
  return [
    ...measures.map((measure) =>
      event(
        measure.kind as AftermathEvent['kind'],
        measure.on,
        measure.onMin,
        measure.concernsIds,
        itemOf(file, measure),
      ),
    ),
    ...ended.map((post) =>
      event('POST_ENDED', post.range.last.text, post.range.last.min, [post.personId], itemOf(file, post)),
    ),
    ...startedPosts.map((post) =>
      event('POST_BEGUN', post.range.first.text, post.range.first.min, [post.personId], itemOf(file, post)),
    ),
  ]
    .sort((a, b) => (a.min === b.min ? textOrder(a.event.item.id, b.event.item.id) : textOrder(a.min, b.min)))
    .map(({ event: one }) => one);
}
