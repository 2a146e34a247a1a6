import { afterAll, expect, test } from '@jest/globals';
import { Api, pause, programFolder, sweep } from '../support/api.js';
import { ask, neo4jAddress, useGraph } from '../support/graph.js';
import { query } from '../support/server.js';

useGraph('fictional');
afterAll(sweep, 60_000);

const MINUTE = 60_000;
const HEAVY =
  '{ pathsBetween(a: "person-fx-carls", b: "person-fx-gran", maxLength: 8) { length } people { totalCount nodes { name postings { nodes { role unit { name } citations { report { title } } } } } } }';
const MANY = `{ ${Array.from({ length: 30 }, (_, index) => `list${index}: people(first: ${index + 1}) { totalCount }`).join(' ')} }`;

/** Asks, and closes the connection after a while. */
async function abandoned(url: string, init: RequestInit, afterMs: number): Promise<string> {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), afterMs);
  return fetch(url, { ...init, signal: aborter.signal })
    .then((response) => response.text())
    .then(
      () => 'answered',
      () => 'aborted',
    )
    .finally(() => clearTimeout(timer));
}

test(
  'clients that close their connection, and an operation of thirty statements, leave no error and no warning in the log',
  async () => {
    expect((await ask(MANY)).statements.length).toBeGreaterThanOrEqual(30);
    const { uri, password } = neo4jAddress();
    const environment = { NEO4J_URI: uri, NEO4J_PASSWORD: password, LOG_LEVEL: 'warn' };
    const api = new Api({ ...environment, DATA_DIR: await programFolder(), QUERY_TIMEOUT_MS: '50000' });
    const url = await api.ready();
    const body = JSON.stringify({ query: HEAVY });
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const clients = Array.from({ length: 20 }, (_, index) => abandoned(`${url}/graphql`, post, 5 + index * 3));
    const others = ['export/records.jsonl', 'changes', 'changes/stream', 'dossier/person-fx-carls/incident-fx-1'];
    const ends = await Promise.all([...clients, ...others.map((path) => abandoned(`${url}/${path}`, {}, 10))]);
    expect(ends.filter((end) => end === 'aborted').length).toBeGreaterThanOrEqual(15);

    const { status, json } = await query(url, MANY);
    expect({ status, errors: json.errors }).toEqual({ status: 200, errors: undefined });
    await pause(500);
    const { code, stdout, stderr } = await api.kill('SIGTERM');
    expect({ code, stderr, logged: stdout.split('\n').filter((line) => line.startsWith('{')) }).toEqual({
      code: 0,
      stderr: '',
      logged: [],
    });
  },
  2 * MINUTE,
);
