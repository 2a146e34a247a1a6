import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, link, mkdir, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { ensureJars } from '../../src/graph/local-neo4j/jars.js';
import { ConfigError } from '../../src/model/errors.js';
import { programFolder, sweep } from '../support/api.js';

afterAll(sweep);

const { neo4j } = readConfig({ ...process.env, NEO4J_URI: undefined });
if (neo4j.kind !== 'managed') throw new Error('Expected the managed Neo4j.');
const whole = await ensureJars(neo4j, () => {});
const NO_MAVEN = { path: '', mavenDistributionUrl: undefined };

/** A cache of our own with the jars that this run's Neo4j was started from. */
async function copiedCache(): Promise<{ cacheDir: string; jars: string }> {
  const cacheDir = await programFolder();
  const jars = join(cacheDir, basename(whole));
  await mkdir(jars);
  for (const name of await readdir(whole))
    await link(join(whole, name), join(jars, name)).catch(() => copyFile(join(whole, name), join(jars, name)));
  return { cacheDir, jars };
}

/** Halves one jar of a copied cache, and not the original that it is a link to. */
async function truncateOne(jars: string): Promise<void> {
  const name = (await readdir(jars)).find((jar) => jar.startsWith('neo4j-kernel-5')) ?? '';
  const { size } = await stat(join(jars, name));
  await rm(join(jars, name));
  await copyFile(join(whole, name), join(jars, name));
  await truncate(join(jars, name), Math.floor(size / 2));
}

/** A folder whose `mvn` is the real Maven, which finds its artifacts in that repository and may not use a network. */
async function offlineMaven(repository: string): Promise<string> {
  const maven = execFileSync('sh', ['-c', 'command -v mvn'], { encoding: 'utf8' }).trim();
  const folder = await programFolder();
  await writeFile(join(folder, 'mvn'), `#!/bin/sh\nexec '${maven}' -o -Dmaven.repo.local='${repository}' "$@"\n`);
  await chmod(join(folder, 'mvn'), 0o755);
  return folder;
}

async function sizes(folder: string): Promise<Record<string, number>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jar')).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size])),
  );
}

test('a complete cache of jars is used as it is, without a message and without Maven', async () => {
  const { cacheDir, jars } = await copiedCache();
  const progressLines: string[] = [];
  expect(await ensureJars({ cacheDir, ...NO_MAVEN }, (line) => progressLines.push(line))).toBe(jars);
  expect(progressLines).toEqual([]);
});

// Only where Maven has the artifacts from an earlier fetch can a damaged cache be mended without a network.
const repository = join(homedir(), '.m2', 'repository');
const mendable = existsSync(join(repository, 'org', 'neo4j', 'neo4j-bolt')) && hasMaven();
if (!mendable)
  process.stdout.write(`Skipped: no \`mvn\`, or none of its artifacts in ${repository}, so no cache is mended.\n`);

function hasMaven(): boolean {
  try {
    execFileSync('sh', ['-c', 'command -v mvn']);
    return true;
  } catch {
    return false;
  }
}

(mendable ? describe : describe.skip)('a cache with a truncated jar', () => {
  test('is fetched anew, and the remains of an interrupted download are deleted', async () => {
    const { cacheDir, jars } = await copiedCache();
    await truncateOne(jars);
    await mkdir(`${jars}.partial-999999999`);
    const progressLines: string[] = [];
    const path = await offlineMaven(repository);
    expect(await ensureJars({ cacheDir, ...NO_MAVEN, path }, (line) => progressLines.push(line))).toBe(jars);
    expect(await sizes(jars)).toEqual(await sizes(whole));
    expect(await readdir(cacheDir)).toEqual([basename(jars)]);
    expect(progressLines[0]).toMatch(
      /^Fetching Neo4j 5\.\d+\.\d+ from Maven Central \(214 jars, 116 MB; once per machine\) …$/,
    );
  }, 60_000);

  test('gives the message of Maven where it cannot be fetched, and is not taken for complete the next time', async () => {
    const { cacheDir, jars } = await copiedCache();
    await truncateOne(jars);
    const places = { cacheDir, ...NO_MAVEN, path: await offlineMaven(await programFolder()) };
    for (const _attempt of [1, 2]) {
      const error = await ensureJars(places, () => {}).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ConfigError);
      expect((error as ConfigError).message).toMatch(
        /^Maven could not fetch the jars of Neo4j \(exit code 1\):\n.*ERROR/,
      );
    }
  }, 60_000);
});
