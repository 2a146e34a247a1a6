import { describe, expect, test } from '@jest/globals';
import { TABLES } from '../../../src/exchange/export/csv.columns.js';
import { csvTable } from '../../../src/exchange/export/csv.js';
import type { ExportRecord, Surroundings, Value } from '../../../src/exchange/export/export.rules.js';
import { FINDING_TEMPLATES } from '../../../src/exchange/import/csv/finding-templates.js';
import type { Fields } from '../../../src/model/record/fields/field.js';
import { OWN_FIELDS } from '../../../src/model/record/fields/kinds.js';
import {
  AROUND,
  CITES,
  FINDING,
  INCIDENT,
  PERSON,
  PLACE,
  POSTING,
  pagesAround,
  pagesOf,
  record,
  UNIT,
  whole,
} from './sample-pages.js';

/** Reads RFC 4180 back, strictly: lines end in CR LF, a quote stands only around a cell or doubled within it. */
function rowsOf(text: string): string[][] {
  const CELL = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (CELL.lastIndex < text.length) {
    const [, cell = '', end] = CELL.exec(text) ?? [];
    if (end === undefined) throw new Error('The text is no CSV.');
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const tableOf = (name: string, ...records: ExportRecord[]) => tableAround(name, AROUND, ...records);

async function tableAround(
  name: string,
  around: Surroundings,
  ...records: ExportRecord[]
): Promise<Record<string, string>[]> {
  const columns = TABLES[name]?.columns ?? [];
  const [header = [], ...rows] = rowsOf(await whole(csvTable(columns, pagesAround(around, records))));
  expect(header).toEqual(columns.map((column) => column.name));
  for (const row of rows) expect(row).toHaveLength(header.length);
  return rows.map((row) => Object.fromEntries(header.map((column, index) => [column, row[index] ?? ''])));
}

test('a posting is one CSV row with both ends, its range and its citations in one order', async () => {
  expect(await tableOf('postings', POSTING)).toEqual([
    {
      id: 'claim-one',
      person_id: 'person-one',
      person: "'@Пётр Орлов",
      at_id: 'unit-one',
      at: 'Unit "One" <1> & co',
      role: 'COMMANDER',
      role_as_stated: '',
      title: '\'=HYPERLINK("http://evil.example")',
      rank: '',
      appointed_by_id: '',
      appointed_by: '',
      first: '2022-03~',
      first_hardness: 'FIRST_CITED',
      last: '2022-05-31',
      last_hardness: 'END',
      status: 'ACCEPTED',
      credibility: '2',
      legacy_confidence: '',
      doubts: '',
      doubts_as_stated: '',
      note: '',
      dataset: 'small',
      report_ids: 'report-a ; report-b',
      report_titles: 'Report A ; Report B',
      publishers: 'House ; ',
      pinpoints: 'p. 1 ; ',
    },
  ]);
});

test('the CSV row of a person cites the reports of the names', async () => {
  expect(await tableOf('people', PERSON)).toEqual([
    {
      id: 'person-one',
      name: "'@Пётр Орлов",
      other_names: "'@Пётр Орлов (other)",
      former_ids: '',
      gradings: '',
      notes: '',
      report_ids: 'report-a',
      report_titles: 'Report A',
      publishers: 'House',
      pinpoints: 'p. 3',
    },
  ]);
});

test('the CSV row of a unit has the words behind its kinds, and the gradings and notes of its names and facts', async () => {
  const fact = (id: string, properties: Record<string, Value>) =>
    record('Fact', id, { property: 'CLASSIFICATION', status: 'ACCEPTED', ...properties });
  const claims = [
    record('Name', 'claim-a', { value: 'Unit "One"', status: 'ACCEPTED', note: 'Named by us.' }),
    record('Name', 'claim-b', { value: '1st', status: 'CONFLICT', doubts: ['NAME_AMBIGUOUS'], note: 'Or the 2nd.' }),
    fact('claim-c', { value: 'may be an army', code: 'ARMED_FORCES', legacyConfidence: 'LOW' }),
    fact('claim-d', { value: 'ARMED_FORCES', code: 'ARMED_FORCES' }),
  ];
  const [row] = await tableAround('units', { ...AROUND, claims: new Map([['unit-one', claims]]) }, UNIT);
  expect(row).toMatchObject({
    kinds: 'ARMED_FORCES',
    kinds_as_stated: 'may be an army',
    countries: 'UA',
    countries_as_stated: '',
    gradings: '1st: CONFLICT, NAME_AMBIGUOUS ; may be an army: LOW',
    notes: 'Unit "One": Named by us. ; 1st: Or the 2nd.',
  });
});

test('a finding in CSV has beside each code how firmly the body applies it, in which words and by which modes', async () => {
  expect((await tableOf('findings', FINDING))[0]).toMatchObject({
    codes: '8(2)(a)(i) ; CRIMES_AGAINST_HUMANITY ; WAR_CRIMES',
    codes_as_stated: ' ;  ; may constitute war crimes',
    certainties: 'STATED ; STATED ; POSSIBLE',
    modes: '25(3)(a), 28(b) ;  ; ',
    note: 'The text says "may".',
  });
});

test('the columns of a code in an exported table have the names of those in the template', () => {
  const columns = TABLES.findings?.columns.map(({ name }) => name) ?? [];
  const template = FINDING_TEMPLATES.findings.columns.map(({ name }) => name);
  const ofCodes = ['codes', 'codes_as_stated', 'certainties', 'modes'];
  expect(columns.filter((name) => ofCodes.includes(name))).toEqual(ofCodes);
  expect(template.filter((name) => ofCodes.includes(name))).toEqual(ofCodes);
});

test('a CSV cell keeps quotes, commas and line ends when it is read back', async () => {
  const [row] = await tableOf('incidents', INCIDENT);
  expect(row).toMatchObject({
    title: 'Shots, "many"\nat noon',
    kinds: 'KILLING ; DISPLACEMENT',
    attributed_to_ids: 'unit-one',
    attributed_to_modes: 'RESPONSIBLE_STATE',
  });
});

test('a negative number in CSV stays a number', async () => {
  expect((await tableOf('locations', PLACE))[0]).toMatchObject({ latitude: '-10.5', longitude: '37.25' });
});

describe('a CSV cell with the sign of a formula', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1'])('gets an apostrophe in %j', async (note) => {
    const [row] = await tableOf('postings', record('Posting', 'claim-x', { note }, CITES));
    expect(row?.note).toBe(`'${note}`);
  });

  test('needs no apostrophe where the sign is not at its start', async () => {
    const [row] = await tableOf('postings', record('Posting', 'claim-x', { note: 'a=b' }, CITES));
    expect(row?.note).toBe('a=b');
  });
});

