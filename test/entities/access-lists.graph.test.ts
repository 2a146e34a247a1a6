import { describe, expect, test } from '@jest/globals';
import { isNonNullType } from 'graphql';
import type { Clearance } from '../../src/model/lens.js';
import { createSchema } from '../../src/schema.js';
import { forEditors, listings } from '../support/everything.js';
import { ask, useGraphToRead } from '../support/graph.js';
import { CONFIDENTIAL, OF_EDITORS, OF_PARTNERS, PARTNER, PUBLIC } from '../support/secrets.js';

useGraphToRead('fictional');

const schema = createSchema();

/** Whatever a reader can list, none of which may be an error. */
async function everything(clearance: Clearance): Promise<string> {
  const parts: string[] = [];
  for (const { source } of listings(schema, 2)) {
    const { data, errors } = await ask(source, {}, clearance);
    expect(errors.map(({ message, path }) => ({ message, path }))).toEqual([]);
    parts.push(JSON.stringify(data));
  }
  return parts.join('\n');
}

/** Which of the words are in the text. */
const within = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

describe('everything that can be listed', () => {
  test('shows a public reader nothing of partners and editors, and raises no error', async () => {
    const all = await everything(PUBLIC);
    expect(within(all, ['person-fx-anders'])).toEqual(['person-fx-anders']);
    expect(within(all, [...OF_PARTNERS, ...OF_EDITORS, '"PARTNER"', '"CONFIDENTIAL"'])).toEqual([]);
  }, 600_000);

  test('shows a partner what is for partners and nothing of editors', async () => {
    const all = await everything(PARTNER);
    expect(within(all, OF_PARTNERS)).toEqual(OF_PARTNERS);
    expect(within(all, OF_EDITORS)).toEqual([]);
  }, 600_000);

  test('shows an editor all of it', async () => {
    const all = await everything(CONFIDENTIAL);
    expect(within(all, [...OF_PARTNERS, ...OF_EDITORS])).toEqual([...OF_PARTNERS, ...OF_EDITORS]);
  }, 600_000);

  test('covers every root field that needs no argument', () => {
    const all = Object.values(schema.getQueryType()?.getFields() ?? {});
    const fields = all.filter((field) => !forEditors(field));
    const free = fields.filter(
      ({ args }) => !args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined),
    );
    expect(listings(schema, 2).map(({ name }) => name)).toEqual(free.map(({ name }) => name));
    expect(
      fields
        .filter((field) => !free.includes(field))
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'body',
      'commandResponsibility',
      'finding',
      'incident',
      'location',
      'node',
      'nodes',
      'notice',
      'pathsBetween',
      'person',
      'report',
      'search',
      'unit',
    ]);
  });
});

test.each([
  'Disappearance at Quell',
  'A man was taken to a cellar',
  'Disappearance at Quell by the night unit',
  'Dossier on a night unit',
  'Memorandum of the partner network',
])('a public search for %j, words of a hidden statement, finds none that holds them', async (text) => {
  const source = 'query ($text: String!) { search(text: $text, first: 50) { matched score record { id } } }';
  const all = (await ask(source, { text }, CONFIDENTIAL)).data.search;
  expect(all[0].matched.startsWith(text)).toBe(true);
  const found = (await ask(source, { text })).data.search;
  expect(all).toEqual(expect.arrayContaining(found));
  expect(within(JSON.stringify(found), [...OF_EDITORS, ...OF_PARTNERS])).toEqual([]);
});

test.each(['Orlo Kesh', 'Mira Juna', 'Night Cell', 'Cellar at Quell', 'The Miller', 'Partner Network of the Lakes'])(
  'a public search for %s finds nobody of that name, and those alone that a search finds for whoever may see more',
  async (text) => {
    const source = 'query ($text: String!) { search(text: $text, first: 50) { matched score record { id } } }';
    const found = (await ask(source, { text })).data.search;
    const all = (await ask(source, { text }, CONFIDENTIAL)).data.search;
    expect(all[0]).toMatchObject({ matched: text, score: 100 });
    expect(all).toEqual(expect.arrayContaining(found));
    for (const { matched, score, record } of found) {
      expect(record.id).not.toBe(all[0].record.id);
      expect(matched).not.toBe(text);
      expect(score).toBeLessThan(80);
    }
  },
);

test.each([
  ['people', 'name: "miller"'],
  ['people', 'name: "juna"'],
  ['people', 'post: { at: "unit-fx-night-cell" }'],
  ['people', 'post: { title: "night unit" }'],
  ['people', 'post: { role: CHIEF_OF_STAFF }'],
  ['units', 'name: "night"'],
  ['units', 'positionedWithin: "location-fx-hidden"'],
  ['bodies', 'name: "partner"'],
  ['locations', 'name: "cellar"'],
  ['locations', 'near: { latitude: 11.01, longitude: 10.01, kilometres: 0.5 }'],
  ['incidents', 'text: "quell"'],
  ['incidents', 'within: "location-fx-hidden"'],
  ['incidents', 'attributedTo: ["unit-fx-night-cell"]'],
  ['incidents', 'attributedBy: ["body-fx-archive"]'],
  ['incidents', 'kinds: [ARBITRARY_DETENTION]'],
  ['findings', 'text: "night unit"'],
  ['findings', 'about: ["unit-fx-night-cell", "person-fx-kesh"]'],
  ['findings', 'concerns: ["incident-fx-i7"]'],
  ['findings', 'incidentWithin: "location-fx-hidden"'],
  ['findings', 'by: ["body-fx-archive"]'],
  ['reports', 'title: "dossier"'],
  ['reports', 'publisher: "body-fx-partner-network"'],
])('%s(filter: { %s }) holds nothing and counts nothing for a public reader', async (field, filter) => {
  const source = `{ list: ${field}(filter: { ${filter} }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const { data, errors } = await ask(source);
  expect(errors).toEqual([]);
  expect(data.list).toEqual({ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  if (!filter.startsWith('positionedWithin'))
    expect((await ask(source, {}, CONFIDENTIAL)).data.list.totalCount).toBeGreaterThan(0);
});

test('counts include for each reader what that reader may see', async () => {
  const fields = ['people', 'units', 'bodies', 'locations', 'incidents', 'findings', 'reports'];
  const source = `{ ${fields.map((field) => `${field} { totalCount }`).join(' ')} }`;
  const counts = async (clearance: Clearance) => {
    const { data } = await ask(source, {}, clearance);
    return fields.map((field) => data[field].totalCount);
  };
  expect(await counts(PUBLIC)).toEqual([10, 13, 17, 12, 6, 10, 28]);
  expect(await counts(PARTNER)).toEqual([11, 13, 18, 12, 6, 10, 29]);
  expect(await counts(CONFIDENTIAL)).toEqual([12, 14, 18, 13, 7, 11, 30]);
});

test('cursors of public lists hold no id and no key of anything hidden', async () => {
  for (const field of ['people', 'units', 'bodies', 'locations', 'incidents', 'findings', 'reports']) {
    const { data } = await ask(`{ list: ${field}(first: 100) { edges { cursor } pageInfo { endCursor } } }`);
    const cursors = [...data.list.edges.map(({ cursor }: { cursor: string }) => cursor), data.list.pageInfo.endCursor];
    const text = cursors
      .map((cursor) => Buffer.from(cursor, 'base64url').toString('utf8'))
      .join('\n')
      .toLowerCase();
    expect(text).toContain(`"${field}"`);
    expect([...OF_PARTNERS, ...OF_EDITORS].filter((secret) => text.includes(secret.toLowerCase()))).toEqual([]);
  }
});
