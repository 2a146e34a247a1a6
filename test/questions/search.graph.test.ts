import { describe, expect, test } from '@jest/globals';
import { answer, ask, useGraphToRead } from '../support/graph.js';

useGraphToRead('fictional', 'amnesty-ukraine');

interface Hit {
  readonly matched: string;
  readonly score: number;
  readonly record: { readonly id: string };
}

const search = async (text: string, extra = ''): Promise<Hit[]> =>
  (await answer(`query ($text: String!) { search(text: $text${extra}) { matched score record { id } } }`, { text }))
    .search;
const OF_NAMES = ', kinds: [Person, Unit, Body, Location]';
const ids = async (text: string, extra = '') => (await search(text, extra)).map(({ record }) => record.id);

const SPELLINGS = ['Serhii Vyrhalets', 'Сергій Виргалець', 'Сергей Выргалец', 'Sergey Vyrgalets'];

test.each(SPELLINGS)('search finds the person alone by the spelling %s', async (spelling) => {
  const hits = await search(spelling);
  expect(hits.map(({ record }) => record.id)).toEqual(['person-fx-vyrhalets']);
  expect(hits[0]?.matched).toBe(spelling);
});

test.each([
  'Sergei Virgalets',
  'Serhiy Vyrhalec',
  'Sergij Wyrhaletz',
  'СЕРГІЙ ВИРГАЛЕЦЬ',
  'vyrhalets serhii',
  'Vyrhalts',
  'Vyrrhalets',
  'Vyrgaletss',
])('search finds the person by %s, a spelling that no source uses', async (typed) => {
  expect(await ids(typed)).toEqual(['person-fx-vyrhalets']);
});

test.each([
  ['Vyrh', 'person-fx-vyrhalets'],
  ['Вирг', 'person-fx-vyrhalets'],
  ['Tarnm', 'location-fx-l1'],
  ['Lant', 'body-fx-lantern'],
  ['Osk Brig', 'unit-fx-u2'],
])('search by the prefix %s finds %s first', async (typed, id) => {
  expect((await ids(typed))[0]).toBe(id);
});

test('search finds a name with and without its accents', async () => {
  for (const typed of ['Agnès Callamard', 'Agnes Callamard', 'AGNÈS CALLAMARD', 'Agne\u0300s']) {
    expect((await ids(typed))[0]).toBe('person-agnes-callamard');
  }
});

test('search gives who shares one of two words with the text a score far below 60', async () => {
  const hits = await search('Serhii Anders', OF_NAMES);
  expect(hits.map(({ record }) => record.id).sort()).toEqual(['person-fx-anders', 'person-fx-vyrhalets']);
  for (const { score } of hits) expect(score).toBeLessThan(30);
  expect(await ids('Anders', OF_NAMES)).toEqual(['person-fx-anders']);
});

test('search filters by kinds, and gives each entity once, best match first', async () => {
  const all = await search('Velmora', ', first: 50');
  expect(new Set(all.map(({ record }) => record.id)).size).toBe(all.length);
  expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).sort((a, b) => b - a));
  const places = await ids('Velmora', ', kinds: [Location]');
  expect(places).toEqual(['location-fx-velmora']);
  const units = await ids('Velmora', ', kinds: [Unit], first: 50');
  expect(units).toContain('unit-fx-u2');
  expect(units).not.toContain('location-fx-velmora');
  expect(await ids('Velmora', ', kinds: [Person]')).toEqual([]);
  expect(await search('Velmora', ', first: 2')).toHaveLength(2);
});

test('search finds an organization that is a unit and a body as either kind', async () => {
  for (const kind of ['Unit', 'Body']) {
    expect(await ids('Ministry of Defence of Velmora', `, kinds: [${kind}]`)).toContain('org-fx-ministry');
  }
});

const texts = async (text: string, extra = '') =>
  (await search(text, extra)).map(({ record, score, matched }) => [record.id, score, matched]);

test.each([
  ['Killings at Hollin', 100],
  ['HOLLIN at killings', 90],
  ['killings hollin', 77],
  ['Голлин killings', 76],
  ['Killing Holl', 71],
])('search finds an incident first among incidents by %j, words of its title', async (typed, score) => {
  const [hit] = await texts(typed, ', kinds: [Incident]');
  expect(hit).toEqual(['incident-fx-i2', score, 'Killings at Hollin']);
});

test('search finds a statement by its summary with a lower score than by its title, and gives what matched', async () => {
  expect((await texts('detained men', ', kinds: [Incident]'))[0]).toEqual([
    'incident-fx-i2',
    50,
    'Detained men were shot at Hollin while the battalion held the place.',
  ]);
});

test('search finds findings and reports by their titles, and gives each kind alone where it is asked', async () => {
  expect((await texts('acquittal of Carls'))[0]).toEqual(['finding-fx-e', 69, 'Acquittal of Carls on appeal']);
  expect(await ids('Carls', ', kinds: [Report]')).toEqual([
    'report-fx-appeal-2025',
    'report-fx-fairness-2024',
    'report-fx-judgment-2024',
  ]);
  expect((await ids('Carls'))[0]).toBe('person-fx-carls');
  expect(await ids('Carls', ', kinds: [Incident]')).toEqual([]);
});

