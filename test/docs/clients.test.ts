import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { blocksIn, PROJECT, readPage } from '../support/pages.js';

/** What the page on clients shows is what the tests run. */

const PROGRAMS = join(PROJECT, 'test', 'schema', 'clients', 'programs');
const page = await readPage('docs/clients.md');

test('the page on clients has the programs of the tests, each as it is, and no other code', () => {
  const programs = readdirSync(PROGRAMS).map((name) =>
    readFileSync(join(PROGRAMS, name), 'utf8').replaceAll('../../../../schema/clients/', './'),
  );
  expect(programs.length).toBeGreaterThan(4);
  expect(blocksIn(page, 'ts').sort()).toEqual(programs.sort());
});

test('the page on clients names each file that a client takes', () => {
  for (const name of readdirSync(join(PROJECT, 'schema', 'clients'))) expect(page.text).toContain(name);
});
