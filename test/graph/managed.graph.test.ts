import { execFileSync } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Api, pause, processesLeftOn, processesOn, programFolder, sweep } from '../support/api.js';
import { post, query, type Reply, send } from '../support/server.js';

/** One API with a Neo4j of its own, from its first start to the death of its Neo4j. */

const MINUTE = 60_000;

let dataDir = '';
let api: Api;
let url = '';

beforeAll(async () => {
  dataDir = await programFolder();
  await start();
}, 2 * MINUTE);
afterAll(sweep, MINUTE);

async function start(): Promise<void> {
  api = new Api({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal' });
  url = await api.ready();
}

const editor = async () => ({ authorization: (await api.says(/authorization: (Bearer \S+)/))[1] ?? '' });

/** Kills the Neo4j of the API, as the kernel does where memory is short. */
function killNeo4j(): void {
  const [row = ''] = processesOn(join(dataDir, 'neo4j'));
  process.kill(Number(row.split(' ')[0]), 'SIGKILL');
}

const createReport = (id: string) =>
  JSON.stringify({
    query: 'mutation ($input: RecordCreateInput!) { recordCreate(input: $input) { created userErrors { message } } }',
    variables: {
      input: {
        dataset: 'public-record',
        reason: 'Test',
        record: { report: { id, title: id, publisher: 'body-icc', publishedOn: '2024-01-01' } },
      },
    },
  });

test('everything in the data directory is for its owner alone', async () => {
  await send(`${url}/import/files`, { method: 'POST', body: 'a,b\n1,2\n', headers: await editor() });
  const names = ['', ...(await readdir(dataDir, { recursive: true }))];
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => name.startsWith(join('imports', 'files')))).toHaveLength(2);
  const modes = await Promise.all(names.map(async (name) => (await stat(join(dataDir, name))).mode & 0o077));
  expect(names.filter((_name, index) => modes[index] !== 0)).toEqual([]);
});

test(
  'an API that is told to stop while editors write keeps every change that it answered as done',
  async () => {
    const headers = await editor();
    const done: string[] = [];
    const refused: string[] = [];
    let isTold = false;
    const write = async (who: number) => {
      for (let index = 0; refused.length < 20; index += 1) {
        const id = `report-stop-${who}-${index}`;
        const reply = await post(url, createReport(id), headers).catch(String);
        if (typeof reply !== 'string' && reply.json?.data?.recordCreate?.created) done.push(id);
        else if (isTold) return;
        else refused.push(typeof reply === 'string' ? reply : reply.text);
      }
    };
    const writing = Promise.all([0, 1, 2, 3].map(write));
    while (done.length < 12 && refused.length < 20) await pause(20);
    // Where a machine takes longer over the first plans than a statement may, the first changes are refused, and say so.
    expect(refused.filter((answer) => !answer.includes('"TIMEOUT"'))).toEqual([]);
    isTold = true;
    expect(await api.kill('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    await writing;

    await start();
    const { json } = await query(
      url,
      `{ ${done
        .slice(-25)
        .map((id, index) => `r${index}: report(id: "${id}") { id }`)
        .join(' ')} }`,
    );
    expect(done.length).toBeGreaterThanOrEqual(12);
    expect(Object.values(json.data).map((report) => (report as { id: string } | null)?.id)).toEqual(done.slice(-25));
  },
  3 * MINUTE,
);

test(
  'an API whose Neo4j dies says so, refuses what is under way at once, and ends with an exit code for its supervisor',
  async () => {
    let isOver = false;
    const replies: Reply[] = [];
    const ask = async () => {
      while (!isOver) {
        const reply = await query(url, '{ people { totalCount } }').catch(() => undefined);
        if (reply) replies.push(reply);
        else isOver = true;
      }
    };
    const asking = Promise.all(Array.from({ length: 10 }, ask));
    while (replies.length < 10) await pause(10);
    const before = replies.length;
    killNeo4j();
    const began = Date.now();
    const { code, signal, stdout, stderr } = await api.ended;
    expect(Date.now() - began).toBeLessThan(5_000);
    await asking;

    const sentence = `The managed Neo4j ended (signal SIGKILL); see ${join(dataDir, 'neo4j', 'launcher.log')}. Start the API again.`;
    expect({ code, signal, stderr }).toEqual({ code: 1, signal: null, stderr: `${sentence}\n` });
    const logged = stdout.split('\n').filter((line) => line.startsWith('{'));
    expect(logged.map((line) => JSON.parse(line)).map(({ level, msg }) => ({ level, msg }))).toEqual([
      { level: 60, msg: sentence },
    ]);
    const refused = replies.slice(before).filter(({ status }) => status !== 200);
    expect(refused.filter((reply) => reply.status !== 503 || !reply.headers.get('retry-after'))).toEqual([]);
    expect(await processesLeftOn(dataDir)).toEqual([]);
  },
  MINUTE,
);

test(
  'an API that was told to stop after its Neo4j had died ends at once',
  async () => {
    await start();
    killNeo4j();
    const began = Date.now();
    const { code } = await api.kill('SIGTERM');
    expect([0, 1]).toContain(code);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await readFile(join(dataDir, 'neo4j', 'launcher.log'), 'utf8')).not.toContain('Exception');
    expect(execFileSync('ps', ['-axww', '-o', 'args='], { encoding: 'utf8' })).not.toContain(dataDir);
  },
  2 * MINUTE,
);
