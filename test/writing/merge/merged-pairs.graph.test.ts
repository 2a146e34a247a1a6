import { beforeAll, describe, expect, test } from '@jest/globals';
import { importWhole } from '../../exchange/import/batch-requests.js';
import { candidates, form, get } from '../../exchange/reconciliation/client.js';
import { type Copy, copyOf, fold, snapshotOf } from '../../exchange/sync/partner.js';
import { feed, manifestIn, snapshot } from '../../exchange/sync/read-feed.js';
import { graph, useGraph } from '../../support/graph.js';
import { PUBLIC } from '../../support/secrets.js';
import { useServer } from '../../support/server.js';
import { exportText, merged } from './merge-requests.js';
import { PAIR_IDS, PAIRS, sheetFiles } from './sheet-of-pairs.js';

/** Twenty merges, and what they do to those who keep the old ids: a partner, a project in OpenRefine, a sheet. */

useGraph();
const address = useServer();

const bring = (files: Record<string, string>, whole = false) =>
  importWhole('csv', files, 'roll', { whole, publishedOn: '2023-01-01' });

const LEFT = new Map(PAIRS.map(({ from, into }) => [from, into]));
const leftOf = (id: string) => LEFT.get(id) ?? id;

let copy: Copy;
let since: string;
let answer: string;

beforeAll(async () => {
  const { state, report } = await bring(sheetFiles());
  expect([state, report.problems]).toEqual(['WRITTEN', []]);
  const text = await snapshot(PUBLIC);
  [copy, since] = [copyOf(text), manifestIn(text).cursor];
  for (const { kind, from, into } of PAIRS) await merged(kind, from, into);
  answer = await feed(PUBLIC, { since });
}, 300_000);

const changes = () =>
  answer
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('a partner who keeps a copy', () => {
  test('holds after the feed what a fresh copy holds, byte for byte', async () => {
    const { copy: next, manifest } = fold(copy, answer);
    expect(snapshotOf(next, manifest)).toBe(await snapshot(PUBLIC));
  });

  test('is told of each record that went into which other it was merged', () => {
    const deletions = changes().filter(({ id }) => LEFT.has(id));
    expect(deletions).toHaveLength(20);
    expect(deletions).toEqual(deletions.map(({ id, kind }) => ({ id, kind, mergedInto: leftOf(id), op: 'DEL' })));
  });

  test('gets each record that is left again, with the ids that lead to it', () => {
    const left = changes().filter(({ id, op }) => PAIRS.some(({ into }) => into === id) && op === 'MOD');
    expect(left.map(({ id, record }) => [id, record.referents])).toEqual(
      [...PAIRS].map(({ from, into }) => [into, [{ access: 'PUBLIC', id: from }]]).sort(),
    );
  });
});

describe('a project in OpenRefine that holds forty ids', () => {
  test.each(['Person', 'Unit'] as const)('finds each %s by its id, as the only match', async (type) => {
    const ids = PAIR_IDS.filter((id) => id.startsWith(type.toLowerCase()));
    const queries = Object.fromEntries(ids.map((id) => [id, { query: id, type }]));
    const { json } = await form(address(), { queries });
    expect(ids.map((id) => [id, json[id].result[0]?.id, json[id].result[0]?.match])).toEqual(
      ids.map((id) => [id, leftOf(id), true]),
    );
  });

  test('extends each id with the values of the record that is left', async () => {
    const properties = [{ id: 'names' }, { id: 'superiors' }, { id: 'unit' }];
    const { json } = await form(address(), { extend: { ids: PAIR_IDS, properties } });
    for (const id of PAIR_IDS) {
      expect(json.rows[id]).toEqual(json.rows[leftOf(id)]);
      expect(json.rows[id].names).toHaveLength(2);
    }
  });

  test('shows the preview of the record that is left', async () => {
    for (const id of PAIR_IDS) {
      const { status, text } = await get(address(), `/preview?id=${id}`);
      expect([status, text.includes(`<small>${leftOf(id)}</small>`)]).toEqual([200, true]);
    }
  });

  test('finds agreement in a column of old ids of units', async () => {
    const query = { query: 'Officer ash', type: 'Person', properties: [{ pid: 'unit', v: 'unit-ash-old' }] };
    const [best] = await candidates(address(), query);
    expect([best?.id, best?.match]).toEqual(['person-ash', true]);
  });
});

describe('a sheet keyed by old ids', () => {
  const contents = async () => {
    const rows = await graph().read(
      {
        name: 'test',
        text: `MATCH (n:Claim) WHERE n.retractedAt IS NULL
          RETURN n.id AS id, labels(n) AS labels, [(n)-[link]->(end) | type(link) + end.id] AS ends, n {.value, .role, .kind, .first} AS says`,
      },
      {},
    );
    return rows.map(({ labels, ends, says }) => JSON.stringify([labels, [...(ends as string[])].sort(), says])).sort();
  };

  test('imported again is refused nowhere, changes nothing and says where each old id leads', async () => {
    const before = await contents();
    for (const whole of [false, true]) {
      const { state, effect, retracted, report } = await bring(sheetFiles(), whole);
      expect([state, effect.created, effect.restored, retracted]).toEqual(['UNCHANGED', 0, 0, 0]);
      expect(report.errors).toBe(0);
      const warned = report.problems.map(({ got, expected }) => `${got} ${expected}`);
      for (const { from, into } of PAIRS) expect(warned).toContain(`${from} ${into}, the record that is left`);
    }
    expect(await contents()).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  test('with further rows adds these once to the records that are left, by old ids or new', async () => {
    const row = (person: string, unit: string) =>
      `${person},${unit},CHIEF_OF_STAFF,2022-05-01,START,2022-05-31,END,report-roll,p. 2`;
    const before = new Set(await contents());
    const first = await bring(sheetFiles({ postings: [row('person-elm-old', 'unit-fir-old')] }));
    expect([first.state, first.effect.kinds]).toEqual(['WRITTEN', { Posting: 1 }]);
    const fresh = (await contents()).filter((text) => !before.has(text));
    expect(fresh).toHaveLength(1);
    expect(fresh[0]).toContain('OFperson-elm"');
    expect(fresh[0]).toContain('ATunit-fir"');
    for (const [person, unit] of [
      ['person-elm-old', 'unit-fir-old'],
      ['person-elm', 'unit-fir-old'],
      ['person-elm', 'unit-fir'],
    ] as const)
      expect((await bring(sheetFiles({ postings: [row(person, unit)] }))).state).toBe('UNCHANGED');
  });
});

describe('exports', () => {
  test('of FollowTheMoney have the old ids of an entity in `referents`, and JSON-LD as owl:sameAs', async () => {
    const lines = (await exportText('records.ftm.json', PUBLIC)).trimEnd().split('\n');
    const entities = new Map(lines.map((line) => JSON.parse(line)).map((entity) => [entity.id, entity]));
    const document = JSON.parse(await exportText('records.jsonld', PUBLIC));
    const nodes = new Map(document['@graph'].map((node: { '@id': string }) => [node['@id'], node]));
    for (const { from, into } of PAIRS) {
      expect(entities.get(into).referents).toEqual([from]);
      expect(nodes.get(`id:${into}`)).toMatchObject({ 'owl:sameAs': [{ '@id': `id:${from}` }] });
    }
  });
});
