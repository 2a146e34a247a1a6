import { beforeAll, describe, expect, test } from '@jest/globals';
import { load } from '../../../src/exchange/seed/load-datasets.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { changesIn, cursorOf, feed, snapshot } from '../../exchange/sync/read-feed.js';
import { dump, fictional } from '../../support/fictional.js';
import { answer, ask, graph, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PUBLIC } from '../../support/secrets.js';
import { CITES, CORRECT, create, entries, faults, mutate, on, versionOf } from './edit-requests.js';

/** An incident, a finding or a report keeps its id when an editor corrects it, and what it said before stays in its history. */

useGraph('fictional');

const CITED = [
  { report: 'report-fx-observer-2022-10', pinpoint: 'section 3', paraphrase: 'A school was hit on 15 July 2022.' },
];
const SCHOOL = {
  ...{ id: 'incident-fx-i3', title: 'Shelling of the school at Merrow', summary: 'Shells hit a school.' },
  ...{ kinds: ['ATTACK_ON_EDUCATION'], means: ['artillery'], location: 'location-fx-l8', precision: 'ADMIN2' },
  ...{ range: { first: '2022-07-15', firstBound: 'START', last: '2022-07-15', lastBound: 'END' }, credibility: 2 },
  cites: CITED,
};
const ALMANAC = {
  ...{
    id: 'report-fx-veterans-2024',
    title: 'Almanac of the veterans, second printing',
    publisher: 'body-fx-veterans',
  },
  ...{
    publishedOn: '2024-02-21',
    url: 'https://example.org/velmora/veterans-2024',
    retrievedAt: '2025-03-01',
    reliability: 'C',
  },
};

const correction = async (record: object, id = (Object.values(record)[0] as { id: string }).id) =>
  mutate(CORRECT, await on(id, { record }));

const INCIDENT = `query ($at: DateTime) { incident(id: "incident-fx-i3", lens: { recordedBy: $at }) {
  title recordedAt attributions { nodes { to { ... on Node { id } } } } citations { report { id } } versions { recordedAt supersededAt } } }`;

async function faultsOfJournal(): Promise<string[]> {
  const found: string[] = [];
  await verify(graph(), { records: true }, (fault) => found.push(fault));
  return found;
}

describe('an incident', () => {
  let cursor = '';
  let before: string;
  let atFirst: string;
  beforeAll(async () => {
    before = await snapshot(PUBLIC);
    cursor = cursorOf(await feed(PUBLIC));
    atFirst = (await answer(INCIDENT)).incident.recordedAt;
    expect(faults(await correction({ incident: SCHOOL }))).toEqual([]);
  });

  test('keeps its id, and what others say of it', async () => {
    const { incident } = await answer(INCIDENT);
    expect(incident).toMatchObject({
      title: 'Shelling of the school at Merrow',
      attributions: { nodes: [{ to: { id: 'unit-fx-u3' } }] },
      citations: [{ report: { id: 'report-fx-observer-2022-10' } }],
    });
    expect(incident.versions).toEqual([
      { recordedAt: atFirst, supersededAt: incident.recordedAt },
      { recordedAt: incident.recordedAt, supersededAt: null },
    ]);
  });

  test('has its earlier content for who asks about an instant before', async () => {
    const { incident } = await answer(INCIDENT, { at: atFirst });
    expect(incident).toMatchObject({
      title: 'Shelling of the school at Merrow Pass',
      attributions: { nodes: [{ to: { id: 'unit-fx-u3' } }] },
      versions: [{ recordedAt: atFirst, supersededAt: null }],
    });
    const { recordedBy } = JSON.parse(before.slice(0, before.indexOf('\n'))).lens;
    expect((await snapshot(PUBLIC, { recordedBy })) === before).toBe(true);
  });

  test('is one change for partners, and nothing that refers to it is one', async () => {
    const changes = changesIn(await feed(PUBLIC, { since: cursor }));
    expect(changes.map(({ op, id }) => [op, id])).toEqual([['MOD', 'incident-fx-i3']]);
  });

  test('is refused as unchanged when it says so already, and writes nothing', async () => {
    const [world, number] = [await dump(), await entries()];
    expect(faults(await correction({ incident: SCHOOL }))).toEqual(['input.record UNCHANGED']);
    expect([await dump(), await entries()]).toEqual([world, number]);
  });

  test.each<[string, object, string, string]>([
    [
      'another id',
      { incident: { ...SCHOOL, id: 'incident-fx-i4' } },
      'input.record.incident.id BAD_INPUT',
      'Expected incident-fx-i3, whose content it is to be; got incident-fx-i4.',
    ],
    [
      'another kind',
      { report: ALMANAC },
      'input.record BAD_INPUT',
      'Expected a record of the kind Incident, as incident-fx-i3 is; got report.',
    ],
    [
      'claims inside',
      { incident: { ...SCHOOL, attributions: [{ to: 'unit-fx-u2', by: 'body-fx-observer', cites: CITED }] } },
      'input.record.incident BAD_INPUT',
      'Expected what incident-fx-i3 says itself; got 1 claims about it too. Each of these has an id of its own: correct it by that id, or add it with recordCreate.',
    ],
    ['no source', { incident: { ...SCHOOL, cites: [] } }, 'input.record.incident.cites BAD_INPUT', ''],
    [
      'a place that nobody knows',
      { incident: { ...SCHOOL, location: 'location-fx-none' } },
      'input.record.incident.location INVARIANT',
      '',
    ],
  ])('is not corrected with %s', async (_what, record, fault, message) => {
    const world = await dump();
    const payload = await correction(record, 'incident-fx-i3');
    expect(faults(payload)).toEqual([fault]);
    expect(payload.userErrors[0]?.message).toContain(message);
    expect(await dump()).toEqual(world);
  });

  test('is not corrected by who saw an earlier version of it', async () => {
    const input = {
      ...(await on('incident-fx-i3')),
      version: 'of-before',
      record: { incident: { ...SCHOOL, title: 'Other' } },
    };
    expect(faults(await mutate(CORRECT, input))).toEqual(['input.version CONFLICT']);
  });

  test('stays corrected when the files are loaded that state it as before', async () => {
    const world = await dump();
    expect(await load(graph(), fictional, new Date().toISOString())).toMatchObject({ created: 0, retracted: 0 });
    expect(await dump()).toEqual(world);
  });

  test('is hidden from then on where its correction is for fewer readers, and partners drop it', async () => {
    const since = cursorOf(await feed(PUBLIC));
    const hidden = { incident: { ...SCHOOL, access: 'CONFIDENTIAL', title: 'What Quixlemar saw' } };
    // The attribution that everybody may see would lead to it.
    expect(faults(await correction(hidden))).toEqual(['input.record IN_USE']);
    const apart = { ...SCHOOL, id: 'incident-fx-apart' };
    expect(faults(await create({ incident: apart }))).toEqual([]);
    expect(
      faults(await correction({ incident: { ...apart, access: 'CONFIDENTIAL', title: 'What Quixlemar saw' } })),
    ).toEqual([]);
    const read = async (clearance: typeof PUBLIC) =>
      (await ask('{ incident(id: "incident-fx-apart") { title versions { supersededAt } } }', {}, clearance)).data
        .incident;
    expect(await read(PUBLIC)).toBeNull();
    expect(await read(CONFIDENTIAL)).toMatchObject({
      title: 'What Quixlemar saw',
      versions: [{}, { supersededAt: null }],
    });
    const { data } = await ask('{ search(text: "Quixlemar") { record { id } } }');
    expect(data.search).toEqual([]);
    const changes = changesIn(await feed(PUBLIC, { since }));
    expect(changes.map(({ op, id }) => [op, id])).toEqual([]);
  });
});

