import { beforeAll, describe, expect, test } from '@jest/globals';
import { dump } from '../../support/fictional.js';
import { answer, ask, edit, graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PARTNER, PUBLIC } from '../../support/secrets.js';
import {
  ACCEPT,
  CITES,
  CORRECT,
  claimWhere,
  create,
  DISPUTE,
  entries,
  faults,
  mutate,
  on,
  posting,
  RETRACT,
  versionOf,
} from './edit-requests.js';

useGraph('fictional');

const POSTINGS = `query ($recordedBy: DateTime) { person(id: "person-fx-anders", lens: { recordedBy: $recordedBy }) {
  names { id value corrects } postings(on: "2022-03-20", cover: [CITED, OPEN, NONE]) { totalCount nodes {
    id version corrects recordedAt role title rank note status range { first last } citations { pinpoint report { id title } } } } } }`;
const clock = async () => {
  const [row] = await graph().read({ name: 'clock', text: 'MATCH (c:Clock) RETURN c.at AS at' }, {});
  return String(row?.at);
};
const stored = async (id: string) => {
  const [row] = await graph().read(
    { name: 'one', text: 'MATCH (n:Record {id: $id}) RETURN n {.*, standing: null} AS it' },
    { id },
  );
  return row?.it as Record<string, unknown>;
};

let old: string;
beforeAll(async () => {
  old = (await create(posting())).record.id;
});

describe('a correction of a claim', () => {
  let made: string;

  test('is a new claim that names the old one, which is retracted and otherwise unchanged', async () => {
    const before = await stored(old);
    const count = await entries();
    const { claim, entry, userErrors } = await mutate(CORRECT, await on(old, { record: posting({ role: 'DEPUTY' }) }));
    made = claim.id;
    expect(userErrors).toEqual([]);
    expect(claim).toMatchObject({ __typename: 'Posting', corrects: old, status: 'ACCEPTED', note: null });
    expect(made).not.toBe(old);
    expect(entry).toMatchObject({ sequence: count + 1, action: 'CLAIM_CORRECT', subjects: [old, made] });
    expect(await stored(old)).toEqual({ ...before, retractedAt: entry.at, retraction: 'EDITED' });
    expect((await stored(made)).recordedAt).toBe(entry.at);
    expect(await entries()).toBe(count + 1);
  });

  test('is what readers see from then on, and an earlier instant gives the same bytes as before', async () => {
    const recordedBy = await clock();
    const before = JSON.stringify(await answer(POSTINGS, { recordedBy }));
    const { claim } = await mutate(CORRECT, await on(made, { record: posting({ role: 'SPOKESPERSON' }) }));
    expect(JSON.stringify(await answer(POSTINGS, { recordedBy }))).toBe(before);
    const { person } = await answer(POSTINGS);
    const ids = person.postings.nodes.map(({ id }: { id: string }) => id);
    expect(ids).toContain(claim.id);
    expect(ids).not.toContain(made);
    made = claim.id;
  });

  test.each([
    ['a claim that is not there', { id: 'claim-none', version: 'x' }, 'id NOT_FOUND'],
    ['a person', { id: 'person-fx-anders', version: 'x' }, 'id UNSUPPORTED'],
  ])('is refused for %s', async (_what, target, fault) => {
    const input = { ...target, reason: 'For a test.', record: posting() };
    expect(faults(await mutate(CORRECT, input))).toEqual([`input.${fault}`]);
  });

  test.each([['incident-fx-i1'], ['finding-fx-a'], ['report-fx-un-2022']])(
    'is refused for %s where it is another kind of record',
    async (id) => {
      const payload = await mutate(CORRECT, await on(id, { record: posting() }));
      expect(faults(payload)).toEqual(['input.record BAD_INPUT']);
      expect(payload.userErrors[0]?.message).toContain(`, as ${id} is; got posting.`);
    },
  );

  test.each([
    ['says the same', {}, 'record UNCHANGED'],
    ['is of another person that is not there', { person: 'person-fx-nobody' }, 'record.posting.person INVARIANT'],
    [
      'has no date',
      { range: { first: 'x', firstBound: 'START', last: '2020', lastBound: 'END' } },
      'record.posting.range.first BAD_INPUT',
    ],
  ])('is refused where it %s', async (_what, more, fault) => {
    const record = posting({ role: 'SPOKESPERSON', ...more });
    const before = await dump();
    expect(faults(await mutate(CORRECT, await on(made, { record })))).toEqual([`input.${fault}`]);
    expect(await dump()).toEqual(before);
  });

  test('is refused with a record of another kind', async () => {
    const record = { measure: { kind: 'TRAINING', on: '2020', concerns: ['unit-fx-u3'], cites: CITES } };
    expect(faults(await mutate(CORRECT, await on(made, { record })))).toEqual(['input.record BAD_INPUT']);
  });

  test('to the content of a retracted claim needs a note, and is then a new claim', async () => {
    const refused = await mutate(CORRECT, await on(made, { record: posting() }));
    expect(faults(refused)).toEqual(['input.record.posting.note RETRACTED']);
    const { claim } = await mutate(CORRECT, await on(made, { record: posting({ note: 'He was, after all.' }) }));
    expect(claim).toMatchObject({ corrects: made, note: 'He was, after all.' });
    expect(claim.id).not.toBe(old);
  });

  test('to the content of another claim is refused with the id of that claim', async () => {
    const first = (await create(posting({ rank: 'one' }))).record.id;
    const second = (await create(posting({ rank: 'two' }))).record.id;
    const payload = await mutate(CORRECT, await on(first, { record: posting({ rank: 'two' }) }));
    expect(faults(payload)).toEqual(['input.record TAKEN']);
    expect(payload.userErrors[0]?.got).toBe(second);
  });
});

