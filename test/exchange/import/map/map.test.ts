import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { faultsOf, OPTIONS, type Outcome, recordsOfType } from '../sheets.js';
import { workbookBytes } from '../workbook.js';
import { mapped } from './tables.js';

/** What a map makes of a table, and what is wrong with a map. */

const PEOPLE = `
tables:
  list:
    records:
      - template: people
        columns:
          id: { id: person-vm, from: no }
          name: name
          facts: { column: born, pair: BORN }
`;
const problemsOf = ({ problems }: Outcome) =>
  problems.map(({ severity, row, column, got, message }) => [severity, row, column, got, message]);

describe('a map', () => {
  test('of a table in an encoding that is stated reads it so, and the report tells', async () => {
    const table = iconv.encode('no,name,born\n7,Коваль,1979\n', 'iso-8859-5');
    const { records, report } = await mapped(table, PEOPLE, { options: { ...OPTIONS, encoding: 'iso-8859-5' } });
    expect(recordsOfType(records, 'people')).toMatchObject([{ names: [{ value: 'Коваль' }] }]);
    expect(report.notes).toMatchObject([{ file: 'list.csv', message: 'Read in the encoding iso-8859-5.' }]);
  });

  test('makes a record of each row, which cites the table', async () => {
    const { records, problems } = await mapped('no,name,born\n7,Tomas Ander,1979\n', PEOPLE);
    expect(problems).toEqual([]);
    expect(recordsOfType(records, 'people')).toEqual([
      {
        id: 'person-vm-7',
        names: [{ value: 'Tomas Ander', kind: 'PREFERRED', lang: 'und', script: 'Latn' }],
        facts: [{ property: 'BORN', value: '1979' }],
        cites: [{ report: 'report-velmora-sheets' }],
      },
    ]);
  });

  test('with an unknown key is refused with the line of the key', async () => {
    const outcome = await mapped('no,name,born\n', PEOPLE.replace('column: born', 'colum: born'));
    expect(outcome.records).toEqual([]);
    expect(problemsOf(outcome)[0]).toEqual([
      'ERROR',
      9,
      'tables.list.records.0.columns.facts.colum',
      'colum',
      'This does not fit into a map.',
    ]);
  });

  test('in which a decision is open is refused with the line of the decision', async () => {
    const outcome = await mapped('no,name,born\n', PEOPLE.replace('name: name', 'name: TODO'));
    expect(problemsOf(outcome)).toEqual([['ERROR', 8, '', 'TODO', 'Replace TODO: only a person can decide this.']]);
  });

  test('without a column that a template needs is refused', async () => {
    const outcome = await mapped('no,name,born\n', PEOPLE.replace('name: name', ''));
    expect(problemsOf(outcome)).toEqual([
      ['ERROR', 7, 'tables.list.records.0.columns', '', 'The map lacks it. Name by which it is listed.'],
    ]);
  });

  test('with a column that the table lacks is refused with the nearest one', async () => {
    const outcome = await mapped('no,name,birth\n7,A,1979\n', PEOPLE.replace('column: born', 'column: birht'));
    expect(problemsOf(outcome)[0]).toEqual([
      'ERROR',
      1,
      'birht',
      'birht',
      'The table has no such column; the nearest is "birth".',
    ]);
  });

  test('with a column and a template that do not exist is refused with the nearest names', async () => {
    const map = `${PEOPLE.replace('facts: {', 'fact: {')}      - { template: persons, columns: { id: no } }\n`;
    const { problems } = await mapped('no,name,born\n', map);
    expect(problems.map(({ expected, message }) => `${expected} ${message}`)).toEqual([
      'a column of people; the nearest is "facts" This column is not in the template.',
      expect.stringContaining('There is no such template; the nearest is'),
    ]);
  });
});

test('a column that the map does not name is reported, and one that it ignores is not', async () => {
  const outcome = await mapped('no,name,born,shoe,hat\n7,A,1979,43,58\n', `${PEOPLE}    ignore: [hat]\n`);
  expect(problemsOf(outcome)).toEqual([['WARNING', 1, 'shoe', 'shoe', 'This column is not imported.']]);
});

test('what is wrong in a mapped row is reported under the column of the table', async () => {
  const outcome = await mapped('no,name,born\n7,A,1979\n,B,1980\n', PEOPLE);
  expect(problemsOf(outcome)).toEqual([['ERROR', 3, 'no', '', 'This cell must be filled.']]);
});

test('what confidential files say is confidential', async () => {
  const options = { ...OPTIONS, fileAsReport: { ...OPTIONS.fileAsReport, access: 'CONFIDENTIAL' as const } };
  const { records } = await mapped('no,name,born\n7,A,1979\n', PEOPLE, { options });
  const [person] = recordsOfType(records, 'people');
  expect(person).toMatchObject({ names: [{ access: 'CONFIDENTIAL' }], facts: [{ access: 'CONFIDENTIAL' }] });
});

