import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Api, openGraphOf, pause, processesLeftOn, processesOn, programFolder, sweep } from '../support/api.js';

const MINUTES = 60_000;

let undisturbed: Snapshot;
/** The data directory of the undisturbed API, after it ended. */
let seeded = '';
let stopped: unknown;
let seedingMs = 0;

interface Snapshot {
  readonly nodes: unknown;
  readonly links: unknown;
  readonly records: unknown;
}

/** What stands in the graph of an API: counts by label and by link, and every record with the hash of its content. */
async function snapshot(dataDir: string): Promise<Snapshot> {
  const graph = await openGraphOf(dataDir);
  const rows = (text: string) => graph.read({ name: 'snapshot', text }, {});
  try {
    return {
      nodes: await rows('MATCH (n) UNWIND labels(n) AS label RETURN label, count(*) AS nodes ORDER BY label'),
      links: await rows('MATCH ()-[e]->() RETURN type(e) AS type, count(*) AS links ORDER BY type'),
      records: await rows(
        'MATCH (n:Record) RETURN n.id AS id, n.hash AS hash, COUNT { (n)-->() } AS leaving ORDER BY id',
      ),
    };
  } finally {
    await graph.close();
  }
}

/** Asks the API a question over HTTP, as a client does. */
async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

beforeAll(async () => {
  seeded = await programFolder();
  const api = new Api({ DATA_DIR: seeded });
  await api.says(/Applied migrations/);
  const began = Date.now();
  await api.says(/The graph was empty: loaded/);
  seedingMs = Date.now() - began;
  await api.ready();
  undisturbed = await snapshot(seeded);
  stopped = await stop(api, seeded, 'SIGINT');
}, 2 * MINUTES);
afterAll(sweep, MINUTES);

/** A data directory of its own that holds what the undisturbed API left. */
async function copyOfSeeded(): Promise<string> {
  const folder = await programFolder();
  await cp(seeded, folder, { recursive: true });
  return folder;
}

/** Ends an API with a signal; gives how it ended, and the processes that it left. */
async function stop(api: Api, dataDir: string, signal: NodeJS.Signals) {
  const before = processesOn(dataDir);
  const { stdout, ...outcome } = await api.kill(signal);
  return {
    ...outcome,
    before: before.length,
    left: processesOn(dataDir),
    lastLine: stdout.trimEnd().split('\n').at(-1),
  };
}

const CLEANLY = { code: 0, signal: null, stderr: '', before: 1, left: [], lastLine: 'Stopping …' };

describe('an undisturbed API', () => {
  test('loads the datasets of the seed', () => {
    expect((undisturbed.records as unknown[]).length).toBeGreaterThan(500);
  });

  test('ends on SIGINT with the exit code 0, and leaves no Neo4j behind', () => {
    expect(stopped).toEqual(CLEANLY);
  });
});

describe('an API that is killed with SIGKILL in the middle of seeding', () => {
  // Two moments, at random, one early and one late in the time that the undisturbed load took.
  test.each([
    ['early', 0, 0.3, 'SIGINT'],
    ['late', 0.3, 0.9, 'SIGTERM'],
  ] as const)(
    '%s, has the same graph after the next start as if nothing had happened',
    async (_when, from, to, signal) => {
      const dataDir = await programFolder();
      const first = new Api({ DATA_DIR: dataDir });
      await first.says(/Applied migrations/);
      await pause(seedingMs * (from + Math.random() * (to - from)));
      expect(await first.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });

      const second = new Api({ DATA_DIR: dataDir });
      const url = await second.ready();
      expect(await snapshot(dataDir)).toEqual(undisturbed);
      expect(await ask(url, '{ person(id: "person-vladimir-putin") { name } }')).toMatchObject({
        data: { person: { name: 'Vladimir Putin' } },
      });
      expect(await stop(second, dataDir, signal)).toEqual(CLEANLY);
    },
    3 * MINUTES,
  );
});

describe('an API that runs', () => {
  let dataDir = '';
  let api: Api;
  let url = '';
  beforeAll(async () => {
    dataDir = await copyOfSeeded();
    api = new Api({ DATA_DIR: dataDir });
    url = await api.ready();
  }, 2 * MINUTES);

  test(
    'keeps its data directory to itself: a second one is refused, and leaves the first alone',
    async () => {
      const second = await new Api({ DATA_DIR: dataDir }).ended;
      expect(second).toMatchObject({
        code: 1,
        stderr: `Another API (process ${api.pid}) uses the data directory ${dataDir}. Stop it, or set DATA_DIR to another directory.\n`,
      });
      expect(processesOn(dataDir)).toHaveLength(1);
      expect(await ask(url, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
    },
    MINUTES,
  );

  test(
    'keeps its port to itself: a second one is refused, and leaves no Neo4j behind',
    async () => {
      const other = await copyOfSeeded();
      const { port } = new URL(url);
      const second = await new Api({ DATA_DIR: other, PORT: port }).ended;
      expect(second).toMatchObject({ code: 1, stderr: expect.stringMatching(new RegExp(`^.*\\b${port}\\b.*\\n$`)) });
      expect(await processesLeftOn(other)).toEqual([]);
    },
    2 * MINUTES,
  );
});

describe('an API that still starts', () => {
  test.each(['SIGINT', 'SIGKILL'] as const)(
    'leaves no Neo4j behind when it gets %s',
    async (signal) => {
      const again = await copyOfSeeded();
      const starting = new Api({ DATA_DIR: again });
      await starting.says(/Neo4j runs at/);
      expect(processesOn(again)).toHaveLength(1);
      await starting.kill(signal);
      expect(await processesLeftOn(again)).toEqual([]);
    },
    2 * MINUTES,
  );
});
