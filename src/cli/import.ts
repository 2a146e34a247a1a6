import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { importsIn } from '../exchange/import/api/uploads.js';
import { importBatches } from '../exchange/import/apply/batch-queries.js';
import { importFiles, reportsIn } from '../exchange/import/apply/import-files.js';
import { reportLines } from '../exchange/import/apply/outcome-text.js';
import { abandon, undoImport } from '../exchange/import/apply/undo.js';
import { FORMATS, filesOf } from '../exchange/import/formats.js';
import { type AboutFiles, importRequest } from '../exchange/import/import-request.js';
import { MAP_ROLE } from '../exchange/import/map/map.js';
import { openIn } from '../exchange/import/map/read-map.js';
import type { FileNote } from '../exchange/import/report/import-report.js';
import { copyReport } from '../exchange/import/report/report-files.js';
import { suggestMap } from '../exchange/import/suggest/suggest.js';
import type { Graph } from '../graph/graph.js';
import { levelsUpTo } from '../model/access.rules.js';
import { CommandError } from '../model/errors.js';
import { progressOn } from './progress.js';
import { note, readArguments, runTool, say } from './run-command.js';
import { COLD_TIMEOUT_MS, withGraph } from './with-graph.js';

const USAGE = `npm run import -- FORMAT FILE… --dataset ID --source-title TITLE --publisher NAME (--published-on DAY | --retrieved-at DAY)
  [--publisher-kind KIND] [--url URL] [--confidential] [--encoding NAME] [--stubs] [--source-stubs] [--roles FILE] [--unit-kinds FILE] [--incident-kinds FILE] [--publisher-kinds KIND] [--incident-kind KIND] [--involved-as MODE]
  [--title TITLE --description TEXT --licence TEXT --attribution TEXT --redistribute yes|no]   for a dataset that is new
  [--dry-run] [--skip-faulty] [--whole] [--reason TEXT] [--actor NAME] [--report FOLDER]
npm run import -- map FILE… --map FILE.yaml, and the same options: any table, with a map of its columns
npm run import -- suggest FILE --dataset ID [--out FILE.yaml] [--encoding NAME]: drafts a map for a table
npm run import -- undo IMPORT --reason TEXT
npm run import -- abandon
npm run import -- list
A FILE may be given as ROLE=FILE, a sheet of a workbook as ROLE=FILE.xlsx#SHEET. FORMAT is one of:
${Object.entries(FORMATS)
  .map(([name, { roles, description }]) => `  ${name}: ${description} Roles: ${roles.join(', ')}.`)
  .join('\n')}`;

const one = { type: 'string' } as const;
const yes = { type: 'boolean' } as const;
const OPTIONS = {
  dataset: one,
  'source-title': one,
  publisher: one,
  'publisher-kind': one,
  'published-on': one,
  'retrieved-at': one,
  url: one,
  confidential: yes,
  encoding: one,
  out: one,
  stubs: yes,
  'source-stubs': yes,
  roles: one,
  'unit-kinds': one,
  'incident-kinds': one,
  map: one,
  'publisher-kinds': one,
  'incident-kind': one,
  'involved-as': one,
  title: one,
  description: one,
  licence: one,
  attribution: one,
  redistribute: one,
  'skip-faulty': yes,
  'dry-run': yes,
  whole: yes,
  reason: one,
  actor: one,
  report: one,
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

const misused = (message: string) => new CommandError(`${message}\nUsage: ${USAGE}`);

/** `npm run import`: brings files into the graph as one change, takes an import back, or lists them. */
runTool(async () => {
  const { values, positionals } = readArguments(USAGE, () => parseArgs({ options: OPTIONS, allowPositionals: true }));
  const [command, ...rest] = positionals;
  if (command === undefined) throw misused('Expected a format; got nothing.');
  if (command === 'suggest') return suggest(rest, values);
  const author = { actor: values.actor ?? userInfo().username, now: new Date().toISOString() };
  const work = workFor(command, rest, values, author);
  await withGraph(({ graph }, { dataDir }) => work(graph, dataDir), { timeoutMs: COLD_TIMEOUT_MS });
});

/** Drafts a map. Nothing is read but the table, so no graph is needed. */
async function suggest([path, ...more]: readonly string[], { out, encoding, dataset }: Values): Promise<void> {
  if (path === undefined || more.length > 0) throw misused('Expected one file.');
  if (dataset === undefined) throw misused('Expected --dataset: the ids of what the table names begin with it.');
  const draft = await suggestMap(path, dataset, { encoding, onNote: (text) => note(`${path}: ${text}`) });
  if (out === undefined) return say(draft);
  await writeFile(out, draft, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new CommandError(`Expected a new file; ${out} is there already.`) : error;
  });
  say(
    `Wrote ${out}: ${openIn(draft)} places with TODO. Then: npm run import -- map ${path} --map ${out} --dataset ${dataset} … --dry-run`,
  );
}

