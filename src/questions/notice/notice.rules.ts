import { type Days, namesNoDay, piecesOf } from '../../model/date-range.js';
import { textOrder } from '../../model/order.js';
import type { EvidenceItem } from '../case-file/answer.type.js';
import type { CaseFile, IncidentEntry, Passage, StatementEntry } from '../case-file/case-file.rules.js';
import { findingsOn } from '../case-file/conduct.rules.js';
import { knownRanges, type PostingOn, postingsOfPersonOn } from '../case-file/cover.rules.js';
import { lasts, possibleDaysOf } from '../case-file/incident-day.rules.js';
import { itemOf, refOf } from '../case-file/item.rules.js';
import { linkedWith, throughLinked } from '../case-file/linked-incidents.rules.js';
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
  DURING_INCIDENT: 'While the requested incident went on.',
  BEFORE_END_OF_POST:
    'After the incident, on a day for which sources still place the person in the post, even if only by assumption.',
  AFTER_END_OF_POST: 'After the incident, on a day for which no source places the person in the post.',
  NO_POST: 'After the incident; no source places the person in a post on any day of it.',
} as const;

export const NOTICE_BEARINGS = {
  PREVENTING_AND_PUNISHING: 'It bears on preventing the requested incident, and on punishing.',
  PREVENTING_THE_REST_AND_PUNISHING:
    'It came while the incident went on: it bears on preventing the rest of it, and on punishing.',
  PUNISHING_ONLY: 'It came too late to prevent; it bears on punishing only (R14).',
} as const;

/**
 * Earlier incidents of the same kind, by whomever. The whole of which an incident is a part, and other accounts of the same
 * event, are not earlier than it.
 */
export function earlierAlike(file: CaseFile, incident: IncidentEntry): IncidentEntry[] {
  const same = new Set(
    linkedWith(file, incident)
      .filter(({ mark }) => mark === 'FROM_THE_WHOLE' || mark === 'FROM_SAME_EVENT')
      .map(({ incident: { id } }) => id),
  );
  return file.incidents.filter(
    (earlier) =>
      earlier.id !== incident.id &&
      !same.has(earlier.id) &&
      !namesNoDay(earlier.range) &&
      earlier.range.first.min < incident.range.first.min &&
      earlier.kinds.some((kind) => incident.kinds.includes(kind)),
  );
}

/** Earlier incidents of the same kind by units that were under the person on the day of those incidents. */
export const earlierBySubordinates = (file: CaseFile, incident: IncidentEntry, personId: string): IncidentEntry[] =>
  earlierAlike(file, incident).filter((earlier) => commandedThen(file, earlier, personId));

/** Occasions to learn of the incident, of earlier similar ones and of those linked with it, in the order of time. */
export function noticeOf(file: CaseFile, incident: IncidentEntry, personId: string, days: Days): Notice[] {
  const earlier = earlierBySubordinates(file, incident, personId).map((one) => ({ one, linked: null }));
  const linked = linkedWith(file, incident)
    .filter(({ incident: { id } }) => !earlier.some(({ one }) => one.id === id))
    .map((link) => ({ one: link.incident, linked: link }));
  const reported = new Set<string>();
  return [...earlier, { one: incident, linked: null }, ...linked]
    .flatMap(({ one, linked: link }) =>
      noticesOn(file, one, personId)
        // What was said of the incident itself is not news through another.
        .filter(({ item, kind, reportId }) => !link || !reported.has(reportId ?? `${kind} ${item.id}`))
        .map(({ reportId, ...event }) => {
          reported.add(reportId ?? `${event.kind} ${event.item.id}`);
          return { ...event, one, item: link ? throughLinked(file, event.item, link) : event.item };
        }),
    )
    .map(({ kind, min, max, on, item, one }) => {
      const time = timeOf(file, incident, personId, days, { min, max });
      const isEarlier = earlier.some((other) => other.one === one);
      const notice = { kind, on, time, bearsOn: BEARING[time], incident: refOf(file, one.id), isEarlier, item };
      return { min, notice };
    })
    .sort((a, b) => textOrder(a.min, b.min) || textOrder(a.notice.item.id, b.notice.item.id))
    .map(({ notice }) => notice);
}

