import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ask, useGraphToRead } from '../support/graph.js';
import { blocksIn, PROJECT, readPage } from '../support/pages.js';

useGraphToRead('amnesty-ukraine', 'public-record');

const FOLDER = join(PROJECT, 'docs', 'questions');
const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.graphql')).sort();

/** True where an answer holds something: a list with items, a text, a number; zero and null are nothing. */
function holds(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holds);
  if (value !== null && typeof value === 'object') return Object.values(value).some(holds);
  return value !== null && value !== 0 && value !== false && value !== '';
}

/** The lists of an answer, by their path. */
function lists(value: unknown, path = ''): [string, unknown[]][] {
  if (Array.isArray(value)) return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => lists(inner, `${path}.${name}`));
}

test('the README has questions', () => {
  expect(names.length).toBeGreaterThan(4);
});

test.each(names)(
  'the question %s is answered without an error, with content in every part, and the same bytes twice',
  async (name) => {
    const source = await readFile(join(FOLDER, name), 'utf8');
    expect(source).toMatch(/^# .{10,}/);
    const first = await ask(source);
    expect(first.errors.map(({ message }) => message)).toEqual([]);
    for (const part of Object.values(first.data)) expect(holds(part)).toBe(true);
    expect(
      lists(first.data)
        .filter(([path, items]) => items.length === 0 && !path.endsWith('warnings'))
        .map(([path]) => path),
    ).toEqual([]);
    expect(JSON.stringify((await ask(source)).data)).toBe(JSON.stringify(first.data));
  },
);

test('the README shows the answer that its question gets', async () => {
  const readme = await readPage('README.md');
  const [question = ''] = blocksIn(readme, 'graphql');
  const [answer = ''] = blocksIn(readme, 'json');
  const { data, errors } = await ask(question);
  expect(errors).toEqual([]);
  expect({ data }).toEqual(JSON.parse(answer));
});

test.each(names)('the README explains %s', async (name) => {
  expect((await readPage('README.md')).text).toContain(name);
});
