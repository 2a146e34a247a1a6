import { expect, test } from '@jest/globals';
import { datesInWords, incidentDates, periodInWords } from '../../../src/exchange/dossier/print/dates.js';
import { plain } from '../../../src/exchange/dossier/print/wording.js';
import { parseDate } from '../../../src/model/date-range.js';

test.each([
  ['2022-10-10', '10 October 2022'],
  ['2022-04', 'April 2022'],
  ['2022-04~', 'about April 2022'],
  ['2022?', '2022 (uncertain)'],
  ['2022%', 'about 2022 (uncertain)'],
  ['2022-03-01%', 'about 1 March 2022 (uncertain)'],
  ['dated 2022-10-10 to 2023-03-09: it is', 'dated 10 October 2022 to 9 March 2023: it is'],
  ['in 2022, 84 missiles', 'in 2022, 84 missiles'],
  ['at 2026-01-01T00:00:00.000Z', 'at 2026-01-01T00:00:00.000Z'],
  ['the number 2022-13', 'the number 2022-13'],
])('the date in "%s" reads "%s"', (text, words) => {
  expect(datesInWords(text)).toBe(words);
});

const range = (
  first: string,
  firstHardness: 'START' | 'FIRST_CITED',
  last: string,
  lastHardness: 'END' | 'LAST_CITED' | 'ASSUMED_TO_CONTINUE',
) => ({
  first: parseDate(first),
  firstHardness,
  last: parseDate(last),
  lastHardness,
});

test.each([
  [range('2021-06-01', 'START', '2022-04-14', 'END'), 'from 1 June 2021, until 14 April 2022'],
  [range('2022-10-08', 'START', '2022-10-08', 'ASSUMED_TO_CONTINUE'), 'from 8 October 2022, said to go on'],
  [range('2023-01-11', 'FIRST_CITED', '2023-01-11', 'END'), 'first named for 11 January 2023, until 11 January 2023'],
  [range('2022', 'FIRST_CITED', '2022', 'LAST_CITED'), 'named for 2022'],
  [range('2022-01-01', 'START', '2022-01-01', 'LAST_CITED'), 'from 1 January 2022; the end is not stated'],
  [range('2022-01-01', 'START', '2022-01-01', 'END'), '1 January 2022'],
])('a period reads as what its sources say of each end', (period, words) => {
  expect(periodInWords(period)).toBe(words);
});

test('the dates of an incident are one day, or the first and the last', () => {
  expect(incidentDates(range('2022-03-16', 'START', '2022-03-16', 'END'))).toBe('16 March 2022');
  expect(incidentDates(range('2022-10-10', 'FIRST_CITED', '2023-03', 'LAST_CITED'))).toBe(
    '10 October 2022 to March 2023',
  );
});

test.each([
  [
    'It came too late to prevent; it bears on punishing only (R14).',
    'It came too late to prevent; it bears on punishing only.',
  ],
  ['It is assessed as of 2022-10-10; ask with `on` for another.', 'It is assessed as of 10 October 2022.'],
  [
    'Looked for findings on the incident, and found none.',
    'We looked in this graph for findings on the incident, and found none.',
  ],
  ['NOT_A_COMMAND_LINK: the only links found do not carry command.', 'The only links found do not carry command.'],
  ['The graph holds nothing under this lens.', 'This graph holds nothing among the evidence that counts.'],
])('the sentence "%s" reads "%s" on paper', (sentence, words) => {
  expect(plain(sentence)).toBe(words);
});
