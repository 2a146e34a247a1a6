import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { likeness, SAME, wordsOfName } from '../../src/model/names/likeness.js';
import { dataFolder, testWith } from '../support/data-of-others.js';

/** 826 labelled pairs of names of people and organizations, from elsewhere; many labels are a matter of opinion. */

const folder = dataFolder('name-pairs');
const testWithPairs = testWith(folder);

interface LabelledPair {
  readonly schema: string;
  readonly isSame: boolean;
  readonly score: number;
}

const readPairs = (): LabelledPair[] =>
  parse<Record<string, string>>(readFileSync(`${folder}/cases.csv`), { columns: true }).map(
    ({ schema = '', name1 = '', name2 = '', is_match: label }) => ({
      schema,
      isSame: label === 'true',
      score: likeness(wordsOfName(name1), wordsOfName(name2)),
    }),
  );

/** Precision, recall and F1 where 60 and more counts as the same. */
function measured(pairs: readonly LabelledPair[]) {
  const found = pairs.filter(({ score }) => score >= 60);
  const right = found.filter(({ isSame }) => isSame).length;
  const [precision, recall] = [right / found.length, right / pairs.filter(({ isSame }) => isSame).length];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

testWithPairs(
  'names that score 60 and more are one name in labelled pairs of people with an F1 of 0.86 at least',
  () => {
    const people = readPairs().filter(({ schema }) => schema === 'Person');
    expect(people.length).toBe(548);
    expect(measured(people).f1).toBeGreaterThanOrEqual(0.86);
  },
);

testWithPairs('names that score 60 and more are one name in all labelled pairs with an F1 of 0.86 at least', () => {
  const pairs = readPairs();
  expect(pairs.length).toBe(826);
  expect(measured(pairs).f1).toBeGreaterThanOrEqual(0.86);
});

testWithPairs('no two names of labelled pairs are exactly the same name unless they are one', () => {
  const pairs = readPairs().filter(({ score }) => score === SAME);
  expect(pairs.length).toBeGreaterThan(10);
  expect(pairs.filter(({ isSame }) => !isSame)).toEqual([]);
});
