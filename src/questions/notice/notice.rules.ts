import { namesNoDay } from '../../model/date-range.js';
import { textOrder } from '../../model/order.js';
import type { EvidenceItem } from '../case-file/answer.type.js';
import type { CaseFile, IncidentEntry, SourcedStatement } from '../case-file/case-file.rules.js';
import { findingsOn } from '../case-file/conduct.rules.js';
import { type PostingOn, postingsOfPersonOn } from '../case-file/cover.rules.js';
import { itemOf, refOf } from '../case-file/item.rules.js';
import { commandedThen } from '../command/perpetrators.rules.js';
import { isOnDay } from '../command/posts.rules.js';
import type { Notice } from './notice.type.js';

/** When a superior could have learned of incidents by subordinates, and what each instant bears on. */

export const NOTICE_KINDS = {
  REPORT_PUBLISHED: 'A report on the incident was published.',
  REPORT_ADDRESSED: 'A source says that a report was addressed to the person.',
  PUBLIC_NOTORIETY: 'A source says that the incident was publicly notorious.',
} as const;

export const NOTICE_TIMES = {
  BEFORE_INCIDENT: 'Before the requested incident.',
  BEFORE_END_OF_POST:
    'After the incident, on a day for which sources still place the person in the post, even if only by assumption.',
  AFTER_END_OF_POST: 'After the incident, on a day for which no source places the person in the post.',
} as const;

export const NOTICE_BEARINGS = {
  PREVENTING_AND_PUNISHING: 'It bears on preventing the requested incident, and on punishing.',
  PUNISHING_ONLY: 'It came too late to prevent; it bears on punishing only (R14).',
} as const;

/** Earlier incidents of the same kind, by whomever. */
export const earlierAlike = (file: CaseFile, incident: IncidentEntry): IncidentEntry[] =>
  file.incidents.filter(
    (earlier) =>
      earlier.id !== incident.id &&
      !namesNoDay(earlier.range) &&
      earlier.range.first.min < incident.range.first.min &&
      earlier.kinds.some((kind) => incident.kinds.includes(kind)),
  );

/** Earlier incidents of the same kind by units that were under the person on the day of those incidents. */
export const earlierBySubordinates = (file: CaseFile, incident: IncidentEntry, personId: string): IncidentEntry[] =>
  earlierAlike(file, incident).filter((earlier) => commandedThen(file, earlier, personId));

export function noticeOf(file: CaseFile, incident: IncidentEntry, personId: string, day: string): Notice[] {
  const heldOn = (on: string) => postingsOfPersonOn(file, personId, on).filter(isOnDay);
  const posts = new Set(heldOn(day).map(postOf));
  const stillHeld = (on: string) => heldOn(on).some((posting) => posts.has(postOf(posting)));
  const about = [...earlierBySubordinates(file, incident, personId), incident];
  return about
    .flatMap((one) => noticesOn(file, one, personId).map((notice) => ({ ...notice, one })))
    .map(({ kind, min, max, on, item, one }) => {
      const before = max < incident.range.first.min;
      const time: Notice['time'] = before
        ? 'BEFORE_INCIDENT'
        : stillHeld(min)
          ? 'BEFORE_END_OF_POST'
          : 'AFTER_END_OF_POST';
      const bearsOn: Notice['bearsOn'] = before ? 'PREVENTING_AND_PUNISHING' : 'PUNISHING_ONLY';
      const isEarlier = one.id !== incident.id;
      return { min, notice: { kind, on, time, bearsOn, incident: refOf(file, one.id), isEarlier, item } };
    })
    .sort((a, b) => textOrder(a.min, b.min) || textOrder(a.notice.item.id, b.notice.item.id))
    .map(({ notice }) => notice);
}

interface Event {
  readonly kind: Notice['kind'];
  readonly on: string;
  readonly min: string;
  readonly max: string;
  readonly item: EvidenceItem;
}

function noticesOn(file: CaseFile, incident: IncidentEntry, personId: string): Event[] {
  const statements = [
    incident,
    ...file.attributions.filter(({ incidentId }) => incidentId === incident.id),
    ...findingsOn(file, incident.id),
  ];
  const indicators = file.indicators.filter(
    ({ code, concernsIds }) =>
      concernsIds.includes(incident.id) &&
      (code === 'PUBLIC_NOTORIETY' || (code === 'REPORT_ADDRESSED' && concernsIds.includes(personId))),
  );
  return [
    ...publications(file, statements),
    ...indicators.map((indicator) => ({
      kind: indicator.code as 'PUBLIC_NOTORIETY' | 'REPORT_ADDRESSED',
      on: indicator.on,
      min: indicator.onMin,
      max: indicator.onMax,
      item: itemOf(file, indicator),
    })),
  ];
}

/** Each dated report that speaks of it, once, with the first statement that cites it. */
function publications(
  file: CaseFile,
  statements: readonly (SourcedStatement & Parameters<typeof itemOf>[1])[],
): Event[] {
  const ids = new Set(statements.flatMap(({ citations }) => citations.map(({ reportId }) => reportId)));
  return [...ids].flatMap((id): Event[] => {
    const report = file.reports.get(id);
    const statement = statements.find(({ citations }) => citations.some(({ reportId }) => reportId === id));
    if (!report?.publishedOn || report.publishedMin === null || !statement) return [];
    const citations = statement.citations.filter(({ reportId }) => reportId === id);
    return [
      {
        kind: 'REPORT_PUBLISHED',
        on: report.publishedOn,
        min: report.publishedMin,
        max: report.publishedMax,
        item: itemOf(file, { ...statement, citations }),
      },
    ];
  });
}

const postOf = ({ atId, role }: PostingOn) => `${atId} ${role}`;
