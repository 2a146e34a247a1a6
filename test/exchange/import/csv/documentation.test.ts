import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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

/** Templates and documentation say what the code reads. */

const DOCUMENT = fileURLToPath(new URL('../../../../docs/importing.md', import.meta.url));

/** To write the part of the columns anew: `node -e "import('../../../import/csv/dist/src/exchange/import/csv/documentation.js').then((d) => console.log(d.columnTables()))"`. */
test('docs/importing.md ends with the columns as the code has them', async () => {
  const text = await readFile(DOCUMENT, 'utf8');
  const from = text.indexOf('### reports.csv');
  expect(text.slice(from)).toBe(columnTables());
});

test('docs/importing.md names every format with all its roles', async () => {
  const text = await readFile(DOCUMENT, 'utf8');
  for (const [name, { roles }] of Object.entries(FORMATS)) {
    const row = text.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``)) ?? '';
    for (const role of roles) expect([name, role, row.includes(`\`${role}\``)]).toEqual([name, role, true]);
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
