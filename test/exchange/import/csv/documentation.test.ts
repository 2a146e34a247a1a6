import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { columnTables } from '../../../../src/exchange/import/csv/documentation.js';
import {
  exampleOf,
  TEMPLATE_COLUMNS,
  TEMPLATE_NAMES,
  templateOf,
} from '../../../../src/exchange/import/csv/templates.js';
import { FORMATS } from '../../../../src/exchange/import/formats.js';
import { sameAsFile } from '../../../support/golden-file.js';
import { readPage } from '../../../support/pages.js';

/** Templates and documentation say what the code reads. */

const PAGE = 'docs/importing/csv.md';
const FIRST = '### Columns of every row';

/** `npm run golden` writes the tables anew. */
test('docs/importing/csv.md ends with the columns as the code has them', async () => {
  const { text } = await readPage(PAGE);
  sameAsFile(PAGE, text.slice(0, text.indexOf(FIRST)) + columnTables());
});

test('docs/importing/csv.md explains every column of every template, in its table or among those of every row', async () => {
  const { text } = await readPage(PAGE);
  const sections = text.split(/^### /m).slice(1);
  const rowsUnder = (heading: string) =>
    sections.find((section) => section.startsWith(`${heading}\n`))?.split('\n') ?? [];
  const shared = rowsUnder('Columns of every row');
  for (const name of TEMPLATE_NAMES) {
    const own = rowsUnder(`${name}.csv`);
    const refers = own.some((line) => line.includes('(#columns-of-every-row)'));
    const rows = refers ? [...own, ...shared] : own;
    for (const { name: column, required, meaning } of TEMPLATE_COLUMNS[name].columns) {
      const mark = `\`${column}\`${required ? ' *' : ''}`;
      const found = rows.filter((row) => row.startsWith(`| ${mark} | ${meaning} |`));
      expect([name, column, found.length]).toEqual([name, column, 1]);
    }
  }
});

test('docs/importing.md names every format with all its roles, and leads to its page', async () => {
  const { text } = await readPage('docs/importing.md');
  for (const [name, { roles }] of Object.entries(FORMATS)) {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
    for (const role of roles) expect([name, role, row.includes(`\`${role}\``)]).toEqual([name, role, true]);
    expect(row).toMatch(/\]\(importing\/[a-z]+\.md\) \|$/);
  }
});

test.each(TEMPLATE_NAMES)(
  'the template of %s has a column for each that is documented, and an example in each that must be filled',
  (name) => {
    const { about, columns } = TEMPLATE_COLUMNS[name];
    const names = columns.map((column) => column.name);
    expect(parse(templateOf(name))).toEqual([names]);
    expect(templateOf(name).endsWith('\r\n')).toBe(true);
    const [, first = []] = parse(exampleOf(name)) as string[][];
    expect(first).toEqual(columns.map(({ example }) => example));
    expect(new Set(names).size).toBe(names.length);
    expect(columns.filter(({ required, example }) => required && example === '')).toEqual([]);
    for (const { meaning, expected } of columns) {
      expect(meaning).toMatch(/\.$/);
      expect(expected).not.toBe('');
    }
    expect(about).toMatch(/\.$/);
  },
);
