import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Config, readConfig } from '../../../src/config.js';
import { load } from '../../../src/exchange/seed/load-datasets.js';
import { type OpenGraph, openGraph } from '../../../src/graph/open.js';
import { compact } from '../../../src/ops/compact/compact.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { Editor } from '../../../src/writing/change/editor.js';
import { recordCreate } from '../../../src/writing/edit/changes/record-create.change.js';
import { recordRedact } from '../../../src/writing/redact/record-redact.change.js';
import { fictional } from '../../support/fictional.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { CITES } from '../../writing/edit/edit-requests.js';

const WORD = 'CANARY-COMPACT-7';

async function filesWith(word: string, directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const holding = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      return [Buffer.from(word), Buffer.from(word, 'utf16le')].some((form) => bytes.includes(form)) ? [path] : [];
    }),
  );
  return holding.flat();
}

/** What a backup leaves out. */
const NODES = `MATCH (n:ApiKey|ReadEntry|Webhook) RETURN labels(n) AS labels, properties(n) AS properties ORDER BY labels, n.id`;
const nodesIn = ({ graph }: OpenGraph) => graph.read({ name: 'test', text: NODES }, {});

test('npm run compact leaves no file with a redacted word, and all keys, read audit and webhooks', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const config: Config = {
    ...readConfig({ ...process.env, NEO4J_URI: undefined, DATA_DIR: dataDir }),
    queryTimeoutMs: 60_000,
  };
  const open = await openGraph(config, () => {});
  let head = '';
  let before: unknown;
  try {
    await load(open.graph, fictional, '2026-01-01T00:00:00.000Z');
    const editor = new Editor('tester', open.graph);
    const record = { name: { of: 'person-fx-anders', value: WORD, kind: 'ALIAS', cites: CITES } };
    const { result } = await editor.change(recordCreate({ dataset: 'fictional', reason: 'A test.', record }));
    await editor.change(recordRedact({ ids: [result.id], reason: 'It was wrong.', words: [WORD] }, 'tester'));
    await open.graph.command(
      'test',
      `CREATE (:ApiKey {id: 'key-1', name: 'a partner', datasets: ['fictional']}), (:Webhook {name: 'hook', state: '{}', heldUntil: 1})
       WITH 1 AS one UNWIND range(1, 1001) AS number CREATE (:ReadEntry {id: 'read-' + number, at: '2026-01-01'})`,
    );
    before = await nodesIn(open);
    ({ head } = await verify(open.graph, { records: true }, () => {}));
  } finally {
    await open.close();
  }
  expect(await filesWith(WORD, dataDir)).not.toEqual([]);
  await compact(config, () => {});
  expect(await filesWith(WORD, dataDir)).toEqual([]);
  expect((await readdir(dataDir)).sort()).toEqual(['neo4j', 'neo4j-password']);
  const again = await openGraph(config, () => {});
  try {
    expect(before).toHaveLength(1_003);
    expect(await nodesIn(again)).toEqual(before);
    const faults: string[] = [];
    expect(await verify(again.graph, { records: true }, (fault) => faults.push(fault))).toMatchObject({
      head,
      redacted: 1,
    });
    expect(faults).toEqual([]);
  } finally {
    await again.close();
  }
}, 240_000);
