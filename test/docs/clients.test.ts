import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blocksIn, PROJECT, readPage } from '../support/pages.js';

/** What the page on clients shows is what the tests run. */

const PROGRAMS = join(PROJECT, 'test', 'schema', 'clients', 'programs');
const PYTHON = join(PROJECT, 'test', 'schema', 'clients', 'python');
const page = await readPage('docs/clients.md');

test('the page on clients has the programs of the tests, each as it is, and no other code', () => {
  const programs = readdirSync(PROGRAMS).map((name) =>
    readFileSync(join(PROGRAMS, name), 'utf8').replaceAll('../../../../schema/clients/', './'),
  );
  expect(programs.length).toBeGreaterThan(4);
  expect(blocksIn(page, 'ts').sort()).toEqual(programs.sort());
});

test('the page on clients has the programs in Python and their packages as the tests run them', () => {
  const read = (name: string) => readFileSync(join(PYTHON, name), 'utf8');
  const names = readdirSync(PYTHON).filter((name) => name.endsWith('.py'));
  expect(names.length).toBeGreaterThan(4);
  expect(blocksIn(page, 'python').sort()).toEqual(names.map(read).sort());
  expect(blocksIn(page, 'text')).toEqual([read('requirements.txt')]);
});

test('the page on clients names each file that a client takes', () => {
  for (const name of readdirSync(join(PROJECT, 'schema', 'clients'))) expect(page.text).toContain(name);
});
