import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readDataset } from '../../../src/exchange/seed/read-datasets.js';
import { DataError } from '../../../src/model/record/located-records.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const DATASET =
  'id: small\ntitle: Small\ndescription: A test.\nlicence: None.\nattribution: None.\nredistribute: true\n';
const VALID = {
  'dataset.yaml': DATASET,
  'people.yaml': '- id: person-one\n  names: [One]\n  cites: [{ report: report-one }]\n',
};

const folder = temporaryFolder();

async function read(files: Record<string, string>) {
  await rm(join(folder, 'small'), { recursive: true, force: true });
  await mkdir(join(folder, 'small'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'small', name), text);
  return readDataset('small', folder);
}

/** The lines of the error that reading these files gives. */
async function problems(files: Record<string, string>): Promise<string[]> {
  const outcome = await read({ ...VALID, ...files }).catch((error: unknown) => error);
  if (!(outcome instanceof DataError)) throw new Error('Expected a DataError.');
  return outcome.message.split('\n');
}

const POSTING = `- person: person-one
  at: unit-one
  role: COMMANDER
  first: 2022-01 START
  last: 2022-05 END
  cites:
    - report: report-one
`;

describe('a dataset that fits', () => {
  test('is read with the place of every record, and with defaults for omitted fields', async () => {
    const { dataset, records } = await read({ ...VALID, 'postings.yaml': `# a comment\n\n${POSTING}${POSTING}` });
    expect(dataset).toMatchObject({ id: 'small', redistribute: true, requires: [] });
    expect(records.postings.map(({ origin }) => origin)).toEqual([
      { file: 'small/postings.yaml', line: 3 },
      { file: 'small/postings.yaml', line: 10 },
    ]);
    expect(records.postings[0]?.record).toMatchObject({ status: 'ACCEPTED', credibility: 6, access: 'PUBLIC' });
    expect(records.people[0]?.record).toMatchObject({
      extends: false,
      names: [{ value: 'One', lang: 'en', script: 'Latn', kind: 'PREFERRED' }],
    });
  });

  test('may leave every file out but dataset.yaml', async () => {
    const { records } = await read({ 'dataset.yaml': DATASET });
    expect(Object.values(records).flat()).toEqual([]);
  });

  test('may hold a file without records', async () => {
    expect((await read({ ...VALID, 'units.yaml': '', 'bodies.yaml': '# none yet\n' })).records.units).toEqual([]);
  });

  test('takes a bare year, which YAML reads as a number', async () => {
    const measure = '- kind: NONE_REPORTED\n  on: 2022\n  concerns: [person-one]\n  cites: [{ report: report-one }]\n';
    const { records } = await read({ ...VALID, 'measures.yaml': measure });
    expect(records.measures[0]?.record.on).toEqual({ text: '2022', min: '2022-01-01', max: '2022-12-31' });
  });
});

