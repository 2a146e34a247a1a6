import { beforeAll, describe, expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { openChanges } from '../../../src/exchange/sync/changes-json-lines.js';
import { Reader } from '../../../src/graph/graph.js';
import { moveFindings, moveFindingsBack } from '../../../src/writing/merge/findings.change.js';
import { graph, useGraph } from '../../support/graph.js';
import { PUBLIC } from '../../support/secrets.js';
import { here, toldOf } from './public-changes.js';
import { changesIn, contextFor, feed } from './read-feed.js';
import { bringBack, changed, instants, record, takeBack } from './write-changes.js';

useGraph('fictional');

const UN = [{ report: 'report-fx-un-2022' }];
const FIRST = [{ report: 'report-test-first' }];
const now = instants();

/** A place in Velmora whose name one report gives, and whose coordinates another. */
let nameOfPlace = '';
beforeAll(async () => {
  await record(now(), {
    reports: ['first', 'second'].map((name) => ({
      id: `report-test-${name}`,
      title: name,
      publisher: 'body-fx-observer',
      publishedOn: '2023-01-01',
    })),
    bodies: [],
    locations: [
      {
        id: 'location-test',
        kind: 'PLACE',
        latitude: 10.5,
        longitude: 10.25,
        coordinatesFrom: 'report-test-second',
        names: ['Testholm'],
        cites: FIRST,
      },
    ],
    incidents: [
      {
        id: 'incident-test',
        title: 'At Testholm',
        kinds: ['KILLING'],
        first: '2022-03-05 START',
        last: '2022-03-05 END',
        location: 'location-test',
        cites: UN,
      },
    ],
  });
  const [row] = await graph().read({ name: 'test', text: "MATCH (n:Name {value: 'Testholm'}) RETURN n.id AS id" }, {});
  nameOfPlace = String(row?.id);
}, 60_000);

describe('the feed of changes', () => {
  test('has an added record with its line, and a deleted one with its id and kind alone', async () => {
    const since = await here();
    const [id = ''] = await record(now(), {
      measures: [{ kind: 'NONE_REPORTED', on: '2022-04', concerns: ['unit-fx-u3'], cites: UN }],
    });
    const [added] = changesIn(await feed(PUBLIC, { since }));
    expect(added).toMatchObject({
      op: 'ADD',
      id,
      kind: 'Measure',
      record: { id, labels: ['Claim', 'Measure', 'Record'] },
    });
    const then = await here();
    await takeBack(now(), id);
    expect(changesIn(await feed(PUBLIC, { since: then }))).toEqual([{ op: 'DEL', id, kind: 'Measure' }]);
    expect(changesIn(await feed(PUBLIC, { since }))).toEqual([]);
    await bringBack(now(), id);
    expect(changesIn(await feed(PUBLIC, { since }))).toEqual([added]);
    expect(changesIn(await feed(PUBLIC, { since: then }))).toEqual([]);
  });

  test('deletes a place with its only name, and the link of the incident to it', async () => {
    const tombstones = await toldOf(() => takeBack(now(), nameOfPlace));
    expect(tombstones).toEqual({ [nameOfPlace]: 'DEL', 'incident-test': 'MOD', 'location-test': 'DEL' });
    const back = await toldOf(() => bringBack(now(), nameOfPlace));
    expect(back).toEqual({ [nameOfPlace]: 'ADD', 'incident-test': 'MOD', 'location-test': 'ADD' });
  });

  test('deletes a place with the only report of its name, and all that rests on that report alone', async () => {
    const range = { first: '2022-03-06 START', last: '2022-03-06 END' };
    const attributions = [{ to: 'unit-fx-u3', by: 'body-fx-observer', cites: UN }];
    const [, attribution = ''] = await record(now(), {
      incidents: [{ id: 'incident-test-two', title: 'Two', kinds: ['KILLING'], ...range, attributions, cites: FIRST }],
    });
    expect(await toldOf(() => takeBack(now(), 'report-test-first'))).toEqual({
      [attribution]: 'MOD',
      [nameOfPlace]: 'DEL',
      'incident-test': 'MOD',
      'incident-test-two': 'DEL',
      'location-test': 'DEL',
      'report-test-first': 'DEL',
    });
    await bringBack(now(), 'report-test-first');
  });

  test('deletes coordinates with the report that they are from', async () => {
    const changes = await toldOf(() => takeBack(now(), 'report-test-second'));
    expect(changes).toEqual({ 'location-test': 'MOD', 'report-test-second': 'DEL' });
    expect(await toldOf(() => bringBack(now(), 'report-test-second'))).toEqual({
      'location-test': 'MOD',
      'report-test-second': 'ADD',
    });
  });

  test('has a further name of an entity, and not the entity', async () => {
    const changes = await toldOf(() =>
      record(now(), {
        people: [{ id: 'person-fx-anders', extends: true, names: [{ value: 'T. Anders', kind: 'ALIAS', cites: UN }] }],
      }),
    );
    expect(Object.values(changes)).toEqual(['ADD']);
    expect(Object.keys(changes)[0]).toMatch(/^claim-/);
  });

  test('has a finding that was moved to another person with its new link', async () => {
    const [row] = await graph().read(
      {
        name: 'test',
        text: "MATCH (n:Finding {access: 'PUBLIC'})-[:ABOUT]->(p:Person) WHERE EXISTS { (n)-[:CITES]->(:Report {access: 'PUBLIC'}) } RETURN n.id AS id, p.id AS person ORDER BY id LIMIT 1",
      },
      {},
    );
    const [id, from] = [String(row?.id), String(row?.person)];
    const into = 'person-fx-carls';
    const since = await here();
    const mergedAt = now();
    expect(await toldOf(() => changed(mergedAt, (tx, at) => moveFindings(tx, { from, into, at })))).toMatchObject({
      [id]: 'MOD',
    });
    const moved = changesIn(await feed(PUBLIC, { since })).find((change) => change.id === id);
    expect(moved?.record?.links).toContainEqual({ type: 'ABOUT', to: into, properties: {} });
    expect(moved?.record?.links).not.toContainEqual({ type: 'ABOUT', to: from, properties: {} });
    const back = await toldOf(() => changed(now(), (tx, at) => moveFindingsBack(tx, { from, into, at, mergedAt })));
    expect(back).toMatchObject({ [id]: 'MOD' });
    expect(changesIn(await feed(PUBLIC, { since }))).toEqual([]);
  });
});

test('a feed of changes takes four statements and one for each page, asks after each whether it was corrected meanwhile, and counts a state once', async () => {
  const since = await here();
  await record(now(), {
    people: Array.from({ length: 30 }, (_, index) => ({
      id: `person-test-${index}`,
      names: [`Test ${index}`],
      cites: UN,
    })),
  });
  const statementsOf = async (pageSize: number) => {
    const context = await contextFor(PUBLIC);
    for await (const _ of await openChanges(context, { since }, pageSize));
    return context.reader.statements;
  };
  const once = await statementsOf(1_000);
  expect(once).toEqual([
    'export: datasets',
    'export: datasets',
    'changes: width',
    'later corrections',
    ...['changes: candidates', 'later corrections'],
    ...['later corrections', 'export: counts', 'later corrections'],
  ]);
  const pages = await statementsOf(20);
  expect(pages).toEqual([
    'export: datasets',
    'export: datasets',
    'changes: width',
    'later corrections',
    ...Array(4).fill(['changes: candidates', 'later corrections']).flat(),
  ]);
});

test('a feed of changes stops reading the graph when its client disconnects', async () => {
  const away = new AbortController();
  const reader = new Reader(graph(), away.signal);
  const context = new Context(reader, PUBLIC, (await contextFor(PUBLIC)).through);
  const lines = (await openChanges(context, {}, 20))[Symbol.asyncIterator]();
  expect((await lines.next()).done).toBe(false);
  const read = reader.statements.length;
  away.abort();
  await expect(lines.next()).rejects.toThrow();
  expect(reader.statements).toHaveLength(read);
});
