import { expect, test } from '@jest/globals';
import { competency, MOST_STATEMENTS, Named } from '../support/competency.js';
import { useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const NEAR = `query ($incident: ID!, $radius: Float!) { incident(id: $incident) { title candidates(days: 30, radius: $radius) {
  unit { name } kilometres daysApart reason positioning { kind citations { pinpoint report { title } } } } } }`;

interface Candidate {
  readonly unit: Named;
  readonly kilometres: number;
  readonly daysApart: number;
}

const textOf = ({ unit, kilometres, daysApart }: Candidate) => `${unit.name}: ${kilometres} km, ${daysApart} days`;

test('Which units were positioned near an unattributed incident?', async () => {
  const variables = { incident: 'incident-fx-i4' };
  const { answers, statements } = await competency(
    'cq-10',
    NEAR,
    { ...variables, radius: 35 },
    { ...variables, radius: 200 },
  );
  const [near, far] = answers.map(({ incident }) => incident.candidates.map(textOf));
  expect(near).toEqual(['3rd Battalion of Velmora: 10 km, 0 days']);
  expect(far).toEqual([
    '3rd Battalion of Velmora: 10 km, 0 days',
    'Reed Militia: 67.7 km, 0 days',
    'Task Force Heron: 111.3 km, 0 days',
    '2nd Brigade of Velmora: 159.7 km, 0 days',
  ]);
  expect(far.join()).not.toMatch(/Engineer/);
  expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
});
