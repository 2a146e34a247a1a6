import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { countedLine, withoutValues } from '../../src/server/log.js';

test.each([
  ["Node(7) already exists with label `Person` and property `id` = 'x'", 'Node…'],
  ['Text cannot be parsed to a Date\n"x"', 'Text cannot be parsed to a Date\n…'],
  ["Cannot read properties of undefined (reading 'x')", 'Cannot read properties of undefined …'],
  ["It isn't there", 'It isn…'],
  ['The transaction has been terminated.', 'The transaction has been terminated.'],
  ['Left: «x», right: “x”.', 'Left: …'],
])('of the message %j the words stay', (message, words) => {
  expect(withoutValues(message)).toBe(words);
});

test('what comes in any number is written at once, and counted from then on', async () => {
  const counts: number[] = [];
  const count = countedLine((number) => counts.push(number), 40);
  for (let index = 0; index < 1_000; index += 1) count();
  expect(counts).toEqual([1]);
  await pause(60);
  expect(counts).toEqual([1, 999]);
  await pause(100);
  expect(counts).toEqual([1, 999]);
  count();
  expect(counts).toEqual([1, 999, 1]);
});
