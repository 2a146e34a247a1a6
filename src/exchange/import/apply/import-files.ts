import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import type { Graph } from '../../../graph/graph.js';
import { spanned } from '../../../graph/telemetry/instruments.js';
import { ApiError } from '../../../model/errors.js';
import { contentHash } from '../../../model/hash.js';
import type { Clearance } from '../../../model/lens.js';
import type { Progress } from '../../../model/progress.js';
import { DATASET, type DatasetRecord } from '../../../model/record/record-shapes.js';
import { publishedThrough } from '../../../writing/change/clock.js';
import { withDoubtedPoint } from '../../../writing/change/doubtful-points.js';
import { fileOf } from '../reading/table-place.js';
import type { OwnTable } from '../record/imported-record.js';
import { DifferenceSample } from '../report/edition-difference.js';
import type { ImportReport } from '../report/import-report.js';
import { ReportWriter } from '../report/report-files.js';
import { datasetIn } from './batch-queries.js';
import { type BroughtRedirect, newRedirects } from './brought-redirects.js';
import { checkPieces, type Effect } from './check-pieces.js';
import { leaveStatedOfPlaces } from './claims-of-places.js';
import { compareOwnTables } from './compare-own-tables.js';
import { doubtfulPoints } from './doubtful-points.js';
import type { Piece } from './drafts.js';
import { EditionComparison } from './edition-comparison.js';
import { leaveRedacted } from './leave-redacted.js';
import { followMergedAway } from './merged-away.js';
import { type MissingRecords, missingRecords } from './missing-records.js';
import { extending, otherContents, type SameContent } from './other-content.js';
import { revising } from './revisions.js';
import { SeenIds } from './seen-ids.js';
import { Spool } from './spool.js';
import { begin, GraphMoved, publish, retractMissing, writeParts } from './write-pieces.js';

/** One import from its files to the graph: read, checked as a whole, then written as a whole or not at all. */

/** Pieces as they are read, and a report that is complete when the last of them was. */
export interface PieceSource {
  readonly pieces: AsyncIterable<Piece>;
  readonly report: ImportReport;
  /** The tables of our own export among the files, complete when the last piece was read. */
  readonly ownTables?: readonly OwnTable[];
  /** The ids that the files say were merged into others, complete when the last piece was read. */
  readonly redirects?: readonly BroughtRedirect[];
  /** The datasets to whose records the files refer, as they say themselves. */
  readonly required?: () => Promise<readonly string[]>;
}

export interface ImportRequest {
  readonly format: string;
  /** The path of each file, by its role in the format. */
  readonly files: Readonly<Record<string, string>>;
  /** What else decides what the files mean; part of what makes two imports the same. */
  readonly options: unknown;
  readonly source: () => PieceSource;
  readonly dataset: DatasetRecord;
  readonly actor: string;
  readonly reason: string;
  /** The files hold the whole dataset: records that they do not state are retracted. */
  readonly whole: boolean;
  /** Faulty records are left out and the rest is imported. A broken rule of the graph still refuses the whole import. */
  readonly skipFaulty: boolean;
  /** Only checks and reports. */
  readonly dryRun: boolean;
  /** Where parts are kept until they are written. */
  readonly folder: string;
  /** What whoever imports may see; PUBLIC alone where nothing is said. Tables of our own export are held against no more. */
  readonly clearance?: Clearance;
}

export interface ImportOutcome {
  /** CHECKED: a dry run without errors. REFUSED: there are errors. UNCHANGED: all of it was there. */
  readonly state: 'CHECKED' | 'REFUSED' | 'UNCHANGED' | 'WRITTEN';
  readonly batch: string | undefined;
  readonly report: ImportReport;
  readonly effect: Effect;
  readonly retracted: number;
  /** What changes of a dataset that is in the graph; nothing where all of it is new. */
  readonly differences: DifferenceSample;
  /** The name of the complete report: the id of the import where it was written. */
  readonly reportId: string;
}

/** The folder of the complete reports, within that of imports. */
export const reportsIn = (folder: string): string => join(folder, 'reports');

/** The imports that this process writes now. */
const running = new Set<string>();

/** Imports files. Throws a `BUSY` error while another import is being written; errors in the files are in the report. */
export async function importFiles(
  graph: Graph,
  request: ImportRequest,
  onProgress: Progress = () => {},
): Promise<ImportOutcome> {
  const files = await Promise.all(Object.entries(request.files).map(aboutFile));
  const { format, options, whole } = request;
  const dataset = DATASET.parse(request.dataset);
  const fingerprint = contentHash([
    format,
    options,
    whole,
    request.skipFaulty,
    dataset,
    files.map(({ role, sha256 }) => [role, sha256]),
  ]);
  if (running.has(fingerprint)) throw new ApiError('BUSY', 'This very import is being written.');
  running.add(fingerprint);
  const spool = new Spool(join(request.folder, `${fingerprint.slice(0, 16)}.jsonl`));
  try {
    return await againWhereMoved(() =>
      spanned('import', { format }, () =>
        withReport(request.folder, (reportWriter) =>
          checkAndWrite(graph, { ...request, dataset }, { fingerprint, files }, { spool, reportWriter, onProgress }),
        ),
      ),
    );
  } finally {
    running.delete(fingerprint);
    await spool.remove();
  }
}

