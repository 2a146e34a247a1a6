import { expect, test } from '@jest/globals';
import {
  BASIS,
  BRIEF_ITEM,
  competency,
  Level,
  MOST_STATEMENTS,
  SOURCED_CHAIN,
  unitsOf,
} from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const PUBLISHED_BY = `query ($unit: ID!, $on: Date!, $by: Date) { unit(id: $unit) {
  chainWithSources(on: $on, lens: { publishedBy: $by }) { chain { ...Chain } basis { ...Basis } } } }
  ${SOURCED_CHAIN} ${BRIEF_ITEM} ${BASIS}`;

/** The units with those who hold posts in them. */
const linesOf = (chain: { readonly levels: readonly Level[] }) =>
  unitsOf(chain).map(({ unit, posts }) => [unit.name, ...posts.map(({ person }) => person.name)].join(': '));

test('How does the chain differ when only reports published by day K count?', async () => {
  const variables = { unit: 'unit-fx-u3', on: '2022-03-20' };
  const { answers, statements } = await competency(
    'cq-06',
    PUBLISHED_BY,
    { ...variables, by: '2022-12-31' },
    { ...variables, by: '2023-06-30' },
    { ...variables, by: null },
  );
  expect(answers.map(({ unit }) => linesOf(unit.chainWithSources.chain))).toEqual([
    ['3rd Battalion of Velmora', '2nd Brigade of Velmora'],
    ['3rd Battalion of Velmora: Edda Carls', '2nd Brigade of Velmora: Tomas Anders: Jens Holt'],
    [
      '3rd Battalion of Velmora: Edda Carls',
      '2nd Brigade of Velmora: Tomas Anders: Jens Holt',
      '1st Army of Velmora: Ivor Dahl',
      'General Staff of Velmora: Magnus Falk',
    ],
  ]);
  const [, byJune] = answers.map(({ unit }) => unitsOf(unit.chainWithSources.chain).at(-1));
  expect(byJune?.gaps).toEqual(['NO_SUPERIOR_CITED']);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
