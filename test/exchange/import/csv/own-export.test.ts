import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { TABLES } from '../../../../src/exchange/export/csv.columns.js';
import { convertCsv } from '../../../../src/exchange/import/csv/csv.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, OPTIONS } from '../sheets.js';

const WITH_SOURCES = ['people', 'units', 'locations', 'incidents', 'findings', 'postings', 'command-links', 'demands'];

test.each(WITH_SOURCES)(
  'an exported table of %s is refused with one error that says what to take instead',
  async (name) => {
    const path = join(temporaryFolder(), `${name}.csv`);
    const header = (TABLES[name]?.columns ?? []).map((column) => column.name).join(',');
    await writeFile(path, `\ufeff${header}\r\n`);
    const { records, problems } = await allOf(convertCsv({ [name]: path }, OPTIONS));
    expect(records).toEqual([]);
    expect(problems).toEqual([
      {
        severity: 'ERROR',
        file: `${name}.csv`,
        row: 1,
        expected: 'a template',
        got: 'report_ids, report_titles, publishers',
        message: expect.stringMatching(/^This is a table of our own export.* take records\.jsonl/),
      },
    ]);
  },
);
