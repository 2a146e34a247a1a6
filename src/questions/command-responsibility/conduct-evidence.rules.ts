import type { IndicatorEntry, MeasureEntry } from '../case-file/case-file.rules.js';
import type { Situation } from './situation.rules.js';

/** Indicators and measures that bear on one person and one incident. */

/** The people, units and incidents that an indicator or measure concerns, told apart. */
function concerns({ file }: Situation, { concernsIds }: { readonly concernsIds: readonly string[] }) {
  const is = (label: string) => concernsIds.filter((id) => file.entities.get(id)?.label === label);
  const [persons, units] = [is('Person'), is('Unit')];
  return { persons, units, incidents: concernsIds.filter((id) => !persons.includes(id) && !units.includes(id)) };
}

/** Indicators of a group that bear on this person and incident: about the person here, or about a unit of the chain as such. */
export function indicatorsOf(situation: Situation, group: IndicatorEntry['group']): IndicatorEntry[] {
  return situation.file.indicators.filter((indicator) => {
    if (indicator.group !== group) return false;
    const about = concerns(situation, indicator);
    const isOnPerson = about.persons.includes(situation.personId);
    const incidents = incidentsOf(situation, isOnPerson);
    const here =
      (about.units.length === 0 || about.units.some((id) => situation.units.has(id))) &&
      (about.incidents.length === 0 || about.incidents.some((id) => incidents.has(id)));
    if (about.persons.length > 0) return here && isOnPerson;
    return here && about.units.length + about.incidents.length > 0;
  });
}

/**
 * The incident, and earlier ones of the same kind by units then under the person. What a source says of the person it may
 * also say of an earlier one by the same force, before any source places that force under the person.
 */
const incidentsOf = ({ incident, earlier, earlierOfForce }: Situation, isOnPerson: boolean) =>
  new Set([incident, ...earlier, ...(isOnPerson ? earlierOfForce : [])].map(({ id }) => id));

/** Whether an indicator is about the incident itself, or about the force: control over another force gives nothing. */
export const isOverForce = ({ incident, force }: Situation, { concernsIds }: IndicatorEntry) =>
  concernsIds.some((id) => id === incident.id || force.has(id));

/** Measures of the person that bear on this incident; `earlier` says whether measures on earlier incidents do. */
export function measuresOf(situation: Situation, earlier: boolean): MeasureEntry[] {
  const incidents = earlier ? incidentsOf(situation, true) : new Set([situation.incident.id]);
  return situation.file.measures.filter((measure) => {
    const about = concerns(situation, measure);
    if (!about.persons.includes(situation.personId)) return false;
    if (about.incidents.length > 0) return about.incidents.some((id) => incidents.has(id));
    return about.units.length === 0 || about.units.some((id) => situation.units.has(id));
  });
}

/** Indicators that support and that are about the person, not only about the unit. */
export const indicatorsOnPerson = (situation: Situation, group: IndicatorEntry['group']) =>
  indicatorsOf(situation, group).filter(
    ({ polarity, concernsIds }) => polarity === 'SUPPORTS' && concernsIds.includes(situation.personId),
  );
