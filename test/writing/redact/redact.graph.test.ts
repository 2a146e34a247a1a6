import { beforeAll, describe, expect, test } from '@jest/globals';
import { verify } from '../../../src/ops/journal/verify.js';
import { changesIn, cursorOf, feed, snapshot } from '../../exchange/sync/read-feed.js';
import { takeBackup } from '../../ops/backup/take-backup.js';
import { answer, graph, useGraph } from '../../support/graph.js';
import {
  ACCEPT,
  CITES,
  CORRECT,
  create,
  DISPUTE,
  ENTRY,
  ERRORS,
  faults,
  mutate,
  on,
  posting,
  RETRACT,
} from '../edit/edit-requests.js';
import { merged } from '../merge/merge-requests.js';

useGraph('fictional');

const REDACT = `mutation ($input: RecordRedactInput!) {
  recordRedact(input: $input) { redacted entries remains { kind holder property } remainsCount ${ENTRY} ${ERRORS} } }`;
const redact = (ids: readonly string[], more: object = {}) =>
  mutate(REDACT, { ids, reason: 'It should never have been here.', ...more });

const verdict = async () => {
  const found: string[] = [];
  const { redacted } = await verify(graph(), { records: true }, (fault) => found.push(fault));
  return { redacted, found };
};

const tamper = (text: string, parameters = {}) => graph().command('test', text, parameters);

/** Where a text stands in the whole graph, by labels. */
const placesOf = async (text: string) =>
  (
    await tamper(
      `CALL () {
         MATCH (n) UNWIND keys(n) AS key WITH n, n[key] AS value RETURN labels(n) AS place, value
         UNION ALL
         MATCH ()-[link]->() UNWIND keys(link) AS key WITH link, link[key] AS value RETURN [type(link)] AS place, value
       }
       WITH place, value WHERE (valueType(value) STARTS WITH 'STRING' AND toLower(value) CONTAINS $text)
         OR (valueType(value) STARTS WITH 'LIST<STRING' AND any(one IN value WHERE toLower(one) CONTAINS $text))
       RETURN place, value`,
      { text: text.toLowerCase() },
    )
  ).map(({ place, value }) => `${place}: ${value}`);

const PUBLIC = ['PUBLIC'] as const;
const VALUE = 'WITNESS-PHONE-555';
/** An incident to record. */
const killing = (id: string, title: string) => ({
  id,
  title,
  kinds: ['KILLING'],
  range: { first: '2022-03-05', firstBound: 'START', last: '2022-03-05', lastBound: 'END' },
  cites: CITES,
});
const identifier = (value: string, more: object = {}) => ({
  identifier: { of: 'person-fx-anders', scheme: 'PHONE', value, cites: CITES, ...more },
});

describe('an identifier that should never have been published', () => {
  let before = { cursor: '', instant: '' };
  let ids: string[] = [];
  let payload: Awaited<ReturnType<typeof redact>>;

  beforeAll(async () => {
    const { record, entry } = await create(identifier(VALUE), { reason: `The number ${VALUE} is his.` });
    const disputed = await mutate(
      DISPUTE,
      await on(record.id, { status: 'CONFLICT', reason: `Others say that ${VALUE} is hers.` }),
    );
    const accepted = await mutate(ACCEPT, await on(disputed.claim.id));
    before = { cursor: cursorOf(await feed([...PUBLIC])), instant: entry.at };
    await mutate(RETRACT, await on(accepted.claim.id));
    ids = [record.id, disputed.claim.id, accepted.claim.id];
    payload = await redact([accepted.claim.id], { words: [VALUE] });
  }, 120_000);

  test('goes with all its copies, and stands nowhere in the graph', async () => {
    expect(payload.userErrors).toEqual([]);
    expect([...payload.redacted].sort()).toEqual([...ids].sort());
    expect(payload.remains).toEqual([]);
    expect(await placesOf(VALUE)).toEqual([]);
  });

  test('leaves a journal that is whole', async () => {
    expect(await verdict()).toEqual({ redacted: 3, found: [] });
    expect(payload.entry).toMatchObject({ action: 'RECORD_REDACT', reason: 'It should never have been here.' });
  });

  test('is in no answer of an earlier instant, and in no export', async () => {
    const source = 'query ($id: ID!, $lens: EvidenceLens) { node(id: $id, lens: $lens) { id } }';
    for (const id of ids)
      expect(await answer(source, { id, lens: { recordedBy: before.instant } })).toEqual({ node: null });
    expect(await snapshot([...PUBLIC], { recordedBy: before.instant })).not.toContain(ids[0]);
  });

  test('is a deletion of its own in the feed, for who may have it and for nobody else', async () => {
    const changes = changesIn(await feed([...PUBLIC], { since: before.cursor }));
    expect(changes).toEqual([...ids].sort().map((id) => ({ op: 'DEL', id, kind: 'Identifier', isRedacted: true })));
    expect(await feed([...PUBLIC])).not.toContain(ids[0]);
    const since = cursorOf(await feed([...PUBLIC], { since: before.cursor }));
    expect(changesIn(await feed([...PUBLIC], { since }))).toEqual([]);
  });

  test('cannot be recorded again', async () => {
    const again = await create(identifier(VALUE));
    expect(faults(again)).toEqual(['input.record.identifier.note RETRACTED']);
    expect(again.userErrors[0]?.message).toContain('was redacted');
  });

  test('stays out of a backup', async () => {
    expect(await takeBackup()).not.toContain(VALUE);
  });

  test('cannot be redacted twice', async () => {
    expect(faults(await redact(ids))).toEqual(['input.ids UNCHANGED']);
  });
});

