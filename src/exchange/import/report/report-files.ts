import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { BYTE_ORDER_MARK } from '../../../model/byte-order-mark.js';
import type { EditionDifference } from './edition-difference.js';
import type { ImportIssue } from './import-report.js';

/**
 * The complete report of an import, in files of a folder of its own. Each problem is written as it is noted, so that a
 * report of any length takes no memory. Cells of confidential sources stand in it: only the owner may read it.
 */

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8; header=present';

/** The files of a report, and what they are. */
export const REPORT_FILES = {
  'report.json': JSON_TYPE,
  'problems.csv': CSV_TYPE,
  'differences.json': JSON_TYPE,
  'differences.csv': CSV_TYPE,
} as const;

export type ReportFile = keyof typeof REPORT_FILES;

const PROBLEM_COLUMNS = ['severity', 'file', 'role', 'row', 'column', 'message', 'expected', 'got'] as const;
const DIFFERENCE_COLUMNS = ['change', 'kind', 'subjectId', 'subject', 'object', 'before', 'after'] as const;

/** Reports of imports that wrote nothing, and of those that a crash cut off, are kept for so long; milliseconds. */
const KEPT_FOR_MS = 30 * 24 * 3_600_000;

/** A report that is being written. It has its name once it is whole. */
export class ReportWriter {
  private readonly problems: Table<ImportIssue>;
  private readonly differences: Table<EditionDifference>;

  private constructor(
    private readonly folder: string,
    private readonly path: string,
  ) {
    this.problems = new Table(join(path, 'report.json'), join(path, 'problems.csv'), PROBLEM_COLUMNS);
    this.differences = new Table(join(path, 'differences.json'), join(path, 'differences.csv'), DIFFERENCE_COLUMNS);
    this.problems.begin('{"problems": [');
    this.differences.begin('[');
  }

  /** Begins a report in a folder of reports, and removes from it what is too old. */
  static async open(folder: string, name: string): Promise<ReportWriter> {
    const path = join(folder, `${name}.part`);
    await removeOld(folder);
    await rm(path, { recursive: true, force: true });
    await mkdir(path, { recursive: true, mode: 0o700 });
    return new ReportWriter(folder, path);
  }

  problem(problem: ImportIssue): void {
    this.problems.add(problem);
  }

  difference(difference: EditionDifference): void {
    this.differences.add(difference);
  }

  /** Ends the report with what is to be said of the whole, and gives it its name. */
  async end(name: string, summary: Readonly<Record<string, unknown>>): Promise<void> {
    const entries = Object.entries(summary).map(([key, value]) => `${JSON.stringify(key)}: ${jsonOf(value)}`);
    this.problems.end(`${['\n]', ...entries].join(',\n')}}\n`);
    this.differences.end('\n]\n');
    const named = join(this.folder, name);
    await rm(named, { recursive: true, force: true });
    await rename(this.path, named);
  }

  /** Drops a report whose import was stopped. */
  async drop(): Promise<void> {
    this.problems.close();
    this.differences.close();
    await rm(this.path, { recursive: true, force: true });
  }
}

/** The same rows as JSON and as CSV. */
class Table<T extends object> {
  private readonly json: TextFile;
  private readonly csv: TextFile;
  private rows = 0;

  constructor(
    jsonPath: string,
    csvPath: string,
    private readonly columns: readonly (keyof T & string)[],
  ) {
    this.json = new TextFile(jsonPath);
    this.csv = new TextFile(csvPath);
  }

  begin(json: string): void {
    this.json.write(json);
    this.csv.write(BYTE_ORDER_MARK + csvRow(this.columns));
  }

  add(row: T): void {
    this.json.write(`${this.rows === 0 ? '' : ','}\n${JSON.stringify(row)}`);
    this.csv.write(csvRow(this.columns.map((column) => row[column] ?? '')));
    this.rows += 1;
  }

  end(json: string): void {
    this.json.write(json);
    this.close();
  }

  close(): void {
    this.json.close();
    this.csv.close();
  }
}

/** The path of a file of a report; nothing where there is no such report, or no such file in it. */
export function reportFileIn(folder: string, id: string, file: string): string | undefined {
  if (!/^(check|import)-[0-9a-f-]+$/.test(id) || !isReportFile(file)) return undefined;
  const path = join(folder, id, file);
  return existsSync(path) ? path : undefined;
}

export const isReportFile = (file: string): file is ReportFile => Object.hasOwn(REPORT_FILES, file);

/** Copies the files of a report to where somebody wants them. */
export async function copyReport(report: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of Object.keys(REPORT_FILES)) await cp(join(report, file), join(folder, file));
}

async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith('import-') && !name.endsWith('.part')) continue;
    const path = join(folder, name);
    const age = Date.now() - (await stat(path).then(({ mtimeMs }) => mtimeMs, Date.now));
    if (age > KEPT_FOR_MS) await rm(path, { recursive: true, force: true });
  }
}

const jsonOf = (value: unknown): string => JSON.stringify(value) ?? 'null';

/** A spreadsheet takes a cell that begins as a formula for one; an apostrophe before it keeps it a text. */
const csvRow = (cells: readonly unknown[]): string =>
  stringify([[...cells]], { record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true });

/** How much text waits before it is written. */
const BUFFER_LENGTH = 65_536;

/** A file that takes text at once: whoever notes a problem does not wait, so waiting text must not pile up either. */
class TextFile {
  private readonly descriptor: number;
  private waiting = '';
  private isOpen = true;

  constructor(path: string) {
    this.descriptor = openSync(path, 'wx', 0o600);
  }

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= BUFFER_LENGTH) this.flush();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    try {
      this.flush();
    } finally {
      closeSync(this.descriptor);
    }
  }

  private flush(): void {
    writeFileSync(this.descriptor, this.waiting);
    this.waiting = '';
  }
}