const INCIDENTS = `
tables:
  list:
    records:
      - template: incidents
        columns:
          id: { id: incident-vm, from: no }
          title: what
          kinds: { column: kind, words: { raid: ATTACK_ON_CIVILIANS, march: null } }
          first: { column: day, date: DAY_FIRST }
          last: { column: end, date: DAY_FIRST }
`;

test('a word or a date that cannot be read goes in as the table states it, and is reported', async () => {
  const outcome = await mapped('no,what,kind,day,end\n1,A,feud,some day,5.3.2021\n', INCIDENTS);
  expect(problemsOf(outcome).map(([severity, row, column, got]) => [severity, row, column, got])).toEqual([
    ['WARNING', 2, 'kind', 'feud'],
    ['WARNING', 2, 'day', 'some day'],
    ['WARNING', 2, 'kind', 'feud'],
  ]);
  expect(recordsOfType(outcome.records, 'incidents')[0]).not.toHaveProperty('kinds');
  expect(recordsOfType(outcome.records, 'incidents')).toMatchObject([
    {
      first: '2021-03-05 FIRST_CITED',
      last: '2021-03-05 LAST_CITED',
      facts: [{ property: 'KINDS_AS_STATED', value: 'feud' }],
      doubts: ['DATE_UNREADABLE', 'KIND_UNKNOWN'],
      doubtsAsStated: ['day: some day', 'kind: feud'],
    },
  ]);
});

test('a word that the map leaves out on purpose is not reported', async () => {
  const { records, problems } = await mapped('no,what,kind,day,end\n1,A,march,5.3.2021,\n', INCIDENTS);
  expect(problems).toEqual([]);
  expect(recordsOfType(records, 'incidents')[0]).not.toHaveProperty('facts');
});

const SOURCED = `
tables:
  list:
    sources:
      each: { column: links, separator: "|" }
      url: links
    records:
      - template: people
        columns:
          id: { id: person-vm, from: no }
          name: name
`;

test('each source of a row becomes a report of the server that has it; a row without one cites the table', async () => {
  const table =
    'no,name,links\n1,A,https://lake.example/a|https://www.north.example/b\n2,B,https://lake.example/a\n3,C,\n';
  const { records, problems } = await mapped(table, SOURCED);
  expect(problems).toEqual([]);
  const reports = recordsOfType(records, 'reports').slice(1);
  expect(reports.map(({ url }) => url)).toEqual(['https://lake.example/a', 'https://www.north.example/b']);
  const bodies = recordsOfType(records, 'bodies').slice(1);
  expect(bodies).toMatchObject([{ names: [{ value: 'lake.example' }] }, { names: [{ value: 'north.example' }] }]);
  const [lake, north] = reports.map(({ id }) => ({ report: id }));
  expect(recordsOfType(records, 'people').map(({ cites }) => cites)).toEqual([
    [lake, north],
    [lake],
    [{ report: 'report-velmora-sheets' }],
  ]);
});

test('sources in numbered columns become a report each, with their own days', async () => {
  const numbered = SOURCED.replace(
    /sources:[\s\S]*?records/,
    'sources:\n      - { url: a, published: { column: a_day, date: DAY_FIRST } }\n      - url: b\n    records',
  );
  const table =
    'no,name,a,a_day,b\n1,A,https://lake.example/a,13/02/2021,https://north.example/b\n2,B,,,Interview 12\n';
  const { records, problems } = await mapped(table, numbered);
  const reports = recordsOfType(records, 'reports').slice(1);
  expect(reports.map(({ url, publishedOn }) => [url, publishedOn])).toEqual([
    ['https://lake.example/a', '2021-02-13'],
    ['https://north.example/b', undefined],
  ]);
  expect(recordsOfType(records, 'people').map(({ cites }) => cites)).toEqual([
    reports.map(({ id }) => ({ report: id })),
    [{ report: 'report-velmora-sheets' }],
  ]);
  expect(problems).toMatchObject([{ row: 3, got: 'Interview 12' }]);
});