describe('a report', () => {
  test('is corrected together with all that cites it, none of which changes', async () => {
    const since = cursorOf(await feed(PUBLIC));
    const cited = `{ report(id: "report-fx-veterans-2024") { statements(first: 100) { totalCount nodes { id } } } }`;
    const before = await answer(cited);
    expect(before.report.statements.totalCount).toBeGreaterThan(0);
    expect(faults(await correction({ report: ALMANAC }))).toEqual([]);
    expect(await answer(cited)).toEqual(before);
    const { report } = await answer(
      '{ report(id: "report-fx-veterans-2024") { title publishedOn versions { recordedAt } } }',
    );
    expect(report).toMatchObject({ title: ALMANAC.title, publishedOn: '2024-02-21', versions: [{}, {}] });
    expect(changesIn(await feed(PUBLIC, { since })).map(({ op, id }) => [op, id])).toEqual([
      ['MOD', 'report-fx-veterans-2024'],
    ]);
  });

  test('is not moved to a day on which nobody could know what is cited from it', async () => {
    const payload = await correction({ report: { ...ALMANAC, publishedOn: '1999-01-01', retrievedAt: '1999-01-02' } });
    expect(faults(payload)).toEqual(['input.record IN_USE']);
    expect(payload.userErrors[0]?.message).toMatch(
      /^\d+ statements that refer to report-fx-veterans-2024 would break a rule, such as: /,
    );
  });
});

test('a finding is corrected twice, and each of its contents can be read', async () => {
  const finding = (title: string) => ({
    finding: {
      ...{
        id: 'finding-fx-typed',
        type: 'ALLEGATION',
        title,
        by: 'body-fx-un-commission',
        proofDomain: 'FACT_FINDING',
      },
      ...{ publishedOn: '2024-05', about: ['unit-fx-u3'], concerns: ['incident-fx-i3'], cites: CITES },
      classifies: [{ code: 'WAR_CRIMES', certainty: 'POSSIBLE' }],
    },
  });
  expect(faults(await create(finding('Frist')))).toEqual([]);
  expect(faults(await correction(finding('Fist')))).toEqual([]);
  expect(faults(await correction(finding('First')))).toEqual([]);
  const title =
    'query ($at: DateTime) { finding(id: "finding-fx-typed", lens: { recordedBy: $at }) { title classifications { code certainty } versions { recordedAt } } }';
  const { versions } = (await answer(title)).finding;
  const titles = await Promise.all(
    versions.map(async ({ recordedAt }: { recordedAt: string }) => (await answer(title, { at: recordedAt })).finding),
  );
  const classifications = [{ code: 'WAR_CRIMES', certainty: 'POSSIBLE' }];
  expect(titles.map((one) => [one.title, one.classifications])).toEqual(
    ['Frist', 'Fist', 'First'].map((one) => [one, classifications]),
  );
  expect(await versionOf('finding-fx-typed')).toMatch(/\S/);
});

test('a corrected record can be retracted, and its history stays', async () => {
  const { retracted } = await mutate(
    'mutation ($input: ClaimRetractInput!) { claimRetract(input: $input) { retracted userErrors { code } } }',
    await on('finding-fx-typed'),
  );
  expect(retracted).toEqual(['finding-fx-typed']);
  expect((await answer('{ finding(id: "finding-fx-typed") { title } }')).finding).toBeNull();
});

test('the journal and the records agree after all of it', async () => {
  expect(await faultsOfJournal()).toEqual([]);
});
