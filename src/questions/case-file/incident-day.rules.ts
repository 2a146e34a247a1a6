import { type Days, type ImpreciseDate, namesNoDay, parseDate, UNDATED } from '../../model/date-range.js';
import type { CaseFile, DayFactEntry, IncidentEntry } from './case-file.rules.js';
import { linkedWith } from './linked-incidents.rules.js';

/** On which days an incident happened, or may have happened; for which of them it is assessed. */

/** The days for which an incident is assessed, and what a reader must know about them. */
export interface AssessedDays {
  /** All of them; one, where a day was requested or the incident has one. */
  readonly days: Days;
  /** The first of them, for questions about one day. */
  readonly day: string;
  readonly warnings: string[];
}

export function assessedDays(file: CaseFile, incident: IncidentEntry, on: string | null): AssessedDays {
  const { first, last } = incident.range;
  const all = likelyDaysOf(file, incident);
  const days = on === null ? all : { from: on, to: on };
  const day = days.from;
  if (namesNoDay(incident.range))
    return { days, day, warnings: [`No source dates the incident: it is assessed as if it happened on ${day}.`] };
  const possible = possibleDaysOf(file, incident);
  if (possible.from === possible.to) return { days, day, warnings: [] };
  const dated = `The incident is dated ${first.text === last.text ? first.text : `${first.text} to ${last.text}`}`;
  if (on === null && all.from === all.to)
    return { days, day, warnings: [`${dated}: closer sources date it to ${day}, for which it is assessed.`] };
  const choice =
    on === null
      ? `each element is judged over all its days, ${days.from} to ${days.to}, and questions about one day are answered for the first; ask with \`on\` for another`
      : `it is assessed as of ${day}`;
  return { days, day, warnings: [`${dated}: ${choice}.`] };
}

/** All days on which an incident may have happened: those of its range, and those on which sources say that it still went on. */
export function possibleDaysOf(file: CaseFile, { id, range }: IncidentEntry): Days {
  const last = datesOf(file, id, 'LAST_CITED_ON').reduce((day, { max }) => (max > day ? max : day), range.last.max);
  return { from: range.first.min, to: last };
}

/**
 * Those of the possible days that no closer source rules out. One event that is dated imprecisely takes the days of a
 * source that dates it more closely; a part does not begin before the start of its whole.
 */
function likelyDaysOf(file: CaseFile, incident: IncidentEntry): Days {
  const days = possibleDaysOf(file, incident);
  if (namesNoDay(incident.range) || days.from === days.to) return days;
  const isCloser = ({ min, max }: { readonly min: string; readonly max: string }) =>
    min >= days.from && max <= days.to && (min > days.from || max < days.to);
  const closer = closerDates(file, incident).filter(isCloser);
  if (closer.length > 0)
    return {
      from: closer.map(({ min }) => min).reduce((a, b) => (a < b ? a : b)),
      to: closer.map(({ max }) => max).reduce((a, b) => (a > b ? a : b)),
    };
  const starts = linkedWith(file, incident)
    .filter(({ mark, incident: { range } }) => mark === 'FROM_THE_WHOLE' && range.firstHardness === 'START')
    .map(({ incident: { range } }) => range.first.min);
  const from = [days.from, ...starts].reduce((a, b) => (a > b ? a : b));
  return from <= days.to ? { ...days, from } : days;
}

/** Whether a source gives the incident a beginning and an end of one date: it is one event, on some day of that date. */
const isOneEvent = ({ range: { first, firstHardness, last, lastHardness } }: IncidentEntry) =>
  first.text === last.text && firstHardness === 'START' && lastHardness === 'END';

/** Whether an incident went on for more than a day, so that what is learned while it lasts bears on the rest of it. */
export function lasts(file: CaseFile, incident: IncidentEntry): boolean {
  const { from, to } = possibleDaysOf(file, incident);
  return !namesNoDay(incident.range) && from < to && !isOneEvent(incident);
}

/** What dates the incident more closely than its range: facts on its day, and the conduct of a finding on it alone. */
function closerDates(file: CaseFile, incident: IncidentEntry): Pick<ImpreciseDate, 'min' | 'max'>[] {
  const ofFindings = isOneEvent(incident)
    ? file.findings
        .filter(({ concernsIds }) => concernsIds.length === 1 && concernsIds[0] === incident.id)
        .flatMap(({ conductFromMin: min, conductToMax: max }) => (min && max ? [{ min, max }] : []))
    : [];
  return [...datesOf(file, incident.id, 'OCCURRED_ON'), ...ofFindings];
}

/** The dates that facts of a property give; a value that is no date gives none. */
function datesOf(file: CaseFile, incidentId: string, property: string): ImpreciseDate[] {
  const facts = file.dayFacts.filter((fact) => fact.incidentId === incidentId && fact.property === property);
  return facts.flatMap(dateOf);
}

function dateOf({ value }: DayFactEntry): ImpreciseDate[] {
  try {
    return [parseDate(value)];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Whether a day may be one of the incident's. */
export function isDayOf(file: CaseFile, incident: IncidentEntry, day: string): boolean {
  const { from, to } = possibleDaysOf(file, incident);
  return namesNoDay(incident.range) || (day >= from && day <= to);
}

/** The file, with an incident that no source dates taken to happen on the day of the question. Its range still has no text. */
export function assumedOn(file: CaseFile, incidentId: string, on: string | null): CaseFile {
  const incident = file.incidents.find(({ id }) => id === incidentId);
  if (on === null || !incident || !namesNoDay(incident.range)) return file;
  const day = { ...UNDATED, min: on, max: on };
  const range = { ...incident.range, first: day, last: day };
  return { ...file, incidents: file.incidents.map((one) => (one.id === incidentId ? { ...one, range } : one)) };
}
