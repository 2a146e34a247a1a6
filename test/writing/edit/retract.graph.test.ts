import { describe, expect, test } from '@jest/globals';
import { dump } from '../../support/fictional.js';
import { answer, graph, useGraph } from '../../support/graph.js';
import { CITES, create, entries, faults, mutate, on, posting, RETRACT } from './edit-requests.js';

useGraph('fictional');

const retract = async (id: string, more: object = {}) => mutate(RETRACT, await on(id, more));

/** What of these stands in the graph. */
async function stillLive(ids: readonly string[]): Promise<string[]> {
  const rows = await graph().read(
    {
      name: 'standing',
      text: 'MATCH (n:Record) WHERE n.id IN $ids AND n.retractedAt IS NULL RETURN n.id AS id ORDER BY id',
    },
    { ids },
  );
  return rows.map(({ id }) => String(id));
}

describe('a claim that is retracted', () => {
  test('is gone for readers, and visible as of an earlier instant', async () => {
    const { record, entry } = await create(posting());
    const count = await entries();
    const question = `query ($id: ID!, $recordedBy: DateTime) { node(id: $id, lens: { recordedBy: $recordedBy }) { id } }`;
    const payload = await retract(record.id, { reason: 'It was another man.' });
    expect(payload).toMatchObject({
      record: { id: record.id, __typename: 'Posting', retractedAt: payload.entry.at },
      retracted: [record.id],
      entry: { action: 'CLAIM_RETRACT', reason: 'It was another man.', subjects: [record.id] },
      userErrors: [],
    });
    expect(await entries()).toBe(count + 1);
    expect(await answer(question, { id: record.id })).toEqual({ node: null });
    expect(await answer(question, { id: record.id, recordedBy: entry.at })).toEqual({ node: { id: record.id } });
  });

  test('may be one that others contradict', async () => {
    const { record } = await create({
      name: { of: 'person-fx-anders', value: 'Tom Anders', kind: 'ALIAS', cites: CITES },
    });
    expect((await retract(record.id)).userErrors).toEqual([]);
    expect((await answer('{ person(id: "person-fx-anders") { name } }')).person.name).toBe('Tomas Anders');
  });
});

describe('the only name of an entity', () => {
  const person = (id: string, names: object[]) => create({ person: { id, names, cites: CITES } });
  const nameOf = async (id: string, value: string) => {
    const rows = await graph().read(
      {
        name: 'name',
        text: 'MATCH (n:Name {value: $value})-[:OF]->({id: $id}) WHERE n.retractedAt IS NULL RETURN n.id AS id',
      },
      { id, value },
    );
    return String(rows[0]?.id);
  };

  test('cannot be retracted while statements refer to the entity', async () => {
    await person('person-fx-solo', [{ value: 'Solo' }]);
    const { record } = await create(posting({ person: 'person-fx-solo' }));
    const before = await dump();
    const name = await nameOf('person-fx-solo', 'Solo');
    const payload = await retract(name);
    expect(faults(payload)).toEqual(['input.id IN_USE']);
    expect(payload.userErrors[0]?.message).toContain(
      `person-fx-solo would be hidden from PUBLIC readers, who see 1 statements that lead to it, such as ${record.id}`,
    );
    expect(await dump()).toEqual(before);
    await retract(record.id);
    expect((await retract(name)).userErrors).toEqual([]);
    expect(await answer('{ person(id: "person-fx-solo") { id } }')).toEqual({ person: null });
  });

  test('can be retracted where another name is visible to the same readers, and not to fewer', async () => {
    await person('person-fx-duo', [
      { value: 'Duo One' },
      { value: 'Duo Two', kind: 'ALIAS' },
      { value: 'Duo Hidden', kind: 'ALIAS', access: 'CONFIDENTIAL' },
    ]);
    await create(posting({ person: 'person-fx-duo' }));
    expect((await retract(await nameOf('person-fx-duo', 'Duo Two'))).userErrors).toEqual([]);
    expect(faults(await retract(await nameOf('person-fx-duo', 'Duo One')))).toEqual(['input.id IN_USE']);
  });
});

