import { expect, test } from '@jest/globals';
import { filesOf } from '../../../src/exchange/import/formats.js';
import type { Files } from '../../../src/exchange/import/sfm/convert-sfm.js';
import { outcome, sheetsOf } from './sheets.js';
import { workbookFile } from './workbook.js';
import { bareText, filesOfWorld, onOneLine, quotedText, TEXT_FILES, world } from './world.js';

/** One small world as different programs write it: the same records, whatever the file. */

const recordsIn = async (files: Files) => {
  const { records, errors } = await outcome('sfm-newer', files);
  return { errors, records: records.map(({ recordType, record }) => ({ recordType, record })) };
};

test.each(TEXT_FILES)(
  'a small world written with %s gives the same records as in CSV of UTF-8',
  async (_what, textOf, encoding, ending) => {
    const sheets = await world();
    const expected = await recordsIn(await filesOfWorld(sheets, quotedText(',')));
    expect(expected.errors).toEqual([]);
    expect(JSON.stringify(expected.records)).toContain('Бригада «Південь»');
    expect(await recordsIn(await filesOfWorld(sheets, textOf, encoding, ending))).toEqual(expected);
  },
);

test('a small world written with tabs and without quotes gives the same records as in CSV', async () => {
  const sheets = onOneLine(await world());
  const expected = await recordsIn(await filesOfWorld(sheets, quotedText(',')));
  expect(await recordsIn(await filesOfWorld(sheets, bareText, 'utf-8', 'tsv'))).toEqual(expected);
});

test('a small world in one workbook gives the same records as in CSV', async () => {
  const sheets = await world();
  const expected = await recordsIn(await filesOfWorld(sheets, quotedText(',')));
  const book = await workbookFile({ sheets: sheets.map(([name, rows]) => ({ name, rows })) });
  expect(await recordsIn((await filesOf('sfm-newer', [book])) as Files)).toEqual(expected);
});

test.each([
  ['27/6/2021', '2021-02-01'],
  ['6/27/2021', '2021-01-02'],
])('a source with %s in its column has the date 1/2/2021 read in the same order', async (proof, expected) => {
  const column = 'source:published_timestamp';
  const files = await sheetsOf('sfm-newer', {
    sources: (_grid, set) => {
      set(2, column, '1/2/2021');
      set(3, column, proof);
    },
  });
  const { records, problems } = await outcome('sfm-newer', files);
  expect(records.map(({ record }) => record.publishedOn)).toContain(expected);
  expect(problems.filter((problem) => problem.column === column)).toEqual([]);
});

test('words in place of dates and addresses of sources are noted once for each column, not on each row', async () => {
  const files = await sheetsOf('sfm-newer', {
    sources: (_grid, set) => {
      for (const row of [2, 3]) {
        set(row, 'source:published_timestamp', 'n.d.');
        set(row, 'source:url', 'Accessed via Lexis');
      }
    },
  });
  const { report, problems } = await outcome('sfm-newer', files);
  expect(report.notes.map(({ column, count, example }) => [column, count, example])).toEqual([
    ['source:published_timestamp', 2, 'n.d.'],
    ['source:url', 2, 'Accessed via Lexis'],
  ]);
  expect(problems.filter(({ got }) => got === 'n.d.' || got === 'Accessed via Lexis')).toEqual([]);
});
