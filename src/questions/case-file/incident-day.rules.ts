import type { IncidentEntry } from './case-file.rules.js';

/** The day as of which an incident is assessed, and what a reader must know about it. */
export function dayOf(incident: IncidentEntry, on: string | null): { day: string; warnings: string[] } {
  const { first, last } = incident.range;
  const day = on ?? first.min;
  if (first.min === last.max) return { day, warnings: [] };
  const choice =
    on === null
      ? `assessed as of its first possible day, ${day}; ask with \`on\` for another`
      : `assessed as of ${day}`;
  return { day, warnings: [`The incident is dated ${first.text} to ${last.text}: it is ${choice}.`] };
}

/** Whether a day may be one of the incident's. */
export const isDayOf = ({ range }: IncidentEntry, day: string) => day >= range.first.min && day <= range.last.max;
