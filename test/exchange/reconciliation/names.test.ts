import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOneName, likeness, wordsOfName } from '../../../src/exchange/reconciliation/names.rules.js';

const alike = (one: string, other: string) => likeness(wordsOfName(one), wordsOfName(other));

test.each([
  ['Tomas Anders', 'tomas ANDERS'],
  ['Agnès Callamard', 'Agnes  Callamard'],
  ["O'Neil", 'O’Neil'],
  ['2nd Brigade (Velmora)', '2nd Brigade, Velmora'],
  ['Saint-Osk', 'Saint Osk'],
])('%s and %s are the same name', (one, other) => {
  expect(alike(one, other)).toBe(100);
});

test.each([
  ['Сергій Виргалець', 'Serhii Vyrhalets'],
  ['Сергей Выргалец', 'Serhii Vyrhalets'],
  ['Сергей Выргалец', 'Сергій Виргалець'],
  ['Sergey Vyrgalets', 'Сергій Виргалець'],
  ['Соловйов', 'Solovyov'],
])('%s and %s are the same name in other letters', (one, other) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(95);
  expect(alike(one, other)).toBeLessThan(100);
});

test.each([
  ['Anders Tomas', 'Tomas Anders'],
  ['ВИРГАЛЕЦЬ, Сергій', 'Serhii Vyrhalets'],
])('%s and %s are the same words in another order', (one, other) => {
  expect(alike(one, other)).toBe(90);
});

test.each([
  ['General Tomas Anders', 'Tomas Anders', 60, 70],
  ['T. Anders', 'Tomas Anders', 55, 65],
  ['Tomas Andersen', 'Tomas Anders', 65, 79],
  ['Tomas Berg', 'Tomas Anders', 35, 45],
  ['2nd Brigade of Velmora', '3rd Brigade of Velmora', 25, 35],
  ['Osk', 'Osk Brigade', 50, 60],
])('%s and %s are partly similar names', (one, other, least, most) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(least);
  expect(alike(one, other)).toBeLessThanOrEqual(most);
});

test('numbers in names are equal or different, never similar', () => {
  expect(alike('12th Brigade', '13th Brigade')).toBeLessThan(30);
  expect(alike('12th Brigade', '12 Brigade')).toBe(95);
});

test.each([
  ['Ulrik Berg', 'Petra Gran'],
  ['', 'Petra Gran'],
  ['()', 'Petra Gran'],
  ['', ''],
])('%s and %s are not similar names', (one, other) => {
  expect(alike(one, other)).toBe(0);
});

test('the similarity of names is symmetric, between 0 and 100, and 100 for equal names', () => {
  const name = fc.array(fc.constantFrom('Anna', 'Ганна', 'Anton', '3rd', 'A', 'Brigade', 'бригада', 'of'), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(name, name, (one, other) => {
      const score = alike(one.join(' '), other.join(' '));
      expect(score).toBe(alike(other.join(' '), one.join(' ')));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      expect(isOneName(wordsOfName(one.join(' ')), wordsOfName(other.join(' ')))).toBe(score >= 90);
      if (one.length > 0) expect(alike(one.join(' '), one.join('  '))).toBe(100);
    }),
  );
});

test('a very long text is compared quickly', () => {
  const started = performance.now();
  alike('abrakadabra'.repeat(9_000), 'abrakadabru'.repeat(9_000));
  alike('ab '.repeat(50_000), 'ba '.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(2_000);
});
