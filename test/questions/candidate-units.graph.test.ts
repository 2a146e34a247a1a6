import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

interface Candidate {
  readonly unit: { readonly id: string };
  readonly kilometres: number;
  readonly daysApart: number;
}

/** Candidates as `u3 10 km 0 days`, in the order of the answer. */
async function candidates(incident: string, args = '', lens = ''): Promise<string[]> {
  const root = lens === '' ? '' : `, lens: {${lens}}`;
  const { incident: found } = await answer(
    `{ incident(id: "incident-fx-${incident}"${root}) { candidates${args} { unit { id } kilometres daysApart } } }`,
  );
  return found.candidates.map(
    ({ unit, kilometres, daysApart }: Candidate) =>
      `${unit.id.replace('unit-fx-', '')} ${kilometres} km ${daysApart} days`,
  );
}

test('candidates near the unattributed killings at Tarnmoor are the battalion, ten kilometres away, and no other unit', async () => {
  expect(await candidates('i4')).toEqual(['u3 10 km 0 days']);
});

test('a candidate at the place of the incident is 0 kilometres away', async () => {
  expect(await candidates('i5')).toEqual(['u9 0 km 0 days']);
});

test('candidates in a larger radius and over more days are more units, nearest in place first, then in time', async () => {
  expect(await candidates('i4', '(radius: 150, days: 365)')).toEqual([
    'u8 0 km 265 days',
    'u3 10 km 0 days',
    'u9 67.7 km 0 days',
    'u4 111.3 km 0 days',
    'u3 111.3 km 71 days',
  ]);
});

test('candidates include units at the limits of radius and days, and exclude those beyond', async () => {
  expect(await candidates('i4', '(radius: 9.9)')).toEqual([]);
  expect(await candidates('i4', '(radius: 10.1)')).toEqual(['u3 10 km 0 days']);
  expect(await candidates('i4', '(radius: 120, days: 70)')).not.toContain('u3 111.3 km 71 days');
  expect(await candidates('i4', '(radius: 120, days: 71)')).toContain('u3 111.3 km 71 days');
  expect(await candidates('i4', '(radius: 1, days: 264)')).toEqual([]);
  expect(await candidates('i4', '(radius: 1, days: 265)')).toEqual(['u8 0 km 265 days']);
});

test('a candidate has the claim that positions it, its citations and a reason in one sentence', async () => {
  const { incident } = await answer(`{ incident(id: "incident-fx-i4") { candidates { reason
    positioning { kind unit { id } location { name } citations { pinpoint report { id } } } } } }`);
  expect(incident.candidates).toEqual([
    {
      reason:
        'A source says that it had a site 10.0 km from the place of the incident, at the time (2022-03-01 to 2022-03-31).',
      positioning: {
        kind: 'SITE',
        unit: { id: 'unit-fx-u3' },
        location: { name: 'Camp Osk' },
        citations: [
          { pinpoint: 'p. 18', report: { id: 'report-fx-archive-2023' } },
          { pinpoint: 'para. 14', report: { id: 'report-fx-un-2022' } },
        ],
      },
    },
  ]);
});

test('a candidate is never counted as an attribution', async () => {
  const { incident } = await answer(
    '{ incident(id: "incident-fx-i4") { candidates { unit { id } } attributions { totalCount } } }',
  );
  expect(incident).toEqual({ candidates: [{ unit: { id: 'unit-fx-u3' } }], attributions: { totalCount: 0 } });
});

test('a candidate is excluded by a lens that excludes every report of its positioning', async () => {
  expect(await candidates('i4', '', 'excludeReports: ["report-fx-un-2022"]')).toEqual(['u3 10 km 0 days']);
  expect(await candidates('i4', '', 'excludeReports: ["report-fx-un-2022", "report-fx-archive-2023"]')).toEqual([]);
});

test('the candidates of many incidents take as many statements as those of one', async () => {
  const question = (first: number) =>
    ask(`{ incidents(first: ${first}) { nodes { id candidates { unit { id } positioning { id } } } } }`);
  const [one, six] = [await question(1), await question(6)];
  expect(one.data.incidents.nodes).toHaveLength(1);
  expect(six.data.incidents.nodes).toHaveLength(6);
  expect(six.statements).toEqual(['incidents', 'candidate units', 'Unit by id']);
  expect(one.statements).toEqual(six.statements);
});

test.each([
  ['radius: 0', 'Expected `radius` above 0 and up to 500 kilometres; got 0.'],
  ['radius: -1', 'Expected `radius` above 0 and up to 500 kilometres; got -1.'],
  ['radius: 501', 'Expected `radius` above 0 and up to 500 kilometres; got 501.'],
  ['days: -1', 'Expected `days` from 0 to 365; got -1.'],
  ['days: 366', 'Expected `days` from 0 to 365; got 366.'],
])('candidates(%s) is refused', async (args, message) => {
  const { errors } = await ask(`{ incident(id: "incident-fx-i4") { candidates(${args}) { reason } } }`);
  expect(errors.map((error) => error.message)).toEqual([message]);
});
