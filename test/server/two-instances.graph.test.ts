import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { newSecret, Receiver } from '../exchange/webhooks/receiver.js';
import { Api, pause, programFolder, sweep } from '../support/api.js';
import { graph, neo4jAddress, useGraph } from '../support/graph.js';
import { post, send } from '../support/server.js';

/** Two processes of the API, each with a data directory of its own, on one Neo4j. */

useGraph('fictional');
const MINUTE = 60_000;

interface Instance {
  readonly api: Api;
  readonly url: string;
  readonly headers: Record<string, string>;
}
let instances: readonly Instance[] = [];
let receiver: Receiver;

async function start(webhooksFile: string): Promise<Instance> {
  const { uri, username, password } = neo4jAddress();
  const api = new Api({
    ...{ NEO4J_URI: uri.replace('bolt:', 'neo4j:'), NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    ...{ DATA_DIR: await programFolder(), WEBHOOKS_FILE: webhooksFile, QUERY_TIMEOUT_MS: '50000' },
  });
  const url = await api.ready();
  const [, token] = await api.says(/Bearer (\S+)/);
  return { api, url, headers: { authorization: `Bearer ${token}` } };
}

beforeAll(async () => {
  receiver = await Receiver.start();
  const file = join(await programFolder(), 'webhooks.yaml');
  const webhook = { name: 'partner', address: receiver.address, secrets: [newSecret()], loopback: true };
  await writeFile(file, JSON.stringify({ webhooks: [webhook] }), { mode: 0o600 });
  // Both find a graph of an earlier version, without what the last migration brings.
  await graph().command('test', 'DROP CONSTRAINT webhook_name IF EXISTS');
  await graph().command('test', "MATCH (m:Migration {name: '014-webhooks'}) DELETE m");
  instances = await Promise.all([start(file), start(file)]);
}, 2 * MINUTE);
afterAll(async () => {
  await sweep();
  await receiver.stop();
}, MINUTE);

/** The instances in both orders. */
const pairs = (): (readonly [Instance, Instance])[] => {
  const [one, other] = instances as readonly [Instance, Instance];
  return [
    [one, other],
    [other, one],
  ];
};

async function ask({ url, headers }: Instance, query: string, variables: object = {}) {
  const { json } = await post(url, JSON.stringify({ query, variables }), headers);
  expect(json.errors).toBeUndefined();
  return json.data;
}

let count = 0;
/** Writes a place through an instance; gives its id. */
async function writePlace(through: Instance): Promise<string> {
  count += 1;
  const location = {
    id: `location-two-${count}`,
    kind: 'PLACE',
    precision: 'ADMIN2',
    names: [{ value: `Twoham ${count}` }],
    cites: [{ report: 'report-fx-un-2022' }],
  };
  const input = { dataset: 'fictional', reason: 'A test.', record: { location } };
  const written = await ask(
    through,
    'mutation ($input: RecordCreateInput!) { recordCreate(input: $input) { created userErrors { message } } }',
    { input },
  );
  expect(written.recordCreate).toEqual({ created: true, userErrors: [] });
  return location.id;
}

const placeIn = async (instance: Instance, id: string) =>
  (await ask(instance, 'query ($id: ID!) { location(id: $id) { id } }', { id })).location?.id;

test('two instances that start at once bring the graph up to this version, once', async () => {
  const rows = await graph().read({ name: 'test', text: 'MATCH (m:Migration) RETURN m.name AS name' }, {});
  const names = rows.map(({ name }) => name);
  expect(names).toContain('014-webhooks');
  expect(new Set(names).size).toBe(names.length);
});

test(
  'what is written through one is read through the other at once',
  async () => {
    for (let round = 0; round < 5; round++)
      for (const [writer, reader] of pairs()) {
        const early = ask(reader, '{ people { totalCount } }');
        const id = await writePlace(writer);
        expect(await placeIn(reader, id)).toBe(id);
        await early;
      }
  },
  MINUTE,
);

describe('a stream of changes', () => {
  const away = new AbortController();
  afterEach(() => away.abort());

  async function streamOf({ url }: Instance): Promise<{ cursors: () => string[] }> {
    const response = await fetch(`${url}/changes/stream`, { signal: away.signal });
    let text = '';
    const decoder = new TextDecoder();
    (async () => {
      for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
    })().catch(() => undefined);
    return { cursors: () => [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id ?? '') };
  }

  test(
    'on either tells of what is written through both, with the same cursor, within two seconds',
    async () => {
      const streams = await Promise.all(instances.map(streamOf));
      for (let events = 1; events <= 3; events++) {
        for (const began = Date.now(); streams.some(({ cursors }) => cursors().length < events); await pause(20))
          if (Date.now() - began > 20_000) throw new Error(`Expected ${events} events.`);
        const writer = instances[events % 2];
        if (writer && events < 3) await writePlace(writer);
      }
      const [one, other] = streams.map(({ cursors }) => cursors());
      expect(new Set(one).size).toBe(3);
      expect(other).toEqual(one);
    },
    MINUTE,
  );
});

test(
  'each notice of a webhook that both have arrives once, whichever instance wrote the change',
  async () => {
    const arrivedCursors = () => receiver.arrivals.map(({ json }) => json.data.cursor);
    for (const [writer, other] of pairs()) {
      await writePlace(writer);
      const { cursor } = JSON.parse((await send(`${other.url}/export/manifest.json`)).text);
      for (const began = Date.now(); arrivedCursors().at(-1) !== cursor; await pause(20))
        if (Date.now() - began > 20_000) throw new Error('The notice did not come.');
      await pause(2_500);
    }
    expect(new Set(arrivedCursors()).size).toBe(arrivedCursors().length);
    expect(new Set(receiver.arrivals.map(({ id }) => id)).size).toBe(receiver.arrivals.length);
    const states = await Promise.all(
      instances.map((instance) => ask(instance, '{ webhooks { name deliveredAt pending { id } } }')),
    );
    expect(states[0]).toEqual(states[1]);
    expect(states[0]).toEqual({ webhooks: [{ name: 'partner', deliveredAt: expect.any(String), pending: null }] });
  },
  MINUTE,
);

describe('two imports at the same time, one through each instance', () => {
  const HEADER = 'id,title,publisher_id,published\n';

  async function importThrough(instance: Instance, title: string): Promise<{ state: string; fault: string | null }> {
    const { url, headers } = instance;
    const body = `${HEADER}${Array.from({ length: 300 }, (_, row) => `report-two-${row},${title} ${row},body-fx-lantern,2022-04-01`).join('\n')}\n`;
    const { json } = await send(`${url}/import/files`, {
      method: 'POST',
      body,
      headers: { ...headers, 'content-type': 'text/csv' },
    });
    const input = {
      ...{ format: 'csv', files: [{ role: 'reports', reference: json.reference }], dataset: { id: 'fictional' } },
      ...{ about: { sourceTitle: title, publisher: 'Lantern', publishedOn: '2022-04-01' } },
      ...{ reason: 'A test.', dryRun: false },
    };
    const created = await ask(
      instance,
      'mutation ($input: ImportCreateInput!) { importCreate(input: $input) { id } }',
      {
        input,
      },
    );
    for (;;) {
      const { importRun } = await ask(instance, 'query ($id: ID!) { importRun(id: $id) { state fault } }', {
        id: created.importCreate.id,
      });
      if (importRun.state !== 'RUNNING') return importRun;
      await pause(50);
    }
  }

  test(
    'end with all of one and nothing of the other where they contradict each other',
    async () => {
      const [one, other] = instances as readonly [Instance, Instance];
      const runs = await Promise.all([importThrough(one, 'First'), importThrough(other, 'Second')]);
      const states = runs.map(({ state }) => state).sort();
      expect([
        ['REFUSED', 'WRITTEN'],
        ['FAILED', 'WRITTEN'],
      ]).toContainEqual(states);
      for (const { state, fault } of runs)
        if (state === 'FAILED') expect(fault).toMatch(/takes no change while|changed/);
      const rows = await graph().read(
        {
          name: 'test',
          text: "MATCH (r:Report) WHERE r.id STARTS WITH 'report-two-' RETURN DISTINCT split(r.title, ' ')[0] AS title, count(*) AS reports",
        },
        {},
      );
      expect(rows).toEqual([{ title: expect.stringMatching(/^(First|Second)$/), reports: 300 }]);
    },
    MINUTE,
  );
});
