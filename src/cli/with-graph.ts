import { type Config, readConfig } from '../config.js';
import { Context } from '../context.js';
import { Reader } from '../graph/graph.js';
import { type OpenGraph, openGraph } from '../graph/open.js';
import { levelsUpTo } from '../model/access.rules.js';
import { publishedThrough } from '../writing/change/clock.js';
import { upgradeRecords } from '../writing/change/upgrade.js';
import { note, say } from './run-command.js';

/** A Neo4j that has just started plans each statement first, which takes seconds; nobody else waits for it here. */
export const COLD_TIMEOUT_MS = 60_000;

interface Options {
  /** Where the program says that it starts a Neo4j; elsewhere where standard output is for its result alone. */
  readonly announce?: (line: string) => void;
  /** How long a statement may take at the least, whatever the configuration says. */
  readonly timeoutMs?: number;
}

/** Opens the configured graph, beside an API that may run on it, and closes it whatever comes of the work. */
export async function withGraph(
  work: (open: OpenGraph, config: Config) => Promise<void>,
  { announce = say, timeoutMs = 0 }: Options = {},
): Promise<void> {
  const config = readConfig(process.env);
  const queryTimeoutMs = Math.max(config.queryTimeoutMs, timeoutMs);
  const open = await openGraph({ ...config, queryTimeoutMs }, announce, true);
  try {
    await Promise.race([open.lost, upgradeRecords(open.graph, new Date().toISOString())]);
    await Promise.race([open.lost, work(open, config)]);
  } finally {
    await open.close();
  }
}

/** The same for a program that writes to standard output what a public reader would get from the server. */
export function asPublicReader(work: (context: Context) => Promise<void>): Promise<void> {
  return withGraph(
    async ({ graph }) => work(new Context(new Reader(graph), levelsUpTo('PUBLIC'), await publishedThrough(graph))),
    { announce: note, timeoutMs: COLD_TIMEOUT_MS },
  );
}
