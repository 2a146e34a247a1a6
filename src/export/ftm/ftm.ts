import { canonical, citationsIn, type ExportRecord, type Page, type Surroundings, textOf } from '../export.rules.js';
import { type Entity, MAPPINGS, type Profile } from './schemata.js';

/** FollowTheMoney: one entity on each line, under our ids. What it cannot hold is listed in `losses.ts`. */

/** The lines of an export; `compat` keeps to schemata that the older tools know. */
export async function* ftmLines(profile: Profile, pages: AsyncIterable<Page>): AsyncGenerator<string> {
  for await (const { records, around } of pages) {
    const entities = records.flatMap((record) => ftmOf(record, around, profile));
    yield entities.map((entity) => `${canonical(entity)}\n`).join('');
  }
}

/** Schemata that have had `proof` from the start; in the others it is newer. */
const INTERVALS = ['Occupancy', 'Control', 'UnknownLink', 'Event', 'CourtCaseParty'];

/** What one record becomes: none, one or several entities, each of which names the reports that say so. */
export function ftmOf(record: ExportRecord, around: Surroundings, profile: Profile): object[] {
  const mapped = MAPPINGS[record.kind]?.(record, around, profile) ?? [];
  const proof = [...new Set(citationsIn(record, around).map(({ reportId }) => reportId))];
  const dataset = textOf(record.properties.dataset);
  return mapped
    .flatMap((entity) => withProof(entity, proof, profile))
    .map(({ id, schema, properties }) => ({
      id,
      schema,
      properties: present(properties),
      datasets: dataset ? [dataset] : [],
    }));
}

function withProof(entity: Entity, proof: readonly string[], profile: Profile): Entity[] {
  if (profile === 'full' || INTERVALS.includes(entity.schema))
    return [{ ...entity, properties: { ...entity.properties, proof } }];
  const documentation = proof.map((document) => ({
    id: `${entity.id}-${document}`,
    schema: 'Documentation',
    properties: { document: [document], entity: [entity.id] },
  }));
  return [entity, ...documentation];
}

function present(properties: Entity['properties']): Record<string, string[]> {
  const entries = Object.entries(properties).map(([name, values]): [string, string[]] => [
    name,
    [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))],
  ]);
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}