test('the only sheet of a workbook, or a sheet by its name, is read like a CSV file', async () => {
  const rows = [
    ['no', 'name', 'born'],
    ['7', 'A', '1979'],
  ];
  const sheets = [{ name: 'List', rows }];
  const csv = await mapped('no,name,born\n7,A,1979\n', PEOPLE);
  const only = await mapped(await workbookBytes({ sheets }), PEOPLE, { name: 'list.xlsx' });
  const others = [{ name: 'About', rows: [['About this file']] }, ...sheets];
  const one = await mapped(await workbookBytes({ sheets: others }), PEOPLE, { name: 'list.xlsx', sheet: 'List' });
  for (const { records, problems } of [only, one])
    expect([recordsOfType(records, 'people'), problems]).toEqual([recordsOfType(csv.records, 'people'), csv.problems]);
  const unnamed = await mapped(await workbookBytes({ sheets: others }), PEOPLE, { name: 'list.xlsx' });
  expect(unnamed.errors).toMatchObject([{ expected: 'a sheet of the workbook: About, List' }]);
});

test('rows of one person with two years of birth are told: two people may bear one name', async () => {
  const born = SOURCED.replace('name: name', 'name: name\n          facts: { column: born, pair: BORN }').replace(
    'from: no',
    'from: name',
  );
  const table = 'no,name,born,links\n1,Sarn,1968-03,\n2,Sarn,1968,\n3,Sarn,1995,\n';
  const { errors, problems } = await mapped(table, born);
  expect(errors).toEqual([]);
  expect(problems.filter(({ column }) => column !== 'no')).toMatchObject([
    { row: 4, expected: 'one year of birth for one person', got: '1995' },
  ]);
});

test('a post that is expected to go on without an end is known for its first day, and expected from there', async () => {
  const posts = `
tables:
  list:
    records:
      - { template: people, columns: { id: { id: person-vm, from: name }, name: name } }
      - { template: units, columns: { id: { id: unit-vm, from: unit }, name: unit } }
      - template: postings
        columns:
          person_id: { id: person-vm, from: name }
          at_id: { id: unit-vm, from: unit }
          role: { value: DEPUTY }
          first: { column: start, date: DAY_FIRST }
          first_hardness: { value: START }
          last: { column: end, date: DAY_FIRST, words: { unknown: "" } }
          last_hardness: { column: serving, words: { "Yes": ASSUMED_TO_CONTINUE, "No": END } }
`;
  const { records, problems } = await mapped(
    'name,unit,start,end,serving\nTorven,Army,09/2020,,Yes\nSarn,Army,2017,03/2019,No\nKeld,Army,2018,unknown,No\n',
    posts,
  );
  expect(recordsOfType(records, 'postings').map(({ first, last }) => [first, last])).toEqual([
    ['2020-09 START', '2020-09 ASSUMED_TO_CONTINUE'],
    ['2017 START', '2019-03 END'],
    ['2018 START', '2018 LAST_CITED'],
  ]);
  // A date that reads by itself needs no word of the map.
  expect(problems).toEqual([]);
});

test('sources with a title alone are refused: the table did not publish them', async () => {
  const outcome = await mapped('no,name,links\n1,A,Lake Daily\n', SOURCED.replace('url: links', 'title: links'));
  expect(outcome.records).toEqual([]);
  expect(outcome.errors).toMatchObject([{ column: 'tables.list.sources.0', expected: 'url, or title and publisher' }]);
});

test('JSON lines are read as rows, and a line that is no JSON is named', async () => {
  const lines = '{"no":1,"name":"A","born":1979}\n{"no":2,"name":"B","born":null}\n';
  const { records } = await mapped(lines, PEOPLE, { name: 'list.jsonl' });
  expect(recordsOfType(records, 'people').map(({ id }) => id)).toEqual(['person-vm-1', 'person-vm-2']);
  const broken = await mapped(`${lines}{"no":\n`, PEOPLE, { name: 'list.jsonl' });
  expect(broken.errors).toMatchObject([{ row: 3, expected: 'an object of JSON' }]);
});

test('a person on several rows of a mapped table is one person, with what each row adds', async () => {
  const outcome = await mapped('no,name,born\n7,A,1979\n7,A,1979\n7,A,1980\n', PEOPLE);
  expect(outcome.problems).toMatchObject([{ row: 4, expected: 'one year of birth for one person', got: '1980' }]);
  const cites = [{ report: 'report-velmora-sheets' }];
  expect(recordsOfType(outcome.records, 'people')).toMatchObject([
    { id: 'person-vm-7', names: [{ value: 'A' }], facts: [{ value: '1979' }] },
    { id: 'person-vm-7', extends: true, facts: [{ value: '1980' }], cites },
  ]);
  expect(recordsOfType(outcome.records, 'people')[1]).not.toHaveProperty('names');
  expect(faultsOf(outcome.records)).toEqual([]);
});

test('two rows of one id with different names are refused', async () => {
  const outcome = await mapped('no,name,born\n7,A,1979\n7,A,1979\n7,B,1979\n', PEOPLE);
  expect(problemsOf(outcome)).toEqual([
    ['ERROR', 4, 'no', 'person-vm-7', 'This id is already used in list.csv, row 2.'],
  ]);
});
