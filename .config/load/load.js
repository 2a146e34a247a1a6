import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

/**
 * `npm run load`: an API of its own under load, over the loopback. Two hundred connections ask mixed questions for two
 * minutes; then one client asks alone, and beside a greedy one. `LOAD_SECONDS` makes it shorter. Ends with 1 where an answer is
 * neither right nor a refusal that the documentation names, where memory grows after the first half, or where the greedy
 * client costs the other more than twice its latency.
 */

const SECONDS = Number(process.env.LOAD_SECONDS ?? 120);
const CONNECTIONS = 200;
/** Clients that share them, each with an address of its own. */
const CLIENTS = 50;
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const INCIDENT = 'incident-energy-strikes-2022-10-10-to-2023-03-09';
const PERSON = 'person-sergei-surovikin';
const LIGHT = '{ unit(id: "unit-black-sea-fleet") { name postings(first: 5) { nodes { role person { name } } } } }';
const HEAVY = `{ incident(id: "${INCIDENT}") { commandResponsibility(on: "2022-10-10") { people { person { name } elements { element grade } } } } }`;
const MIXED = [
  LIGHT,
  LIGHT,
  '{ people(first: 20) { nodes { name postings(first: 2) { nodes { unit { name } citations { report { title } } } } } } }',
  '{ search(text: "Surovikin") { score record { id } } }',
  '{ unit(id: "unit-long-range-aviation") { chainOfCommand(on: "2022-10-10") { levels { units { gaps } } } } }',
  `{ pathsBetween(a: "${PERSON}", b: "${INCIDENT}") { length } }`,
  HEAVY,
];

const requestOf = (query, client) => ({
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json', 'x-forwarded-for': client },
  body: JSON.stringify({ query }),
});

const addressOf = (index) => `198.51.${Math.floor(index / 250) + 100}.${(index % 250) + 1}`;

function run(url, requests, connections, seconds) {
  return autocannon({ url, connections, duration: seconds, requests, timeout: 60, setupClient: undefined });
}

const row = (what, { latency, requests, errors, timeouts, statusCodeStats }) =>
  `${what}: ${requests.total} answers, ${Math.round(requests.average)}/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms, longest ${latency.max} ms, errors ${errors}, timeouts ${timeouts}, ${Object.entries(
    statusCodeStats ?? {},
  )
    .map(([status, { count }]) => `${status}: ${count}`)
    .join(', ')}`;

const residentMb = (pid) => Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`], { encoding: 'utf8' })) / 1_024;

const dataDir = await mkdtemp(join(tmpdir(), 'accountability-graph-load-'));
const api = spawn(process.execPath, ['--enable-source-maps', join('dist', 'src', 'main.js')], {
  cwd: PROJECT,
  env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATA_DIR: dataDir, TRUSTED_PROXIES: '127.0.0.1', QUERY_TIMEOUT_MS: '30000' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const faults = [];
try {
  const url = await new Promise((done, fail) => {
    let text = '';
    api.once('close', () => fail(new Error(`The API ended at its start:\n${text}`)));
    api.stdout.on('data', (piece) => {
      text += piece;
      const found = /The API answers at (http:\S+)\/graphql/.exec(text);
      if (found) done(found[1]);
    });
  });
  // Neo4j plans each statement on its first use.
  for (const query of MIXED)
    await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

  const alone = await run(url, [requestOf(LIGHT, '203.0.113.1')], 1, Math.ceil(SECONDS / 8));
  console.log(row('one client alone', alone));
  const [beside, greedy] = await Promise.all([
    run(url, [requestOf(LIGHT, '203.0.113.1')], 1, Math.ceil(SECONDS / 8)),
    run(url, [requestOf(LIGHT, '203.0.113.2')], 100, Math.ceil(SECONDS / 8)),
  ]);
  console.log(row('the same beside a greedy client', beside));
  console.log(row('the greedy client, 100 connections', greedy));
  if (beside.latency.p50 > 2 * Math.max(alone.latency.p50, 1)) faults.push('The greedy client costs the other more than twice its latency.');
  const [besideHeavy, heavy] = await Promise.all([
    run(url, [requestOf(LIGHT, '203.0.113.1')], 1, Math.ceil(SECONDS / 8)),
    run(url, [requestOf(HEAVY, '203.0.113.2')], 100, Math.ceil(SECONDS / 8)),
  ]);
  console.log(row('the same beside a greedy client of heavy questions', besideHeavy));
  console.log(row('the greedy client of heavy questions, 100 connections', heavy));

  const memory = [];
  const sampling = setInterval(() => memory.push(residentMb(api.pid)), 1_000);
  const mixed = Array.from({ length: CLIENTS * MIXED.length }, (_, index) =>
    requestOf(MIXED[index % MIXED.length], addressOf(index % CLIENTS)),
  );
  const all = await run(url, mixed, CONNECTIONS, SECONDS);
  clearInterval(sampling);
  console.log(row(`${CONNECTIONS} connections, ${SECONDS} s, mixed`, all));
  const half = memory.slice(0, Math.floor(memory.length / 2));
  const rest = memory.slice(Math.floor(memory.length / 2));
  const [first, second] = [Math.max(...half), Math.max(...rest)];
  console.log(`memory of the API: at most ${Math.round(first)} MB in the first half, ${Math.round(second)} MB in the second`);
  if (second > 1.2 * first) faults.push('The memory grows after the first half.');
  for (const one of [alone, beside, greedy, besideHeavy, heavy, all]) {
    const strange = Object.keys(one.statusCodeStats ?? {}).filter((status) => !['200', '429', '503'].includes(status));
    if (strange.length > 0) faults.push(`Answers of the status ${strange.join(', ')}.`);
    if (one.errors - one.timeouts > 0) faults.push(`${one.errors} connections failed.`);
    if (one.timeouts > 0) faults.push(`${one.timeouts} answers took longer than 60 s.`);
  }
} finally {
  api.kill('SIGTERM');
  await new Promise((done) => api.once('close', done));
  await rm(dataDir, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
