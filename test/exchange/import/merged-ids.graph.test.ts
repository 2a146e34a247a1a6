import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { undoImport } from '../../../src/exchange/import/apply/undo.js';
import { checkFiles, load } from '../../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../../src/exchange/seed/read-datasets.js';
import type { Clearance } from '../../../src/model/lens.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { answer, emptyGraph, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PUBLIC } from '../../support/secrets.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { create, mutate } from '../../writing/edit/edit-requests.js';
import { loadDoubles, withDoubles } from '../../writing/merge/duplicates.js';
import { exportText, merged } from '../../writing/merge/merge-requests.js';
import { changesIn, feed, manifestIn, snapshot } from '../sync/read-feed.js';
import { importWhole } from './batch-requests.js';

/** Files and records that name people and units by ids that were merged away. */

useGraph();

const [OLD, LEFT] = ['person-fx-anders-again', 'person-fx-anders'];
const [OLD_UNIT, UNIT] = ['unit-fx-u3-again', 'unit-fx-u3'];
const SHADOW = 'person-fx-shadow';

beforeAll(async () => {
  await loadDoubles();
  await merged('person', OLD, LEFT);
  await merged('unit', OLD_UNIT, UNIT);
  await merged('person', SHADOW, 'person-fx-holt');
}, 120_000);

const posting = (person: string, at: string) => ({
  person,
  at,
  role: 'DEPUTY',
  range: { first: '2022-03-05', firstBound: 'FIRST_CITED', last: '2022-03-05', lastBound: 'LAST_CITED' },
  cites: [{ report: 'report-fx-archive-2023' }],
});

async function endsOf(id: string): Promise<string[]> {
  const text = 'MATCH (:Record {id: $id})-[:OF|AT|TO|ABOUT]->(end) RETURN end.id AS id ORDER BY id';
  return (await graph().read({ name: 'test', text }, { id })).map((row) => String(row.id));
}

test('recordCreate takes a merged id as that of the record that is left, and says so with both ids and the field', async () => {
  const made = await create({ posting: posting(OLD, OLD_UNIT) });
  expect(made.userErrors).toEqual([]);
  expect(await endsOf(made.record.id)).toEqual([LEFT, UNIT]);
  expect(made.warnings).toEqual([
    `input.record.posting.person: ${OLD} was merged into ${LEFT}; the record says it of ${LEFT}.`,
    `input.record.posting.at: ${OLD_UNIT} was merged into ${UNIT}; the record says it of ${UNIT}.`,
  ]);
  for (const [person, unit] of [
    [OLD, OLD_UNIT],
    [LEFT, OLD_UNIT],
    [OLD, UNIT],
  ] as const) {
    const again = await create({ posting: posting(person, unit) });
    expect([again.created, again.record.id]).toEqual([false, made.record.id]);
  }
  expect((await create({ posting: posting(LEFT, 'unit-fx-u4') })).warnings).toEqual([]);
});

test('claimCorrect takes a merged id as that of the record that is left', async () => {
  const { record } = await create({ posting: posting(LEFT, 'unit-fx-u2') });
  const source = `mutation ($input: ClaimCorrectInput!) { claimCorrect(input: $input) { claim { id } warnings userErrors { message } } }`;
  const input = { id: record.id, version: record.version, reason: 'The other unit.' };
  const corrected = await mutate(source, {
    ...input,
    record: { posting: { ...posting(OLD, OLD_UNIT), rank: 'Major' } },
  });
  expect(corrected.userErrors).toEqual([]);
  expect(await endsOf(corrected.claim.id)).toEqual([LEFT, UNIT]);
  expect(corrected.warnings).toHaveLength(2);
});

test('a name of a merged record is a name of the one that is left, beside its preferred name', async () => {
  const made = await create({
    name: { of: OLD, value: 'Anders of the lake', cites: [{ report: 'report-fx-archive-2023' }] },
  });
  expect([made.userErrors, await endsOf(made.record.id)]).toEqual([[], [LEFT]]);
  const { person } = await answer('query ($id: ID!) { person(id: $id) { name names { value kind } } }', { id: OLD });
  expect(person.name).toBe('Tomas Anders');
  expect(person.names).toContainEqual({ value: 'Anders of the lake', kind: 'ALIAS' });
});

