import { parseDate } from '../../../model/date-range.js';
import { invertedRange, isSexualViolence } from '../../../model/record/record.rules.js';
import type { TableRow } from '../reading/table.js';
import { addDoubt, doubtFields, type RowDoubt, withoutWords } from '../record/doubts.js';
import type { DoubtWord } from '../record/imported-record.js';
import type { ImportReport } from '../report/import-report.js';
import { saysNoDate } from '../words/no-date.js';
import type { RecordDraft } from './columns.js';

/** What is doubtful about a row of a template: what the row says itself, and what its dates show. */

const listIn = (record: RecordDraft, field: string) => (record[field] ?? []) as readonly string[];

export const hasDoubt = (record: RecordDraft, doubt: DoubtWord): boolean => listIn(record, 'doubts').includes(doubt);

/** The record with further doubts, behind those that its row states. */
export function withDoubts(record: RecordDraft, further: readonly RowDoubt[]): RecordDraft {
  const isCoarse = isSexualViolence(listIn(record, 'kinds'));
  if (further.length === 0 && !isCoarse) return record;
  const words = listIn(record, 'doubtsAsStated');
  const ownDoubts = listIn(record, 'doubts').map((doubt, at): RowDoubt => {
    return { doubt: doubt as DoubtWord, text: words[at] ?? 'Stated by the table.' };
  });
  const doubts = [...ownDoubts, ...further];
  const reversed = further.some(({ doubt }) => doubt === 'RANGE_REVERSED');
  return {
    ...record,
    ...doubtFields(isCoarse ? doubts.map(withoutWords) : doubts),
    ...(reversed && { status: 'ISSUE' }),
  };
}

/** The doubt that words give: where they say that there is no date, they are read well. */
export const doubtOfWords = (doubt: DoubtWord, words: string): DoubtWord =>
  doubt === 'DATE_UNREADABLE' && saysNoDate(words) ? 'NO_DATE' : doubt;

/** The words of a doubt: the column as the table calls it, and what stands there. */
export const wordsOf = (row: TableRow, column: string, value: string): string =>
  `${row.at(column).column}: ${value || 'empty'}`;

const dateOf = (end: string) => parseDate(end.split(' ')[0] ?? '');

/** Both ends of a range, each as the row gives it. */
interface StatedEnds {
  readonly first?: string;
  readonly last?: string;
}

/**
 * A range with one date has it at both ends. An end that is stated without its date, no date at all, and reversed ends are
 * doubts.
 */
export function rangeIn(
  report: ImportReport,
  row: TableRow,
  { first, last }: StatedEnds,
  doubts: RowDoubt[],
): StatedEnds {
  const doubtful = (doubt: DoubtWord, column: string, expected: string, got: string) =>
    addDoubt(doubts, report, { doubt, text: wordsOf(row, column, got) }, row.at(column), expected, got);
  const isRead = doubts.length === 0;
  const [only] = (first ?? last ?? '').split(' ');
  if (!only) {
    if (isRead) doubtful('NO_DATE', 'first', 'a date', '');
    return {};
  }
  if (isRead && !first && row.get('first_hardness') === 'START')
    doubtful('NO_DATE', 'first', 'the date of the start', '');
  if (isRead && !last && row.get('last_hardness') === 'END') doubtful('NO_DATE', 'last', 'the date of the end', '');
  const ends = { first: first ?? `${only} FIRST_CITED`, last: last ?? `${only} LAST_CITED` };
  const inverted = invertedRange({ first: dateOf(ends.first), last: dateOf(ends.last) });
  if (inverted) doubtful('RANGE_REVERSED', 'last', inverted.expected, inverted.got);
  return ends;
}
