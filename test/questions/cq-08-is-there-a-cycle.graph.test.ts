import { expect, test } from '@jest/globals';
import { BASIS, competency, ITEM, MOST_STATEMENTS, SOURCED_CHAIN, toldChain } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const ABOVE = `query ($unit: ID!, $on: Date!) {
  unit(id: $unit) { chainWithSources(on: $on) { chain { ...Chain } basis { ...Basis } } } } ${SOURCED_CHAIN} ${ITEM} ${BASIS}`;

test('Do the links close a circle?', async () => {
  const [sixth, seventh] = ['unit-fx-u6', 'unit-fx-u7'].map((unit) => ({ unit, on: '2023-03-01' }));
  const { answers, statements } = await competency('cq-08', ABOVE, { ...sixth }, { ...seventh });
  const [six, seven] = answers.map(({ unit }) => unit.chainWithSources.chain);
  expect(six.warnings).toEqual([
    expect.stringMatching(
      /^The links form a cycle: 7th Garrison of Kesteria stands under 6th Garrison of Kesteria and over it; the link claim-\w+ is left out\.$/,
    ),
  ]);
  expect(seven.warnings).toEqual([
    expect.stringMatching(
      /^The links form a cycle: 6th Garrison of Kesteria stands under 7th Garrison of Kesteria and over it; the link claim-\w+ is left out\.$/,
    ),
  ]);
  expect(toldChain(six)).toContain(
    'CITED: 6th Garrison of Kesteria stands under the command of 7th Garrison of Kesteria, first cited 2023-01-01, last cited 2023-05-04. [courier-2023]',
  );
  expect(six.levels[1].units[0].links[0].marks).toEqual(['CONFLICT']);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