const BEARING: Readonly<Record<Notice['time'], Notice['bearsOn']>> = {
  BEFORE_INCIDENT: 'PREVENTING_AND_PUNISHING',
  DURING_INCIDENT: 'PREVENTING_THE_REST_AND_PUNISHING',
  BEFORE_END_OF_POST: 'PUNISHING_ONLY',
  AFTER_END_OF_POST: 'PUNISHING_ONLY',
  NO_POST: 'PUNISHING_ONLY',
};

/** When a notice came, relative to the incident and to the posts that the person held on the days of the question. */
function timeOf(
  file: CaseFile,
  incident: IncidentEntry,
  personId: string,
  days: Days,
  { min, max }: Pick<Event, 'min' | 'max'>,
): Notice['time'] {
  if (max < incident.range.first.min) return 'BEFORE_INCIDENT';
  if (isDuring(file, incident, min)) return 'DURING_INCIDENT';
  const heldOn = (on: string) => postingsOfPersonOn(file, personId, on).filter(isOnDay);
  const own = file.postings.filter((posting) => posting.personId === personId);
  const posts = new Set(piecesOf(days, knownRanges(file, own)).flatMap(({ from }) => heldOn(from).map(postOf)));
  if (posts.size === 0) return 'NO_POST';
  return heldOn(min).some((posting) => posts.has(postOf(posting))) ? 'BEFORE_END_OF_POST' : 'AFTER_END_OF_POST';
}

/** Whether some of an incident that lasts was still to come on a day: of one that is only cited last then, as far as is known. */
function isDuring(file: CaseFile, incident: IncidentEntry, day: string): boolean {
  if (!lasts(file, incident)) return false;
  const { to } = possibleDaysOf(file, incident);
  return incident.range.lastHardness === 'END' ? day < to : day <= to;
}

/** Statements on an incident that lasts, and on its parts, with those citations that were in print by a day while it went on. */
export function reportedDuring(file: CaseFile, incident: IncidentEntry, day: string): StatementEntry[] {
  if (!lasts(file, incident)) return [];
  const parts = linkedWith(file, incident).filter(({ mark }) => mark === 'FROM_A_PART');
  const inPrint = ({ reportId, secondary }: Passage) => {
    const report = file.reports.get(reportId);
    if (secondary || report?.publishedOn == null || report.publishedMin === null) return false;
    return (
      report.publishedMin >= incident.range.first.min &&
      report.publishedMax <= day &&
      isDuring(file, incident, report.publishedMin)
    );
  };
  return [incident, ...parts.map((part) => part.incident)].flatMap((one) => statementsCiting(file, one, inPrint));
}

/** Statements on an incident with some of their citations only, without those that then have none. */
export const statementsCiting = (
  file: CaseFile,
  incident: IncidentEntry,
  counts: (passage: Passage) => boolean,
): StatementEntry[] =>
  statementsOn(file, incident)
    .map((statement) => ({ ...statement, citations: statement.citations.filter(counts) }))
    .filter(({ citations }) => citations.length > 0);

const statementsOn = (file: CaseFile, incident: IncidentEntry): StatementEntry[] => [
  incident,
  ...file.attributions.filter(({ incidentId }) => incidentId === incident.id),
  ...findingsOn(file, incident.id),
];

interface Event {
  readonly kind: Notice['kind'];
  readonly on: string;
  readonly min: string;
  readonly max: string;
  readonly item: EvidenceItem;
  /** The report, where its publication is the notice. */
  readonly reportId?: string;
}

function noticesOn(file: CaseFile, incident: IncidentEntry, personId: string): Event[] {
  const indicators = file.indicators.filter(
    ({ code, concernsIds }) =>
      concernsIds.includes(incident.id) &&
      (code === 'PUBLIC_NOTORIETY' || (code === 'REPORT_ADDRESSED' && concernsIds.includes(personId))),
  );
  return [
    ...publications(file, statementsOn(file, incident)),
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
function publications(file: CaseFile, statements: readonly StatementEntry[]): Event[] {
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
        reportId: id,
      },
    ];
  });
}

const postOf = ({ atId, role }: PostingOn) => `${atId} ${role}`;
