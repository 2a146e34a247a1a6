import { expect, test } from '@jest/globals';
import { type OtherRecord, rankDuplicates } from '../../../src/writing/merge/duplicates.rules.js';

const other = (names: string[], more: Partial<OtherRecord> = {}): OtherRecord => ({
  id: 'person-other',
  label: 'Person',
  names,
  identifiers: [],
  ...more,
});
const proposed = (name: string, otherName: string, label = 'Person') => {
  const [one] = rankDuplicates([name], [other([otherName], { label })]);
  return one && [one.score, one.reason];
};

test.each([
  ['Sergei Surovikin', 'Sergej Surowikin', [95, 'SAME_NAME_IN_OTHER_LETTERS']],
  ['Sergei Surovikin', 'Сергій Суровікін', [95, 'SAME_NAME_IN_OTHER_LETTERS']],
  ['Сергей Суровикин', 'Serguei Sourovikine', [95, 'SAME_NAME_IN_OTHER_LETTERS']],
  ['Sergei Surovikin', 'SUROVIKIN, Sergei', [90, 'SAME_NAME_IN_OTHER_ORDER']],
  ['Пётр Королёв', 'Петр Королев', [100, 'SAME_NAME']],
  ['Знам’янський Дем’ян', "Знам'янський Дем`ян", [100, 'SAME_NAME']],
  ['Олег Петров', 'Олег Пeтpoв', [100, 'SAME_NAME']],
  ['Sergei Surovikin', 'Sergei Surovkin', [86, 'SIMILAR_NAME']],
  ['Sergei Surovikin', 'Sergei Vladimirovich Surovikin', [77, 'SIMILAR_NAME']],
])('%s and %s are proposed as one', (name, otherName, expected) => {
  expect(proposed(name, otherName)).toEqual(expected);
  expect(proposed(otherName, name)).toEqual(expected);
});

test.each([
  ['S. Surovikin', 'S. Surovikin', [80, 'SAME_INITIALS']],
  ['С. Суровикин', 'S. Surovikin', [80, 'SAME_INITIALS']],
  ['Surovikin S. V.', 'S.V. Surovikin', [80, 'SAME_INITIALS']],
  ['S. Surovikin', 'Sergei Surovikin', [80, 'SIMILAR_NAME']],
])('%s and %s of two people have at most 80, since they may be father and son', (name, otherName, expected) => {
  expect(proposed(name, otherName)).toEqual(expected);
});

test.each([
  ['Ivan Petrov', 'Igor Petrov', 'Person'],
  ['Ivan Petrovich Sidorov', 'Petr Ivanovich Sidorov', 'Person'],
  ['Ali bin Omar', 'Omar bin Ali', 'Person'],
  ['2nd Brigade', '3rd Brigade', 'Unit'],
])('%s and %s are not proposed', (name, otherName, label) => {
  expect(proposed(name, otherName, label)).toBeUndefined();
});

test('a letter in the name of a unit is no initial of a person', () => {
  expect(proposed('Company A', 'Company A', 'Unit')).toEqual([100, 'SAME_NAME']);
});

test('the best pair of names decides, and all names that both have are listed', () => {
  const found = rankDuplicates(
    ['Tomas Anders', 'T. Anders', 'Anders of Osk'],
    [other(['T. Anders', 'Tómas Anders', 'Somebody'])],
  );
  expect(found).toMatchObject([
    {
      score: 100,
      reason: 'SAME_NAME',
      name: 'Tomas Anders',
      otherName: 'Tómas Anders',
      names: ['T. Anders', 'Tómas Anders'],
    },
  ]);
});

test('an identifier that both have comes first, and gives 90 at least whatever the names are', () => {
  const found = rankDuplicates(
    ['Tomas Anders'],
    [
      other(['Tomas Anders'], { id: 'person-twin' }),
      other(['Somebody'], { id: 'person-numbered', identifiers: ['OFFICERS 17'] }),
      other(['Thomas Anders'], { id: 'person-both', identifiers: ['OFFICERS 17'] }),
    ],
  );
  expect(found.map(({ id, score, reason, name }) => [id, score, reason, name])).toEqual([
    ['person-both', 90, 'SAME_IDENTIFIER', 'Tomas Anders'],
    ['person-numbered', 90, 'SAME_IDENTIFIER', null],
    ['person-twin', 100, 'SAME_NAME', 'Tomas Anders'],
  ]);
});

test('a hundred are proposed at most, the most likely of all', () => {
  const others = Array.from({ length: 150 }, (_, at) => other(['Tomas Andersson'], { id: `person-${at}` }));
  const found = rankDuplicates(['Tomas Anders'], [...others, other(['Tomas Anders'], { id: 'person-twin' })]);
  expect([found.length, found[0]?.id]).toEqual([100, 'person-twin']);
});
