import { expect, test } from '@jest/globals';
import { cells } from '../changed-cells.js';
import { faultsOf, recordsOfType } from '../sheets.js';
import { imported } from './tables.js';

/** Rows of our templates whose dates are doubtful: they go in, with the doubt and the words of the row. */

test.each([
  ['a date that does not exist', { first: '2022-02-30' }, 'DATE_UNREADABLE', 'first: 2022-02-30'],
  ['a date in another style', { last: '3/14/2022' }, 'DATE_UNREADABLE', 'last: 3/14/2022'],
  ['a hardness of the other end', { first_hardness: 'END' }, 'DATE_UNREADABLE', 'first_hardness: END'],
  ['a stated end without its date', { last: '', last_hardness: 'END' }, 'NO_DATE', 'last: empty'],
  ['no date', { first: '', first_hardness: '', last: '', last_hardness: '' }, 'NO_DATE', 'first: empty'],
  ['an inverted range', { last: '2020' }, 'RANGE_REVERSED', 'last: 2020'],
  ['a source older than its date', { last: '2024-01' }, 'SOURCE_OLDER_THAN_DATE', '2024-01'],
])('a posting in CSV with %s is kept with that doubt', async (_what, set, doubt, text) => {
  const { records, errors, problems } = await imported({ postings: cells(set) });
  expect(errors).toEqual([]);
  expect(faultsOf(records).filter((fault) => !fault.includes('legal-codes'))).toEqual([]);
  expect(recordsOfType(records, 'postings')).toEqual([
    expect.objectContaining({ doubts: [doubt], doubtsAsStated: [text] }),
  ]);
  expect(problems).toContainEqual(expect.objectContaining({ severity: 'WARNING', file: 'postings.csv', row: 2 }));
});

test('a posting in CSV whose range is inverted counts for nothing', async () => {
  const { records } = await imported({ postings: cells({ last: '2020' }) });
  expect(recordsOfType(records, 'postings')[0]).toMatchObject({ status: 'ISSUE', last: '2020 LAST_CITED' });
});

test('a posting in CSV with one date has it at both ends', async () => {
  const { records, errors } = await imported({ postings: cells({ last: '', last_hardness: '' }) });
  expect(errors).toEqual([]);
  const [posting] = recordsOfType(records, 'postings');
  expect(posting).toMatchObject({ first: '2021-06-01 START', last: '2021-06-01 LAST_CITED' });
  expect(posting).not.toHaveProperty('doubts');
});

test('the doubts that a row of CSV states stand before those that its dates show', async () => {
  const set = { doubts: 'NAME_AMBIGUOUS', doubts_as_stated: 'two Anders', last: 'May' };
  const { records, errors } = await imported({ postings: cells(set) });
  expect(errors).toEqual([]);
  expect(recordsOfType(records, 'postings')[0]).toMatchObject({
    doubts: ['NAME_AMBIGUOUS', 'DATE_UNREADABLE'],
    doubtsAsStated: ['two Anders', 'last: May'],
  });
});

test('a finding in CSV that is younger than its source is kept with that doubt', async () => {
  const { records, errors } = await imported({ findings: cells({ decided: '2024-01', published: '' }) });
  expect(errors).toEqual([]);
  expect(recordsOfType(records, 'findings')[0]).toMatchObject({ doubts: ['SOURCE_OLDER_THAN_DATE'] });
});

test('an incident of sexual violence in CSV shows no day in the words of a doubt', async () => {
  const set = {
    kinds: 'SEXUAL_VIOLENCE',
    precision: 'ADMIN1',
    first: '5 March 2022',
    last: '2022-03',
    location_id: '',
  };
  const { records, errors } = await imported({ incidents: cells(set) });
  expect(errors).toEqual([]);
  const [incident] = recordsOfType(records, 'incidents');
  expect(incident).toMatchObject({ doubts: ['DATE_UNREADABLE'], doubtsAsStated: ['Withheld.'] });
  expect(JSON.stringify(incident)).not.toContain('5 March');
});