describe('a retracted claim', () => {
  test('cannot be created again unchanged', async () => {
    const payload = await create(posting());
    expect(faults(payload)).toEqual(['input.record.posting.note RETRACTED']);
    expect(payload.userErrors[0]?.message).toContain('give it a note with the reason');
  });

  test.each([
    ['corrected', CORRECT, { record: posting({ rank: 'three' }) }],
    ['disputed', DISPUTE, { status: 'CONFLICT' }],
    ['accepted', ACCEPT, {}],
    ['taken back again', RETRACT, {}],
  ])('cannot be %s, with any version', async (_what, source, more) => {
    const { id, version } = { id: old, version: 'stale' };
    const stale = await mutate(source, { id, version, reason: 'For a test.', ...more });
    expect(faults(stale)).toEqual(['input.version CONFLICT']);
    expect(stale.userErrors[0]?.message).toMatch(/was retracted at .* Its version is [0-9a-f]{16}\.$/);
    const now = { id, version: stale.userErrors[0]?.expected, reason: 'For a test.', ...more };
    expect(faults(await mutate(source, now))).toEqual(['input.id RETRACTED']);
  });
});

describe('a dispute of a claim', () => {
  let id: string;
  beforeAll(async () => {
    id = (await create(posting({ rank: 'four', note: 'First note.' }))).record.id;
  });

  test('is a new claim with the status, the reason and further reports', async () => {
    const cites = [{ report: 'report-fx-wire-2024', pinpoint: 'p. 2', paraphrase: 'Says otherwise.' }];
    const payload = await mutate(DISPUTE, await on(id, { status: 'CONFLICT', reason: 'The agency differs.', cites }));
    expect(payload.userErrors).toEqual([]);
    expect(payload.claim).toMatchObject({
      corrects: id,
      status: 'CONFLICT',
      note: 'First note.\nIn conflict: The agency differs.',
    });
    expect(payload.claim.citations.map(({ report }: { report: { id: string } }) => report.id)).toEqual([
      'report-fx-archive-2024',
      'report-fx-wire-2024',
    ]);
    expect(payload.entry.action).toBe('CLAIM_DISPUTE');
    const { recordedAt, hash, corrects, retractedAt, retraction, ...before } = await stored(id);
    expect(retraction).toBe('EDITED');
    expect(await stored(payload.claim.id)).toMatchObject({
      ...before,
      id: payload.claim.id,
      status: 'CONFLICT',
      note: 'First note.\nIn conflict: The agency differs.',
    });
    id = payload.claim.id;
  });

  test('removes the claim, where it is an issue, from what counts by default', async () => {
    const counts = async (lens: string) =>
      (await answer(`{ person(id: "person-fx-anders", lens: ${lens}) { postings { totalCount } } }`)).person.postings
        .totalCount;
    const before = await counts('{}');
    const { claim } = await mutate(DISPUTE, await on(id, { status: 'ISSUE' }));
    expect(await counts('{}')).toBe(before - 1);
    expect(await counts('{ statuses: [ACCEPTED, CONFLICT, ISSUE] }')).toBe(before);
    id = claim.id;
  });

  test('ends with the acceptance of the claim', async () => {
    const { claim, entry } = await mutate(ACCEPT, await on(id, { reason: 'Checked with the agency.' }));
    expect(claim).toMatchObject({ corrects: id, status: 'ACCEPTED' });
    expect(claim.note).toMatch(/\nAccepted: Checked with the agency\.$/);
    expect(entry.action).toBe('CLAIM_ACCEPT');
    expect(faults(await mutate(ACCEPT, await on(claim.id)))).toEqual(['input.id UNCHANGED']);
    id = claim.id;
  });

  test.each<[string, object, string]>([
    ['a report that is not there', { cites: [{ report: 'report-fx-none' }] }, 'cites.0.report INVARIANT'],
    ['an id that is none', { cites: [{ report: 'x' }] }, 'cites.0.report BAD_INPUT'],
    ['a report that is too early', { cites: [{ report: 'report-fx-gazetteer' }] }, 'cites INVARIANT'],
    ['a reason that is too long', { reason: 'x'.repeat(2_001) }, 'reason BAD_INPUT'],
  ])('with %s is refused', async (_what, more, fault) => {
    const payload = await mutate(DISPUTE, await on(id, { status: 'CONFLICT', ...more }));
    expect(new Set(faults(payload))).toEqual(new Set([`input.${fault}`]));
  });

  test('with a reason for which the note of the claim has no room is refused', async () => {
    const posting = {
      person: 'person-fx-anders',
      at: 'unit-fx-u9',
      role: 'STAFF',
      note: 'x'.repeat(19_950),
      cites: CITES,
    };
    const { record } = await create({ posting });
    const payload = await mutate(DISPUTE, await on(record.id, { status: 'CONFLICT', reason: 'y'.repeat(100) }));
    expect(faults(payload)).toEqual(['input.reason BAD_INPUT']);
  });

  test('is refused for an incident', async () => {
    const payload = await mutate(DISPUTE, await on('incident-fx-i1', { status: 'ISSUE' }));
    expect(faults(payload)).toEqual(['input.id UNSUPPORTED']);
  });
});

