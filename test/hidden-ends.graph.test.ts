import { beforeAll, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { createSchema } from '../src/schema.js';
import { feed, snapshot } from './exchange/sync/read-feed.js';
import { forEditors } from './support/everything.js';
import { ask, graph, useGraph } from './support/graph.js';
import { PUBLIC } from './support/secrets.js';
import { BEGINNINGS, fictionalArgument, questionsOnAll } from './support/whole-schema.js';

/**
 * Public statements that lead to what was hidden later: places, units, people, bodies and reports of a world. Whatever a
 * public reader asks is answered as in a world in which these never had a name, an id, a place around them or a word.
 */

useGraph('fictional');

const schema = createSchema();
/** Of each kind every third, and no record that a question begins at. */
const EVERY = 3;
const HIDE = `MATCH (n:Record) WHERE (n:Location OR n:Unit OR n:Person OR n:Body OR n:Report) AND NOT n.id IN $asked
WITH head([label IN ['Location', 'Unit', 'Person', 'Body', 'Report'] WHERE label IN labels(n)]) AS kind, n ORDER BY n.id
WITH kind, collect(n) AS found
UNWIND [at IN range(0, size(found) - 1) WHERE at % ${EVERY} = 1 | found[at]] AS n
SET n:Hidden
FOREACH (report IN CASE WHEN n:Report THEN [n] ELSE [] END | SET report.access = 'CONFIDENTIAL')
WITH n
CALL (n) { MATCH (name:Name)-[:OF]->(n) SET name.access = 'CONFIDENTIAL' RETURN count(*) AS names }
RETURN n.id AS id, labels(n) AS labels, n.latitude AS latitude, n.longitude AS longitude ORDER BY id`;
/** The places that lie in hidden ones, and of which hidden reports give the coordinates, lose these; nobody can ask by a hidden id. */
const NEVER = [
  'MATCH (:Location&Hidden)-[link:WITHIN]-() DELETE link',
  'MATCH (name:Name)-[:OF]->(:Hidden) DETACH DELETE name',
  'MATCH (n:Report&Hidden) DETACH DELETE n',
  "MATCH (n:Hidden) SET n.id = 'never-' + n.id",
];

interface Filter {
  readonly field: string;
  readonly path: readonly string[];
  readonly isList: boolean;
}

/** Every filter of a list by an id, however deep it stands in the input. */
function idFilters(field: GraphQLField<unknown, unknown>): Filter[] {
  const within = (input: GraphQLInputField, path: readonly string[]): Filter[] => {
    const type = getNamedType(input.type);
    const at = [...path, input.name];
    if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((inner) => within(inner, at));
    return type.name === 'ID' ? [{ field: field.name, path: at, isList: isListType(getNullableType(input.type)) }] : [];
  };
  const filter = getNamedType(field.args.find(({ name }) => name === 'filter')?.type);
  return isInputObjectType(filter) ? Object.values(filter.getFields()).flatMap((input) => within(input, [])) : [];
}

const ROOTS = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) => !forEditors(field));
const FILTERS = ROOTS.flatMap(idFilters);

const asFilter = ({ path, isList }: Filter, value: string) =>
  path.reduceRight((inner, name) => `{ ${name}: ${inner} }`, isList ? `[${value}]` : value);

const counted = (field: string, filter: string) =>
  `query ($id: ID!, $latitude: Float!, $longitude: Float!) { list: ${field}(filter: ${filter}) { totalCount nodes { id } } }`.replace(
    filter.includes('$id') ? ', $latitude: Float!, $longitude: Float!' : '$id: ID!, ',
    '',
  );

let ids: string[] = [];
let hiddenIds: string[] = [];
let points: { readonly latitude: number; readonly longitude: number }[] = [];

/** What a public reader gets, by what is asked. */
async function answers(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const add = async (source: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await ask(source, variables, PUBLIC);
    const key = `${source} ${JSON.stringify(variables)}`;
    found.set(key, JSON.stringify([data, errors], undefined, 1));
  };
  const { questions } = questionsOnAll(schema, fictionalArgument, Object.keys(BEGINNINGS));
  for (const source of questions) await add(source);
  for (const filter of FILTERS) for (const id of ids) await add(counted(filter.field, asFilter(filter, '$id')), { id });
  for (const field of ['locations', 'incidents'])
    for (const point of points)
      await add(counted(field, '{ near: { latitude: $latitude, longitude: $longitude, kilometres: 40 } }'), {
        ...point,
      });
  found.set('snapshot', await snapshot(PUBLIC));
  found.set('changes', await feed(PUBLIC));
  return found;
}

let before: Map<string, string>;
let after: Map<string, string>;

beforeAll(async () => {
  const beginnings = [...Object.values(BEGINNINGS), 'person-fx-berg'];
  const hide = await graph().command('hide', HIDE, { asked: beginnings });
  hiddenIds = hide.map(({ id }) => String(id));
  points = hide.flatMap(({ latitude, longitude }) =>
    typeof latitude === 'number' && typeof longitude === 'number' ? [{ latitude, longitude }] : [],
  );
  const all = await graph().command(
    'ids',
    'MATCH (n:Record) WHERE n:Entity OR n:Incident OR n:Report RETURN n.id AS id ORDER BY id',
  );
  ids = all.map(({ id }) => String(id));
  before = await answers();
  for (const statement of NEVER) await graph().command('never', statement);
  after = await answers();
}, 900_000);

test('a world in which a third of what public statements lead to is hidden has such filters, ids and points to ask by', () => {
  expect(FILTERS.map(({ field, path }) => `${field}.${path.join('.')}`)).toEqual(
    expect.arrayContaining([
      'locations.within',
      'findings.by',
      'people.post.at',
      'units.positionedWithin',
      'reports.publisher',
    ]),
  );
  expect(hiddenIds.length).toBeGreaterThan(20);
  expect(points.length).toBeGreaterThan(1);
});

test('what a public reader is told is the same, byte for byte, as if what is hidden had never been recorded', () => {
  const differing = [...before].flatMap(([key, text]) => {
    const [lines, others] = [text.split('\n'), (after.get(key) ?? '').split('\n')];
    const at = lines.findIndex((line, index) => line !== others[index]);
    return at < 0 && lines.length === others.length ? [] : [`${key.slice(0, 300)} … ${lines[at]} | ${others[at]}`];
  });
  expect(differing).toEqual([]);
});

test('no answer fails for an end that is hidden', () => {
  const failed = [...before].flatMap(
    ([key, text]) => /Cannot return null[^"]*/.exec(text)?.map((message) => `${message} ${key.slice(0, 200)}`) ?? [],
  );
  expect(failed).toEqual([]);
});

test('no answer names what is hidden, but for an id that was sent', () => {
  const naming = [...before].flatMap(([key, text]) =>
    hiddenIds
      .filter((id) => !key.includes(id) && new RegExp(`"${id}"`).test(text))
      .map((id) => `${id}: ${key.slice(0, 200)}`),
  );
  expect(naming).toEqual([]);
});
