import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig, StartError } from '../config.js';
import { Context } from '../context.js';
import { NOT_FOUND, openDossier, printed } from '../exchange/dossier/dossier.js';
import { FORMATS, readRequest } from '../exchange/dossier/request.js';
import { Reader } from '../graph/graph.js';
import { openGraph } from '../graph/open.js';
import { Fault } from '../model/fault.js';
import { publishedThrough } from '../writing/change/clock.js';
import { runTool } from './run-command.js';

const USAGE =
  'npm run dossier -- PERSON INCIDENT [--framework NAME] [--on DAY] [--format html|docx|json] [--out FILE] [--published-by DAY] [--recorded-by INSTANT] [--exclude-report ID …] [--exclude-dataset ID …] [--exclude-publisher ID …] [--min-reliability A–F] [--status STATUS …]';

const OPTIONS = {
  framework: { type: 'string' },
  on: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  'published-by': { type: 'string' },
  'recorded-by': { type: 'string' },
  'exclude-report': { type: 'string', multiple: true },
  'exclude-dataset': { type: 'string', multiple: true },
  'exclude-publisher': { type: 'string', multiple: true },
  'min-reliability': { type: 'string' },
  status: { type: 'string', multiple: true },
} as const;

/** What was asked for on the command line. Throws a `StartError` with the usage where it does not fit. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [personId, incidentId, ...more] = positionals;
    if (!personId || !incidentId || more.length > 0)
      throw new StartError(`Expected a person and an incident; got ${positionals.length} ids.`);
    const ending = FORMATS.find((format) => values.out?.endsWith(`.${format}`));
    const request = readRequest({
      framework: values.framework,
      on: values.on,
      format: values.format ?? ending,
      publishedBy: values['published-by'],
      recordedBy: values['recorded-by'],
      excludeReports: values['exclude-report'],
      excludeDatasets: values['exclude-dataset'],
      excludePublishers: values['exclude-publisher'],
      minReliability: values['min-reliability'],
      statuses: values.status,
    });
    const format = request.format ?? 'html';
    if (format === 'docx' && !values.out) throw new StartError('Expected --out FILE for the format docx.');
    return { personId, incidentId, request, format, out: values.out };
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\nUsage: ${USAGE}`);
  }
}

/** A Neo4j that has just started plans each statement first, which takes seconds; nobody else waits for it here. */
const COLD_TIMEOUT_MS = 60_000;

/** Standard output is for the dossier alone. */
const tell = (line: string) => void process.stderr.write(`${line}\n`);

/** `npm run dossier -- PERSON INCIDENT`: writes the dossier that a public reader would get from the server. */
runTool(async () => {
  const { personId, incidentId, request, format, out } = readArguments();
  const config = readConfig(process.env);
  const queryTimeoutMs = Math.max(config.queryTimeoutMs, COLD_TIMEOUT_MS);
  const { graph, close } = await openGraph({ ...config, queryTimeoutMs }, tell, true);
  try {
    const dossier = await openDossier(
      new Context(new Reader(graph), ['PUBLIC'], await publishedThrough(graph)),
      personId,
      incidentId,
      request,
    );
    if (!dossier) throw new StartError(NOT_FOUND);
    const { content } = await printed(dossier, format);
    if (!out) return void process.stdout.write(content);
    await writeFile(out, content);
    tell(`Wrote ${out}.`);
  } catch (error) {
    throw error instanceof Fault ? new StartError(error.message) : error;
  } finally {
    await close();
  }
});
