import { expect, test } from '@jest/globals';
import { Context } from '../../../src/context.js';
import { extend } from '../../../src/exchange/reconciliation/extend.js';
import { reconcile } from '../../../src/exchange/reconciliation/match.js';
import { PROPERTIES } from '../../../src/exchange/reconciliation/properties.rules.js';
import { BATCH_SIZE } from '../../../src/exchange/reconciliation/reconciliation-request.js';
import { Reader } from '../../../src/graph/graph.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { graph, useGraphToRead } from '../../support/graph.js';

useGraphToRead('fictional', 'amnesty-ukraine');

const NAMES = [
  'Tomas Anders',
  '2nd Brigade of Velmora',
  'Tarnmoor',
  'Kyiv',
  'Tribunal for Velmora',
  'Xqzwv',
  'Сергій Виргалець',
];

async function cost(work: (context: Context) => Promise<unknown>) {
  const reader = new Reader(graph());
  await work(new Context(reader, ['PUBLIC'], await publishedThrough(graph())));
  return [...reader.statements].sort();
}

test('a batch of fifty queries takes as many statements as one query', async () => {
  const queries = (size: number) =>
    Array.from({ length: size }, (_, index) => [`q${index}`, { query: NAMES[index % NAMES.length] ?? '' }] as const);
  const statements = ['reconciliation candidates', 'reconciliation entities', 'reconciliation posts'];
  expect(await cost((context) => reconcile(context, context.view(), queries(1)))).toEqual(statements);
  expect(await cost((context) => reconcile(context, context.view(), queries(BATCH_SIZE)))).toEqual(statements);
});

test('a batch with every property takes one statement more for each relation and one for its ids, for one query or fifty', async () => {
  const properties = PROPERTIES.map(({ id }) => ({ pid: id, v: ['unit-fx-u2', 'GEONAMES:703448'] }));
  const queries = (size: number) =>
    Array.from(
      { length: size },
      (_, index) =>
        [`q${index}`, { ...(index % 2 === 0 && { query: NAMES[index % NAMES.length] }), properties }] as const,
    );
  const one = await cost((context) => reconcile(context, context.view(), queries(2)));
  // The last one follows the id of the unit, in case it was merged away.
  expect(one).toHaveLength(3 + 6 + 1 + 1);
  expect(await cost((context) => reconcile(context, context.view(), queries(BATCH_SIZE)))).toEqual(one);
});

test('data extension takes as many statements for five hundred ids as for one', async () => {
  const rows = await graph().read({ name: 'test', text: 'MATCH (n:Entity) RETURN n.id AS id ORDER BY id' }, {});
  const ids = rows.map(({ id }) => String(id));
  expect(ids.length).toBeGreaterThan(50);
  const properties = PROPERTIES.map(({ id }) => ({ id }));
  const costOf = (some: string[]) => cost((context) => extend(context, context.view(), { ids: some, properties }));
  expect(await costOf(ids)).toEqual(await costOf(['unit-fx-u2']));
});