describe('a dataset is refused, with the file and line,', () => {
  test('where a file is not YAML', async () => {
    const [problem, ...others] = await problems({
      'people.yaml': '- id: person-one\n  names: [One\n- id: person-two\n',
    });
    expect(problem).toMatch(/^small\/people\.yaml:[23]: \S/);
    expect(others.every((line) => line.startsWith('small/people.yaml:'))).toBe(true);
  });

  test('where a key is repeated', async () => {
    expect(await problems({ 'people.yaml': '- id: person-one\n  id: person-two\n' })).toEqual([
      expect.stringMatching(/^small\/people\.yaml:2: Map keys must be unique/),
    ]);
  });

  test('where a field is unknown', async () => {
    expect(await problems({ 'postings.yaml': `${POSTING}  rnak: Colonel\n` })).toEqual([
      expect.stringMatching(/^small\/postings\.yaml:1: record: Unrecognized key: "rnak"/),
    ]);
  });

  test('where a record has a field for a victim, which the model does not have', async () => {
    expect(await problems({ 'people.yaml': '- id: person-one\n  names: [One]\n  phone: "1"\n' })).toEqual([
      expect.stringMatching(/^small\/people\.yaml:1: record: Unrecognized key: "phone"/),
    ]);
  });

  test.each([
    [
      'a word of no vocabulary',
      'role: COMMANDER',
      'role: CHIEF',
      /:3: role: Invalid option: .*"COMMANDER".*; got "CHIEF"$/,
    ],
    ['a word in lower case', 'role: COMMANDER', 'role: commander', /:3: role: Invalid option: .*; got "commander"$/],
    [
      'an id of another kind',
      'at: unit-one',
      'at: person-one',
      /:2: at: expected an id such as unit-some-name; got "person-one"$/,
    ],
    [
      'an id in capitals',
      'person: person-one',
      'person: Person-One',
      /:1: person: expected an id such as person-some-name; got "Person-One"$/,
    ],
    [
      'an id with a space',
      'person: person-one',
      'person: person-one two',
      /:1: person: expected an id such as person-some-name; got "person-one two"$/,
    ],
    [
      'an id without a name',
      'person: person-one',
      'person: person-',
      /:1: person: expected an id such as person-some-name; got "person-"$/,
    ],
    [
      'a range end without hardness',
      'last: 2022-05 END',
      'last: 2022-05',
      /:5: last: expected a date and one of END, LAST_CITED, ASSUMED_TO_CONTINUE, such as "2022-03-14 END"; got "2022-05"$/,
    ],
    [
      'a range end with a hardness of the start',
      'last: 2022-05 END',
      'last: 2022-05 START',
      /:5: last: expected a date and one of END, LAST_CITED, ASSUMED_TO_CONTINUE, .*; got "2022-05 START"$/,
    ],
    [
      'a range start that is no date',
      'first: 2022-01 START',
      'first: 2022-02-30 START',
      /:4: first: expected a date and one of START, FIRST_CITED, such as "2022-03-14 START"; got "2022-02-30 START"$/,
    ],
    [
      'a range end with more behind it',
      'last: 2022-05 END',
      'last: 2022-05 END or so',
      /:5: last: expected a date and one of END, .*; got "2022-05 END or so"$/,
    ],
    [
      'a report id that is none',
      'report: report-one',
      'report: one',
      /:7: cites\.0\.report: expected an id such as report-some-name; got "one"$/,
    ],
    [
      'a credibility that is not on the scale',
      'role: COMMANDER',
      'role: COMMANDER\n  credibility: 7',
      /:4: credibility: .*; got 7$/,
    ],
    ['an empty title', 'role: COMMANDER', "role: COMMANDER\n  title: ' '", /:4: title: .*; got " "$/],
  ])('where a file has %s', async (_what, written, slip, reason) => {
    const lines = await problems({ 'postings.yaml': POSTING.replace(written, slip) });
    expect(lines).toEqual([expect.stringMatching(reason)]);
    expect(lines[0]).toMatch(/^small\/postings\.yaml:/);
  });

  test('where a record lacks a required field', async () => {
    expect(await problems({ 'postings.yaml': POSTING.replace('  role: COMMANDER\n', '') })).toEqual([
      expect.stringMatching(/^small\/postings\.yaml:1: role: .*; got nothing$/),
    ]);
  });

  test('where a record has no citation', async () => {
    expect(await problems({ 'postings.yaml': POSTING.replace(/cites:.*/s, 'cites: []\n') })).toEqual([
      expect.stringMatching(/^small\/postings\.yaml:6: cites: .*; got \[\]$/),
    ]);
  });

  test('where a file is a text or a list of texts', async () => {
    expect(await problems({ 'people.yaml': 'nobody\n' })).toEqual([
      expect.stringMatching(/^small\/people\.yaml:1: record: .*; got "nobody"$/),
    ]);
    expect(await problems({ 'people.yaml': '- nobody\n' })).toEqual([
      expect.stringMatching(/^small\/people\.yaml:1: record: .*; got "nobody"$/),
    ]);
  });

  test('where paragraphs.csv has an invalid row', async () => {
    const csv = `document,paragraph,sha256\ntext,1,${'a'.repeat(64)}\ntext,0,${'a'.repeat(64)}\ntext,2,abc\n`;
    expect(await problems({ 'paragraphs.csv': csv })).toEqual([
      `small/paragraphs.csv:3: expected document,paragraph,sha256; got "text,0,${'a'.repeat(64)}"`,
      'small/paragraphs.csv:4: expected document,paragraph,sha256; got "text,2,abc"',
    ]);
  });
});

test('all errors in all files of a dataset are reported at once', async () => {
  const lines = await problems({
    'dataset.yaml': DATASET.replace('small', 'Small Set'),
    'people.yaml': '- id: one\n  names: [One]\n- id: person-two\n  nmaes: [Two]\n',
    'postings.yaml': POSTING.replace('COMMANDER', 'CHIEF').replace('2022-05 END', '2022-13 END'),
  });
  expect(lines.map((line) => line.split(' ')[0])).toEqual([
    'small/dataset.yaml:1:',
    'small/people.yaml:1:',
    'small/people.yaml:3:',
    'small/postings.yaml:3:',
    'small/postings.yaml:5:',
  ]);
});

test('a dataset that does not exist is refused', async () => {
  await expect(readDataset('nowhere', folder)).rejects.toThrow(/nowhere/);
});

test('a dataset.yaml without content is refused', async () => {
  await expect(read({ 'dataset.yaml': '' })).rejects.toThrow(/^small\/dataset\.yaml:1: \S/);
});
