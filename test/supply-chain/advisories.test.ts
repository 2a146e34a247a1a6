import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { installed, report } from '../../.ci/advisories.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();

const component = (version: string, name = 'left-shift', ecosystem = 'npm') => ({
  ecosystem,
  name,
  version,
  use: 'production',
});
const advisory = (id: string, affected: object, more = {}) =>
  JSON.stringify({ id, summary: 'It shifts too far', affected: [affected], ...more });
const npm = { ecosystem: 'npm', name: 'left-shift' };
const TWO_RANGES = {
  package: npm,
  ranges: [
    {
      type: 'SEMVER',
      events: [{ introduced: '2.0.0' }, { fixed: '2.3.1' }, { introduced: '0' }, { fixed: '1.9.9' }],
    },
  ],
};

/** A database of one advisory, and what is reported of some components by it. */
async function reported(text: string, ...components: ReturnType<typeof component>[]) {
  const database = join(folder, `${Math.random()}`);
  await mkdir(database);
  await writeFile(join(database, 'one.json'), text);
  return report(database, components);
}

describe('the check of advisories', () => {
  test.each([
    ['1.0.0', true],
    ['1.9.8', true],
    ['1.9.9', false],
    ['2.0.0-rc.1', false],
    ['2.0.0', true],
    ['2.3.1-beta', true],
    ['2.3.1', false],
    ['10.0.0', false],
  ])('finds version %s of a package in the ranges of an advisory: %s', async (version, isFound) => {
    const { lines, code } = await reported(advisory('GHSA-1', TWO_RANGES), component(version));
    expect(code).toBe(isFound ? 1 : 0);
    const line = `GHSA-1: left-shift ${version} (production): It shifts too far; fixed in 2.3.1, 1.9.9`;
    expect(lines.slice(0, -1)).toEqual(isFound ? [line] : []);
  });

  test('counts the last version that is affected as affected, and no later one', async () => {
    const events = [{ introduced: '1.0.0' }, { last_affected: '1.0.0' }];
    const text = advisory('GHSA-2', { package: npm, ranges: [{ type: 'SEMVER', events }] });
    const { lines } = await reported(text, component('1.0.0'), component('1.0.1'));
    expect(lines).toEqual([
      'GHSA-2: left-shift 1.0.0 (production): It shifts too far; no version is known to be fixed',
      '2 components held against 1 advisories: 1 found.',
    ]);
  });

  test('finds a jar by the versions that an advisory lists', async () => {
    const text = advisory('GHSA-3', { package: { ecosystem: 'Maven', name: 'org.x:y' }, versions: ['1.0', '1.1'] });
    const jars = ['1.1', '1.2'].map((version) => component(version, 'org.x:y', 'Maven'));
    expect((await reported(text, ...jars)).lines).toHaveLength(2);
  });

  test('leaves out advisories that were withdrawn, and packages of another kind with the same name', async () => {
    const withdrawn = advisory('GHSA-4', TWO_RANGES, { withdrawn: '2026-01-01T00:00:00Z' });
    expect((await reported(withdrawn, component('1.0.0'))).code).toBe(0);
    const other = advisory('PYSEC-1', { ...TWO_RANGES, package: { ecosystem: 'PyPI', name: 'left-shift' } });
    expect((await reported(other, component('1.0.0'))).code).toBe(0);
  });

  test('reads an archive as osv.dev exports it', async () => {
    const archive = join(folder, 'all.zip');
    await writeFile(archive, zipSync({ 'GHSA-1.json': strToU8(advisory('GHSA-1', TWO_RANGES)) }));
    expect((await report(archive, [component('2.1.0')])).code).toBe(1);
  });

  test('says that it was skipped where there is no database, and fails on one that is empty or is none', async () => {
    expect(await report(undefined, [])).toEqual({ code: 0, lines: [expect.stringMatching(/^SKIPPED: nothing was /)] });
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect(await report(empty, [])).toMatchObject({ code: 2 });
    await expect(reported('{}')).rejects.toThrow(/one\.json is no advisory: expected an id in the OSV format\./);
  });
});

describe('of what is installed', () => {
  let all: { ecosystem: string; name: string; version: string; use: string }[] = [];
  beforeAll(async () => {
    all = await installed();
  });

  test('packages of production and of development are checked, and the jars of the managed Neo4j', async () => {
    const by = (use: string) => all.filter((one) => one.use === use);
    expect(by('production').length).toBeGreaterThan(150);
    expect(by('development').length).toBeGreaterThan(100);
    expect(by('managed Neo4j')).toHaveLength(214);
    expect(all).toContainEqual(expect.objectContaining({ name: '@apollo/server', use: 'production' }));
    expect(all).toContainEqual(expect.objectContaining({ name: 'org.neo4j:neo4j', ecosystem: 'Maven' }));
    expect(all.filter(({ version }) => !/^\d/.test(version))).toEqual([]);
  });

  test('a version with a fault is found', async () => {
    const { version } = all.find(({ name }) => name === 'fastify') ?? {};
    const text = advisory('GHSA-5', { package: { ecosystem: 'npm', name: 'fastify' }, versions: [version] });
    const { code, lines } = await reported(text, ...all);
    expect([code, lines[0]]).toEqual([1, expect.stringMatching(/^GHSA-5: fastify .* \(production\)/)]);
  });
});
