import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Api, pause, programFolder, sweep } from '../support/api.js';
import { neo4jAddress, useGraph } from '../support/graph.js';
import { buildImageFolder } from './image-files.js';

/** The files that the image holds, without the rest of the clone, over a real Neo4j. */

useGraph();

const MINUTE = 60_000;
let folder = '';
let environment: NodeJS.ProcessEnv = {};

beforeAll(async () => {
  const { uri, username, password } = neo4jAddress();
  folder = join(await programFolder(), 'app');
  environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, DATA_DIR: join(folder, 'data') };
  await buildImageFolder(folder);
}, MINUTE);
afterAll(sweep, MINUTE);

const program = (...path: string[]) => join(folder, 'dist', 'src', ...path);

test(
  'the files of the image start the API on an empty graph, with seed data, the questions of the editor and a backup',
  async () => {
    const api = new Api({ ...environment, START_TOKEN: 'off' }, [program('main.js')]);
    const address = await api.ready();
    while ((await fetch(`${address}/readyz`)).status !== 200) await pause(100);
    expect((await fetch(`${address}/`, { headers: { accept: 'text/html' } })).status).toBe(200);
    const source = '{ search(text: "Surovikin") { matched record { id } } }';
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: source }),
    });
    expect(await answer.json()).toMatchObject({ data: { search: expect.anything() } });
    const out = join(folder, 'graph.backup');
    expect(await new Api(environment, [program('cli', 'backup.js'), '--out', out]).ended).toMatchObject({ code: 0 });
    expect(await api.kill('SIGTERM')).toMatchObject({ code: 0 });
  },
  2 * MINUTE,
);
