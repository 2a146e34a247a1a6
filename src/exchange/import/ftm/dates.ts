import { parseDate } from '../../../model/date-range.js';
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

/** The dates of a property, early ones first. One that is no date is an error, and there are none then. */
export function datesIn(report: ImportReport, entity: FtmEntity, name: string): string[] | undefined {
  const values = entity.values(name);
  const wrong = values.find((value) => dateText(value) === undefined);
  if (wrong !== undefined) {
    report.error(entity.at(name), FTM_DATE, wrong, 'This is not a date, so the whole entity is not imported.');
    return undefined;
  }
  const dates = new Set(values.flatMap((value) => dateText(value) ?? []));
  return [...dates].sort((one, other) => (parseDate(one).min < parseDate(other).min ? -1 : 1));
}

export interface FtmRange {
  readonly first: string;
  readonly last: string;
  /** The last day that it speaks of. */
  readonly until: string;
}

/**
 * The range of an interval: `startDate` and `endDate` are a real start and end, `date` only says that it was so then.
 * If only one end is stated, the other is cited on the same day. Undefined, with a problem, if nothing is stated.
 */
export function rangeIn(report: ImportReport, entity: FtmEntity): FtmRange | undefined {
  const [starts, ends, dates] = [
    datesIn(report, entity, 'startDate'),
    datesIn(report, entity, 'endDate'),
    datesIn(report, entity, 'date'),
  ];
  if (!starts || !ends || !dates) return undefined;
  const [start, end] = [starts[0], ends.at(-1)];
  reportOthers(report, entity, 'startDate', starts.slice(1));
  reportOthers(report, entity, 'endDate', ends.slice(0, -1));
  const first = start ?? dates[0] ?? end;
  const last = end ?? dates.at(-1) ?? start;
  if (first === undefined || last === undefined) {
    const message = `This ${entity.schema} is not imported: it has no date.`;
    report.warning(entity.at('startDate'), 'a start, an end or a date', '', message);
    return undefined;
  }
  const open = entity.values('status').includes('current') ? 'ASSUMED_TO_CONTINUE' : 'LAST_CITED';
  return {
    first: `${first} ${start === undefined ? 'FIRST_CITED' : 'START'}`,
    last: `${last} ${end === undefined ? open : 'END'}`,
    until: parseDate(last).min > parseDate(first).min ? last : first,
  };
}

function reportOthers(report: ImportReport, entity: FtmEntity, name: string, others: readonly string[]): void {
  if (others.length === 0) return;
  const message = 'There are several; the widest range counts, and the others are not imported.';
  report.warning(entity.at(name), 'one date', others.join(', '), message);
}
