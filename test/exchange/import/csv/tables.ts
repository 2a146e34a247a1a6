import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertCsv } from '../../../../src/exchange/import/csv/csv.js';
import { exampleOf, isTemplate, TEMPLATE_NAMES } from '../../../../src/exchange/import/csv/templates.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { type Change, changedText } from '../changed-cells.js';
import { allOf, OPTIONS, type Outcome } from '../sheets.js';

/** Runs imports of our templates: the small world of their examples, as it is or with some cells changed. */

/** Imports the examples of all templates, after the changes to some of them. Rows are numbered as in a spreadsheet. */
export async function imported(changes: Readonly<Record<string, Change>> = {}): Promise<Outcome> {
  const folder = temporaryFolder();
  const files: Record<string, string> = {};
  for (const name of TEMPLATE_NAMES) {
    files[name] = join(folder, `${name}.csv`);
    const change = changes[name];
    await writeFile(files[name], change ? changedText(exampleOf(name), change) : exampleOf(name));
  }
  return allOf(convertCsv(files, OPTIONS));
}

/** Imports one file as it stands. */
export async function importedText(name: string, text: string | Buffer, ending = 'csv'): Promise<Outcome> {
  if (!isTemplate(name)) throw new Error(`no template ${name}`);
  const path = join(temporaryFolder(), `${name}.${ending}`);
  await writeFile(path, text);
  return allOf(convertCsv({ [name]: path }, OPTIONS));
}
