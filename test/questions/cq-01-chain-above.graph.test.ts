import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, MOST_STATEMENTS, SOURCED_CHAIN, toldChain } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const ABOVE = `query ($unit: ID!, $on: Date!) {
  unit(id: $unit) { chainWithSources(on: $on) { chain { ...Chain } basis { ...Basis } } } } ${SOURCED_CHAIN} ${ITEM} ${BASIS}`;

test('Who stood above unit U on day D, to the top, with post, dates and source of each link?', async () => {
  const { answers, statements } = await competency('cq-01', ABOVE, { unit: 'unit-fx-u3', on: '2022-03-20' });
  const [{ unit }] = answers;
  const lines = toldChain(unit.chainWithSources.chain);
  expect(lines).toEqual([
    'COMMANDER CITED: Edda Carls: Commander of the 3rd Battalion, 3rd Battalion of Velmora, from 2022-01-01, until 2022-12-31. [archive-2023, observer-2023]',
    'CITED: 3rd Battalion of Velmora stands under the command of 2nd Brigade of Velmora, from 2022-01-01, until 2022-05-31. [archive-2023, un-2022]',
    'COMMANDER CITED: Tomas Anders: Commander of the 2nd Brigade, 2nd Brigade of Velmora, from 2021-06-01, until 2022-04-14. [archive-2023, observer-2023]',
    'DEPUTY CITED: Jens Holt: Deputy commander of the 2nd Brigade, 2nd Brigade of Velmora, from 2021-09-01, last cited 2022-12-31. [observer-2023]',
    'beside: 2nd Brigade of Velmora is administered by Ministry of Defence of Velmora, from 2021-01-01, last cited 2023-12-31. [ministry-yearbook-2024]',
    'CITED: 2nd Brigade of Velmora stands under the command of 1st Army of Velmora, from 2021-01-01, last cited 2023-12-31. [archive-2024]',
    'COMMANDER CITED: Ivor Dahl: Commander of the 1st Army, 1st Army of Velmora, from 2021-01-01, last cited 2023-12-31. [courier-2024, wire-2024]',
    'CITED: 1st Army of Velmora stands under the command of General Staff of Velmora, from 2021-01-01, last cited 2023-12-31. [veterans-2024]',
    'COMMANDER CITED: Magnus Falk: Chief of the General Staff, General Staff of Velmora, from 2021-01-01, last cited 2023-12-31. [archive-2024, ministry-yearbook-2024]',
    'General Staff of Velmora: NO_SUPERIOR_CITED',
  ]);
  expect(lines.join()).not.toMatch(/Berg|Gran/);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
