import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { Api, openGraphOf, processesLeftOn, programFolder, sweep } from '../../support/api.js';
import { answer, emptyGraph, graph, neo4jAddress, useGraph, writeAt } from '../../support/graph.js';
import { live } from '../backup/take-backup.js';

/** Real processes, killed in the middle of a restore. */

useGraph();
const MINUTES = 60_000;

const program = (name: string, ...rest: string[]) => [join('dist', 'src', 'cli', `${name}.js`), ...rest];
const ended = (environment: NodeJS.ProcessEnv, command: readonly string[]) => new Api(environment, command).ended;

/** More records and links than one transaction takes. */
const MANY = `UNWIND range(1, 2500) AS number
CREATE (r:Record:Report {id: 'report-many-' + number, title: 'Report ' + number, access: 'CONFIDENTIAL', dataset: 'fictional', recordedAt: $at,
  sortKey: 'report ' + number, searchText: 'report =report ' + number + ' =' + number + ' =report' + number})
WITH collect(r) AS reports UNWIND range(3, 2499) AS place UNWIND [1, 2] AS back
WITH reports[place] AS r, reports[place - back] AS before CREATE (r)-[:DERIVED_FROM]->(before)`;

/** The Neo4j of the test run, as a program is told of it. */
let shared: NodeJS.ProcessEnv = {};
let file = '';
let backup: unknown;
let mode = 0;
let bytes = '';

beforeAll(async () => {
  const { uri, username, password } = neo4jAddress();
  shared = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  await emptyGraph();
  await live();
  const at = '2026-05-01T00:00:00.000Z';
  await writeAt(at, MANY, { at });
  file = join(await programFolder(), 'whole.jsonl');
  backup = await ended(shared, program('backup', '--out', file));
  mode = (await stat(file)).mode & 0o777;
  bytes = await readFile(file, 'utf8');
}, 3 * MINUTES);
afterAll(sweep, MINUTES);

/** A backup of the graph that a program finds there. */
async function backupOf(environment: NodeJS.ProcessEnv): Promise<string> {
  const out = join(await programFolder(), 'again.jsonl');
  expect(await ended(environment, program('backup', '--out', out))).toMatchObject({ code: 0 });
  return readFile(out, 'utf8');
}

test('the backup program makes a file for its owner alone, and warns of what is in the file', () => {
  expect(backup).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringMatching(/CONFIDENTIAL: .* EVERYTHING in the graph, of every access level/),
  });
  expect(mode).toBe(0o600);
  expect(bytes).toContain('Orlo Kesh');
});

test.each([
  ['nodes', /Nodes: 2000 of \d+/],
  ['links', /Links: \d+ of \d+/],
] as const)(
  'a restore that is killed while it writes %s shows readers nothing, and is completed by the next run',
  async (_phase, progress) => {
    await emptyGraph();
    const killed = new Api(shared, program('restore', file));
    await killed.says(progress);
    expect(await killed.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    expect(await publishedThrough(graph())).toBe('');
    expect((await answer('{ people(first: 5) { nodes { id } } }')).people.nodes).toEqual([]);

    const api = await ended(shared, [join('dist', 'src', 'main.js')]);
    expect(api).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The restore of whole\.jsonl into this graph, begun at \S+, has not ended/),
    });
    expect(await ended(shared, [join('dist', 'src', 'cli', 'seed.js'), '--dataset', 'fictional'])).toMatchObject({
      code: 1,
    });
    const out = join(await programFolder(), 'half.jsonl');
    expect(await ended(shared, program('backup', '--out', out))).toMatchObject({ code: 1 });
    await expect(stat(out)).rejects.toThrow('ENOENT');

    expect(await ended(shared, program('restore', file))).toMatchObject({ code: 0 });
    expect(await backupOf(shared)).toBe(bytes);
  },
  3 * MINUTES,
);

test(
  'a restore that is killed together with its Neo4j is completed by the next run, and an API serves it',
  async () => {
    const dataDir = await programFolder();
    const killed = new Api({ DATA_DIR: dataDir }, program('restore', file));
    await killed.says(/Nodes: 2000 of \d+/);
    expect(await killed.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    expect(await processesLeftOn(dataDir)).toEqual([]);

    expect(await ended({ DATA_DIR: dataDir }, program('restore', file))).toMatchObject({ code: 0 });

    const api = new Api({ DATA_DIR: dataDir });
    const url = await api.ready();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ person(id: "person-fx-anders") { id } }' }),
    });
    expect(await response.json()).toMatchObject({ data: { person: { id: 'person-fx-anders' } } });
    expect(await backupOf({ DATA_DIR: dataDir })).toBe(bytes);
    const own = await openGraphOf(dataDir);
    expect(await own.read({ name: 'marks', text: 'MATCH (r:Restore) RETURN r' }, {})).toEqual([]);
    await own.close();
    await api.kill('SIGTERM');
  },
  6 * MINUTES,
);
