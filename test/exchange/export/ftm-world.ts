import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { fetchExport } from './fetch-export.js';
import { type Checked, checkedByFtm, FTM_TIMEOUT_MS, findPython, NO_PYTHON } from './ftm-package.js';
import { undeclaredLosses } from './ftm-survivors.js';

/** The exports of the graph of a test file, held against FollowTheMoney itself. */

const PROFILES = ['full', 'compat'] as const;
const KINDS = { entities: 'records.ftm.json', statements: 'records.ftm.statements.json' } as const;

/** Tests that need FollowTheMoney: skipped where it cannot run, never where it cannot be had. */
export async function describeWithFtm(name: string, tests: () => void): Promise<void> {
  if (await findPython()) describe(name, tests);
  else describe.skip(`${name} (skipped: ${NO_PYTHON})`, tests);
}

/** Holds files (`NAME.entities`, `NAME.statements`) against FollowTheMoney, and gives what it kept of each, too. */
export async function checkedFiles(
  files: Readonly<Record<string, string>>,
): Promise<Checked & { survivors: Survivors }> {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, `${name}.json`), text);
  const names = [...new Set(Object.keys(files).map((file) => file.split('.')[0] ?? ''))];
  const checked = await checkedByFtm(folder, names);
  const survivors: Survivors = {};
  for (const name of names) survivors[name] = lines(await readFile(join(folder, `${name}.validated.json`), 'utf8'));
  return { ...checked, survivors };
}

// biome-ignore lint/suspicious/noExplicitAny: lines of JSON of any shape
type Survivors = Record<string, any[]>;

const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The tests that every world has to stand. */
export function testExportsOfWorld(address: () => string): void {
  let checked: Awaited<ReturnType<typeof checkedFiles>>;
  beforeAll(async () => {
    const files: Record<string, string> = {};
    for (const profile of PROFILES)
      for (const [kind, name] of Object.entries(KINDS))
        files[`${profile}.${kind}`] = (await fetchExport(address(), `${name}?profile=${profile}`)).text;
    checked = await checkedFiles(files);
  }, FTM_TIMEOUT_MS);

  describe.each(PROFILES)('in the profile %s', (profile) => {
    test('`ftm validate` keeps every value, and puts no other in its place', () => {
      const { entities, lost, gained } = checked.reports[profile] ?? {};
      expect(entities).toBeGreaterThan(100);
      expect({ lost, gained }).toEqual({ lost: [], gained: [] });
    });

    test('entities have what their schemata require, and refer to entities of the right kind', () => {
      expect(checked.reports[profile]?.misfits).toEqual([]);
    });

    test('each statement has the id that FollowTheMoney computes for it', () => {
      const { statements, wrong } = checked.reports[profile] ?? {};
      expect(statements).toBeGreaterThan(900);
      expect(wrong).toEqual([]);
    });

    test('`ftm aggregate-statements` makes the entities of the other export from the statements', () => {
      expect(checked.reports[profile]?.apart).toEqual([]);
    });
  });

  test('what FollowTheMoney has kept is all of every record, but for the declared losses', async () => {
    const { text } = await fetchExport(address(), 'records.jsonl');
    expect(undeclaredLosses(lines(text).slice(1, -1), checked.survivors.full ?? [])).toEqual([]);
  });
}
