import { beforeAll, expect, test } from '@jest/globals';
import { load } from '../../../src/exchange/seed/load-datasets.js';
import { answer, ask, askAsEditor, edit, graph, useGraph } from '../../support/graph.js';
import { PUBLIC } from '../../support/secrets.js';
import { loadDoubles, withDoubles } from './duplicates.js';
import { merge, merged, notSame, preview, recordLines, undo } from './merge-requests.js';

useGraph();
beforeAll(loadDoubles, 120_000);

const AGAIN = 'person-fx-anders-again';
const ANDERS = 'person-fx-anders';
const THIRD = 'person-fx-anders-third';

const candidates = async (id: string) => {
  const { found } = await edit(
    'query ($id: ID!) { found: duplicateCandidates(id: $id) { entity { id } names identifiers } }',
    { id },
  );
  return found;
};
const entries = async () => {
  const [row] = await graph().read({ name: 'journal', text: 'MATCH (c:Clock) RETURN c.sequence AS count' }, {});
  return row?.count;
};

test('duplicateCandidates gives entities with the same identifier, then those with the same name', async () => {
  expect(await candidates(AGAIN)).toEqual([
    { entity: { id: THIRD }, names: [], identifiers: ['OFFICERS 17'] },
    { entity: { id: ANDERS }, names: ['Tomas Anders'], identifiers: [] },
  ]);
  expect(await candidates('unit-fx-u3')).toEqual([
    { entity: { id: 'unit-fx-u3-again' }, names: ['3rd Battalion of Velmora'], identifiers: [] },
  ]);
  expect(await candidates('person-fx-nobody')).toEqual([]);
});

test('mergePreview lists what moves, by kind, and what will conflict, and writes nothing', async () => {
  const count = await entries();
  const listing = await preview(AGAIN, ANDERS);
  expect(listing).toMatchObject({
    from: { id: AGAIN, name: 'Tómas Anders' },
    into: { id: ANDERS, name: 'Tomas Anders' },
    claims: [
      { kind: 'Fact', count: 1 },
      { kind: 'Identifier', count: 1 },
      { kind: 'Measure', count: 1 },
      { kind: 'Name', count: 2 },
      { kind: 'Posting', count: 1 },
    ],
    findings: ['finding-fx-of-again', 'finding-fx-of-both'],
    decision: null,
    userErrors: [],
  });
  expect(
    listing.claims.every(({ count: number, ids }: { count: number; ids: string[] }) => ids.length === number),
  ).toBe(true);
  expect(listing.alreadyStated).toHaveLength(1);
  expect(
    listing.conflicts.map(({ kind, message }: { kind: string; message: string }) => `${kind}: ${message}`).sort(),
  ).toEqual([
    'FACTS: BORN 1970; BORN 1971.',
    'IDENTIFIERS: OFFICERS 17; OFFICERS 18.',
    'OVERLAPPING_POSTS: person-fx-anders, STAFF at unit-fx-u4 from 2022-01-01 to 2022-02-28; person-fx-anders, COMMANDER at unit-fx-u2 from 2021-06-01 to 2022-04-14.',
  ]);
  expect(await entries()).toBe(count);
});

test('only an editor may preview, merge, undo or decide', async () => {
  const input = '{ from: "person-fx-anders-again", into: "person-fx-anders", reason: "x" }';
  for (const source of [
    `{ mergePreview(from: "${AGAIN}", into: "${ANDERS}") { seenAt } }`,
    `{ duplicateCandidates(id: "${AGAIN}") { names } }`,
    `{ merges(id: "${AGAIN}") { id } }`,
    `mutation { personMerge(input: ${input}) { userErrors { code } } }`,
    `mutation { unitMerge(input: ${input}) { userErrors { code } } }`,
    'mutation { mergeUndo(input: { mergeId: "merge-1", reason: "x" }) { userErrors { code } } }',
    `mutation { notSame(input: { a: "${AGAIN}", b: "${ANDERS}", reason: "x" }) { userErrors { code } } }`,
  ]) {
    const { errors } = await ask(source);
    expect(errors.map(({ originalError }) => (originalError as { code?: string } | undefined)?.code)).toEqual([
      'FORBIDDEN',
    ]);
  }
});

