import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';
import { short } from '../support/list.js';

useGraphToRead('fictional');

const OTHER_SIDE = `query ($unit: ID!) { findings(filter: { about: [$unit] }, first: 100) { nodes {
  id title standardAsStated about { ... on Unit { name countries } } concerns { title citations { pinpoint report { title } } }
  citations { pinpoint report { title } } } } }`;

interface OtherSide {
  readonly id: string;
  readonly about: readonly (Named & { readonly countries: readonly string[] })[];
  readonly concerns: readonly { readonly title: string }[];
  readonly standardAsStated: string;
}

const textOf = ({ id, about, concerns, standardAsStated }: OtherSide) =>
  `${short(id)}: ${about.map(({ name, countries }) => `${name} (${countries.join()})`).join()}, ${concerns.map(({ title }) => title).join()}, ${standardAsStated}`;

test('Which findings concern the other side?', async () => {
  const { answers, statements } = await competency('cq-26', OTHER_SIDE, { unit: 'unit-fx-other-side' });
  const [{ findings }] = answers;
  expect(findings.nodes.map(textOf)).toEqual([
    'i6-un: Border Guard Regiment of Kesteria (XY), Ill-treatment of prisoners of the brigade at Stell Prison, reasonable grounds to conclude',
  ]);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
