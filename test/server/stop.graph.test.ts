import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { importBatches } from '../../src/exchange/import/apply/batch-queries.js';
import { createServer } from '../../src/server/server.js';
import { sheetsOf } from '../exchange/import/sheets.js';
import { graph, useGraph } from '../support/graph.js';
import { post, SETTINGS, send } from '../support/server.js';
import { temporaryFolder } from '../support/temporary-folder.js';

useGraph();
const TOKEN = 'a-token-of-this-test';
const AS_EDITOR = { authorization: `Bearer ${TOKEN}`, 'x-actor': 'Mira' };

const INPUT = {
  format: 'sfm-older',
  dataset: {
    ...{ id: 'velmora', title: 'Velmora', description: 'Invented.', licence: 'CC0-1.0' },
    ...{ attribution: 'nobody', redistribute: true },
  },
  about: { sourceTitle: 'Sheets', publisher: 'Velmora Monitor', publishedOn: '2022-03-01' },
  reason: 'A test.',
  dryRun: false,
};

test('a server that is told to stop answers 503, and waits for the import under way', async () => {
  const importFolder = join(temporaryFolder(), 'imports');
  const app = await createServer(graph(), { ...SETTINGS, writeToken: TOKEN, importFolder });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const files = await Promise.all(
    Object.entries(await sheetsOf('sfm-older')).map(async ([role, path]) => {
      const body = await readFile(path, 'utf8');
      const { json } = await send(`${url}/import/files`, { method: 'POST', body, headers: AS_EDITOR });
      return { role, reference: json.reference };
    }),
  );
  const started = await post(
    url,
    JSON.stringify({
      query: 'mutation ($input: ImportCreateInput!) { importCreate(input: $input) { state } }',
      variables: { input: { ...INPUT, files } },
    }),
    AS_EDITOR,
  );
  expect(started.json.data).toEqual({ importCreate: { state: 'RUNNING' } });

  const closing = app.close();
  const ready = await send(`${url}/readyz`);
  expect({ status: ready.status, codes: ready.codes }).toEqual({ status: 503, codes: ['STOPPING'] });
  expect(Number(ready.headers.get('retry-after'))).toBeGreaterThan(0);
  await closing;
  expect((await importBatches(graph())).map(({ state }) => state)).toEqual(['DONE']);
  await expect(send(`${url}/readyz`)).rejects.toThrow();
}, 60_000);
