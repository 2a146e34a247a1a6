import { expect, test } from '@jest/globals';
import { caseOf } from './broken-row.js';
import { cases } from './broken-rows.js';
import { converted, faultsOf } from './sheets.js';

/** One broken row for each rule. Each says where it is, what was expected and what stood there. */

test.each(cases.map(caseOf))('in sheets, $rule is an error with its row', async ({ changes, error }) => {
  const { records, errors } = await converted('sfm-newer', changes);
  expect(errors[0]).toMatchObject(error);
  expect(errors.filter(({ row, file }) => row !== error.row && file === error.file)).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
});

test('an unknown column, and a value that belongs to no record, give warnings', async () => {
  const { problems } = await converted('sfm-newer', {
    units: (grid, set) => {
      grid[0]?.push('unit:motto');
      set(2, 'unit:related_unit_class', 'Command');
    },
  });
  expect(problems).toContainEqual(
    expect.objectContaining({
      severity: 'WARNING',
      file: 'units.csv',
      row: 1,
      column: 'unit:motto',
      expected: 'a column of this format',
      got: 'unit:motto',
    }),
  );
  expect(problems).toContainEqual(
    expect.objectContaining({
      severity: 'WARNING',
      row: 2,
      column: 'unit:related_unit_class',
      expected: 'an empty cell',
      got: 'Command',
    }),
  );
});

test('a sheet with a missing column, or that is not UTF-8, gives an error and no record', async () => {
  const { records, errors } = await converted('sfm-newer', {
    people: (grid) => {
      const header = grid[0] ?? [];
      header[header.indexOf('person:name')] = 'person:nome';
    },
  });
  expect(records).toEqual([]);
  expect(errors).toEqual([
    expect.objectContaining({
      file: 'people.csv',
      row: 1,
      column: 'person:name',
      expected: 'person:name',
      got: 'no such column',
    }),
  ]);
});

test('an error in a sheet of the older generation has its row, and the column as the sheet spells it', async () => {
  const { errors, records } = await converted('sfm-older', {
    people: (_g, set) => set(3, 'Organization', '9 Brigade'),
  });
  expect(errors).toEqual([
    expect.objectContaining({
      file: 'people.csv',
      row: 3,
      column: 'Organization',
      expected: 'a unit with a row of its own',
      got: '9 Brigade',
    }),
  ]);
  expect(faultsOf(records)).toEqual([]);
});

test('in the slim generation, a relation without any date is an error', async () => {
  const { errors, report } = await converted('sfm-slim', {
    units: (_g, set) => set(4, 'unit:related_unit_first_cited_date', ''),
  });
  expect(errors).toEqual([
    expect.objectContaining({
      file: 'units.tsv',
      row: 4,
      column: 'unit:related_unit_first_cited_date',
      message: 'There is no date at all.',
    }),
  ]);
  expect(report.links.balance).toEqual({ in: 3, out: 2, repeated: 0, refused: 1 });
});