test('a new person or unit under a merged id is refused with the id of the record that is left', async () => {
  const refused = await create({
    person: { id: OLD, names: [{ value: 'Somebody' }], cites: [{ report: 'report-fx-archive-2023' }] },
  });
  expect(refused.userErrors).toEqual([
    {
      field: ['input', 'record', 'person', 'id'],
      code: 'TAKEN',
      message: `${OLD} was merged into ${LEFT}. Add what is said of it there.`,
      expected: 'an unused id',
      got: OLD,
    },
  ]);
});

test('notSame of a merged id decides on the record that is left', async () => {
  const source = `mutation ($input: NotSameInput!) { notSame(input: $input) { decision { a b } userErrors { message } } }`;
  const done = await mutate(source, { a: OLD, b: 'person-fx-berg', reason: 'Two.' });
  expect(done).toMatchObject({ decision: { a: LEFT, b: 'person-fx-berg' }, userErrors: [] });
});

function filesOf(texts: Readonly<Record<string, string>>, ending: string): Record<string, string> {
  const folder = temporaryFolder();
  return Object.fromEntries(
    Object.entries(texts).map(([role, text]) => {
      const path = join(folder, `${role}.${ending}`);
      writeFileSync(path, text);
      return [role, path];
    }),
  );
}

const bring = (format: string, files: Record<string, string>, dataset = 'notes') =>
  importWhole(format, files, dataset, { whole: false });

const CSV_FILES: Readonly<Record<string, string>> = {
  postings: `person_id,at_id,role,first,sources\n${OLD},${OLD_UNIT},STAFF,2021,report-fx-archive-2023\n`,
  'command-links': `subordinate_id,superior_id,kind,first,sources\n${OLD_UNIT},unit-fx-u1,MEMBERSHIP,2021,report-fx-archive-2023\n`,
  names: `entity_id,name,sources\n${OLD},Andersson,report-fx-archive-2023\n`,
  findings: `id,type,title,by_id,proof_domain,about_ids,published,sources\nfinding-notes,ALLEGATION,Notes,body-fx-lantern,FACT_FINDING,${OLD} ; ${OLD_UNIT},2023-06-01,report-fx-observer-2023\n`,
};

test.each(Object.keys(CSV_FILES))('%s.csv that names merged ids is imported with a warning for each', async (name) => {
  const files = filesOf({ [name]: CSV_FILES[name] ?? '' }, 'csv');
  const { state, report } = await bring('csv', files);
  expect(report.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  expect(state).toBe('WRITTEN');
  const warnings = report.problems.filter(({ message }) => message.includes('merged'));
  expect(warnings.map(({ row, got, expected }) => `${row} ${got} ${expected}`)).toContainEqual(
    name === 'command-links'
      ? `2 ${OLD_UNIT} ${UNIT}, the record that is left`
      : `2 ${OLD} ${LEFT}, the record that is left`,
  );
  expect((await bring('csv', files)).state).toBe('UNCHANGED');
});

test('entities of FollowTheMoney under merged ids are taken as the records that are left', async () => {
  const lines = [
    { id: OLD, schema: 'Person', properties: { name: ['Anders the Younger'] } },
    { id: OLD_UNIT, schema: 'Organization', properties: { name: ['The third'] } },
    {
      id: 'm-1',
      schema: 'Membership',
      properties: { member: [OLD], organization: [OLD_UNIT], role: ['Clerk'], startDate: ['2021'] },
    },
  ];
  const files = filesOf({ entities: lines.map((line) => JSON.stringify(line)).join('\n') }, 'json');
  const { state, report } = await bring('ftm', files, 'others');
  expect(report.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  expect(state).toBe('WRITTEN');
  const { person } = await answer('query ($id: ID!) { person(id: $id) { id names { value } } }', { id: OLD });
  expect(person.id).toBe(LEFT);
  expect(person.names).toContainEqual({ value: 'Anders the Younger' });
  expect((await bring('ftm', files, 'others')).state).toBe('UNCHANGED');
});

/** A membership in the words of Popolo, and a place of a unit as a feature. */
const MAPPED: Readonly<
  Record<string, { name: string; content: object; map: string; ids: readonly [string, string][] }>
> = {
  Popolo: {
    name: 'memberships.json',
    content: { memberships: [{ person_id: OLD, organization_id: OLD_UNIT, role: 'Clerk', start_date: '2021' }] },
    map: `
      - template: postings
        columns:
          person_id: person_id
          at_id: organization_id
          role: { value: STAFF }
          title: role
          first: start_date
`,
    ids: [
      [OLD, LEFT],
      [OLD_UNIT, UNIT],
    ],
  },
  GeoJSON: {
    name: 'sites.geojson',
    content: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [20.5, 10.25] },
          properties: { unit: OLD_UNIT, place: 'location-fx-velmora', since: '2021' },
        },
      ],
    },
    map: `
      - template: positionings
        columns:
          unit_id: properties.unit
          location_id: properties.place
          kind: { value: SITE }
          first: properties.since
    ignore: [type, geometry.type, geometry.coordinates.0, geometry.coordinates.1]
`,
    ids: [[OLD_UNIT, UNIT]],
  },
};

