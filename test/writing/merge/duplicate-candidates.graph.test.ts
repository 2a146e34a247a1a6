import { beforeAll, expect, test } from '@jest/globals';
import type { Clearance } from '../../../src/model/lens.js';
import { duplicatesOf } from '../../../src/writing/merge/duplicates.lookup.js';
import { askAsEditor, edit, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PUBLIC } from '../../support/secrets.js';
import { create, mutate, on, RETRACT } from '../edit/edit-requests.js';
import { loadDoubles } from './duplicates.js';
import { contextFor, merged, notSame } from './merge-requests.js';

/** Who is proposed as the same, where names are written in other ways. */

useGraph();

const CITES = [{ report: 'report-fx-archive-2023', pinpoint: 'p. 14' }];
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'person-fx-latin': ['Sergei Surovikin'],
  'person-fx-german': ['Sergej Surowikin'],
  'person-fx-cyrillic': ['Суровікін Сергій'],
  'person-fx-slip': ['Sergei Surovkin'],
  'person-fx-father': ['Ivan Keller', 'I. Keller'],
  'person-fx-son': ['Igor Keller', 'I. Keller'],
};

beforeAll(async () => {
  await loadDoubles();
  for (const [id, names] of Object.entries(NAMES)) {
    const made = await create({ person: { id, names: names.map((value) => ({ value })), cites: CITES } });
    expect(made.userErrors).toEqual([]);
  }
}, 120_000);

const QUERY = 'query ($id: ID!) { duplicateCandidates(id: $id) { entity { id } score reason name otherName } }';
const candidates = async (id: string) => (await edit(QUERY, { id })).duplicateCandidates;
const idsFor = async (id: string) => (await candidates(id)).map(({ entity }: { entity: { id: string } }) => entity.id);

test('people with the same name in another romanisation, script or order or with a slip are proposed, each with a score and why', async () => {
  expect(await candidates('person-fx-latin')).toEqual([
    {
      entity: { id: 'person-fx-german' },
      score: 95,
      reason: 'SAME_NAME_IN_OTHER_LETTERS',
      name: 'Sergei Surovikin',
      otherName: 'Sergej Surowikin',
    },
    {
      entity: { id: 'person-fx-cyrillic' },
      score: 90,
      reason: 'SAME_NAME_IN_OTHER_ORDER',
      name: 'Sergei Surovikin',
      otherName: 'Суровікін Сергій',
    },
    {
      entity: { id: 'person-fx-slip' },
      score: 86,
      reason: 'SIMILAR_NAME',
      name: 'Sergei Surovikin',
      otherName: 'Sergei Surovkin',
    },
  ]);
  expect(await idsFor('person-fx-cyrillic')).toContain('person-fx-latin');
});

test('a father and his son who share initials are proposed with 80, not as the same name', async () => {
  expect(await candidates('person-fx-father')).toEqual([
    { entity: { id: 'person-fx-son' }, score: 80, reason: 'SAME_INITIALS', name: 'I. Keller', otherName: 'I. Keller' },
  ]);
});

test('the names of one and those that are like them are read in one statement each', async () => {
  const { statements } = await askAsEditor(QUERY, { id: 'person-fx-latin' });
  expect(statements).toEqual(['merged into', 'names to compare', 'duplicate candidates', 'Person by id']);
});

const duplicatesFor = async (id: string, clearance: Clearance) => {
  const context = await contextFor(clearance);
  return (await duplicatesOf(context, context.view(), id)).map((duplicate) => duplicate.id);
};

test('a name that the client may not see proposes nobody, in either direction', async () => {
  const secret = { value: 'Vasyl Hordiienko', access: 'CONFIDENTIAL' };
  const dossier = [{ report: 'report-fx-confidential-dossier' }];
  for (const [id, name] of [
    ['person-fx-one', 'One Ennis'],
    ['person-fx-other', 'Other Obert'],
  ])
    await create({ person: { id, names: [{ value: name }], cites: CITES } });
  await create({ name: { of: 'person-fx-one', ...secret, kind: 'ALIAS', cites: dossier } });
  await create({ name: { of: 'person-fx-other', value: 'Василий Гордиенко', kind: 'ALIAS', cites: CITES } });
  for (const [id, twin] of [
    ['person-fx-one', 'person-fx-other'],
    ['person-fx-other', 'person-fx-one'],
  ] as const) {
    expect(await duplicatesFor(id, CONFIDENTIAL)).toEqual([twin]);
    expect(await duplicatesFor(id, PUBLIC)).toEqual([]);
  }
  expect(await duplicatesFor('person-fx-kesh', PUBLIC)).toEqual([]);
});

test('a name that was retracted proposes nobody', async () => {
  await create({ person: { id: 'person-fx-lost', names: [{ value: 'Lorn Lost' }], cites: CITES } });
  const made = await create({
    name: { of: 'person-fx-lost', value: 'Sergey Surovikin', kind: 'ALIAS', cites: CITES },
  });
  expect(await idsFor('person-fx-latin')).toContain('person-fx-lost');
  expect((await mutate(RETRACT, await on(made.record.id))).userErrors).toEqual([]);
  expect(await idsFor('person-fx-latin')).not.toContain('person-fx-lost');
});

test('twins in other letters that somebody has told apart stay out, under the ids of a merge too', async () => {
  expect((await notSame('person-fx-latin', 'person-fx-german')).userErrors).toEqual([]);
  expect(await idsFor('person-fx-latin')).toEqual(['person-fx-cyrillic', 'person-fx-slip']);
  expect(await idsFor('person-fx-german')).toEqual(['person-fx-cyrillic', 'person-fx-slip']);
  await merged('person', 'person-fx-cyrillic', 'person-fx-german');
  expect(await idsFor('person-fx-latin')).toEqual(['person-fx-slip']);
});