describe('an edit of a hidden record', () => {
  test('is invisible to public readers and partners in fields, counts and versions', async () => {
    const question = `{ datasets { id version } people { totalCount } search(text: "Nachtfalter") { matched }
      person(id: "person-fx-anders") { facts { id value } names { id version } } }`;
    const before = [await answer(question, {}, PUBLIC), await answer(question, {}, PARTNER)];
    const hidden = { property: 'CODENAME', value: 'Nachtfalter', access: 'CONFIDENTIAL', cites: CITES };
    const { record } = await create({ fact: { of: 'person-fx-anders', ...hidden } });
    await create({
      name: { of: 'person-fx-anders', value: 'Nachtfalter', access: 'CONFIDENTIAL', kind: 'ALIAS', cites: CITES },
    });
    await create({
      person: { id: 'person-fx-hidden', names: [{ value: 'Nachtfalter', access: 'CONFIDENTIAL' }], cites: CITES },
    });
    const { claim } = await mutate(DISPUTE, await on(record.id, { status: 'CONFLICT' }));
    expect([await answer(question, {}, PUBLIC), await answer(question, {}, PARTNER)]).toEqual(before);
    for (const id of [record.id, claim.id, 'person-fx-hidden'])
      expect((await ask('query ($id: ID!) { node(id: $id) { id } }', { id }, PUBLIC)).data).toEqual({ node: null });
    expect((await answer('{ search(text: "Nachtfalter") { matched } }', {}, CONFIDENTIAL)).search).not.toEqual([]);
  });

  test('does not name the hidden claim that it corrects, where it makes a claim public', async () => {
    const fact = { of: 'person-fx-anders', property: 'CODENAME', value: 'Falter', cites: CITES };
    const { record } = await create({ fact: { ...fact, access: 'CONFIDENTIAL' } });
    const { claim } = await mutate(CORRECT, await on(record.id, { record: { fact } }));
    expect(claim.corrects).toBe(record.id);
    const question = 'query ($id: ID!) { node(id: $id) { ... on Fact { value corrects } } }';
    expect(await answer(question, { id: claim.id }, PUBLIC)).toEqual({ node: { value: 'Falter', corrects: null } });
    expect(await answer(question, { id: claim.id }, CONFIDENTIAL)).toEqual({
      node: { value: 'Falter', corrects: record.id },
    });
  });
});

