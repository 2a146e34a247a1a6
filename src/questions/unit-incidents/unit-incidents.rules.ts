import { PERPETRATING } from '../../model/command-words.js';
import { daysBetween, END_OF_DAYS, namesNoDay } from '../../model/date-range.js';
import { groupBy } from '../../model/group.js';
import { textOrder } from '../../model/order.js';
import type { CaseFile, IncidentEntry } from '../case-file/case-file.rules.js';
import { type LinkOn, linksAboveOn } from '../case-file/cover.rules.js';
import { itemOf, refOf } from '../case-file/item.rules.js';
import { commandsOn } from '../command/posts.rules.js';
import { stepsAbove } from '../command/walk.rules.js';
import type { CommandedIncident, NamedIncident, RecurringKind } from './unit-incidents.type.js';

/** Incidents that sources attribute to a unit, or to one that stood under it on the day of the incident. */

export interface KindFilter {
  /** Only these kinds; null means all. */
  readonly kinds: readonly string[] | null;
}

/** The incidents of the file for which sources name the unit, or one that stood under it on the incident's day. */
export function incidentsOfUnit(file: CaseFile, unitId: string, below: boolean, filter: KindFilter): NamedIncident[] {
  return incidentsIn(file, filter)
    .flatMap((incident) => attributedUnder(file, incident, unitId))
    .filter(({ isOwn }) => isOwn || below);
}

/** The incidents that sources say were carried out by a unit under a post of command that the person held on the day. */
export function incidentsUnderCommand(file: CaseFile, personId: string, filter: KindFilter): CommandedIncident[] {
  return incidentsIn(file, filter).flatMap((incident) =>
    [...groupBy(commandsOn(file, personId, incident.range.first.min), ({ atId }) => atId)].flatMap(([unitId, claims]) =>
      attributedUnder(file, incident, unitId)
        .filter(({ isCarriedOut }) => isCarriedOut)
        .map((named) => ({
          ...named,
          at: refOf(file, unitId),
          postings: claims.map((claim) => itemOf(file, claim, claim)),
        })),
    ),
  );
}

/** Kinds of which one unit is said to have carried out two dated incidents or more, with the days between them. */
export function recurringKinds(
  file: CaseFile,
  incidents: readonly NamedIncident[],
  { kinds }: KindFilter,
): RecurringKind[] {
  const single = incidents.flatMap((one) =>
    one.isCarriedOut && one.on !== null
      ? one.kinds.filter((kind) => kinds?.includes(kind) ?? true).map((kind) => ({ kind, unit: one.unit, one }))
      : [],
  );
  const firstDay = new Map(file.incidents.map(({ id, range }) => [id, range.first.min]));
  return [...groupBy(single, ({ kind, unit }) => `${unit.id} ${kind}`).values()]
    .flatMap((group) => {
      const found = [...new Map(group.map(({ one }) => [one.incident.id, one.incident])).values()];
      const days = found.map(({ id }) => firstDay.get(id) ?? '');
      const intervalsInDays = days.slice(1).map((day, at) => daysBetween(days[at] ?? day, day));
      return group.slice(0, 1).map(({ kind, unit }) => ({ unit, kind, incidents: found, intervalsInDays }));
    })
    .filter(({ incidents: found }) => found.length > 1)
    .sort((a, b) => textOrder(a.unit.id, b.unit.id) || textOrder(a.kind, b.kind));
}

/** The incidents of the asked kinds, by their first possible day; those that no source dates come last. */
function incidentsIn(file: CaseFile, { kinds }: KindFilter): IncidentEntry[] {
  return file.incidents
    .filter((incident) => kinds === null || incident.kinds.some((kind) => kinds.includes(kind)))
    .sort((a, b) => textOrder(firstDayOf(a), firstDayOf(b)) || textOrder(a.id, b.id));
}

const firstDayOf = ({ range }: IncidentEntry) => (namesNoDay(range) ? END_OF_DAYS : range.first.min);

/** Each unit named for the incident that stood under the unit on its first possible day, or is the unit itself. */
function attributedUnder(file: CaseFile, incident: IncidentEntry, unitId: string): NamedIncident[] {
  const { first, last } = incident.range;
  const dates = first.text === last.text ? first.text : `${first.text}/${last.text}`;
  const claims = file.attributions.filter(({ incidentId }) => incidentId === incident.id);
  return [...groupBy(claims, ({ toId }) => toId)]
    .flatMap(([namedId, attributions]) => {
      const up = pathUp(linksAboveOn(file, namedId, first.min), namedId, unitId);
      if (up === null || file.entities.get(namedId)?.label !== 'Unit') return [];
      return [
        {
          incident: refOf(file, incident.id),
          kinds: incident.kinds,
          on: namesNoDay(incident.range) ? null : dates,
          unit: refOf(file, namedId),
          isCarriedOut: attributions.some(({ mode }) => PERPETRATING.includes(mode)),
          isOwn: namedId === unitId,
          links: up.distance,
          attributions: attributions.map((claim) => itemOf(file, claim)),
          path: up.path.map((link) => itemOf(file, link, link)),
        },
      ];
    })
    .sort((a, b) => a.links - b.links || textOrder(a.unit.id, b.unit.id));
}

/** Every link of command on the paths from a unit up to another, the lowest first; null where none leads there. */
function pathUp(links: readonly LinkOn[], fromId: string, toId: string): { distance: number; path: LinkOn[] } | null {
  const { levels } = stepsAbove(links, fromId);
  const level = new Map(levels.flatMap((steps, at) => steps.map(({ unitId }) => [unitId, at] as const)));
  const arriving = new Map(levels.flat().map((step) => [step.unitId, step.links]));
  const distance = level.get(toId);
  if (distance === undefined) return null;
  // The set grows while it is walked: from the superior down to the unit.
  const between = new Set([toId]);
  const path: LinkOn[] = [];
  for (const unitId of between)
    for (const link of arriving.get(unitId) ?? []) {
      path.push(link);
      between.add(link.subordinateId);
    }
  const height = ({ subordinateId }: LinkOn) => level.get(subordinateId) ?? 0;
  return { distance, path: path.sort((a, b) => height(a) - height(b) || textOrder(a.id, b.id)) };
}