test('a decision that two entities are not the same ends the candidacy, is in the preview, and prevents the merge in either direction', async () => {
  expect(await notSame(ANDERS, AGAIN)).toMatchObject({
    decision: { a: ANDERS, b: AGAIN, reason: 'Born in different years.', by: 'Test Editor' },
    entry: { action: 'NOT_SAME', subjects: [ANDERS, AGAIN] },
    userErrors: [],
  });
  expect((await candidates(AGAIN)).map(({ entity }: { entity: { id: string } }) => entity.id)).toEqual([THIRD]);
  expect((await preview(AGAIN, ANDERS)).decision).toMatchObject({ a: ANDERS, b: AGAIN });
  for (const [from, into] of [
    [AGAIN, ANDERS],
    [ANDERS, AGAIN],
  ] as const) {
    const { merge: made, entry, userErrors } = await merge('person', from, into);
    expect([made, entry]).toEqual([null, null]);
    expect(userErrors).toMatchObject([{ code: 'DECIDED', field: ['input', 'despiteDecision'] }]);
    expect(userErrors[0].message).toContain('Born in different years.');
  }
  expect((await notSame(AGAIN, ANDERS)).userErrors).toMatchObject([{ code: 'UNCHANGED' }]);
});

test('a decision that two entities are not the same holds for an entity that one of them was merged into', async () => {
  const id = await merged('person', AGAIN, THIRD);
  expect((await merge('person', THIRD, ANDERS)).userErrors).toMatchObject([{ code: 'DECIDED' }]);
  expect((await candidates(THIRD)).map(({ entity }: { entity: { id: string } }) => entity.id)).toEqual([]);
  expect((await undo(id)).userErrors).toEqual([]);
});

test('a merge despite such a decision is possible where it is asked for, and is in the journal', async () => {
  const done = await merge('person', AGAIN, ANDERS, { despiteDecision: true, reason: 'The register was wrong.' });
  expect(done).toMatchObject({ userErrors: [], entry: { reason: 'The register was wrong.' } });
  const [row] = await graph().read(
    {
      name: 'entry',
      text: "MATCH (e:JournalEntry {action: 'PERSON_MERGE'}) RETURN e.content AS content ORDER BY e.sequence DESC LIMIT 1",
    },
    {},
  );
  expect(JSON.parse(String(row?.content))).toMatchObject({
    from: AGAIN,
    into: ANDERS,
    despiteDecision: true,
    decision: expect.stringMatching(/^not-same-/),
  });
  const { merges } = await edit('query ($id: ID!) { merges(id: $id) { from into state } }', { id: AGAIN });
  expect(merges).toEqual([
    { from: AGAIN, into: ANDERS, state: 'MERGED' },
    { from: AGAIN, into: THIRD, state: 'UNMERGED' },
  ]);
  expect((await undo(done.merge.id)).userErrors).toEqual([]);
});

test('a merge is refused where the claims of the two have changed since the preview', async () => {
  const { seenAt } = await preview('person-fx-berg', 'person-fx-holt');
  await merged('person', 'person-fx-eklund', 'person-fx-berg');
  const late = await merge('person', 'person-fx-berg', 'person-fx-holt', { seenAt });
  expect(late.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['input', 'seenAt'] }]);
  const now = (await preview('person-fx-berg', 'person-fx-holt')).seenAt;
  const id = await merged('person', 'person-fx-berg', 'person-fx-holt', { seenAt: now });
  expect((await undo(id)).userErrors).toEqual([]);
});

