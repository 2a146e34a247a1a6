import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { runTool, say, untilSignal } from './cli/run-command.js';
import { type Config, readConfig } from './config.js';
import { importsIn, UPLOAD_LIMITS } from './exchange/import/api/uploads.js';
import { checkDatasets, DEFAULT_DATASETS, isEmpty, load } from './exchange/seed/load-datasets.js';
import { readWebhooks } from './exchange/webhooks/webhooks-file.js';
import { type Graph, Reader } from './graph/graph.js';
import { type OpenGraph, openGraph } from './graph/open.js';
import { ConfigError } from './model/errors.js';
import { planCaseFiles } from './questions/case-file/case-file.loader.js';
import { documentWorkers } from './server/document-workers.js';
import { readSafelist, type Safelist } from './server/limits/safelist.js';
import { createServer } from './server/server.js';
import { startTelemetry } from './server/telemetry/start-telemetry.js';
import { refuseHalfRestored } from './writing/change/restore-guard.js';
import { upgradeRecords } from './writing/change/upgrade.js';

/** `npm start`: the API with its graph, until a signal ends it, or its Neo4j has ended: a supervisor then starts both again. */
runTool(async () => {
  const config = readConfig(process.env);
  const webhooks = await readWebhooks(config.webhooksFile);
  const safelist = await readSafelist(config.safelistFile);
  const telemetry = await startTelemetry(config);
  try {
    const open = await openGraph(config, say);
    const stopped = untilSignal();
    const ceaseToObserve = telemetry.observe(open.graph);
    try {
      await Promise.race([open.lost, prepare(open.graph)]);
      await serve(open, { ...config, safelist }, webhooks, stopped);
    } finally {
      ceaseToObserve();
      await open.close();
    }
  } finally {
    await telemetry.stop();
  }
});

/** Brings the graph up to this version, and fills it if there is nothing in it. */
async function prepare(graph: Graph): Promise<void> {
  await refuseHalfRestored(graph);
  await upgradeRecords(graph, new Date().toISOString());
  if (!(await isEmpty(graph))) return;
  const { created } = await load(graph, await checkDatasets(DEFAULT_DATASETS), new Date().toISOString());
  if (created > 0) say(`The graph was empty: loaded ${DEFAULT_DATASETS.join(' and ')}, ${created} records.`);
}

async function serve(
  { graph, lost }: OpenGraph,
  config: Config & { readonly safelist: Safelist | undefined },
  webhooks: Awaited<ReturnType<typeof readWebhooks>>,
  stopped: Promise<void>,
): Promise<void> {
  const writeToken = config.startToken ? randomBytes(32).toString('base64url') : undefined;
  const workers = documentWorkers();
  const app = await createServer(graph, {
    ...config,
    writeToken,
    writeTokenUntil: Date.now() + config.startTokenMinutes * 60_000,
    ...(config.operationsAtOnce && { turns: { atOnce: config.operationsAtOnce } }),
    plansAhead: true,
    makeDocument: workers.make,
    importFolder: importsIn(config.dataDir),
    uploadLimits: { ...UPLOAD_LIMITS, ofAll: config.uploadsMaxBytes, ageMs: config.uploadsMaxAgeMs },
    webhooks: { webhooks },
  });
  const address = await listen(app, config);
  say(`The API answers at ${address}/graphql, and a page to try it at ${address}/ (Ctrl-C stops it).`);
  say(
    `Try: curl -s ${address}/graphql -H 'content-type: application/json' -d '{"query":"{ search(text: \\"Surovikin\\") { matched record { id } } }"}'`,
  );
  if (writeToken) {
    say(`To write, send this token from this machine: authorization: Bearer ${writeToken}`);
    say(`It is good for ${config.startTokenMinutes} minutes. For longer, and from elsewhere: npm run keys -- issue`);
  }
  planAhead(graph);
  try {
    await Promise.race([stopped, lost]);
  } catch (error) {
    app.log.fatal(error instanceof Error ? error.message : error);
    throw error;
  } finally {
    say('Stopping …');
    await app.close();
    await workers.close();
  }
}

/** Has the statements of case files planned now, and whenever Neo4j is back: the first question would wait for it long. */
function planAhead(graph: Graph): void {
  // It may fail without harm: the first question then waits for it.
  const plan = () => planCaseFiles(new Reader(graph)).catch(() => undefined);
  graph.onAvailability((isUp) => isUp && void plan());
  void plan();
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(`Port ${port} on ${host} is in use. Stop what uses it, or set PORT to another port.`);
  }
}