/** How often an import is held against the graph while others keep changing it. */
const MOST_CHECKS = 3;

/** What was checked holds for the graph that it was held against: where that has changed since, it is checked anew. */
async function againWhereMoved<T>(work: () => Promise<T>): Promise<T> {
  for (let check = 1; check <= MOST_CHECKS; check++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof GraphMoved)) throw error;
    }
  }
  throw new ApiError(
    'BUSY',
    `The graph has changed ${MOST_CHECKS} times while the files were held against it. ${AGAIN}`,
  );
}

const AGAIN = 'Nothing was written; start the same import again.';

/** Does the work of an import, and keeps its complete report. */
async function withReport(
  folder: string,
  work: (reportWriter: ReportWriter) => Promise<Omit<ImportOutcome, 'reportId'>>,
): Promise<ImportOutcome> {
  const checkId = `check-${randomUUID()}`;
  const reportWriter = await ReportWriter.open(reportsIn(folder), checkId);
  try {
    const outcome = await work(reportWriter);
    const reportId = outcome.batch ?? checkId;
    await reportWriter.end(reportId, summaryOf(outcome));
    return { ...outcome, reportId };
  } catch (error) {
    await reportWriter.drop();
    throw error;
  }
}

function summaryOf({ state, batch, report, effect, retracted, differences }: Omit<ImportOutcome, 'reportId'>) {
  const { problemKinds, errors, warnings, notes, counts, links, citations, unknownWords } = report;
  return {
    ...{
      problemKinds,
      errorCount: errors,
      warningCount: warnings,
      notes,
      unknownWords,
      state,
      batch,
      effect,
      retracted,
      differences: differences.counts,
    },
    ...{ records: counts, links: links.balance, citations: citations.balance },
  };
}

interface Fingerprint {
  readonly fingerprint: string;
  readonly files: readonly { readonly role: string; readonly name: string; readonly sha256: string }[];
}

/** Where an import keeps what it reads, and whom it tells what. */
interface Course {
  readonly spool: Spool;
  readonly reportWriter: ReportWriter;
  readonly onProgress: Progress;
}

const NOTHING_REQUIRED = async (): Promise<readonly string[]> => [];
const NOTHING_MISSING: MissingRecords = { ids: [], needed: new Map() };

const NEEDED = 'The files no longer state it, but records of others rest on it, so it is not taken back.';

