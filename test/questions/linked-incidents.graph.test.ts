import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';

/** Campaigns, their strikes and their periods, on the real datasets. */

useGraphToRead('amnesty-ukraine', 'public-record');

const CAMPAIGN = 'incident-energy-strikes-2022-10-10-to-2023-03-09';
const ITEM = 'statementId label marks throughIncident { id }';
const matrixOf = (person: string, incident: string) =>
  answer(`{ commandResponsibility(person: "${person}", incident: "${incident}") { warnings matrix { on
    spans { from to posts { statementId } } linkedIncidents { mark incident { id } }
    elements { element grade holdsFor { from to } supporting { ${ITEM} } context { ${ITEM} } missing } } } }`).then(
    ({ commandResponsibility: { matrix, warnings } }) => ({
      ...matrix,
      warnings,
      of: (name: string) => matrix.elements.find(({ element }: { element: string }) => element === name),
    }),
  );
const chainDay = (incident: string, on = '') =>
  answer(`{ incident(id: "${incident}") { chainsOfCommand${on} { on } } }`).then(
    (data) => data.incident.chainsOfCommand.on,
  );

interface ItemRow {
  readonly statementId: string;
  readonly label: string;
  readonly marks: string[];
  readonly throughIncident: { readonly id: string } | null;
}

test('the first strike on energy finds the warrants and the Commission of its campaign, and notice of the other strikes', async () => {
  const { of, on } = await matrixOf('person-sergei-surovikin', 'incident-energy-strikes-2022-10-10');
  expect(on).toBe('2022-10-10');
  const crime = of('UNDERLYING_CRIME');
  expect(crime.grade).not.toBe('NO_EVIDENCE');
  expect(crime.supporting.length).toBeGreaterThan(0);
  expect(
    crime.supporting.every(
      ({ marks, throughIncident }: ItemRow) => marks.includes('FROM_THE_WHOLE') && throughIncident?.id === CAMPAIGN,
    ),
  ).toBe(true);
  expect(crime.context).toContainEqual(
    expect.objectContaining({
      marks: expect.arrayContaining(['FROM_ANOTHER_PART']),
      throughIncident: { id: 'incident-energy-strikes-october-2022' },
    }),
  );
  const { notice } =
    await answer(`{ notice(person: "person-sergei-surovikin", incident: "incident-energy-strikes-2022-10-10") {
    people { notices { on time bearsOn incident { id } item { marks sources { reportId } } } } } }`);
  expect(notice.people[0].notices).toContainEqual({
    on: '2022-10-20',
    time: 'BEFORE_END_OF_POST',
    bearsOn: 'PUNISHING_ONLY',
    incident: { id: 'incident-energy-strikes-october-2022' },
    item: {
      marks: ['FROM_ANOTHER_PART'],
      sources: expect.arrayContaining([{ reportId: 'report-aiusa-2022-10-20-energy-infrastructure' }]),
    },
  });
});

test('the strike of 31 December finds its campaign too, and the campaign the notice of its strikes', async () => {
  const { of } = await matrixOf('person-valery-gerasimov', 'incident-energy-strikes-2022-12-31');
  expect(of('UNDERLYING_CRIME').grade).not.toBe('NO_EVIDENCE');
  const { notice } = await answer(`{ notice(person: "person-sergei-surovikin", incident: "${CAMPAIGN}") {
    people { notices { on time bearsOn incident { id } item { marks } } } } }`);
  expect(notice.people[0].notices).toContainEqual({
    on: '2022-10-20',
    time: 'DURING_INCIDENT',
    bearsOn: 'PREVENTING_THE_REST_AND_PUNISHING',
    incident: { id: 'incident-energy-strikes-october-2022' },
    item: { marks: ['FROM_A_PART'] },
  });
});

test('the campaign is judged over all its days, cut where the command of the joint group changes', async () => {
  const { on, of, spans } = await matrixOf('person-sergei-surovikin', CAMPAIGN);
  expect(on).toBeNull();
  expect(spans[0].from).toBe('2022-10-10');
  expect(spans.at(-1).to).toBe('2023-03-09');
  expect(spans.some(({ from }: { from: string }) => from === '2023-01-12')).toBe(true);
  expect(of('SUPERIOR_STATUS')).toMatchObject({ grade: 'INDICATED' });
  expect(of('SUPERIOR_STATUS').holdsFor[0].from).toBe('2022-10-10');
});

test.each([
  ['incident-invasion-of-ukraine', '2022-08-24'],
  ['incident-cluster-munitions-2022', '2022-09-21'],
])('%s went on, and may be asked about as of %s', async (incident, day) => {
  expect(await chainDay(incident, `(on: "${day}")`)).toBe(day);
});

test.each(['incident-cluster-munitions-2022', 'incident-forcible-transfer-2022'])(
  '%s is not judged on a day before the invasion of which it is a part',
  async (incident) => {
    expect(await chainDay(incident)).toBe('2022-02-24');
  },
);

test.each([
  ['person-vladimir-putin', 'incident-deportation-of-children', '2023-03-15'],
  ['person-maria-lvova-belova', 'incident-deportation-of-children', '2023-03-15'],
])('to %s a report of the time of %s (%s) bears on preventing the rest of it', async (person, incident, published) => {
  const { notice } = await answer(`{ notice(person: "${person}", incident: "${incident}") {
    people { notices { on time bearsOn incident { id } } } } }`);
  expect(notice.people[0].notices).toContainEqual({
    on: published,
    time: 'DURING_INCIDENT',
    bearsOn: 'PREVENTING_THE_REST_AND_PUNISHING',
    incident: { id: incident },
  });
});

test('the commander of the joint group held the post between the claim of its start and that of its end', async () => {
  const { commandResponsibility } = await answer(`{ commandResponsibility(person: "person-sergei-surovikin",
    incident: "${CAMPAIGN}", on: "2022-12-15") { matrix { elements { element supporting { says cover } } } } }`);
  const status = commandResponsibility.matrix.elements.find(
    ({ element }: { element: string }) => element === 'SUPERIOR_STATUS',
  );
  expect(status.supporting).toContainEqual({
    says: expect.stringMatching(/Commander of the joint group of forces in Ukraine.*from 2022-10-08/),
    cover: 'IMPRECISE',
  });
});