test('search finds titles and summaries by words with slips of letters, in as many statements as without', async () => {
  expect(await ids('Aquittal of Carls', ', kinds: [Finding]')).toEqual(
    await ids('Acquittal of Carls', ', kinds: [Finding]'),
  );
  const summary = 'Detained men were shot at Hollin while the battalion held the place.';
  expect((await texts('detianed men', ', kinds: [Incident]'))[0]).toEqual(['incident-fx-i2', 46, summary]);
  const statements = async (typed: string) => (await ask(`{ search(text: "${typed}") { matched } }`)).statements;
  expect(await statements('detianed')).toEqual(await statements('detained'));
});

test('search leaves out a text that holds less than half of what was typed', async () => {
  expect(await ids('Hollin Zzyx Qqwv', ', kinds: [Incident]')).toEqual([]);
  expect(await ids('Hollin Zzyx', ', kinds: [Incident]')).toContain('incident-fx-i2');
});

test('a hit in a title has no name, and its record is the statement', async () => {
  const { search: hits } = await answer(
    '{ search(text: "Acquittal of Carls on appeal", first: 1) { name { id } record { __typename ... on Finding { title type } } } }',
  );
  expect(hits).toEqual([
    { name: null, record: { __typename: 'Finding', title: 'Acquittal of Carls on appeal', type: 'ACQUITTAL' } },
  ]);
});

test('a search hit has the name that matched with its citations', async () => {
  const { search: hits } = await answer(
    '{ search(text: "Osk Brigade") { matched name { value kind citations { report { id } } } record { __typename ... on Entity { name } } } }',
  );
  expect(hits[0]).toEqual({
    matched: 'Osk Brigade',
    name: {
      value: 'Osk Brigade',
      kind: 'ALIAS',
      citations: [{ report: { id: 'report-fx-archive-2023' } }, { report: { id: 'report-fx-un-2022' } }],
    },
    record: { __typename: 'Unit', name: '2nd Brigade of Velmora' },
  });
});

test('search does not find an entity by a name whose reports the lens excludes', async () => {
  expect(await ids('Eklund')).toEqual(['person-fx-eklund']);
  expect(await ids('Eklund', ', lens: { publishedBy: "2022-10-04" }')).toEqual([]);
  expect(await ids('Eklund', ', lens: { publishedBy: "2022-10-05" }')).toEqual(['person-fx-eklund']);
});

describe('search for hostile text', () => {
  test.each([
    '*',
    '?',
    '"',
    '""',
    '()',
    '+ - && || !',
    '^',
    '~',
    '\\',
    ':',
    '/.*/',
    '   ',
    '',
    '\u0000',
    '\u0007\u001b',
    '’',
    '-',
    '=',
  ])('refuses %j, which has no letter or digit', async (text) => {
    const { errors } = await ask('query ($text: String!) { search(text: $text) { matched } }', { text });
    expect(errors.map(({ message }) => message)).toEqual([
      `Expected at least one letter or digit in \`text\`; got ${JSON.stringify(text)}.`,
    ]);
  });

  test.each([
    'searchText:Anders',
    'Anders OR Berg',
    '+Anders -Tomas',
    '*nders',
    'And?rs~',
    '/[a-z]+/',
    '[A TO Z]',
    '{A TO Z}',
    '"Tomas Anders"~3',
    'Anders^1000',
    'Anders && Berg || (Falk',
    'Tomas\\ Anders',
    "Anders') RETURN n //",
    'Anders\u0000\u0001\u001f',
    '=anders',
    'a\u0301\u0301\u0301\u0301\u0301\u0301',
    '𝒜nders',
    '\ud800',
    `${'a'.repeat(200)}`,
    'a b c d e f g h i j k l m n o p q r s t u v w x y z',
    'NOT Anders',
    'AND',
    "O'Neil ’’’ --",
  ])('treats %j as a name and never as a query of the index', async (text) => {
    const { errors, data } = await ask('query ($text: String!) { search(text: $text) { matched record { id } } }', {
      text,
    });
    const messages = errors.map(({ message }) => message);
    if (/\p{L}|\p{N}/u.test(text)) expect(messages).toEqual([]);
    for (const { record } of data?.search ?? []) expect(record.id).toMatch(/^[a-z]+-/);
  });

  test('gives operators no meaning: a minus excludes nobody and OR finds nobody whole', async () => {
    expect(await ids('+Anders -Tomas', OF_NAMES)).toEqual(['person-fx-anders']);
    for (const { score } of await search('Anders OR Berg')) expect(score).toBeLessThan(60);
    expect(await ids('*nders')).not.toContain('person-fx-okari');
  });

  test.each([
    ['a'.repeat(201), '', 'Expected at most 200 characters in `text`; got 201.'],
    ['a', ', first: 0', 'Expected `first` from 1 to 50; got 0.'],
    ['a', ', first: 51', 'Expected `first` from 1 to 50; got 51.'],
  ])('refuses %.5s%s with what was expected', async (text, extra, message) => {
    const { errors } = await ask(`query ($text: String!) { search(text: $text${extra}) { matched } }`, { text });
    expect(errors.map((error) => error.message)).toEqual([message]);
  });
});
