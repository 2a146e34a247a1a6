import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const QUESTION = `query ($id: ID!, $on: Date!, $incident: ID, $lens: EvidenceLens) { person(id: $id) { caseStatus(on: $on, incident: $incident, lens: $lens) {
  person { id } on stage since findings { status item { id: statementId marks sources { reportId } } } basis { contentHash } } } }`;

const statusOfPerson = async (person: string, on: string, more: object = {}) =>
  (await answer(QUESTION, { id: `person-fx-${person}`, on, ...more })).person.caseStatus;
const findingTexts = (status: { findings: readonly { status: string; item: { id: string } }[] }) =>
  status.findings.map((one) => `${one.item.id.replace('finding-fx-', '')} ${one.status}`);

test('the stage of a case is CONVICTED until the appeal reverses the conviction, and then ACQUITTED', async () => {
  expect(await statusOfPerson('carls', '2024-02-13')).toMatchObject({ stage: 'NO_FINDING', since: null, findings: [] });
  const before = await statusOfPerson('carls', '2024-06-01');
  expect(before).toMatchObject({ on: '2024-06-01', stage: 'CONVICTED', since: '2024-02-14' });
  expect(findingTexts(before)).toEqual(['d STANDING']);
  const after = await statusOfPerson('carls', '2025-02-01');
  expect(after).toMatchObject({ stage: 'ACQUITTED', since: '2025-01-20' });
  expect(findingTexts(after)).toEqual(['d OVERTURNED', 'e STANDING']);
});

test('a conviction in the status of a case is marked as reversed and as doubted, whatever the day', async () => {
  const { findings } = await statusOfPerson('carls', '2024-06-01');
  expect(findings[0].item.marks).toEqual(['OVERTURNED', 'UNFAIR_TRIAL_REPORTED']);
});

test('the stage of a case is WARRANT_ISSUED from the day on which a warrant was decided', async () => {
  expect((await statusOfPerson('anders', '2023-05-10')).stage).toBe('NO_FINDING');
  expect(await statusOfPerson('anders', '2023-05-11')).toMatchObject({ stage: 'WARRANT_ISSUED', since: '2023-05-11' });
  expect((await statusOfPerson('anders', '2026-11-21')).stage).toBe('WARRANT_ISSUED');
});

test('the status of a case on one incident rests on findings that concern that incident', async () => {
  expect((await statusOfPerson('anders', '2024-01-01', { incident: 'incident-fx-i1' })).stage).toBe('WARRANT_ISSUED');
  expect((await statusOfPerson('carls', '2024-06-01', { incident: 'incident-fx-i1' })).stage).toBe('NO_FINDING');
});

test('the status of a case follows a lens that excludes the judgment, or reports after a day', async () => {
  expect(
    (await statusOfPerson('carls', '2025-02-01', { lens: { excludeReports: ['report-fx-appeal-2025'] } })).stage,
  ).toBe('CONVICTED');
  expect(
    (await statusOfPerson('carls', '2024-06-01', { lens: { excludeReports: ['report-fx-judgment-2024'] } })).stage,
  ).toBe('NO_FINDING');
});

test('the status of a case on a hidden incident gives the same answer as on one that does not exist', async () => {
  for (const incident of ['incident-fx-i7', 'incident-none'])
    expect(await statusOfPerson('anders', '2026-01-01', { incident })).toBeNull();
  expect((await answer(QUESTION, { id: 'person-fx-kesh', on: '2026-01-01' })).person).toBeNull();
  const editor = await answer(QUESTION, { id: 'person-fx-kesh', on: '2026-01-01', incident: 'incident-fx-i7' }, [
    'PUBLIC',
    'PARTNER',
    'CONFIDENTIAL',
  ]);
  expect(editor.person.caseStatus.stage).toBe('NO_FINDING');
  expect(findingTexts(editor.person.caseStatus)).toEqual(['i7-confidential STANDING']);
});

test('the status of a case takes four statements, five with an incident, and gives the same bytes twice', async () => {
  const alone = await ask(QUESTION, { id: 'person-fx-carls', on: '2025-02-01' });
  const narrowed = await ask(QUESTION, { id: 'person-fx-carls', on: '2025-02-01', incident: 'incident-fx-i2' });
  expect([...alone.errors, ...narrowed.errors]).toEqual([]);
  expect([alone.statements.length, narrowed.statements.length]).toEqual([4, 5]);
  expect(JSON.stringify((await ask(QUESTION, { id: 'person-fx-carls', on: '2025-02-01' })).data)).toBe(
    JSON.stringify(alone.data),
  );
});
