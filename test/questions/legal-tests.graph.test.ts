import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';

/** Answers about the datasets of the public record under several legal tests. */

useGraphToRead('amnesty-ukraine', 'public-record');

const QUERY = `query ($person: ID!, $incident: ID!, $framework: Framework!) {
  commandResponsibility(person: $person, incident: $incident, framework: $framework) { matrix { elements {
    element grade because supporting { id: statementId marks } context { id: statementId marks } missing } } } }`;

interface Graded {
  readonly element: string;
  readonly grade: string;
  readonly because: readonly string[];
  readonly context: readonly { readonly id: string; readonly marks: readonly string[] }[];
}

async function elementsOf(person: string, incident: string, framework: string): Promise<Graded[]> {
  return (await answer(QUERY, { person, incident, framework })).commandResponsibility.matrix.elements;
}

test.each([
  'incident-kharkiv-smerch-2022-02-24',
  'incident-ukrainian-bases-in-residential-areas-2022',
  'incident-military-use-of-zaporizhzhia-plant',
])('no finding calls %s a crime, and no source links a person to it, so that no matrix grades it', async (incident) => {
  const variables = { person: 'person-vladimir-putin', incident, framework: 'ROME_STATUTE_28A' };
  expect((await answer(QUERY, variables)).commandResponsibility.matrix).toBeNull();
});

test('the warrant over the deportation of children alleges every element of Article 28(b), and nothing of Article 28(a)', async () => {
  const grades = async (framework: string) =>
    (await elementsOf('person-vladimir-putin', 'incident-deportation-of-children', framework)).filter(
      ({ grade }) => grade === 'ALLEGED',
    );
  expect((await grades('ROME_STATUTE_28B')).map(({ element }) => element)).toEqual(
    expect.arrayContaining([
      'KNOWLEDGE',
      'WITHIN_RESPONSIBILITY',
      'FAILURE_TO_PREVENT',
      'FAILURE_TO_PUNISH_OR_SUBMIT',
      'CAUSATION',
    ]),
  );
  expect(await grades('ROME_STATUTE_28A')).toEqual([]);
});

test('the warrants over the strikes on energy allege ordering and acting jointly, with no evidence beside', async () => {
  const campaign = 'incident-energy-strikes-2022-10-10-to-2023-03-09';
  for (const person of ['person-sergei-shoigu', 'person-valery-gerasimov', 'person-sergei-kobylash']) {
    const ordering = await elementsOf(person, campaign, 'ROME_STATUTE_25_3B');
    expect(ordering.find(({ element }) => element === 'ORDER')?.grade).toBe('ALLEGED');
    const jointly = await elementsOf(person, campaign, 'ROME_STATUTE_25_3A_JOINTLY');
    expect(jointly.find(({ element }) => element === 'COMMON_PLAN')?.grade).toBe('ALLEGED');
  }
  const surovikin = await elementsOf('person-sergei-surovikin', campaign, 'ROME_STATUTE_25_3B');
  expect(surovikin.find(({ element }) => element === 'ORDER')?.grade).toBe('NO_EVIDENCE');
});