test('the preview and the merge give the same errors, and write nothing', async () => {
  const count = await entries();
  const cases: readonly (readonly ['person' | 'unit', string, string, string, RegExp])[] = [
    ['person', ANDERS, ANDERS, 'BAD_INPUT', /two different ids/],
    ['person', 'person-fx-nobody', ANDERS, 'NOT_FOUND', /no person person-fx-nobody/],
    ['person', 'unit-fx-u3', ANDERS, 'NOT_FOUND', /no person unit-fx-u3/],
    ['unit', 'body-fx-lantern', 'unit-fx-u3', 'NOT_FOUND', /no unit body-fx-lantern/],
    ['unit', 'org-fx-ministry', 'unit-fx-u0', 'UNSUPPORTED', /is a body too/],
    ['person', 'person-fx-berg', 'person-fx-kesh', 'INVARIANT', /More readers may see/],
    ['unit', 'unit-fx-u3', 'unit-fx-u2', 'INVARIANT', /unit-fx-u2 cannot be its own superior/],
    ['unit', 'unit-fx-u3', 'unit-fx-unknown-brigade', 'INVARIANT', /stand-in: it holds no posts/],
  ];
  for (const [kind, from, into, code, message] of cases) {
    const { userErrors } = await merge(kind, from, into);
    expect([from, into, userErrors[0].code, message.test(userErrors[0].message)]).toEqual([from, into, code, true]);
    if (from === 'unit-fx-u3' && kind === 'unit') {
      const errors = (await preview(from, into)).userErrors;
      expect(errors.map(({ message: text }: { message: string }) => text)).toEqual(
        userErrors.map(({ message: text }: { message: string }) => text),
      );
    }
  }
  const { data } = await askAsEditor(
    `mutation { personMerge(input: { from: "${AGAIN}", into: "${ANDERS}", reason: " " }) { userErrors { code field } } }`,
  );
  expect(data.personMerge.userErrors).toEqual([{ code: 'BAD_INPUT', field: ['input', 'reason'] }]);
  expect((await undo('merge-nothing')).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'mergeId'] }]);
  expect(await entries()).toBe(count);
});

test('a placeholder may be merged into the unit that it stands for', async () => {
  const { entity, userErrors } = await merge('unit', 'unit-fx-unknown-brigade', 'unit-fx-u2');
  expect([entity?.id, userErrors]).toEqual(['unit-fx-u2', []]);
});

test('a load of the same files after a merge changes nothing', async () => {
  const id = await merged('person', AGAIN, ANDERS, { despiteDecision: true });
  const before = await recordLines(PUBLIC);
  expect(await load(graph(), withDoubles(), '2027-01-01T00:00:00.000Z')).toMatchObject({ created: 0, retracted: 0 });
  expect(await recordLines(PUBLIC)).toEqual(before);
  expect((await undo(id)).userErrors).toEqual([]);
});

test('the undoing of a merge reports and keeps what was added or changed after the merge', async () => {
  const id = await merged('person', AGAIN, ANDERS, { despiteDecision: true });
  const [mine] = await graph().read(
    {
      name: 'restated',
      text: 'MATCH (f:Fact)-[:OF]->(:Person {id: $into}) WHERE f.restates IS NOT NULL AND f.retractedAt IS NULL RETURN f.id AS id, f.restates AS original',
    },
    { into: ANDERS },
  );
  const { record } = await answer('query ($id: ID!) { record: node(id: $id) { id ... on Fact { version } } }', {
    id: mine?.id,
  });
  const corrected = await edit(
    `mutation ($id: ID!, $version: String!) { done: claimCorrect(input: { id: $id, version: $version, reason: "Misread.", record: { fact: {
      of: "${ANDERS}", property: "BORN", value: "1969", cites: [{ report: "report-fx-archive-2023", pinpoint: "p. 14" }] } } }) { claim { id } userErrors { message } } }`,
    { id: mine?.id, version: record.version },
  );
  expect(corrected.done.userErrors).toEqual([]);
  const undone = await undo(id);
  expect(undone.userErrors).toEqual([]);
  expect(undone.left).toEqual([{ original: mine?.original, standIn: mine?.id }]);
  expect(undone.restored).not.toContain(mine?.original);
  expect(undone.stays).toEqual([corrected.done.claim.id]);
  const { person } = await answer(`{ person(id: "${AGAIN}") { facts { value } names { value } } }`);
  expect(person.facts).toEqual([]);
  expect(person.names).toHaveLength(2);
});
