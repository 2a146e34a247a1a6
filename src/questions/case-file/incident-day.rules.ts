import type { IncidentEntry } from './case-file.rules.js';

/** The day that an incident is judged on, and what a reader must know about it. */
export function dayOf(incident: IncidentEntry, on: string | null): { day: string; warnings: string[] } {
  const { first, last } = incident.range;
  const day = on ?? first.min;
  if (first.min === last.max) return { day, warnings: [] };
  const choice =
    on === null ? `judged on its first possible day, ${day}; ask with \`on\` for another` : `judged on ${day}`;
  return { day, warnings: [`The incident is dated ${first.text} to ${last.text}: it is ${choice}.`] };
}

/** Whether a day may be one of the incident's. */
export const isDayOf = ({ range }: IncidentEntry, day: string) => day >= range.first.min && day <= range.last.max;