describe('two editors at once', () => {
  test('correct the same claim: one succeeds, and the other gets the present version', async () => {
    const { record } = await create(posting({ rank: 'five' }));
    const version = await versionOf(record.id);
    const count = await entries();
    const tries = await Promise.all(
      ['Ada', 'Bela', 'Cora', 'Dora'].map((name) =>
        mutate(CORRECT, { id: record.id, version, reason: name, record: posting({ rank: name }) }, name),
      ),
    );
    const won = tries.filter(({ userErrors }) => userErrors.length === 0);
    const lost = tries.filter(({ userErrors }) => userErrors.length > 0);
    expect(won).toHaveLength(1);
    expect(lost.map(faults)).toEqual([
      ['input.version CONFLICT'],
      ['input.version CONFLICT'],
      ['input.version CONFLICT'],
    ]);
    expect(lost[0]?.userErrors[0]?.message).toContain(`was retracted at ${won[0]?.entry.at}`);
    expect(await entries()).toBe(count + 1);
    expect(won[0]?.entry.actor).toBe(won[0]?.entry.reason);
    expect(await claimWhere(`(n:Posting) WHERE n.rank IN ['five', 'Ada', 'Bela', 'Cora', 'Dora']`)).toBe(
      won[0]?.claim.id,
    );
  });

  test('add the same record, which is stored once', async () => {
    const count = await entries();
    const tries = await Promise.all(['Ada', 'Bela', 'Cora'].map(() => create(posting({ rank: 'six' }))));
    expect(tries.map(({ created }) => created).sort()).toEqual([false, false, true]);
    expect(new Set(tries.map(({ record }) => record.id)).size).toBe(1);
    expect(await entries()).toBe(count + 1);
  });

  test('see the same version of a record in every field that shows it', async () => {
    const { incident, nodes } = await edit(
      '{ incident(id: "incident-fx-i1") { version } nodes(ids: ["incident-fx-i1", "report-fx-un-2022", "finding-fx-a"]) { ... on Recorded { version } } }',
    );
    expect(nodes[0].version).toBe(incident.version);
    expect(new Set(nodes.map(({ version }: { version: string }) => version)).size).toBe(3);
  });
});
