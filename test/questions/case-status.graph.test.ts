import { expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional');

const QUESTION = `query ($id: ID!, $on: Date!, $incident: ID, $lens: EvidenceLens) { person(id: $id) { caseStatus(on: $on, incident: $incident, lens: $lens) {
  person { id } on word since findings { status item { id marks sources { reportId } } } basis { contentHash } } } }`;

const asked = async (person: string, on: string, more: object = {}) =>
  (await answer(QUESTION, { id: `person-fx-${person}`, on, ...more })).person.caseStatus;
const told = (status: { findings: readonly { status: string; item: { id: string } }[] }) =>
  status.findings.map((one) => `${one.item.id.replace('finding-fx-', '')} ${one.status}`);

test('a conviction gives the word until the appeal reverses it; then the acquittal does', async () => {
  expect(await asked('carls', '2024-02-13')).toMatchObject({ word: 'NO_FINDING', since: null, findings: [] });
  const before = await asked('carls', '2024-06-01');
  expect(before).toMatchObject({ on: '2024-06-01', word: 'CONVICTED', since: '2024-02-14' });
  expect(told(before)).toEqual(['d STANDING']);
  const after = await asked('carls', '2025-02-01');
  expect(after).toMatchObject({ word: 'ACQUITTED', since: '2025-01-20' });
  expect(told(after)).toEqual(['d OVERTURNED', 'e STANDING']);
});

test('the marks of a conviction tell of its reversal and of doubts on the trial, whatever the day', async () => {
  const { findings } = await asked('carls', '2024-06-01');
  expect(findings[0].item.marks).toEqual(['OVERTURNED', 'UNFAIR_TRIAL_REPORTED']);
});

test('a warrant gives the word from the day on which it was decided', async () => {
  expect((await asked('anders', '2023-05-10')).word).toBe('NO_FINDING');
  expect(await asked('anders', '2023-05-11')).toMatchObject({ word: 'WANTED', since: '2023-05-11' });
  expect((await asked('anders', '2026-11-21')).word).toBe('WANTED');
});

test('an incident narrows it to findings that concern it', async () => {
  expect((await asked('anders', '2024-01-01', { incident: 'incident-fx-i1' })).word).toBe('WANTED');
  expect((await asked('carls', '2024-06-01', { incident: 'incident-fx-i1' })).word).toBe('NO_FINDING');
});

test('under a lens without the judgment, and as far as published before the appeal', async () => {
  expect((await asked('carls', '2025-02-01', { lens: { excludeReports: ['report-fx-appeal-2025'] } })).word).toBe(
    'CONVICTED',
  );
  expect((await asked('carls', '2024-06-01', { lens: { excludeReports: ['report-fx-judgment-2024'] } })).word).toBe(
    'NO_FINDING',
  );
});

test('of an incident that the reader may not see nothing is told, as of one that does not exist', async () => {
  for (const incident of ['incident-fx-i7', 'incident-none'])
    expect(await asked('anders', '2026-01-01', { incident })).toBeNull();
  expect((await answer(QUESTION, { id: 'person-fx-kesh', on: '2026-01-01' })).person).toBeNull();
  const editor = await answer(QUESTION, { id: 'person-fx-kesh', on: '2026-01-01', incident: 'incident-fx-i7' }, [
    'PUBLIC',
    'PARTNER',
    'CONFIDENTIAL',
  ]);
  expect(editor.person.caseStatus.word).toBe('NO_FINDING');
  expect(told(editor.person.caseStatus)).toEqual(['i7-confidential STANDING']);
});

test('four statements, five with an incident, and the same bytes twice', async () => {
  const alone = await ask(QUESTION, { id: 'person-fx-carls', on: '2025-02-01' });
  const narrowed = await ask(QUESTION, { id: 'person-fx-carls', on: '2025-02-01', incident: 'incident-fx-i2' });
  expect([...alone.errors, ...narrowed.errors]).toEqual([]);
  expect([alone.statements.length, narrowed.statements.length]).toEqual([4, 5]);
  expect(JSON.stringify((await ask(QUESTION, { id: 'person-fx-carls', on: '2025-02-01' })).data)).toBe(
    JSON.stringify(alone.data),
  );
});