test('a CSV row leaves out a citation of a report that may not be exported', async () => {
  const link = { type: 'CITES', to: 'report-hidden', properties: { pinpoint: 'secret place' } };
  const text = await whole(
    csvTable(TABLES.postings?.columns ?? [], pagesOf([record('Posting', 'claim-x', {}, [link])])),
  );
  expect(text).not.toMatch(/report-hidden|secret/);
});

test('a byte order mark stands once, before the header', async () => {
  const columns = TABLES.people?.columns ?? [];
  const text = await whole(csvTable(columns, pagesOf([PERSON]), '\ufeff'));
  expect([text.startsWith('\ufeffid,'), text.split('\ufeff').length]).toEqual([true, 2]);
});

test('an export to CSV without records is the header alone', async () => {
  const columns = TABLES.units?.columns ?? [];
  expect(rowsOf(await whole(csvTable(columns, pagesOf([], []))))).toEqual([columns.map(({ name }) => name)]);
});

const CERTAINTY = ['status', 'credibility', 'legacy_confidence', 'doubts', 'doubts_as_stated', 'note'];
const { people: _people, units: _units, locations: _locations, reports: _reports, ...OF_STATEMENTS } = TABLES;

test.each(Object.keys(OF_STATEMENTS))('the CSV table %s has how certain each of its records is, and notes', (name) => {
  expect(TABLES[name]?.columns.map((column) => column.name)).toEqual(expect.arrayContaining(CERTAINTY));
});

test.each(Object.keys(TABLES))(
  'the CSV table %s has the words of sources for whatever it says in words of ours',
  (name) => {
    const { label = '', columns = [] } = TABLES[name] ?? {};
    const fields: Fields = OWN_FIELDS[label as keyof typeof OWN_FIELDS];
    const inner = Object.values(fields).flatMap((field) => Object.entries(field.fields ?? {}));
    const asStated = [...Object.entries(fields), ...inner].filter(([field]) => /asStated$/i.test(field));
    const facts = Object.values(fields).filter(({ type }) => type === 'FACTS');
    const expected = [
      ...asStated.map(
        ([field, { column }]) => column ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      ),
      ...facts.map(({ answer }) => `${answer}_as_stated`),
    ];
    expect(columns.map((column) => column.name)).toEqual(expect.arrayContaining(expected));
  },
);

test('every CSV column has a unique name and a description', () => {
  expect(Object.keys(TABLES)).toHaveLength(12);
  for (const { columns } of Object.values(TABLES)) {
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    for (const { name, meaning } of columns)
      expect([name, meaning]).toEqual([expect.stringMatching(/^[a-z0-9_]+$/), expect.stringMatching(/\.$/)]);
  }
  expect(AROUND.entities.size).toBeGreaterThan(0);
});
