import { expect, test } from '@jest/globals';
import { searchText } from '../../src/model/names/search-text.js';
import { rankHits, type TextRow } from '../../src/questions/search/search.rules.js';

/** Slips of letters in what somebody types for a title or summary. */

const incident = (title: string, summary: string | null): TextRow => ({
  ...{ id: 'incident-one', label: 'Incident', title, summary },
  words: searchText([title, ...(summary === null ? [] : [summary])].join('\n')),
});
const SHELLING = incident('Shelling of the hospital in Osk', 'Two rockets hit the maternity ward of the building.');
const scoreOf = (typed: string, row = SHELLING) => rankHits(typed, [], [row], 1)[0]?.score;

test.each([
  ['a letter left out', 'hospitl', 51],
  ['a letter too many', 'hosppital', 60 * 0.97],
  ['two letters swapped', 'hopsital', 51],
  ['another first letter', 'jospital', 51],
  ['two slips in a long word', 'hozpitel', 51],
])('%s: a title that holds the word that was meant is found by %s', (_what, typed, score) => {
  expect(scoreOf(typed)).toBe(Math.floor(score));
});

test.each([
  ['maternty ward', 46],
  ['rokcets', 42],
])('a summary that holds the words that were meant is found by %s', (typed, score) => {
  expect(scoreOf(typed)).toBe(score);
});

test('a slip ranks below the word as it stands, in a title and in a summary', () => {
  const [right, slip] = [scoreOf('hospital') ?? 0, scoreOf('hospitl') ?? 0];
  expect(right).toBeGreaterThan(slip);
  expect(scoreOf('rockets')).toBeGreaterThan(scoreOf('rokcets') ?? 0);
});

test('a slip in Latin letters of a word in Cyrillic ones is found', () => {
  expect(scoreOf('Zaporizhia', incident('Удар по Запоріжжю', null))).toBeGreaterThanOrEqual(50);
});

test.each([
  ['two slips in a short word', 'rocks'],
  ['a slip in a word of three letters', 'usk'],
  ['another word', 'hostages'],
])('%s finds nothing: %s', (_what, typed) => {
  expect(scoreOf(typed)).toBeUndefined();
});

test('a number is the same or another, never a slip', () => {
  expect(scoreOf('2022', incident('Events of 2023 in spring', null))).toBeUndefined();
  expect(scoreOf('58th', incident('The 56th entered', null))).toBeUndefined();
});