describe('a redaction of more than one claim', () => {
  const idOf = async (value: string) =>
    String((await tamper('MATCH (n:Name {value: $value}) RETURN n.id AS id LIMIT 1', { value }))[0]?.id);

  test('of a name takes what a merge made of it', async () => {
    const first = 'person-test-first';
    await create({ person: { id: first, names: [{ value: 'Canary Firstname' }], cites: CITES } });
    await merged('person', first, 'person-fx-anders', { reason: 'Canary Firstname is Tomas Anders.' });
    const { redacted, remains, userErrors } = await redact([await idOf('Canary Firstname')], {
      words: ['canary firstname'],
    });
    expect(userErrors).toEqual([]);
    expect(redacted).toHaveLength(2);
    expect(remains).toEqual([]);
    expect(await placesOf('Canary Firstname')).toEqual([]);
    expect((await verdict()).found).toEqual([]);
  });

  test('of a person is refused with what is said of it, and then takes all of that', async () => {
    const id = 'person-test-wrong';
    const facts = [{ property: 'BORN', value: '1979' }];
    await create({ person: { id, names: [{ value: 'Canary Wrongman' }], facts, cites: CITES } });
    await create(posting({ person: id }));
    const refused = await redact([id]);
    expect(faults(refused)).toEqual(['input.withDependents IN_USE']);
    expect(refused.userErrors[0]?.message).toContain('3 further records');
    const { redacted } = await redact([id], { withDependents: true, words: ['Canary Wrongman'] });
    expect(redacted).toHaveLength(4);
    expect(await answer('{ search(text: "Wrongman") { score } person(id: "person-test-wrong") { id } }')).toEqual({
      search: [],
      person: null,
    });
    expect(await placesOf('Canary Wrongman')).toEqual([]);
    expect((await verdict()).found).toEqual([]);
  });

  test('of the only name of a person, or of its only report, is refused while a statement leads to the person', async () => {
    const [id, report] = ['person-test-nameless', 'report-test-nameless'];
    await create({ report: { id: report, title: 'A report', publisher: 'body-fx-lantern', language: 'en' } });
    await create({ person: { id, names: [{ value: 'Canary Nameless' }], cites: [{ ...CITES[0], report }] } });
    const { record } = await create(posting({ person: id }));
    const name = await idOf('Canary Nameless');
    for (const input of [[name], [report]]) {
      const refused = await redact(input, { withDependents: true });
      expect(faults(refused)).toEqual(['input.ids IN_USE']);
      expect(refused.userErrors[0]?.message).toContain(`${id} would be hidden from PUBLIC readers`);
      expect(refused.userErrors[0]?.message).toContain(record.id);
    }
    const { redacted, userErrors } = await redact([name, id], { withDependents: true });
    expect(userErrors).toEqual([]);
    expect([...redacted].sort()).toEqual([name, id, record.id].sort());
    expect((await verdict()).found).toEqual([]);
  });

  test('of what an incident said before a correction leaves what it says now, and tells partners', async () => {
    const id = 'incident-test-word';
    const incident = killing(id, 'Canary Incidentword');
    await create({ incident });
    await mutate(CORRECT, await on(id, { record: { incident: { ...incident, title: 'A killing' } } }));
    const since = cursorOf(await feed([...PUBLIC]));
    const { redacted, remains, userErrors } = await redact([id], { former: true, words: ['Canary Incidentword'] });
    expect(userErrors).toEqual([]);
    expect({ redacted, remains }).toEqual({ redacted: [id], remains: [] });
    expect(await answer(`{ incident(id: "${id}") { title } }`)).toEqual({ incident: { title: 'A killing' } });
    expect(changesIn(await feed([...PUBLIC], { since }))).toMatchObject([{ op: 'MOD', id, isRedacted: true }]);
    expect(await placesOf('Canary Incidentword')).toEqual([]);
    expect((await verdict()).found).toEqual([]);
  });

  test('of what an incident said before a correction leaves the attributions that are older than it', async () => {
    const id = 'incident-test-attributed';
    const incident = killing(id, 'Canary Attributed');
    await create({ incident });
    const { record: attribution, userErrors: none } = await create({
      attribution: { incident: id, to: 'unit-fx-u7', by: 'body-fx-observer', mode: 'NAMED', cites: CITES },
    });
    expect(none).toEqual([]);
    await mutate(CORRECT, await on(id, { record: { incident: { ...incident, title: 'A killing' } } }));
    const { redacted, userErrors } = await redact([id], { former: true, words: ['Canary Attributed'] });
    expect(userErrors).toEqual([]);
    expect(redacted).toEqual([id]);
    expect(await answer(`{ node(id: "${attribution.id}") { id } }`)).toEqual({ node: { id: attribution.id } });
    expect(await placesOf('Canary Attributed')).toEqual([]);
    const all = await redact([id]);
    expect(faults(all)).toEqual(['input.withDependents IN_USE']);
    expect(all.userErrors[0]?.message).toContain(attribution.id);
    expect((await verdict()).found).toEqual([]);
  });

  test('takes words out of proposals, and rejects those that wait', async () => {
    const propose = (value: string) =>
      mutate(
        'mutation ($input: ProposalCreateInput!) { proposalCreate(input: $input) { proposal { id } userErrors { code } } }',
        {
          create: { dataset: 'fictional', reason: 'A proposal.', record: identifier(value) },
        },
      );
    const { proposal, userErrors } = await propose('CANARY-PROPOSAL');
    expect(userErrors).toEqual([]);
    expect((await redact([], { words: ['canary-proposal'] })).userErrors).toEqual([]);
    expect(
      await tamper('MATCH (p:Proposal {id: $id}) RETURN p.state AS state, p.content AS content', { id: proposal.id }),
    ).toEqual([{ state: 'REJECTED', content: '{}' }]);
    expect(await placesOf('canary-proposal')).toEqual([]);
    expect((await verdict()).found).toEqual([]);
  });

  test('takes words out of the journal however they are written', async () => {
    const { entry } = await create(identifier('CANARY-SPACES'), {
      reason: 'It is Zoe\u0301 O’Brien\u00a0Ca\u00adnary.',
    });
    const { record } = await create(identifier('canary\u00a0no\u00adbreak'));
    const { entries, remains } = await redact([], { words: ["Zoé O'Brien Canary", 'Canary nobreak'] });
    expect(entries).toBe(2);
    const journal = 'MATCH (e:JournalEntry {sequence: $sequence}) RETURN e.reason AS reason';
    expect(await tamper(journal, { sequence: entry.sequence })).toEqual([{ reason: 'Redacted.' }]);
    expect(remains).toEqual([{ kind: 'Identifier', holder: record.id, property: 'value' }]);
    expect((await verdict()).found).toEqual([]);
  });

  test('tells where a text still stands, and takes no reason that repeats it', async () => {
    const { record } = await create(identifier('CANARY-TWICE'));
    await create({ fact: { of: 'person-fx-anders', property: 'NOTE', value: 'Known by CANARY-TWICE.', cites: CITES } });
    expect(faults(await redact([record.id], { reason: 'canary-twice is wrong' }))).toEqual(['input.reason BAD_INPUT']);
    const { remains } = await redact([record.id]);
    expect(remains.map(({ kind, property }: { kind: string; property: string }) => `${kind}.${property}`)).toEqual([
      'Fact.value',
      'JournalEntry.content',
    ]);
  });
});

