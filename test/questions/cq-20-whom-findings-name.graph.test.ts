import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';
import { short } from '../support/list.js';

useGraphToRead('fictional');

const ABOUT = `query ($about: [ID!]) { findings(filter: { about: $about }, orderBy: PUBLISHED, first: 100) { nodes {
  id proofDomain about { __typename ... on Person { name } ... on Unit { name } } citations { pinpoint report { title } } } } }`;

interface About {
  readonly id: string;
  readonly proofDomain: string;
  readonly about: readonly (Named & { readonly __typename: string })[];
}

test('Which findings name person P, which only the unit, which only the State?', async () => {
  const about = ['person-fx-anders', 'person-fx-carls', 'unit-fx-u3', 'org-fx-ministry'];
  const { answers, statements } = await competency('cq-20', ABOUT, { about });
  const found: readonly About[] = answers[0].findings.nodes;
  const linesOf = (whom: (finding: About) => boolean) =>
    found.filter(whom).map(({ id, about: [one] }) => `${short(id)}: ${one?.name}`);
  const isState = ({ proofDomain }: About) => proofDomain === 'STATE_RESPONSIBILITY';
  const namesPerson = (finding: About) => finding.about.some(({ __typename }) => __typename === 'Person');
  expect(linesOf(namesPerson)).toEqual(['c: Tomas Anders', 'd: Edda Carls', 'e: Edda Carls']);
  expect(linesOf((finding) => !namesPerson(finding) && !isState(finding))).toEqual([
    'a: 3rd Battalion of Velmora',
    'g: 3rd Battalion of Velmora',
    'b: 3rd Battalion of Velmora',
  ]);
  expect(linesOf(isState)).toEqual(['f: Ministry of Defence of Velmora']);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