test.each(Object.keys(MAPPED))(
  '%s under merged ids is imported with a warning for each, with both ids',
  async (name) => {
    const { name: file, content, map, ids } = MAPPED[name] ?? { name: '', content: {}, map: '', ids: [] };
    const folder = temporaryFolder();
    const paths = { list: join(folder, file), map: join(folder, 'list.map.yaml') };
    writeFileSync(paths.list, JSON.stringify(content));
    writeFileSync(paths.map, `tables:\n  list:\n    records:${map}`);
    const { state, report } = await bring('map', paths, `mapped-${name.toLowerCase()}`);
    expect(report.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(state).toBe('WRITTEN');
    const warnings = report.problems.filter(({ message }) => message.includes('merged'));
    expect(warnings.map(({ row, got, expected }) => [row, got, expected])).toEqual(
      ids.map(([old, left]) => [expect.any(Number), old, `${left}, the record that is left`]),
    );
    expect((await bring('map', paths, `mapped-${name.toLowerCase()}`)).state).toBe('UNCHANGED');
  },
);

test('data files that name merged ids are loaded for the records that are left, once', async () => {
  const cites = [{ report: 'report-fx-archive-2023', pinpoint: 'p. 20' }];
  const dates = { first: '2022-01-01 START', last: '2022-02-28 END' };
  const files = withDoubles([{ person: OLD, at: OLD_UNIT, role: 'SPOKESPERSON', ...dates, cites }]);
  expect(await load(graph(), files, '2027-01-01T00:00:00.000Z')).toMatchObject({ created: 1 });
  const [row] = await graph().read(
    { name: 'test', text: "MATCH (n:Posting {role: 'SPOKESPERSON'}) RETURN n.id AS id" },
    {},
  );
  expect(await endsOf(String(row?.id))).toEqual([LEFT, UNIT]);
  expect(await load(graph(), files, '2027-01-02T00:00:00.000Z')).toMatchObject({ created: 0, retracted: 0 });
});

const LEADS = 'query ($id: ID!) { person(id: $id) { id redirectedFrom } }';
const without = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1, -1)
    .map((line) => line.replace(/"recordedAt":"[^"]+"/, ''));

test('an exported row under an id that was merged away is refused with the id that is left, as far as its reader may know it', async () => {
  const columns = ['id', 'name', 'report_ids'];
  const path = join(temporaryFolder(), 'people.csv');
  writeFileSync(path, [columns, [OLD, 'x', ''], [SHADOW, 'x', '']].map((cells) => cells.join(',')).join('\n'));
  const { report, state } = await importWhole('csv', { people: path }, 'fictional', { whole: false });
  expect(state).toBe('REFUSED');
  const [visible, hidden] = report.problems.map(({ message }) => message);
  expect(visible).toBe(`It was merged into ${LEFT}: export the table anew, which has one row for both.`);
  expect(hidden).toMatch(/^There is no such record, or none that may be seen here/);
});

test('a dump after merges changes nothing in its own graph, and brings the old ids into an empty one', async () => {
  const dump = await exportText('records.jsonl', CONFIDENTIAL, { dataset: 'fictional' });
  const files = filesOf({ records: dump }, 'jsonl');
  const own = await bring('records', files, 'fictional');
  expect([own.state, own.effect.created, own.report.errors]).toEqual(['UNCHANGED', 0, 0]);

  await emptyGraph();
  await load(graph(), checkFiles([], await readLegalCodes()), RECORDED_AT);
  const fresh = await bring('records', files, 'fictional');
  expect([fresh.state, fresh.report.problems, fresh.effect.kinds.Merge]).toEqual(['WRITTEN', [], 3]);
  expect(await answer(LEADS, { id: OLD })).toEqual({ person: { id: LEFT, redirectedFrom: [OLD] } });
  expect(await answer(LEADS, { id: SHADOW })).toEqual({ person: null });
  expect(await answer(LEADS, { id: SHADOW }, CONFIDENTIAL)).toEqual({
    person: { id: 'person-fx-holt', redirectedFrom: [SHADOW] },
  });
  expect(without(await exportText('records.jsonl', CONFIDENTIAL))).toEqual(without(dump));
  expect(await exportText('records.jsonl', PUBLIC)).not.toContain(SHADOW);
  expect((await bring('records', files, 'fictional')).state).toBe('UNCHANGED');

  const undoing = { actor: 'tester', reason: 'Again.', now: new Date().toISOString() };
  await undoImport(graph(), fresh.batch ?? '', undoing);
  expect(await answer(LEADS, { id: OLD }, CONFIDENTIAL)).toEqual({ person: null });
});

/** The dump of this graph with ids that were merged into one of its records elsewhere. */
async function dumpWithReferent(into: string, referent: { id: string; access: string }) {
  const [manifest = '', ...rest] = (await exportText('records.jsonl', CONFIDENTIAL, { dataset: 'fictional' }))
    .trimEnd()
    .split('\n');
  const records = rest.slice(0, -1).map((line) => {
    const record = JSON.parse(line);
    return record.id === into ? JSON.stringify({ ...record, referents: [referent] }) : line;
  });
  const body = [manifest, ...records].map((line) => `${line}\n`).join('');
  const trailer = { ...JSON.parse(rest.at(-1) ?? ''), sha256: createHash('sha256').update(body).digest('hex') };
  return filesOf({ records: `${body}${JSON.stringify(trailer)}\n` }, 'jsonl');
}

describe('a dump that brings redirects alone', () => {
  const BERG = 'person-fx-berg';
  const cursorFor = async (clearance: Clearance) => manifestIn(await snapshot(clearance)).cursor;
  const changedSince = async (clearance: Clearance, since: string) => {
    const changes = changesIn(await feed(clearance, { since }));
    return changes.map(({ op, id, record }) => [op, id, (record as { referents?: object[] } | undefined)?.referents]);
  };

  beforeAll(async () => {
    await emptyGraph();
    await loadDoubles();
  }, 120_000);

  test('moves the cursor, so that the feed tells of the record that is left, and so does its undoing', async () => {
    const old = { id: 'person-fx-berg-of-before', access: 'PUBLIC' };
    const files = await dumpWithReferent(BERG, old);
    const before = await cursorFor(PUBLIC);
    const { batch, report, effect, retracted } = await bring('records', files, 'fictional');
    expect(report.problems).toEqual([]);
    expect([effect.created, effect.kinds, retracted]).toEqual([1, { Merge: 1 }, 0]);
    const after = await cursorFor(PUBLIC);
    expect(after).not.toBe(before);
    expect(await changedSince(PUBLIC, before)).toEqual([['MOD', BERG, [old]]]);
    expect(await snapshot(PUBLIC)).toContain(old.id);

    const undoing = { actor: 'tester', reason: 'Again.', now: new Date().toISOString() };
    await undoImport(graph(), batch ?? '', undoing);
    expect(await cursorFor(PUBLIC)).not.toBe(after);
    expect(await changedSince(PUBLIC, after)).toEqual([['MOD', BERG, undefined]]);
  });

  test.each([
    ['an id that is', BERG, { id: 'person-fx-berg-hidden', access: 'CONFIDENTIAL' }],
    ['an id into a record that is', 'person-fx-kesh', { id: 'person-fx-kesh-of-before', access: 'PUBLIC' }],
  ])('moves no cursor of a public reader by %s confidential', async (_what, into, old) => {
    const files = await dumpWithReferent(into, old);
    const [before, since] = [await cursorFor(PUBLIC), await cursorFor(CONFIDENTIAL)];
    expect((await bring('records', files, 'fictional')).effect.kinds).toEqual({ Merge: 1 });
    expect(await cursorFor(PUBLIC)).toBe(before);
    expect(await snapshot(PUBLIC)).not.toContain(old.id);
    expect(await changedSince(CONFIDENTIAL, since)).toEqual([['MOD', into, [old]]]);
  });

  test('leaves a journal that can be verified', async () => {
    const faults: string[] = [];
    await verify(graph(), { records: true }, (fault) => faults.push(fault));
    expect(faults).toEqual([]);
  });
});
