import { describe, expect, test } from '@jest/globals';
import { doubtFields } from '../../../src/exchange/import/record/doubts.js';
import { LONGEST_PROSE, LONGEST_TEXT } from '../../../src/model/record/fields/field.js';
import { faultsOf, type Outcome, outcome, recordsOfType, sheetsOf } from './sheets.js';

/** Cells that are longer than a field holds, up to the longest that a workbook has: nothing of them is lost. */

const MOST_IN_A_CELL = 32_767;
const long = (start: string, length: number) =>
  `${start} ${'word '.repeat(length / 5)}`.slice(0, length - 3).concat('end');

async function withCell(sheet: 'sources' | 'units' | 'people' | 'incidents', column: string, text: string) {
  const files = await sheetsOf('sfm-newer', { [sheet]: (_grid: unknown, set: SetCell) => set(2, column, text) });
  const found = await outcome('sfm-newer', files);
  expect(found.errors).toEqual([]);
  expect(faultsOf(found.records)).toEqual([]);
  return found;
}
type SetCell = (row: number, column: string, text: string) => void;

/** The texts of a record, and of the claims in it, by a text that stands in one of them. */
function textsWith({ records }: Outcome, type: string, start: string): string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.includes(start)) texts.push(value);
    else if (value && typeof value === 'object') for (const inner of Object.values(value)) walk(inner);
  };
  for (const record of recordsOfType(records, type)) walk(record);
  return texts;
}

describe('a long cell', () => {
  test.each([
    ['sources', 'source:title', 'reports'],
    ['units', 'unit:other_names', 'units'],
    ['people', 'person:other_names', 'people'],
    ['people', 'person:posting_title', 'postings'],
    ['people', 'person:posting_rank', 'postings'],
    ['people', 'person:posting_role', 'postings'],
  ] as const)(
    'of the sheet %s in the column %s is kept as far as its field holds it, and goes on in the note',
    async (sheet, column, type) => {
      const text = long('Whole', 3_000);
      const { records, report } = await withCell(sheet, column, text);
      const holds = (record: unknown) => JSON.stringify(record).includes('Whole word');
      const owner = recordsOfType(records, type).find(holds);
      const [cut = ''] = textsWith({ records } as Outcome, type, 'Whole').filter((one) => one.endsWith('…'));
      expect(cut).toBe(`${text.slice(0, LONGEST_TEXT - 1)}…`);
      expect(JSON.stringify(owner)).toContain(`goes on: …${text.slice(LONGEST_TEXT - 1)}`);
      if (sheet !== 'sources') expect(report.notes.map((note) => note.column)).toContain(column);
    },
  );

  test('of a violation is kept whole as a fact', async () => {
    const text = long('Whole', 15_000);
    const found = await withCell('incidents', 'incident:violation_type', `Torture; ${text}`);
    expect(textsWith(found, 'incidents', 'Whole')).toContain(text);
  });

  test('of a description goes on in the note of the incident, also where it fills a cell', async () => {
    const text = long('Whole', MOST_IN_A_CELL);
    const { records } = await withCell('incidents', 'incident:violation_description', text);
    const [{ summary = '', note = '' } = {}] = recordsOfType(records, 'incidents').filter((one) =>
      String(one.summary).startsWith('Whole'),
    );
    const rest = /goes on: …(.*?)( — |$)/s.exec(String(note))?.[1] ?? '';
    expect(`${String(summary).slice(0, -1)}${rest}`).toBe(text);
  });
});

describe('the words of a doubt', () => {
  test('are kept whole where they are those of a long cell', () => {
    const text = long('unit:name: Whole', 15_000);
    expect(doubtFields([{ doubt: 'SOURCE_UNKNOWN', text }]).doubtsAsStated).toEqual([text]);
  });

  test('say where they are cut and how long they were, where no field holds them', () => {
    const [words = ''] = doubtFields([{ doubt: 'NO_DATE', text: 'x'.repeat(30_000) }]).doubtsAsStated ?? [];
    expect(words).toHaveLength(LONGEST_PROSE);
    expect(words).toMatch(/^x+… \(cut; 30000 characters in all\)$/);
  });
});
