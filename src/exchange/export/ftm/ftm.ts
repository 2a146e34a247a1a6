import { canonical } from '../../../model/hash.js';
import type { ExportPage } from '../export.rules.js';
import type { Profile } from './mapped-entity.js';
import { entitiesOf, NO_DATASET, type StatedEntity, timeOf } from './statement-entities.js';

/** FollowTheMoney: one entity on each line, under our ids. What it cannot hold is listed in `losses.ts`. */

/** The lines of an export at an instant; `compat` keeps to what FollowTheMoney had before 4.0. */
export async function* ftmLines(
  profile: Profile,
  at: string,
  pages: AsyncIterable<ExportPage>,
): AsyncGenerator<string> {
  for await (const { records, around } of pages) {
    const entities = records.flatMap((record) => entitiesOf(record, around, profile));
    yield entities.map((entity) => `${canonical(ftmLine(entity, at))}\n`).join('');
  }
}

/** What an entity is shown as, by the first of these that it has. */
const CAPTIONS = ['name', 'title'];

/** An entity with its values by property. Whoever reads `last_seen` learns at which instant the graph still had it. */
export function ftmLine({ id, schema, referents, statements }: StatedEntity, at: string) {
  const properties: Record<string, string[]> = {};
  for (const { prop, value } of statements) {
    const values = properties[prop] ?? [];
    if (!values.includes(value)) properties[prop] = [...values, value];
  }
  const caption = CAPTIONS.flatMap((prop) => properties[prop] ?? [])[0];
  const since = statements.map((statement) => statement.since).filter((instant) => instant !== '');
  return {
    id,
    schema,
    ...(caption !== undefined && { caption }),
    properties,
    datasets: [...new Set(statements.map(({ dataset }) => dataset))].filter((name) => name !== NO_DATASET).sort(),
    referents,
    first_seen: timeOf(since.sort()[0] ?? ''),
    last_seen: timeOf(at),
  };
}