describe('a redaction of one of two reports that a statement cites', () => {
  const report = (id: string, access: string) =>
    create({ report: { id, title: 'Canary report', publisher: 'body-fx-lantern', language: 'en', access } });

  test.each([
    ['sends the statement anew to who may see the other', 'PUBLIC', 'MOD'],
    ['sends a deletion to who may not', 'CONFIDENTIAL', 'DEL'],
  ])('%s', async (_what, access, op) => {
    const [absent, other] = ['gone', 'other'].map((what) => `report-test-${what}-${op.toLowerCase()}`) as [
      string,
      string,
    ];
    await report(absent, 'PUBLIC');
    await report(other, access);
    const cites = [absent, other].map((id) => ({ ...CITES[0], report: id }));
    const { record } = await create(identifier(`CANARY-${op}`, { cites }));
    const since = cursorOf(await feed([...PUBLIC]));
    expect((await redact([absent])).userErrors).toEqual([]);
    const changes = changesIn(await feed([...PUBLIC], { since }));
    expect(changes).toHaveLength(2);
    expect(changes).toContainEqual({ op: 'DEL', id: absent, kind: 'Report', isRedacted: true });
    expect(changes).toContainEqual(expect.objectContaining({ op, id: record.id }));
  });
});

test.each([
  ['a property', "SET n.value = 'CANARY-BACK'", 'value'],
  ['a link', "WITH n MATCH (person:Person {id: 'person-fx-anders'}) CREATE (n)-[:OF]->(person)", 'OF'],
])('%s of a redacted record that came back is a fault', async (_what, write, name) => {
  const { record } = await create(identifier(`CANARY-RETURN-${name}`));
  await redact([record.id], { words: ['CANARY-RETURN'] });
  await tamper(`MATCH (n:Record {id: $id}) ${write}`, { id: record.id });
  expect((await verdict()).found).toEqual([`Record ${record.id} was redacted, but its ${name} is there.`]);
  await tamper('MATCH (n:Record {id: $id}) OPTIONAL MATCH (n)-[link]->() DELETE link REMOVE n.value', {
    id: record.id,
  });
});