async function checkAndWrite(
  graph: Graph,
  request: ImportRequest,
  { fingerprint, files }: Fingerprint,
  { spool, reportWriter, onProgress }: Course,
): Promise<Omit<ImportOutcome, 'reportId'>> {
  const { dataset, whole, format, actor, reason } = request;
  const checkedAt = await publishedThrough(graph);
  const { pieces, report, ownTables = [], redirects: brought = [], required = NOTHING_REQUIRED } = request.source();
  report.writeTo((problem) => reportWriter.problem(problem));
  let seenIds = new SeenIds(whole);
  const differences = new DifferenceSample();
  const comparison = await EditionComparison.with(graph, dataset.id, (difference) => {
    differences.add(difference);
    reportWriter.difference(difference);
  });
  await spool.fill(rememberPieces(pieces, seenIds, report, comparison));
  await reportRequired(graph, await required(), request, report);
  const rowsUnchanged = await compareOwnTables(graph, ownTables, request, report);
  // A record that stands twice is read twice: leaving one of them out is not for us to decide.
  const faulty = report.errors - seenIds.repeated.size;
  onProgress('checked', 0, spool.nodes);
  const redacted = await leaveRedacted(graph, spool, report);
  const remember = (piece: Piece) => {
    seenIds.add(piece);
    return piece;
  };
  if (redacted.size > 0) {
    seenIds = seenIds.emptied();
    await spool.replace(remember);
  }
  // Our own dump keeps its records as they are.
  const doubtful = format === 'records' ? NO_DOUBTS : await doubtfulPoints(graph, spool, report);
  if (doubtful.size > 0) {
    seenIds = seenIds.emptied();
    await spool.replace((piece) => remember(withDoubtedPoint(piece, doubtful)));
  }
  const followed = seenIds.emptied();
  const alreadyStated = await followMergedAway(
    graph,
    spool,
    (piece, alreadyStatedIds) => {
      followed.add(piece);
      followed.noteStated(alreadyStatedIds);
      comparison?.learnNames(piece);
    },
    report,
  );
  if (alreadyStated) seenIds = followed;
  const outlook = { through: checkedAt, whole, isMap: format === 'geojson' };
  const findOthers = () => otherContents(graph, spool, outlook, report);
  let others = await findOthers();
  // An incident that cites a revised report states something else by that, so it may be revised in its turn.
  for (; others.revised.size > 0; others = await findOthers()) {
    seenIds = seenIds.emptied();
    comparison?.learnRevisions(others.revised);
    await spool.replace((piece) => {
      const revision = revising(piece, others.revised);
      seenIds.add(revision);
      comparison?.learnNames(revision);
      return revision;
    });
  }
  if (others.extended.size > 0) await spool.replace((piece) => extending(piece, others.extended, report));
  seenIds.leave(others.extended.keys());
  const ofPlaces = await leaveStatedOfPlaces(graph, spool, request, outlook.through, report);
  seenIds.noteStated([...ofPlaces.ids, ...ofPlaces.places, ...redacted]);
  seenIds.leave(ofPlaces.places);
  const { ids: missing, needed } = whole
    ? await missingRecords(graph, dataset.id, (id) => seenIds.states(id))
    : NOTHING_MISSING;
  for (const [id, other] of needed) report.note({ file: dataset.id }, NEEDED, `${id}, by ${other}`);
  await comparison?.learnMissing(missing);
  const effect = await checkPieces(graph, spool, seenIds, report, comparison);
  const ofOthers = { unchanged: noteSame(others.same, report), left: 0 };
  addStated(effect, [
    { unchanged: rowsUnchanged, left: redacted.size },
    ofOthers,
    ofPlaces,
    ...(alreadyStated ? [alreadyStated] : []),
  ]);
  const going = new Set(missing);
  const redirects = await newRedirects(graph, brought, (id) => going.has(id), report);
  effect.created += redirects.length;
  if (redirects.length > 0) effect.kinds.Merge = redirects.length;
  const outcome = { batch: undefined, report, effect, retracted: missing.length, differences };
  // What a faulty row stated before must not be taken back because the row is left out.
  const mayBeFaulty = request.skipFaulty && !whole ? faulty : 0;
  if (report.errors > mayBeFaulty) return { ...outcome, state: 'REFUSED' };
  if (request.dryRun) return { ...outcome, state: 'CHECKED' };
  if (effect.created + effect.restored + missing.length === 0) return { ...outcome, state: 'UNCHANGED' };
  const about = { fingerprint, format, dataset: dataset.id, actor, reason, files: JSON.stringify(files) };
  const batch = await begin(graph, about, new Date().toISOString(), checkedAt);
  await writeParts(graph, batch, spool, onProgress);
  await retractMissing(graph, batch, missing);
  const counts = {
    ...effect,
    faulty,
    retracted: missing.length,
    links: report.links.balance,
    citations: report.citations.balance,
  };
  const content = { format, files, counts };
  const journalNote = { action: 'IMPORT', reason, subjects: [batch.id, dataset.id], content };
  await publish(graph, batch, { dataset, redirects }, journalNote);
  return { ...outcome, batch: batch.id, state: 'WRITTEN' };
}

/** Notes what the graph states in the same way; gives how many records it is. */
function noteSame(same: readonly SameContent[], report: ImportReport): number {
  for (const { id, file, note } of same) report.note({ file }, note, id);
  return same.length;
}

function addStated(effect: Effect, all: readonly Pick<Effect, 'unchanged' | 'left'>[]): void {
  for (const { unchanged, left } of all) {
    effect.unchanged += unchanged;
    effect.left += left;
  }
}

/** Warns of each dataset that the files require and that the graph does not have. */
async function reportRequired(
  graph: Graph,
  required: readonly string[],
  { files }: ImportRequest,
  report: ImportReport,
): Promise<void> {
  const file = Object.values(files).map((path) => basename(path))[0] ?? '';
  for (const id of required)
    if (!(await datasetIn(graph, id)))
      report.warning({ file, row: 1 }, 'a dataset that is in the graph', id, IMPORT_FIRST);
}

const IMPORT_FIRST =
  'The manifest says that this dataset is required. Import it first: without it, what refers to its records is refused.';

const NO_DOUBTS: ReadonlyMap<string, string> = new Map();

async function* rememberPieces(
  pieces: AsyncIterable<Piece>,
  seenIds: SeenIds,
  report: ImportReport,
  comparison: EditionComparison | undefined,
): AsyncGenerator<Piece> {
  for await (const piece of pieces) {
    seenIds.add(piece, report);
    comparison?.learnNames(piece);
    yield piece;
  }
}

async function aboutFile([role, path]: readonly [string, string]) {
  const hash = createHash('sha256');
  try {
    for await (const bytes of createReadStream(fileOf(path))) hash.update(bytes);
  } catch (error) {
    throw new ApiError('BAD_INPUT', `Expected a file that can be read; got ${path}: ${(error as Error).message}.`);
  }
  return { role, name: basename(path), sha256: hash.digest('hex') };
}
