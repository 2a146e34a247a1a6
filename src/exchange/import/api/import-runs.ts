import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Graph } from '../../../graph/graph.js';
import { instruments } from '../../../graph/telemetry/instruments.js';
import { API_ERRORS, ApiError, ExplainedError } from '../../../model/errors.js';
import { importBatches, type StoredBatch } from '../apply/batch-queries.js';
import { type ImportOutcome, importFiles, reportsIn } from '../apply/import-files.js';
import { undoImport } from '../apply/undo.js';
import { type ImportInput, importRequest } from '../import-request.js';
import { REPORT_FILES, reportFileIn } from '../report/report-files.js';
import { removeReportsWith, removeSentFiles } from './redact-files.js';
import { isStorageFull, sentIn, UPLOAD_LIMITS, type UploadLimits, Uploads } from './uploads.js';

/** An import that runs, or has run, in this process. It takes minutes for a country: poll it. */
export interface ImportTask {
  readonly id: string;
  readonly actor: string;
  readonly startedAt: string;
  state: 'RUNNING' | 'FAILED' | ImportOutcome['state'];
  phase: string;
  done: number;
  total: number;
  outcome: ImportOutcome | undefined;
  /** What stopped it, in words for a person. */
  fault: string | undefined;
}

const OUR_FAULT = 'Something went wrong on our side.';
const AGAIN = 'Start the same import again to finish it.';

/** How many ended runs are remembered; the graph keeps what was written. */
const MOST_RUNS = 50;

/** How often files that were sent too long ago are looked for; milliseconds. */
const SWEEP_EVERY_MS = 3_600_000;

/** Imports that editors start over the network; formats.ts opens the files. */
export class Imports {
  private readonly uploads: Uploads;
  private readonly runs = new Map<string, ImportTask>();
  private readonly underWay = new Set<Promise<unknown>>();
  /** References of the files of each run that is under way. */
  private readonly filesInUse = new Map<string, readonly string[]>();
  private readonly isInUse = (reference: string): boolean =>
    [...this.filesInUse.values()].some((references) => references.includes(reference));
  private readonly sweeping: NodeJS.Timeout;
  private isStopped = false;

  constructor(
    private readonly graph: Graph,
    private readonly folder: string,
    private readonly log: (error: unknown) => void,
    limits: UploadLimits = UPLOAD_LIMITS,
  ) {
    this.uploads = new Uploads(sentIn(folder), limits, this.isInUse);
    const sweep = () => void this.uploads.sweep().catch(log);
    sweep();
    this.sweeping = setInterval(sweep, SWEEP_EVERY_MS).unref();
  }

  keep(content: Readable) {
    return this.uploads.keep(content);
  }

  /** Starts an import of files that were sent. A `BAD_INPUT` error where something is missing or does not fit. */
  async start(
    input: Omit<ImportInput, 'files' | 'folder'>,
    files: readonly { readonly role: string; readonly reference: string; readonly sheet?: string | undefined }[],
  ): Promise<ImportTask> {
    const id = randomUUID();
    this.filesInUse.set(
      id,
      files.map(({ reference }) => reference),
    );
    try {
      const paths = Object.fromEntries(
        files.map(({ role, reference, sheet }) => [role, this.uploads.find(reference) + (sheet ? `#${sheet}` : '')]),
      );
      return this.begin(
        id,
        await importRequest(this.graph, { ...input, files: paths, folder: this.folder }),
        input.actor,
      );
    } catch (error) {
      this.filesInUse.delete(id);
      throw error;
    }
  }

  private begin(id: string, request: Awaited<ReturnType<typeof importRequest>>, actor: string): ImportTask {
    const run: ImportTask = {
      id,
      actor,
      startedAt: new Date().toISOString(),
      state: 'RUNNING',
      phase: 'reading',
      done: 0,
      total: 0,
      outcome: undefined,
      fault: undefined,
    };
    this.remember(run);
    const end = importFiles(this.graph, request, (phase, done, total) => Object.assign(run, { phase, done, total }))
      .then(
        (outcome) => void Object.assign(run, { outcome, state: outcome.state }),
        (error: unknown) => this.fail(run, error),
      )
      .finally(() => {
        this.underWay.delete(end);
        this.filesInUse.delete(id);
        instruments().imports.add(1, { state: run.state });
      });
    this.underWay.add(end);
    return run;
  }

  /** Waits for the imports under way, not longer than that; gives those that have not ended and will not. */
  async stop(graceMs: number): Promise<ImportTask[]> {
    await Promise.race([Promise.all(this.underWay), pause(graceMs, undefined, { ref: false })]);
    this.isStopped = true;
    clearInterval(this.sweeping);
    return [...this.runs.values()].filter(({ state }) => state === 'RUNNING');
  }

  /** A run of this process; a `NOT_FOUND` error where there is none. */
  run(id: string): ImportTask {
    const run = this.runs.get(id);
    if (!run) throw new ApiError('NOT_FOUND', `There is no run ${JSON.stringify(id.slice(0, 80))} in this process.`);
    return run;
  }

  /** The path of a file of a complete report; a `NOT_FOUND` error where there is none. */
  reportFile(id: string, file: string): string {
    const path = reportFileIn(reportsIn(this.folder), id, file);
    if (path) return path;
    const files = Object.keys(REPORT_FILES).join(', ');
    throw new ApiError('NOT_FOUND', `There is no such report here; the files of a report are ${files}.`);
  }

  /**
   * Forgets what imports that have ended said of words that were redacted: ended runs, reports that hold one, and all files
   * that were sent and that no import reads now.
   */
  async forget(words: readonly string[]): Promise<void> {
    for (const { id, state } of this.runs.values()) if (state !== 'RUNNING') this.runs.delete(id);
    try {
      await removeReportsWith(reportsIn(this.folder), words);
      await removeSentFiles(sentIn(this.folder), this.isInUse);
    } catch (error) {
      // The redaction itself has been made.
      this.log(error);
    }
  }

  batches(): Promise<StoredBatch[]> {
    return importBatches(this.graph);
  }

  async batch(id: string): Promise<StoredBatch | undefined> {
    return (await this.batches()).find((batch) => batch.id === id);
  }

  undo(id: string, actor: string, reason: string): Promise<number> {
    return undoImport(this.graph, id, { actor, reason, now: new Date().toISOString() });
  }

  private remember(run: ImportTask): void {
    this.runs.set(run.id, run);
    const ended = [...this.runs.values()].filter(({ state }) => state !== 'RUNNING');
    for (const { id } of ended.slice(0, Math.max(0, ended.length - MOST_RUNS))) this.runs.delete(id);
  }

  private fail(run: ImportTask, error: unknown): void {
    const isExpected = error instanceof ExplainedError;
    if (!isExpected && !this.isStopped) this.log(error);
    Object.assign(run, {
      state: 'FAILED',
      fault: isExpected ? error.message : `${isStorageFull(error) ? API_ERRORS.STORAGE_FULL : OUR_FAULT} ${AGAIN}`,
    });
  }
}
