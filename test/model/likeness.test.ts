import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isOneName, likeness, wordsOfName } from '../../src/model/names/likeness.js';

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
  ['Ig0r Sech1n', 'Igor Sechin'],
  ['I9or Sech1n', 'Igor Sechin'],
  ['0leg M1khai1ov', 'Oleg Mikhailov'],
  ['Serg3i B00th', 'Sergei Booth'],
  ['С0колов Іван', 'Sokolov Ivan'],
  ['Brigade Forty 4', 'Brigade 44'],
  ['Brigade Fourty-four', 'Brigade 44'],
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
  ['General Tomas Anders', 'Tomas Anders', 85, 89],
  ['Tomas Petrovich Anders', 'Tomas Anders', 75, 80],
  ['T. Anders', 'Tomas Anders', 75, 82],
  ['Tomas Andersen', 'Tomas Anders', 80, 85],
  ['Tomas Andres', 'Tomas Anders', 80, 85],
  ['TomasAnders', 'Tomas Anders', 85, 89],
  ['TomasAnderson', 'Thomas Anderson', 80, 88],
  ['Andrang Heta', "'Ndrangheta", 80, 88],
  ['A.B.C. Works Ltd', 'ABC Works', 85, 89],
  ['Works Gesellschaft mit beschränkter Haftung', 'Works GmbH', 60, 89],
  ['Osk', 'Osk Brigade', 60, 70],
])('%s and %s are probably one name: from %d to %d', (one, other, least, most) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(least);
  expect(alike(one, other)).toBeLessThanOrEqual(most);
});

test.each([
  ['Tomas Berg', 'Tomas Anders', 20, 30],
  ['2nd Brigade of Velmora', '3rd Brigade of Velmora', 15, 30],
  ['Salman bin Muhammad', 'Muhammad bin Salman', 0, 59],
  ['Bashar al-Assad', 'Hafez al-Assad', 0, 59],
  ['Anna Nov', 'Annanova Petrenko', 0, 59],
])('%s and %s are probably two names: from %d to %d', (one, other, least, most) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(least);
  expect(alike(one, other)).toBeLessThanOrEqual(most);
});

test.each([
  ['PLA', 'People’s Liberation Army', 53],
  ['PLA China', 'People’s Liberation Army', 41],
  ['ГРУ', 'Главное разведывательное управление', 53],
  ['GRU', 'Главное разведывательное управление', 53],
  ['СБУ', 'Служба безпеки України', 53],
  ['MoD', 'Ministry of Defence', 53],
])('%s is an acronym of %s, which many names may have: %d', (acronym, name, expected) => {
  expect(alike(acronym, name)).toBe(expected);
});

test.each([
  ['PLA', 'Liberation Army of the People'],
  ['PLA', 'People’s Liberation'],
  ['ILA', 'People’s Liberation Army'],
])('%s is no acronym of %s', (acronym, name) => {
  expect(alike(acronym, name)).toBeLessThan(20);
});

test.each([
  ['Mi8MT', 'Mi9MT'],
  ['58th', 'sbth'],
  ['H1N1', 'Hini'],
  ['1st Army', 'lst Navy'],
  ['3rd Battalion', 'Erd Battery'],
  ['T72B3', 'Ttzbe'],
])('the digits of %s are a number, so that it is not %s', (one, other) => {
  expect(alike(one, other)).toBeLessThan(30);
});

test('numbers in names are equal or different, never similar', () => {
  expect(alike('12th Brigade', '13th Brigade')).toBeLessThan(30);
  expect(alike('12th Brigade', '12 Brigade')).toBe(95);
  expect(alike('First Army', '1st Army')).toBe(95);
  expect(alike('Перша армія', '1-ша армія')).toBeGreaterThan(85);
  expect(alike('Brigade Forty-Four', 'Brigade 44')).toBe(95);
  expect(alike('First Army', '2nd Army')).toBeLessThan(30);
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
