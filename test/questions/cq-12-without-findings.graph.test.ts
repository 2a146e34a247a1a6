import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const FILTERED = `query ($filter: IncidentFilter!) { incidents(filter: $filter) { nodes {
  title citations { pinpoint report { title } } findings { nodes { type title citations { pinpoint report { title } } } } } } }`;

interface Found {
  readonly title: string;
  readonly findings: { readonly nodes: readonly { readonly type: string }[] };
}

const textOf = ({ title, findings }: Found) => [title, ...findings.nodes.map(({ type }) => type)].join(': ');

test('Which incidents have no finding, or allegations only?', async () => {
  const without = { filter: { hasFinding: false } };
  const only = { filter: { onlyAllegations: true } };
  const { answers, statements } = await competency('cq-12', FILTERED, without, only);
  expect(answers.map(({ incidents }) => incidents.nodes.map(textOf).sort())).toEqual([
    ['Killings at Tarnmoor', 'Shelling of the school at Merrow Pass'],
    ['Burning of homes at Sedra: ALLEGATION'],
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
