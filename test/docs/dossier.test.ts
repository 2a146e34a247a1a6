import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import {
  FRAMEWORKS,
  type FrameworkName,
  frameworkOf,
} from '../../src/questions/command-responsibility/frameworks.rules.js';

test('the page on the dossier lists every legal test that can be asked for, by its name and title', async () => {
  const page = await readFile(new URL('../../docs/dossier.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| (.+) \| `([A-Z0-9_]+)` \|$/gm)].map(([, title, name]) => [name, title]);
  const names = Object.keys(FRAMEWORKS) as FrameworkName[];
  expect(names.length).toBeGreaterThan(10);
  expect(rows).toEqual(names.map((name) => [name, frameworkOf(name).title]));
});
