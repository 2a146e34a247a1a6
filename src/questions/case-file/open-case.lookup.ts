import type { Context } from '../../context.js';
import { mergedInto } from '../../entities/claim/record.lookup.js';
import { type Days, namesNoDay } from '../../model/date-range.js';
import { ApiError } from '../../model/errors.js';
import type { View } from '../../model/lens.js';
import type { CaseFile, IncidentEntry } from './case-file.rules.js';
import { assessedDays, assumedOn, isDayOf, possibleDaysOf } from './incident-day.rules.js';

/** An incident with its case file under a view, and the days of the assessment. */
export interface OpenCase {
  readonly view: View;
  readonly file: CaseFile;
  readonly incident: IncidentEntry;
  readonly days: Days;
  /** The first of them, for questions about one day. */
  readonly day: string;
  readonly warnings: string[];
}

/**
 * Opens the case of an incident; null where there is none that the view shows. A day outside it is a `BAD_INPUT` error, and
 * so is no day where no source dates it.
 */
export async function openCase(
  context: Context,
  view: View,
  incidentId: string,
  on: string | null | undefined,
  personIds: readonly string[] = [],
): Promise<OpenCase | null> {
  const found = await context.caseFile({ of: 'INCIDENTS', incidentIds: [incidentId], personIds }, view);
  const file = assumedOn(found, incidentId, on ?? null);
  const incident = file.incidents.find(({ id }) => id === incidentId);
  if (!incident) return null;
  if (on && !isDayOf(file, incident, on)) {
    const { from, to } = possibleDaysOf(file, incident);
    throw new ApiError('BAD_INPUT', `Expected \`on\` from ${from} to ${to}, the days of the incident; got ${on}.`);
  }
  if (!on && namesNoDay(incident.range))
    throw new ApiError('BAD_INPUT', 'Expected a day, since no source dates the incident; got none.');
  return { view, file, incident, ...assessedDays(file, incident, on ?? null) };
}

/** The case of an incident, opened for one person. */
export interface PersonCase extends OpenCase {
  readonly personId: string;
}

/** The same for a person too, by their id or one that has been merged into theirs; null where the view does not show both. */
export async function openCaseOf(
  context: Context,
  view: View,
  personId: string,
  incidentId: string,
  on: string | null | undefined,
): Promise<PersonCase | null> {
  const open = await openCase(context, view, incidentId, on, [personId]);
  if (open?.file.entities.get(personId)?.label === 'Person') return { ...open, personId };
  // Checked for every incident, so that the cost reveals nothing about it.
  const into = await mergedInto(context, view, personId, 'Person');
  return open && into && openCaseOf(context, view, into.id, incidentId, on);
}
