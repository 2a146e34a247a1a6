import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROJECT } from '../../../src/graph/local-neo4j/place.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { answer, emptyGraph, graph, neo4jAddress, useGraph } from '../../support/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { writeCountry } from './country.js';

/** `npm run import` as a real process, killed in the middle. */

useGraph();
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
});

const ABOUT = [
  ...['--dataset', 'orvendal', '--title', 'Orvendal', '--description', 'Invented.', '--licence', 'CC0-1.0'],
  ...['--attribution', 'Orvendal Monitor', '--redistribute', 'yes', '--source-title', 'Sheets on Orvendal'],
  ...['--publisher', 'Orvendal Monitor', '--published-on', '2024-06-01', '--stubs', '--actor', 'tester'],
];

async function importing(folder: string, files: readonly string[]) {
  const { uri, username, password } = neo4jAddress();
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const env = { ...inherited, NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, DATA_DIR: folder };
  const child = spawn(process.execPath, [join('dist', 'src', 'cli', 'import.js'), 'sfm-older', ...files, ...ABOUT], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text;
    });
  const ended = new Promise<{ code: number | null; output: string }>((done) =>
    child.on('close', (code) => done({ code, output })),
  );
  return { child, ended };
}

const batch = async () => {
  const [row] = await graph().read(
    {
      name: 'batch',
      text: 'MATCH (b:ImportBatch) RETURN b.state AS state, b.nodesDone AS nodes, b.edgesDone AS edges',
    },
    {},
  );
  return row as { state: string; nodes: number; edges: number } | undefined;
};

async function until(reached: (found: { nodes: number; edges: number }) => boolean): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    const found = await batch();
    if (found && reached(found)) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error('The import did not get that far.');
}

const storedCounts = async () => {
  const [row] = await graph().read(
    {
      name: 'held',
      text: 'RETURN COUNT { (n:Record) } AS records, COUNT { (:Record)-[]->() } AS links, COUNT { (j:JournalEntry) } AS entries, COUNT { (b:ImportBatch) } AS batches',
    },
    {},
  );
  return row;
};
const visibleCounts = async () => (await answer('{ units { totalCount } reports { totalCount } }')) as object;

let folder = '';
let paths: string[] = [];
/** What an import that nobody disturbs leaves behind. */
let undisturbed: readonly unknown[] = [];

beforeAll(async () => {
  folder = temporaryFolder();
  paths = Object.values((await writeCountry(folder, 0.1)).files);
  const { ended } = await importing(folder, paths);
  expect((await ended).code).toBe(0);
  undisturbed = [await storedCounts(), await visibleCounts()];
}, 120_000);

test.each([
  ['while it writes records', ({ nodes }: { nodes: number }) => nodes >= 1],
  ['while it writes links', ({ edges }: { edges: number }) => edges >= 1],
] as const)(
  'an import killed %s shows readers nothing, and is completed by the next run',
  async (_when, reached) => {
    await emptyGraph();
    const { child, ended } = await importing(folder, paths);
    await until(reached);
    child.kill('SIGKILL');
    await ended;
    expect((await batch())?.state).toBe('WRITING');
    expect([await publishedThrough(graph()), await visibleCounts()]).toEqual([
      '',
      { units: { totalCount: 0 }, reports: { totalCount: 0 } },
    ]);
    const again = await (await importing(folder, paths)).ended;
    expect([again.code, /Written as import-\d+/.test(again.output)]).toEqual([0, true]);
    expect([await storedCounts(), await visibleCounts()]).toEqual(undisturbed);
    expect(await storedCounts()).toMatchObject({ entries: 1, batches: 1 });
  },
  180_000,
);
