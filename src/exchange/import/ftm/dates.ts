import { type ImpreciseDate, parseDate } from '../../../model/date-range.js';
import { invertedRange } from '../../../model/record/record.rules.js';
import { addDoubt, type RowDoubt } from '../record/doubts.js';
import type { ImportReport } from '../report/import-report.js';
import type { FtmEntity } from './ftm-entity.js';

/** Dates of FollowTheMoney, and the ranges that they make. */

export const FTM_DATE = 'a date such as 2022, 2022-03 or 2022-03-04';

/** The date of a value without a time of day; nothing where it is none. */
export function dateText(value: string | undefined): string | undefined {
  const [date = ''] = (value ?? '').split('T');
  try {
    return parseDate(date).text;
  } catch {
    return undefined;
  }
}

/** The dates among the values of a property, early ones first; one that is no date is a doubt. */
export function datesAmong(
  report: ImportReport,
  entity: FtmEntity,
  name: string,
  values: readonly string[],
  doubts: RowDoubt[],
): string[] {
  for (const wrong of values.filter((value) => dateText(value) === undefined)) {
    const doubt = { doubt: 'DATE_UNREADABLE', text: `${name}: ${wrong}` } as const;
    addDoubt(doubts, report, doubt, entity.at(name), FTM_DATE, wrong);
  }
  return readable(values);
}

/** The dates among some values, each once, early ones first. */
function readable(values: readonly string[]): string[] {
  const dates = new Set(values.flatMap((value) => dateText(value) ?? []));
  return [...dates].sort((one, other) => (parseDate(one).min < parseDate(other).min ? -1 : 1));
}

export const datesIn = (report: ImportReport, entity: FtmEntity, name: string, doubts: RowDoubt[]): string[] =>
  datesAmong(report, entity, name, entity.values(name), doubts);

/** A range as a record has it, with its dates. */
export interface FtmRange {
  readonly first: string;
  readonly last: string;
  readonly start: ImpreciseDate;
  readonly end: ImpreciseDate;
}

/** When something was, as far as the entity says so. */
export interface FtmPeriod {
  /** None where the entity gives no date that can be read. */
  readonly range?: FtmRange;
  readonly doubts: readonly RowDoubt[];
}

/** Dates on which it was so, without being a start or an end. */
const MENTIONS = ['date', 'declarationDate'];

/**
 * The period of an interval: `startDate` and `endDate` are a real start and end, other dates only say that it was so then.
 * If only one end is stated, the other is cited on the same day. What is missing, cannot be read or contradicts itself is a
 * doubt, and told.
 */
export function periodIn(report: ImportReport, entity: FtmEntity): FtmPeriod {
  const doubts: RowDoubt[] = [];
  const [starts, ends] = [datesIn(report, entity, 'startDate', doubts), datesIn(report, entity, 'endDate', doubts)];
  const dates = MENTIONS.flatMap((name) => datesIn(report, entity, name, doubts)).sort();
  const isRead = doubts.length === 0;
  const doubtful = (doubt: RowDoubt['doubt'], column: string, expected: string, got: string, text: string) =>
    addDoubt(doubts, report, { doubt, text }, entity.at(column), expected, got);
  const [start, end] = [starts[0], ends.at(-1)];
  reportOthers(report, entity, 'startDate', starts.slice(1));
  reportOthers(report, entity, 'endDate', ends.slice(0, -1));
  const first = start ?? dates[0] ?? end;
  const last = end ?? dates.at(-1) ?? start;
  const statuses = entity.values('status').map((status) => status.toLowerCase());
  if (first === undefined || last === undefined) {
    if (isRead) doubtful('NO_DATE', 'startDate', 'a start, an end or a date', '', 'startDate: empty');
    return { doubts };
  }
  if (isRead && end === undefined && statuses.includes('ended'))
    doubtful('NO_DATE', 'endDate', 'the date of the end', '', 'endDate: empty, status: ended');
  const range = {
    first: `${first} ${start === undefined ? 'FIRST_CITED' : 'START'}`,
    last: `${last} ${end === undefined ? (statuses.includes('current') ? 'ASSUMED_TO_CONTINUE' : 'LAST_CITED') : 'END'}`,
    start: parseDate(first),
    end: parseDate(last),
  };
  addReversal(report, entity, [first], [last], doubts);
  return { range, doubts };
}

/** Adds a doubt, and tells it, where the widest range that starts and ends give ends before it starts; true then. */
export function addReversal(
  report: ImportReport,
  entity: FtmEntity,
  starts: readonly string[],
  ends: readonly string[],
  doubts: RowDoubt[],
): boolean {
  const [[first], last] = [readable(starts), readable(ends).at(-1)];
  const inverted = first && last ? invertedRange({ first: parseDate(first), last: parseDate(last) }) : undefined;
  if (!inverted) return false;
  const doubt = { doubt: 'RANGE_REVERSED', text: `${first} to ${last}` } as const;
  addDoubt(doubts, report, doubt, entity.at('endDate'), inverted.expected, inverted.got);
  return true;
}

function reportOthers(report: ImportReport, entity: FtmEntity, name: string, others: readonly string[]): void {
  if (others.length === 0) return;
  const message = 'There are several; the widest range counts, and the others are not imported.';
  report.warning(entity.at(name), 'one date', others.join(', '), message);
}