describe('the retraction of a record that others rest on', () => {
  test('retracts an incident with the statements on it where that is asked for', async () => {
    const { record, entry } = await create({
      incident: {
        id: 'incident-fx-gone',
        title: 'Gone',
        kinds: ['KILLING'],
        range: { first: '2022-03', firstBound: 'START', last: '2022-03', lastBound: 'END' },
        attributions: [{ to: 'unit-fx-u3', by: 'body-fx-lantern', cites: CITES }],
        casualties: [{ kind: 'KILLED', best: 1, cites: CITES }],
        cites: CITES,
      },
    });
    const only = await create({ measure: { kind: 'TRAINING', on: '2022-04', concerns: [record.id], cites: CITES } });
    const both = await create({
      measure: { kind: 'TRAINING', on: '2022-05', concerns: [record.id, 'unit-fx-u3'], cites: CITES },
    });
    const before = await dump();
    const payload = await retract(record.id);
    expect(faults(payload)).toEqual(['input.withClaims IN_USE']);
    expect(payload.userErrors[0]?.message).toContain(
      '3 records would lose their last source or their subject: 1 Attribution, 1 Fact, 1 Measure.',
    );
    expect(await dump()).toEqual(before);
    const done = await retract(record.id, { withClaims: true });
    expect(done.userErrors).toEqual([]);
    expect([...done.retracted].sort()).toEqual([...entry.subjects, only.record.id].sort());
    expect(await stillLive([...done.retracted, both.record.id])).toEqual([both.record.id]);
    const { node } = await answer('query ($id: ID!) { node(id: $id) { ... on Measure { concerns { id } } } }', {
      id: both.record.id,
    });
    expect(node.concerns).toEqual([{ id: 'unit-fx-u3' }]);
  });

  test('retracts with a report only what nothing else that it cites says itself', async () => {
    await create({
      report: { id: 'report-fx-weak', title: 'Weak', publisher: 'body-fx-daily', publishedOn: '2024-03' },
    });
    const weak = [{ report: 'report-fx-weak' }];
    const alone = (await create(posting({ rank: 'alone', cites: weak }))).record.id;
    const onwards = [{ report: 'report-fx-archive-2024', secondary: true }];
    const direct = [{ report: 'report-fx-archive-2024', secondary: false }];
    const lasting = (await create(posting({ rank: 'kept', cites: [...weak, ...direct] }))).record.id;
    const handedOn = (await create(posting({ rank: 'handed on', cites: [...weak, ...onwards] }))).record.id;
    const shared = (await create(posting({ rank: 'shared', cites: [...weak, ...CITES] }))).record.id;
    expect(faults(await retract('report-fx-weak'))).toEqual(['input.withClaims IN_USE']);
    const { retracted, record } = await retract('report-fx-weak', { withClaims: true });
    expect([...retracted].sort()).toEqual([alone, handedOn, 'report-fx-weak'].sort());
    expect(record).toMatchObject({ __typename: 'Report', id: 'report-fx-weak' });
    const { node } = await answer(
      'query ($id: ID!) { node(id: $id) { ... on Posting { citations { report { id } } } } }',
      { id: shared },
    );
    expect((await stillLive([shared, lasting])).sort()).toEqual([shared, lasting].sort());
    // A claim that its author says to be stated by the report counts like one that leaves it open.
    const stays = await answer('query ($id: ID!) { node(id: $id) { id } }', { id: lasting });
    expect(stays.node).toEqual({ id: lasting });
    expect(node.citations).toEqual([{ report: { id: 'report-fx-archive-2024' } }]);
    const again = {
      report: { id: 'report-fx-weak', title: 'Weak', publisher: 'body-fx-daily', publishedOn: '2024-03' },
    };
    expect(faults(await create(again))).toEqual(['input.record.report.id RETRACTED']);
  });

  test('is refused for the only report of a name while other sources refer to the entity', async () => {
    await create({
      report: { id: 'report-fx-namer', title: 'Namer', publisher: 'body-fx-daily', publishedOn: '2024-03' },
    });
    await create({
      person: { id: 'person-fx-named', names: [{ value: 'Named' }], cites: [{ report: 'report-fx-namer' }] },
    });
    await create(posting({ person: 'person-fx-named' }));
    const before = await dump();
    expect(faults(await retract('report-fx-namer', { withClaims: true }))).toEqual(['input.id IN_USE']);
    expect(await dump()).toEqual(before);
  });

  test('is refused for the report of coordinates', async () => {
    const report = { id: 'report-fx-map', title: 'Map', publisher: 'body-fx-gazetteer', publishedOn: '2020' };
    await create({ report });
    const names = [{ value: 'Mapped' }];
    const point = { latitude: 1, longitude: 2, coordinatesFrom: report.id };
    await create({ location: { id: 'location-fx-mapped', kind: 'PLACE', ...point, names, cites: CITES } });
    expect(faults(await retract(report.id))).toEqual(['input.id IN_USE']);
  });

  test('is refused for a public report where public statements would be left about an entity for partners alone', async () => {
    await create({
      report: { id: 'report-fx-open', title: 'Open', publisher: 'body-fx-daily', publishedOn: '2024-03' },
    });
    const cites = [{ report: 'report-fx-open' }, { report: 'report-fx-partner-memo' }];
    await create({ person: { id: 'person-fx-twice', names: [{ value: 'Twice' }], cites } });
    const open = (await create(posting({ person: 'person-fx-twice' }))).record.id;
    const payload = await retract('report-fx-open');
    expect(faults(payload)).toEqual(['input.id IN_USE']);
    expect(payload.userErrors[0]?.message).toContain('would be hidden from PUBLIC readers');
    await retract(open);
    await create(posting({ person: 'person-fx-twice', access: 'PARTNER' }));
    expect((await retract('report-fx-open')).userErrors).toEqual([]);
  });
});
