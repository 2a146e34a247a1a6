import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readConfig, StartError } from '../config.js';
import { Context } from '../context.js';
import { EXPORTS, openExport, unknownExport } from '../exchange/export/export.js';
import { Reader } from '../graph/graph.js';
import { openGraph } from '../graph/open.js';
import { Fault } from '../model/fault.js';
import { publishedThrough } from '../writing/change/clock.js';
import { runTool } from './run-command.js';

const USAGE = `npm run export -- NAME [--out FILE] [--dataset ID …] [--recorded-by INSTANT] [--published-by DAY] [--exclude-report ID …] [--exclude-dataset ID …] [--exclude-publisher ID …] [--min-reliability A–F] [--status STATUS …] [--profile full|compat] [--unit ID --on DAY]
NAME is one of ${Object.keys(EXPORTS).join(', ')}`;

const many = { type: 'string', multiple: true } as const;
const OPTIONS = {
  out: { type: 'string' },
  dataset: many,
  'published-by': { type: 'string' },
  'recorded-by': { type: 'string' },
  'exclude-report': many,
  'exclude-dataset': many,
  'exclude-publisher': many,
  'min-reliability': { type: 'string' },
  status: many,
  profile: { type: 'string' },
  unit: { type: 'string' },
  on: { type: 'string' },
} as const;

/** What was asked for on the command line. Throws a `StartError` with the usage where it does not fit. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [name, ...more] = positionals;
    if (!name || more.length > 0) throw new StartError(`Expected one name; got ${positionals.length}.`);
    if (!Object.hasOwn(EXPORTS, name)) throw new StartError(unknownExport(name));
    const given = {
      dataset: values.dataset,
      publishedBy: values['published-by'],
      recordedBy: values['recorded-by'],
      excludeReports: values['exclude-report'],
      excludeDatasets: values['exclude-dataset'],
      excludePublishers: values['exclude-publisher'],
      minReliability: values['min-reliability'],
      statuses: values.status,
      profile: values.profile,
      unit: values.unit,
      on: values.on,
    };
    return { name, given, out: values.out };
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`);
  }
}

/** A Neo4j that has just started plans each statement first, which takes seconds; nobody else waits for it here. */
const COLD_TIMEOUT_MS = 60_000;

/** Standard output is for the export alone. */
const tell = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run export -- NAME`: writes what a public reader would get from the server. */
runTool(async () => {
  const { name, given, out } = readArguments();
  const config = readConfig(process.env);
  const queryTimeoutMs = Math.max(config.queryTimeoutMs, COLD_TIMEOUT_MS);
  const { graph, close } = await openGraph({ ...config, queryTimeoutMs }, tell, true);
  try {
    const opened = await openExport(
      new Context(new Reader(graph), ['PUBLIC'], await publishedThrough(graph)),
      name,
      given,
    );
    if (!opened) throw new StartError(unknownExport(name));
    if (!out) return await pipeline(Readable.from(opened.text), process.stdout, { end: false }).catch(unlessClosed);
    await writeWhole(opened.text, out);
    tell(`Wrote ${out}.`);
  } catch (error) {
    throw error instanceof Fault ? new StartError(error.message) : error;
  } finally {
    await close();
  }
});

/** Whoever reads our output may have enough of it, as `head` has. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** A file with its name is whole: it is written beside it first. */
async function writeWhole(text: AsyncIterable<string>, out: string): Promise<void> {
  const part = `${out}.part`;
  try {
    await pipeline(Readable.from(text), createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