interface Author {
  readonly actor: string;
  readonly now: string;
}
type ImportCommand = (graph: Graph, dataDir: string) => Promise<void>;

function workFor(command: string, rest: readonly string[], values: Values, author: Author): ImportCommand {
  if (command === 'undo') return undoing(rest, values, author);
  if (command === 'list') return listing;
  if (command === 'abandon') {
    return async (graph) => {
      const id = await abandon(graph, author.now);
      say(id ? `Removed what ${id} had written so far.` : 'No import is under way.');
    };
  }
  return importing(command, rest, values, author);
}

function undoing([id, ...more]: readonly string[], { reason }: Values, author: Author): ImportCommand {
  if (id === undefined || more.length > 0) throw misused('Expected the id of one import.');
  if (!reason) throw misused('Expected --reason: the journal keeps the reason for undoing an import.');
  return async (graph) => {
    const count = await undoImport(graph, id, { ...author, reason });
    say(`Took ${id} back: ${count} records retracted.`);
  };
}

async function listing(graph: Graph): Promise<void> {
  const batches = await importBatches(graph);
  for (const { id, state, format, dataset, actor, startedAt, files } of batches) {
    const names = JSON.parse(files).map(({ name }: { name: string }) => name);
    say(`${id}  ${state}  ${format} into ${dataset} by ${actor} at ${startedAt}: ${names.join(', ')}`);
  }
  if (batches.length === 0) say('Nothing was imported yet.');
}

function importing(name: string, paths: readonly string[], values: Values, { actor }: Author): ImportCommand {
  if (!FORMATS[name]) throw misused(`Expected a format; got ${JSON.stringify(name)}.`);
  if (values.dataset === undefined) throw misused('Expected --dataset: the dataset that the files become part of.');
  const dataset = { id: values.dataset, ...aboutDataset(values) };
  const notes: FileNote[] = [];
  const all = values.map === undefined ? paths : [...paths, `${MAP_ROLE}=${values.map}`];
  return async (graph, dataDir) => {
    const folder = importsIn(dataDir);
    const request = await importRequest(graph, {
      format: name,
      files: await filesOf(name, all, { encoding: values.encoding, onNote: (note) => notes.push(note) }),
      notes,
      dataset,
      about: aboutFiles(values),
      whole: values.whole ?? false,
      skipFaulty: values['skip-faulty'] ?? false,
      dryRun: values['dry-run'] ?? false,
      reason: values.reason,
      actor,
      folder,
      clearance: levelsUpTo('CONFIDENTIAL'),
    });
    const progress = progressOn(process.stderr);
    const outcome = await importFiles(graph, request, progress.onProgress).finally(progress.end);
    const reportPath = join(reportsIn(folder), outcome.reportId);
    if (values.report) await copyReport(reportPath, values.report);
    for (const line of reportLines(outcome, values.report ?? reportPath)) say(line);
    if (outcome.state === 'REFUSED') process.exitCode = 1;
  };
}

function aboutFiles(values: Values): AboutFiles {
  return {
    ...(values['source-title'] && { sourceTitle: values['source-title'] }),
    ...(values.publisher && { publisher: values.publisher }),
    publisherKind: values['publisher-kind'] as AboutFiles['publisherKind'],
    publishedOn: values['published-on'],
    retrievedAt: values['retrieved-at'],
    url: values.url,
    confidential: values.confidential,
    encoding: values.encoding,
    stubs: values.stubs,
    sourceStubs: values['source-stubs'],
    roles: values.roles,
    unitKinds: values['unit-kinds'],
    incidentKinds: values['incident-kinds'],
    publisherKinds: values['publisher-kinds'],
    incidentKind: values['incident-kind'],
    involvedAs: values['involved-as'],
  };
}

function aboutDataset({ title, description, licence, attribution, redistribute }: Values) {
  if (redistribute !== undefined && !['yes', 'no'].includes(redistribute))
    throw misused(`Expected --redistribute yes or no; got ${JSON.stringify(redistribute)}.`);
  return {
    title,
    description,
    licence,
    attribution,
    redistribute: redistribute === undefined ? undefined : redistribute === 'yes',
  };
}
