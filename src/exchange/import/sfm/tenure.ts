import type { ImpreciseDate, StartHardness } from '../../../model/date-range.js';
import { invertedRange, type Violation } from '../../../model/record/record.rules.js';
import type { TableRow } from '../reading/table.js';
import { addDoubt, type RowDoubt } from '../record/doubts.js';
import type { Access } from '../record/imported-record.js';
import { saysNoDate } from '../words/no-date.js';
import { DATE_IN_SHEETS, type ReadDate, splitDateOf } from './dates.js';
import type { DateField, EndWord, Span } from './layout.js';
import { OPEN } from './newer-columns.js';
import type { SfmConversion } from './sfm-conversion.js';
import { accessOf, type SourcedValue, sourcedValuesIn } from './sourced-cell.js';

/** One end of a range as a sheet gives it. */
export interface StatedDate {
  readonly date: ImpreciseDate;
  readonly source: SourcedValue;
}

/** Both ends of a range, each with what says so; a range with one date has it at both ends. */
export interface SfmTenure {
  readonly first: ImpreciseDate;
  readonly firstHardness: StartHardness;
  readonly last: ImpreciseDate;
  readonly lastHardness: EndWord;
  /** The cell of the first date, or of the only one. */
  readonly from: SourcedValue;
  /** The cell of the last date, where it has one of its own. */
  readonly until?: SourcedValue;
}

/** A date that stands there and cannot be read. */
export interface Unreadable {
  readonly column: string | undefined;
  readonly text: string;
  readonly source: SourcedValue;
}

export const isUnreadable = (found: StatedDate | Unreadable | undefined): found is Unreadable =>
  typeof found === 'object' && 'text' in found;

/** A date in its cells: undefined where they are empty. The split columns win over the joined one, which mixes styles. */
export function readDate(
  conversion: SfmConversion,
  row: TableRow,
  field: DateField,
): StatedDate | Unreadable | undefined {
  const joined = row.get(field.column);
  const split = [field.year, field.month, field.day].map((column) => row.get(column));
  const text = split.filter((part) => part !== '').join('-');
  const parsed =
    text === ''
      ? conversion.dateIn(row, field.column, field.mayBeLongAgo)
      : splitDateOf(split[0] ?? '', split[1] ?? '', split[2] ?? '');
  const [one] = sourcedValuesIn(conversion, row, field, joined || text);
  if (!one) return undefined;
  if (!parsed) return { column: text === '' ? field.column : field.year, text: text || joined, source: one };
  checkJoined(conversion, row, field, parsed, text !== '');
  return { date: parsed.date, source: one };
}

/** Warns where the joined date could be read otherwise, or says something else than the split one. */
function checkJoined(
  conversion: SfmConversion,
  row: TableRow,
  field: DateField,
  { date, ambiguous }: ReadDate,
  split: boolean,
): void {
  const [joined, origin] = [row.get(field.column), row.at(field.column)];
  if (!split && ambiguous)
    conversion.report.warning(
      origin,
      `${date.text}, written so that it reads one way only`,
      joined,
      'Read month first.',
    );
  const other = joined === '' ? undefined : conversion.dateIn(row, field.column)?.date.text;
  if (split && joined !== '' && other !== date.text)
    conversion.report.warning(
      origin,
      date.text,
      joined,
      'The date differs from its split columns; the split columns are used.',
    );
}

const flagsOf = (words: object) =>
  Object.keys(words)
    .filter((key) => key !== '')
    .join(', ');

const STARTS = { Y: 'START', N: 'FIRST_CITED', '': 'FIRST_CITED' } as const;

/** The column that says how a range ends, with its words. */
const endFlag = (
  row: TableRow,
  { end, endWords, open }: Span,
): [string | undefined, Readonly<Record<string, EndWord>>] =>
  open !== undefined && row.has(open) ? [open, OPEN] : [end, endWords];

/** When a relation held, as far as its row says so. */
export interface Period {
  /** None where the row gives no date that can be read. */
  readonly tenure?: SfmTenure;
  readonly doubts: readonly RowDoubt[];
  /** The cells whose dates cannot be read. */
  readonly unreadable: readonly SourcedValue[];
}

/** Reads the period of a relation. What is missing, cannot be read or contradicts itself is a doubt, and told. */
export function periodIn(conversion: SfmConversion, row: TableRow, span: Span): Period {
  const doubts: RowDoubt[] = [];
  const unreadable: SourcedValue[] = [];
  const doubtful = (
    doubt: RowDoubt['doubt'],
    column: string | undefined,
    expected: string,
    got: string,
    access: Access = 'PUBLIC',
  ) => {
    const text = `${column}: ${got === '' ? 'empty' : got}`;
    addDoubt(doubts, conversion.report, { doubt, text, access }, row.at(column), expected, got);
  };
  const dateOrDoubt = (field: DateField): StatedDate | undefined => {
    const found = readDate(conversion, row, field);
    if (!isUnreadable(found)) return found;
    const doubt = saysNoDate(found.text) ? 'NO_DATE' : 'DATE_UNREADABLE';
    doubtful(doubt, found.column, DATE_IN_SHEETS, found.text, accessOf(found.source.cites));
    unreadable.push({ ...found.source, value: found.text });
    return undefined;
  };
  const wordOr = <T>(column: string | undefined, words: Readonly<Record<string, T>>, otherwise: T): T => {
    const text = row.get(column);
    const word = words[text.toUpperCase()];
    if (word === undefined) doubtful('DATE_UNREADABLE', column, `one of ${flagsOf(words)}`, text);
    return word ?? otherwise;
  };
  const [first, last] = [dateOrDoubt(span.first), dateOrDoubt(span.last)];
  const isRead = doubts.length === 0;
  const start = wordOr(span.start, STARTS, 'FIRST_CITED');
  const [endColumn, endWords] = endFlag(row, span);
  const end = wordOr(endColumn, endWords, 'LAST_CITED');
  const issue = isRead && missing(first, last, start, end);
  if (issue) doubtful('NO_DATE', first ? span.last.column : span.first.column, issue.expected, issue.got);
  const bound = span.hard ? 'START' : start;
  const tenure = between(
    first,
    last,
    !first && bound === 'START' ? 'FIRST_CITED' : bound,
    !last && end === 'END' ? 'LAST_CITED' : end,
  );
  const inverted = tenure && invertedRange(tenure);
  if (inverted)
    doubtful('RANGE_REVERSED', span.last.column, inverted.expected, inverted.got, last && accessOf(last.source.cites));
  return { ...(tenure && { tenure }), doubts, unreadable };
}

function between(
  first: StatedDate | undefined,
  last: StatedDate | undefined,
  start: StartHardness,
  end: EndWord,
): SfmTenure | undefined {
  if (first && last) {
    const [from, until] = [first.source, last.source];
    return { first: first.date, firstHardness: start, last: last.date, lastHardness: end, from, until };
  }
  const only = first ?? last;
  if (!only) return undefined;
  return { first: only.date, firstHardness: start, last: only.date, lastHardness: end, from: only.source };
}

type RangeIssue = Pick<Violation, 'expected' | 'got'>;

/** What a row lacks: the date of an end that it states, or any date. */
function missing(
  first: StatedDate | undefined,
  last: StatedDate | undefined,
  start: StartHardness,
  end: EndWord,
): RangeIssue | undefined {
  if (!first && !last) return { expected: DATE_IN_SHEETS, got: '' };
  if (!last && end === 'END') return { expected: 'the date of the end', got: '' };
  if (!first && start === 'START') return { expected: 'the date of the start', got: '' };
  return undefined;
}
