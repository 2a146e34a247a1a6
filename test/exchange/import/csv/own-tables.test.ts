import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { TABLES } from '../../../../src/exchange/export/csv.columns.js';
import { convertCsv } from '../../../../src/exchange/import/csv/csv.js';
import { exampleOf, TEMPLATE_NAMES, templateOf } from '../../../../src/exchange/import/csv/templates.js';
import { filesOf } from '../../../../src/exchange/import/formats.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, OPTIONS } from '../sheets.js';

/** Which files are tables of our own export, and what is wrong with their columns. */

const NAMES = Object.keys(TABLES);
const columnsOf = (name: string) => (TABLES[name]?.columns ?? []).map((column) => column.name);

async function fileOf(columns: readonly string[], file: string, rows: readonly string[] = []): Promise<string> {
  const path = join(temporaryFolder(), file);
  await writeFile(path, `\ufeff${[columns.join(','), ...rows].join('\r\n')}\r\n`);
  return path;
}

/** What an import of one file gives: its records, its tables of our own export with the ids of their rows, and problems. */
async function outcomeOf(name: string, path: string) {
  const { ownTables = [], ...stream } = convertCsv({ [name]: path }, OPTIONS);
  const { records } = await allOf(stream);
  const ids: string[] = [];
  for (const { rows } of ownTables) for await (const row of rows(stream.report)) ids.push(row.get('id'));
  const { problems, notes } = stream.report;
  return { records: records.length, tables: ownTables.map((table) => table.name), ids, problems, notes };
}

test.each(NAMES)(
  'an exported table of %s is known by its columns, whatever their order, and gives no records',
  async (name) => {
    for (const columns of [columnsOf(name), columnsOf(name).reverse(), columnsOf(name).map((one) => one.toUpperCase())])
      expect(await outcomeOf(name, await fileOf(columns, `${name}.csv`))).toEqual({
        records: 0,
        tables: [name],
        ids: [],
        problems: [],
        notes: [],
      });
  },
);

test.each(NAMES)('an exported table of %s that was given another name is known by its columns', async (name) => {
  const path = await fileOf(columnsOf(name), 'list of may.csv');
  expect(await filesOf('csv', [path])).toEqual({ [name]: path });
});

test.each(TEMPLATE_NAMES)('a template of %s is no table of our own export', async (name) => {
  const path = join(temporaryFolder(), `${name}.csv`);
  for (const text of [templateOf(name), exampleOf(name)]) {
    await writeFile(path, text);
    expect((await outcomeOf(name, path)).tables).toEqual([]);
  }
});

test('a column that no exported table has is an error, and its table is read on', async () => {
  const columns = [...columnsOf('postings'), 'My comment'];
  const row = columns.map((column) => (column === 'id' ? 'claim-one' : '')).join(',');
  const { ids, problems } = await outcomeOf('postings', await fileOf(columns, 'postings.csv', [row]));
  expect(ids).toEqual(['claim-one']);
  expect(problems).toMatchObject([{ file: 'postings.csv', row: 1, column: 'My comment', got: 'My comment' }]);
});

test('an exported table without its ids is an error, and no row of it is read', async () => {
  const columns = columnsOf('postings').filter((column) => column !== 'id');
  const row = columns.map(() => 'x').join(',');
  const { ids, problems } = await outcomeOf('postings', await fileOf(columns, 'postings.csv', [row]));
  expect([ids, problems.map(({ severity, expected }) => [severity, expected])]).toEqual([
    [],
    [['ERROR', 'the column "id"']],
  ]);
});

test('columns that were taken out of an exported table are noted, with what that means', async () => {
  const columns = columnsOf('units').filter((column) => !['report_titles', 'notes'].includes(column));
  const { tables, problems, notes } = await outcomeOf('units', await fileOf(columns, 'units.csv'));
  expect([tables, problems]).toEqual([['units'], []]);
  expect(notes.map(({ message }) => message)).toEqual([
    'The table lacks the columns notes, report_titles: what stands in them in the graph was not compared, and stays.',
  ]);
});
