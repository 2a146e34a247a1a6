import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/config.js';
import { useGraphToRead } from '../../support/graph.js';
import { query, send, useServer } from '../../support/server.js';

/** Programs in Python, as partners write them with the packages that they use, against a running server. */

useGraphToRead('fictional');
const address = useServer();

const run = promisify(execFile);
const PROGRAMS = fileURLToPath(new URL('./python/', import.meta.url));
const PACKAGES = join(PROGRAMS, 'requirements.txt');
const TEN_MINUTES = 600_000;

const FITS = 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 13))';
const hasPython = spawnSync('python3', ['-c', FITS]).status === 0;
const testWithPython = (title: string, check: () => Promise<void>) =>
  hasPython
    ? test(title, check, TEN_MINUTES)
    : test.skip(`${title} (skipped: there is no Python 3.11 or 3.12 here)`, check);

/** A Python with the packages of the programs. It lies in the cache of the product, so it is installed once. */
async function installed(): Promise<string> {
  const { neo4j } = readConfig({ ...process.env, NEO4J_URI: undefined });
  if (neo4j.kind !== 'managed') throw new Error('Expected the configuration of a managed Neo4j.');
  const version = createHash('sha256').update(readFileSync(PACKAGES)).digest('hex').slice(0, 12);
  const place = join(neo4j.cacheDir, `python-${version}`);
  if (!existsSync(place)) {
    const partial = `${place}.partial-${process.pid}`;
    await mkdir(neo4j.cacheDir, { recursive: true });
    await rm(partial, { recursive: true, force: true });
    await run('python3', ['-m', 'venv', partial]);
    await run(join(partial, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--requirement', PACKAGES]);
    await rename(partial, place);
  }
  return join(place, 'bin', 'python');
}

let python = '';
beforeAll(async () => {
  if (hasPython) python = await installed();
}, TEN_MINUTES);

/** What a program prints, line by line. */
async function printed(program: string, ...more: string[]): Promise<string[]> {
  const { stdout } = await run(python, [join(PROGRAMS, program), ...more], {
    env: { ...process.env, GRAPH: address() },
  });
  return stdout.trimEnd().split('\n');
}

const linesOf = async (name: string) =>
  (await (await fetch(`${address()}/export/${name}`)).text()).trimEnd().split('\n');

testWithPython('gql reads the pages of a list to its end', async () => {
  const { json } = await query(address(), '{ people(first: 100) { totalCount nodes { id name } } }');
  expect(json.data.people.totalCount).toBeGreaterThan(8);
  expect(await printed('gql_pages.py')).toEqual(
    json.data.people.nodes.map(({ id, name }: { id: string; name: string }) => `${id}\t${name}`),
  );
});

testWithPython('pandas reads a table with its first column by name, and the records line by line', async () => {
  const findings = await linesOf('findings.csv?bom=no');
  const records = await linesOf('records.jsonl');
  expect(await printed('pandas_tables.py')).toEqual([
    "['id', 'type', 'title']",
    `${findings.length - 1} True`,
    String(records.length),
  ]);
});

testWithPython('GDAL reads the map of places by its address', async () => {
  const { features } = JSON.parse((await send(`${address()}/export/locations.geojson`)).text);
  expect(await printed('gdal_places.py')).toEqual([`GeoJSON Point EPSG:4326 ${features.length}`]);
});

testWithPython('reconciler matches a column of names, and leaves open what it does not find', async () => {
  expect(await printed('reconcile_names.py', 'Tomas Anders', 'Сергій Виргалець', 'Nobody of that name')).toEqual([
    'Tomas Anders\tperson-fx-anders\t100.0\tTrue',
    'Сергій Виргалець\tperson-fx-vyrhalets\t100.0\tTrue',
    'Nobody of that name\tnan\tnan\tFalse',
  ]);
});

testWithPython('networkx reads a chain of command with the labels of units and links', async () => {
  const [count, ...links] = await printed('networkx_chain.py', 'unit-fx-u3', '2022-03-20');
  expect(count).toBe('4 nodes, 3 links');
  expect(links.map((link) => link.split('\t').length)).toEqual([3, 3, 3]);
  expect(links[0]).toMatch(/^\S.*\t2nd Brigade of Velmora\tCOMMAND/);
});
