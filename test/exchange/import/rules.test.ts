import { expect, test } from '@jest/globals';
import { caseOf } from './broken-row.js';
import { cases, doubtfulCases } from './broken-rows.js';
import { converted, faultsOf, recordsOfType } from './sheets.js';

/** One broken row for each rule. Each says where it is, what was expected and what stood there. */

test.each(cases.map(caseOf))('in sheets, $rule is an error with its row', async ({ changes, error }) => {
  const { records, errors } = await converted('sfm-newer', changes);
  expect(errors[0]).toMatchObject(error);
  expect(errors.filter(({ row, file }) => row !== error.row && file === error.file)).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
});

test.each(doubtfulCases.map((one) => ({ ...caseOf(one), doubt: one.doubt })))(
  'in sheets, $rule is kept with a doubt: $doubt',
  async ({ changes, error, doubt }) => {
    const clean = await converted('sfm-newer');
    const { records, errors, problems, report } = await converted('sfm-newer', changes);
    expect(errors).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ ...error, severity: 'WARNING' }));
    expect(report.links.balance).toMatchObject({ in: clean.report.links.balance.in, refused: 0 });
    const doubted = recordsOfType(records, 'command-links').filter(({ doubts }) => doubts !== undefined);
    expect(doubted).not.toEqual([]);
    for (const link of doubted) {
      expect(link.doubts).toEqual([doubt]);
      expect(link.status).toBe(doubt === 'RANGE_REVERSED' ? 'ISSUE' : undefined);
      // The sheets mark restricted sources: one that is not there may be one of them.
      if (doubt === 'SOURCE_UNKNOWN') expect(link.access).toBe('CONFIDENTIAL');
    }
    expect(faultsOf(records)).toEqual([]);
  },
);

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

test('in the slim generation, a relation without any date is kept undated, with a doubt', async () => {
  const { errors, problems, records, report } = await converted('sfm-slim', {
    units: (_g, set) => set(4, 'unit:related_unit_first_cited_date', ''),
  });
  expect(errors).toEqual([]);
  expect(problems).toContainEqual(
    expect.objectContaining({
      severity: 'WARNING',
      file: 'units.tsv',
      row: 4,
      column: 'unit:related_unit_first_cited_date',
      message: 'The source gives no date, or none for an end that it states.',
    }),
  );
  const undated = recordsOfType(records, 'command-links').filter(({ first }) => first === undefined);
  expect(undated).toEqual([expect.objectContaining({ doubts: ['NO_DATE'] })]);
  expect(undated[0]).not.toHaveProperty('last');
  expect(report.links.balance).toEqual({ in: 3, out: 3, repeated: 0, refused: 0 });
});
