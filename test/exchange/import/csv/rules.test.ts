import { expect, test } from '@jest/globals';
import { caseOf } from '../broken-row.js';
import { cells } from '../changed-cells.js';
import { faultsOf } from '../sheets.js';
import { cases } from './broken-rows.js';
import { imported, importedText } from './tables.js';

/** One broken row for each rule. Each says where it is, what was expected and what stood there. */

test.each(cases.map(caseOf))('in CSV, $rule is an error with its row and column', async ({ changes, error }) => {
  const { records, errors } = await imported(changes);
  expect(errors[0]).toMatchObject(error);
  expect(errors).toHaveLength(1);
  const broken = faultsOf(records).filter((fault) => !/not declared|legal-codes|has no name/.test(fault));
  expect(broken).toEqual([]);
});

test('a CSV row that does not fit is refused with all its errors, and the others are read', async () => {
  const text = `part_id,whole_id,kind,sources\nperson-a,,PART,report-a\nbody-a,body-b,PART_OF,report-a\n`;
  const { records, errors } = await importedText('affiliations', text);
  expect(errors.map(({ row, column }) => [row, column])).toEqual([
    [2, 'part_id'],
    [2, 'whole_id'],
    [2, 'kind'],
  ]);
  expect(records.map(({ origin }) => origin.row)).toEqual([3]);
});

test('an unknown CSV column is an error that names the nearest, and the rows are checked nevertheless', async () => {
  const text = 'part_id,whole_id,kind,sources,pinpiont\nbody-a,body-b,PART,report-a,p. 1\n';
  const { errors } = await importedText('affiliations', text);
  expect(errors).toEqual([
    expect.objectContaining({
      row: 1,
      column: 'pinpiont',
      expected: 'a column of this template; the nearest is "pinpoints"',
      got: 'pinpiont',
    }),
    expect.objectContaining({ row: 2, column: 'kind' }),
  ]);
});

test('each required CSV column that is missing is an error, and no row is read', async () => {
  const { errors, records } = await importedText('affiliations', 'part_id,kind\nbody-a,PART_OF\n');
  expect(errors.map(({ row, column, got }) => [row, column, got])).toEqual([
    [1, 'whole_id', 'no such column'],
    [1, 'sources', 'no such column'],
  ]);
  expect(records).toEqual([]);
});

test('the error for a CSV table separated by bars says what separates columns', async () => {
  const { errors } = await importedText(
    'affiliations',
    'part_id|whole_id|kind|sources\nbody-a|body-b|PART_OF|report-a\n',
  );
  expect(errors[0]?.message).toBe('This column is unknown. Are the columns separated by commas, semicolons or tabs?');
});

test('a CSV table separated by semicolons is read', async () => {
  const text = 'part_id;whole_id;kind;sources\nbody-a;body-b;PART_OF;report-a\n';
  const { errors, records } = await importedText('affiliations', text);
  const commas = await importedText('affiliations', text.replaceAll(';', ','));
  expect(errors).toEqual([]);
  expect(records).toHaveLength(1);
  expect(records.map(({ record }) => record)).toEqual(commas.records.map(({ record }) => record));
});

test('errors in one CSV file do not keep the others from being checked', async () => {
  const { errors } = await imported({
    people: (grid) => {
      grid[0] = (grid[0] ?? []).map((name) => (name === 'name' ? 'nome' : name));
    },
    measures: cells({ kind: 'x' }),
  });
  expect(errors.map(({ file, row }) => [file, row])).toEqual([
    ['people.csv', 1],
    ['people.csv', 1],
    ['measures.csv', 2],
  ]);
});
