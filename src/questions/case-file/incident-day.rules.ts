import { namesNoDay, UNDATED } from '../../model/date-range.js';
import type { CaseFile, IncidentEntry } from './case-file.rules.js';

/** The day as of which an incident is assessed, and what a reader must know about it. */
export function dayOf(incident: IncidentEntry, on: string | null): { day: string; warnings: string[] } {
  const { first, last } = incident.range;
  const day = on ?? first.min;
  if (namesNoDay(incident.range))
    return { day, warnings: [`No source dates the incident: it is assessed as if it happened on ${day}.`] };
  if (first.min === last.max) return { day, warnings: [] };
  const choice =
    on === null
      ? `assessed as of its first possible day, ${day}; ask with \`on\` for another`
      : `assessed as of ${day}`;
  return { day, warnings: [`The incident is dated ${first.text} to ${last.text}: it is ${choice}.`] };
}

/** Whether a day may be one of the incident's. */
export const isDayOf = ({ range }: IncidentEntry, day: string) =>
  namesNoDay(range) || (day >= range.first.min && day <= range.last.max);

/** The file, with an incident that no source dates taken to happen on the day of the question. Its range still has no text. */
export function assumedOn(file: CaseFile, incidentId: string, on: string | null): CaseFile {
  const incident = file.incidents.find(({ id }) => id === incidentId);
  if (on === null || !incident || !namesNoDay(incident.range)) return file;
  const day = { ...UNDATED, min: on, max: on };
  const range = { ...incident.range, first: day, last: day };
  return { ...file, incidents: file.incidents.map((one) => (one.id === incidentId ? { ...one, range } : one)) };
}