test('a redaction lists where its words stand first, and says how many places there are', async () => {
  const value = 'CANARY-EVERYWHERE';
  const { record } = await create(identifier(value));
  await tamper('UNWIND range(1, 101) AS number CREATE (:LegalCode {code: "CANARY-" + number, title: $value})', {
    value,
  });
  await tamper('CREATE (:LegalCode {code: "CANARY-Z", title: "zz canary word"})');
  const { remains, remainsCount } = await redact([record.id], { words: ['canary word'] });
  expect(remains).toHaveLength(100);
  expect(remains[0]).toEqual({ kind: 'LegalCode', holder: 'CANARY-Z', property: 'title' });
  expect(remainsCount).toBe(102);
  await tamper('MATCH (code:LegalCode) WHERE code.code STARTS WITH "CANARY-" DELETE code');
});

describe('a redaction that nobody confirmed', () => {
  test('of an entry, or of a record, is a fault', async () => {
    const { record, entry } = await create(identifier('SOME-NUMBER-1'));
    await tamper("MATCH (e:JournalEntry {sequence: $sequence}) SET e.content = '{}', e.reason = 'Redacted.'", {
      sequence: entry.sequence,
    });
    expect((await verdict()).found).toEqual([expect.stringContaining('its hash does not match its content')]);
    await tamper(
      `MATCH (n:Record {id: $id}) OPTIONAL MATCH (n)-[link]->() DELETE link REMOVE n.value SET n.redactedAt = n.recordedAt`,
      { id: record.id },
    );
    expect((await verdict()).found).toContain(
      `Record ${record.id} has lost its content, but no redaction in the journal is of it.`,
    );
    await tamper('MATCH (n:Record {id: $id}) DETACH DELETE n', { id: record.id });
    await tamper('MATCH (e:JournalEntry {sequence: $sequence}) SET e += $entry', {
      sequence: entry.sequence,
      entry: { content: entry.content, reason: entry.reason },
    });
  });
});
