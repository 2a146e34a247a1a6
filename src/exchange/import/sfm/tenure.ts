import type { ImpreciseDate, StartHardness } from '../../../model/date-range.js';
import { invertedRange, type Violation } from '../../../model/record/record.rules.js';
import { DOUBT } from '../../../model/vocabulary.js';
import type { TableRow } from '../reading/table.js';
import type { Access } from '../record/imported-record.js';
import { DATE_IN_SHEETS, dateOf, type ReadDate, splitDateOf } from './dates.js';
import type { DateField, EndWord, Span } from './layout.js';
import { OPEN } from './newer-columns.js';
import type { SfmConversion } from './sfm-conversion.js';
import { accessOf, type RowDoubt, type SourcedValue, sourcedValuesIn } from './sourced-cell.js';

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
interface Unreadable {
  readonly column: string | undefined;
  readonly text: string;
  readonly access: Access;
}

const isUnreadable = (found: StatedDate | Unreadable | 'refused' | undefined): found is Unreadable =>
  typeof found === 'object' && 'text' in found;

/** A date in its cells: undefined where they are empty. The split columns win over the joined one, which mixes styles. */
function readDate(
  conversion: SfmConversion,
  row: TableRow,
  field: DateField,
): StatedDate | Unreadable | 'refused' | undefined {
  const joined = row.get(field.column);
  const split = [field.year, field.month, field.day].map((column) => row.get(column));
  const text = split.filter((part) => part !== '').join('-');
  const parsed = text === '' ? dateOf(joined) : splitDateOf(split[0] ?? '', split[1] ?? '', split[2] ?? '');
  const values = sourcedValuesIn(conversion, row, field, joined || text);
  if (values === 'refused') return 'refused';
  const [one] = values;
  if (!one) return undefined;
  if (!parsed)
    return { column: text === '' ? field.column : field.year, text: text || joined, access: accessOf(one.cites) };
  checkJoined(conversion, row, field, parsed, text !== '');
  return { date: parsed.date, source: one };
}

/** A date in its cells; an error where it cannot be read. */
export function dateIn(conversion: SfmConversion, row: TableRow, field: DateField): StatedDate | 'refused' | undefined {
  const found = readDate(conversion, row, field);
  if (!isUnreadable(found)) return found;
  conversion.report.error(row.at(found.column), DATE_IN_SHEETS, found.text, 'This date cannot be read.');
  return 'refused';
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
  const other = dateOf(joined)?.date.text;
  if (split && joined !== '' && other !== date.text)
    conversion.report.warning(
      origin,
      date.text,
      joined,
      'The date differs from its split columns; the split columns are used.',
    );
}

/** The word that a flag stands for. */
function flagIn<T>(
  conversion: SfmConversion,
  row: TableRow,
  column: string | undefined,
  words: Readonly<Record<string, T>>,
): T | undefined {
  const text = row.get(column).toUpperCase();
  const word = words[text];
  if (word === undefined) {
    conversion.report.error(
      row.at(column),
      `one of ${flagsOf(words)}`,
      text,
      'This flag is unknown, so its date means nothing.',
    );
  }
  return word;
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
}

/** Reads the period of a relation. What is missing, cannot be read or contradicts itself is a doubt, and told. */
export function periodIn(conversion: SfmConversion, row: TableRow, span: Span): Period {
  const doubts: RowDoubt[] = [];
  const doubtful = (
    doubt: RowDoubt['doubt'],
    column: string | undefined,
    expected: string,
    got: string,
    access: Access = 'PUBLIC',
  ) => {
    conversion.report.warning(row.at(column), expected, got, DOUBT[doubt]);
    doubts.push({ doubt, text: `${column}: ${got === '' ? 'empty' : got}`, access });
  };
  const dateOrDoubt = (field: DateField): StatedDate | undefined => {
    const found = readDate(conversion, row, field);
    if (isUnreadable(found)) doubtful('DATE_UNREADABLE', found.column, DATE_IN_SHEETS, found.text, found.access);
    return found === 'refused' || isUnreadable(found) ? undefined : found;
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
  const tenure = between(
    first,
    last,
    !first && start === 'START' ? 'FIRST_CITED' : start,
    !last && end === 'END' ? 'LAST_CITED' : end,
  );
  const inverted = tenure && invertedRange(tenure);
  if (inverted)
    doubtful('RANGE_REVERSED', span.last.column, inverted.expected, inverted.got, last && accessOf(last.source.cites));
  return { ...(tenure && { tenure }), doubts };
}

/** Reads a range. What is missing or inverted is an error and gives undefined. */
export function tenureIn(conversion: SfmConversion, row: TableRow, span: Span): SfmTenure | undefined {
  const first = dateIn(conversion, row, span.first);
  const last = dateIn(conversion, row, span.last);
  const start = flagIn(conversion, row, span.start, STARTS);
  const end = flagIn(conversion, row, ...endFlag(row, span));
  if (first === 'refused' || last === 'refused' || !start || !end) return undefined;
  const tenure = between(first, last, span.hard ? 'START' : start, end);
  const issue = missing(first, last, start, end) ?? (tenure && invertedRange(tenure));
  if (!issue) return tenure;
  const column = first ? span.last.column : span.first.column;
  conversion.report.error(row.at(column), issue.expected, issue.got, issue.message);
  return undefined;
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

type RangeIssue = Pick<Violation, 'expected' | 'got' | 'message'>;

/** What a row lacks: the date of an end that it states, or any date. */
function missing(
  first: StatedDate | undefined,
  last: StatedDate | undefined,
  start: StartHardness,
  end: EndWord,
): RangeIssue | undefined {
  if (!first && !last) return { expected: DATE_IN_SHEETS, got: '', message: 'There is no date at all.' };
  if (!last && end === 'END')
    return { expected: 'the date of the end', got: '', message: 'The row states an exact end, but gives no date.' };
  if (!first && start === 'START')
    return { expected: 'the date of the start', got: '', message: 'The row states a real start, but gives no date.' };
  return undefined;
}
