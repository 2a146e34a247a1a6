import { expect, test } from '@jest/globals';
import {
  BASIS,
  cited,
  competency,
  ITEM,
  Item,
  MOST_STATEMENTS,
  SOURCED_CHAIN,
  unitsOf,
} from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const ABOVE = `query ($unit: ID!, $on: Date!) {
  unit(id: $unit) { chainWithSources(on: $on) { chain { ...Chain } basis { ...Basis } } } } ${SOURCED_CHAIN} ${ITEM} ${BASIS}`;

test('Which links rest on one source, or on one graded below B2?', async () => {
  const { answers, statements } = await competency('cq-05', ABOVE, { unit: 'unit-fx-u3', on: '2022-03-20' });
  const units = unitsOf(answers[0].unit.chainWithSources.chain);
  const links = units.flatMap((one) => one.links);
  const posts = units.flatMap((one) => one.posts.flatMap(({ items }) => items));
  const single = (items: readonly Item[]) => items.filter((item) => item.independentPublishers === 1).map(cited);
  expect(single(links)).toEqual([
    '2nd Brigade of Velmora stands under the command of 1st Army of Velmora, from 2021-01-01, last cited 2023-12-31. [archive-2024]',
    '1st Army of Velmora stands under the command of General Staff of Velmora, from 2021-01-01, last cited 2023-12-31. [veterans-2024]',
  ]);
  // The courier repeats the wire: two reports, one publisher.
  expect(single(posts)).toEqual([
    'Jens Holt: Deputy commander of the 2nd Brigade, 2nd Brigade of Velmora, from 2021-09-01, last cited 2022-12-31. [observer-2023]',
    'Ivor Dahl: Commander of the 1st Army, 1st Army of Velmora, from 2021-01-01, last cited 2023-12-31. [courier-2024, wire-2024]',
  ]);
  const notFirm = [...links, ...posts].filter(({ firm }) => !firm);
  expect(notFirm.map(({ credibility, sources }) => [credibility, sources])).toEqual([
    [3, [expect.objectContaining({ reportId: 'report-fx-veterans-2024', reliability: 'C' })]],
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
