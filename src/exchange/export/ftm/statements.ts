import { createHash } from 'node:crypto';
import { canonical } from '../../../model/hash.js';
import type { ExportPage } from '../export.rules.js';
import type { Profile } from './mapped-entity.js';
import { entitiesOf, type FtmStatement, type StatedEntity, timeOf } from './statement-entities.js';

/**
 * The same entities as statements: one value on each line, with its dataset, for `ftm aggregate-statements -f json`.
 * Lines and not a table: a name that begins like a formula must stay as it is, or its id would not fit.
 */
export async function* statementLines(
  profile: Profile,
  at: string,
  pages: AsyncIterable<ExportPage>,
): AsyncGenerator<string> {
  for await (const { records, around } of pages) {
    const entities = records.flatMap((record) => entitiesOf(record, around, profile));
    const statements = entities.flatMap((entity) => statementsOf(entity, at));
    yield statements.map((statement) => `${canonical(statement)}\n`).join('');
  }
}

/**
 * The statements of an entity, behind one for each dataset that says what it is: these bear a hash of the others. An id
 * from before a merger is that of a statement of its own, the name again: FollowTheMoney takes referents from nothing else.
 */
export function statementsOf({ id, schema, referents, statements }: StatedEntity, at: string): object[] {
  const row = (entityId: string, statement: FtmStatement) => {
    const { prop, value, lang, dataset, since } = statement;
    return {
      ...{ canonical_id: id, entity_id: entityId, schema, original_value: null, external: false, origin: null },
      ...{ prop, value, lang, dataset, first_seen: timeOf(since), last_seen: timeOf(at) },
      id: statementId(entityId, statement),
    };
  };
  const name = statements.find(({ prop }) => prop === 'name') ?? statements[0];
  const rows = [
    ...statements.map((statement) => row(id, statement)),
    ...(name === undefined ? [] : referents.map((referent) => row(referent, name))),
  ];
  const datasets = [...new Set(statements.map(({ dataset }) => dataset))].sort();
  const bases = datasets.map((dataset) => {
    const ids = rows.filter((one) => one.dataset === dataset).map((one) => one.id);
    return row(id, { prop: 'id', value: sha1([schema, ...ids.sort()].join('')), lang: null, dataset, since: '' });
  });
  return [...bases, ...rows];
}

/** The published rule of FollowTheMoney; nothing here is external to its dataset. */
function statementId(entityId: string, { dataset, prop, value, lang }: FtmStatement): string {
  return sha1(`${dataset}.${entityId}.${prop}.${value}${lang === null ? '' : `@${lang}`}`);
}

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
