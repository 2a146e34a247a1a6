import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, MOST_STATEMENTS, SOURCED_CHAIN, toldChain } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const ABOVE = `query ($unit: ID!, $on: Date!) {
  unit(id: $unit) { chainWithSources(on: $on) { chain { ...Chain } basis { ...Basis } } } } ${SOURCED_CHAIN} ${ITEM} ${BASIS}`;

test('Who stood above unit U on a later day, after it was placed under another command?', async () => {
  const { answers, statements } = await competency('cq-02', ABOVE, { unit: 'unit-fx-u3', on: '2022-07-15' });
  const [{ unit }] = answers;
  const lines = toldChain(unit.chainWithSources.chain);
  expect(lines).toEqual([
    'COMMANDER CITED: Edda Carls: Commander of the 3rd Battalion, 3rd Battalion of Velmora, from 2022-01-01, until 2022-12-31. [archive-2023, observer-2023]',
    'CITED: 3rd Battalion of Velmora stands under the operational command of Task Force Heron, from 2022-06-01, until 2022-08-31. [archive-2023, observer-2022-10]',
    'COMMANDER IMPRECISE: Signe Eklund: Commander of Task Force Heron, Task Force Heron, from 2022-06~, until 2022-08~. [observer-2022-10]',
    'CITED: Task Force Heron stands under the command of General Staff of Velmora, from 2021-01-01, cited until 2022-10-05 and assumed to go on. [observer-2022-10]',
    'CITED: Task Force Heron stands under the command of General Staff of Velmora, from 2021-01-01, last cited 2023-12-31. [archive-2024]',
    'COMMANDER CITED: Magnus Falk: Chief of the General Staff, General Staff of Velmora, from 2021-01-01, last cited 2023-12-31. [archive-2024, ministry-yearbook-2024]',
    'General Staff of Velmora: NO_SUPERIOR_CITED',
  ]);
  expect(lines.join()).not.toMatch(/Berg|Anders|Dahl/);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
