import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { convertCsv } from '../../../../src/exchange/import/csv/csv.js';
import { exampleOf, isTemplate, TEMPLATE_NAMES } from '../../../../src/exchange/import/csv/templates.js';
import type { Imported, RecordStream } from '../../../../src/exchange/import/record/imported-record.js';
import type { ImportIssue } from '../../../../src/exchange/import/report/import-report.js';
import { OPTIONS } from '../sheets.js';

/** Runs imports of our templates: the small world of their examples, as it is or with some cells changed. */

/** A table as a grid of cells: row 0 is the header. */
export type Grid = string[][];
export type Change = (grid: Grid, set: (row: number, column: string, value: string) => void) => void;

export interface Outcome {
  readonly records: Imported[];
  readonly problems: readonly ImportIssue[];
  readonly errors: readonly ImportIssue[];
  readonly report: RecordStream['report'];
}

/** All that comes out of a conversion. */
export async function allOf({ records, report }: RecordStream): Promise<Outcome> {
  const all: Imported[] = [];
  for await (const record of records) all.push(record);
  const { problems } = report;
  return { records: all, problems, errors: problems.filter(({ severity }) => severity === 'ERROR'), report };
}

/** Imports the examples of all templates, after the changes to some of them. Rows are numbered as in a spreadsheet. */
export async function imported(changes: Readonly<Record<string, Change>> = {}): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'templates-'));
  const files: Record<string, string> = {};
  for (const name of TEMPLATE_NAMES) {
    files[name] = join(folder, `${name}.csv`);
    const change = changes[name];
    await writeFile(files[name], change ? changed(exampleOf(name), change) : exampleOf(name));
  }
  return allOf(convertCsv(files, OPTIONS));
}

/** Imports one file as it stands. */
export async function importedText(name: string, text: string | Buffer, ending = 'csv'): Promise<Outcome> {
  if (!isTemplate(name)) throw new Error(`no template ${name}`);
  const path = join(await mkdtemp(join(tmpdir(), 'templates-')), `${name}.${ending}`);
  await writeFile(path, text);
  return allOf(convertCsv({ [name]: path }, OPTIONS));
}

function changed(text: string, change: Change): string {
  const grid: Grid = parse(text);
  change(grid, (row, column, value) => {
    const at = grid[0]?.indexOf(column) ?? -1;
    const cells = grid[row - 1];
    if (at < 0 || !cells) throw new Error(`no cell ${column} in row ${row}`);
    cells[at] = value;
  });
  return stringify(grid);
}
