/** The bound at the start of a range: it began then, or it is first cited then. */
export const START_HARDNESS = ['START', 'FIRST_CITED'] as const;
/** The bound at the end: it ended then, is last cited then, or is assumed to continue. */
export const END_HARDNESS = ['END', 'LAST_CITED', 'ASSUMED_TO_CONTINUE'] as const;
export const COVERS = ['CITED', 'IMPRECISE', 'ASSUMED', 'OPEN', 'NONE'] as const;

export type StartHardness = (typeof START_HARDNESS)[number];
export type EndHardness = (typeof END_HARDNESS)[number];
export type Cover = (typeof COVERS)[number];

/** The place of a cover in the order from the firmest to the weakest; a statement of no days comes last. */
export const coverOrder = (cover: Cover | null): number => (cover === null ? COVERS.length : COVERS.indexOf(cover));

/** An EDTF date as the source gave it, with the first and the last day that it may mean (`YYYY-MM-DD`). */
export interface ImpreciseDate {
  readonly text: string;
  readonly min: string;
  readonly max: string;
}

/** Both ends of a range, as a source gives it. Each end has a date and a bound (`hardness`). */
export interface ImpreciseRange {
  readonly first: ImpreciseDate;
  readonly firstHardness: StartHardness;
  readonly last: ImpreciseDate;
  readonly lastHardness: EndHardness;
}

/** The earliest and the latest day that a report or a claim can bear. */
export const START_OF_DAYS = '0000-01-01';
export const END_OF_DAYS = '9999-12-31';

/** The date of an end that no source dates: it may be any day. */
export const UNDATED: ImpreciseDate = { text: '', min: START_OF_DAYS, max: END_OF_DAYS };

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?$/;
export const DATE_EXPECTED =
  'a date as YYYY, YYYY-MM or YYYY-MM-DD, with ~ (approximate), ? (uncertain) or % (both) behind it if need be';

/** A year, a month or a day. Undefined parts were not stated. Counted by the calendar, never by a clock. */
interface CalendarDate {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/**
 * Reads an EDTF level 1 date. An approximate date (`~`, `%`) may mean its neighbours too: one year, month or day
 * to either side, as precise as it is written. Throws a `RangeError` that says what was expected and what arrived.
 */
export function parseDate(text: string): ImpreciseDate {
  const [, year, month, day, qualifier] = DATE.exec(text) ?? [];
  const date = { year: Number(year), month: month && Number(month), day: day && Number(day) } as CalendarDate;
  if (year === undefined || !exists(date))
    throw new RangeError(`Expected ${DATE_EXPECTED}; got ${JSON.stringify(text)}.`);
  const approximate = qualifier === '~' || qualifier === '%';
  return {
    text,
    min: firstDay(approximate ? neighbour(date, -1) : date),
    max: lastDay(approximate ? neighbour(date, 1) : date),
  };
}

/** True for a full, existing calendar day (`2022-02-24`). */
export function isDay(text: string): boolean {
  const [, year, month, day, qualifier] = DATE.exec(text) ?? [];
  if (day === undefined || qualifier !== undefined) return false;
  return exists({ year: Number(year), month: Number(month), day: Number(day) });
}

function exists({ year, month, day }: CalendarDate): boolean {
  if (month !== undefined && (month < 1 || month > 12)) return false;
  return day === undefined || (day >= 1 && day <= daysIn(year, month ?? 1));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The year, month or day before (-1) or after (1), as precise as the date itself. */
function neighbour({ year, month, day }: CalendarDate, step: -1 | 1): CalendarDate {
  if (month === undefined) return { year: year + step, month, day };
  if (day !== undefined && day + step >= 1 && day + step <= daysIn(year, month))
    return { year, month, day: day + step };
  const next = month + step;
  const [y, m] = next < 1 ? [year - 1, 12] : next > 12 ? [year + 1, 1] : [year, next];
  if (day === undefined) return { year: y, month: m, day };
  return { year: y, month: m, day: step === 1 ? 1 : daysIn(y, m) };
}

function firstDay({ year, month = 1, day = 1 }: CalendarDate): string {
  return year < 0 ? START_OF_DAYS : dayText(year, month, day);
}

function lastDay({ year, month = 12, day = daysIn(year, month) }: CalendarDate): string {
  return year > 9999 ? END_OF_DAYS : dayText(year, month, day);
}

function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether a range names no day: it has no dates, or its ends are reversed. */
export const namesNoDay = ({ first, last }: Pick<ImpreciseRange, 'first' | 'last'>): boolean =>
  first.text === '' || first.min > last.max;

/**
 * How a range covers one day. Its sources cite nothing after `knownThrough`, the last day on which one of them may have
 * come out. A range without dates, or with its ends reversed, leaves every day open.
 * `cover.cypher.ts` has the same table in Cypher; a test compares the two.
 */
export function coverOn(range: ImpreciseRange, day: string, knownThrough = END_OF_DAYS): Cover {
  if (namesNoDay(range)) return 'OPEN';
  const { first, firstHardness, last, lastHardness } = range;
  if (day < first.min) return firstHardness === 'FIRST_CITED' ? 'OPEN' : 'NONE';
  if (day <= last.max && day <= knownThrough) return day >= first.max && day <= last.min ? 'CITED' : 'IMPRECISE';
  if (lastHardness === 'ASSUMED_TO_CONTINUE') return 'ASSUMED';
  return lastHardness === 'LAST_CITED' || day <= last.max ? 'OPEN' : 'NONE';
}

/** The same day of the month so many months later, or the last day of that month where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  return y > 9999 ? END_OF_DAYS : dayText(y, m, Math.min(date, daysIn(y, m)));
}

/** A span of days; both ends lie within it. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A range with the last day of which its sources can know. */
export interface KnownRange {
  readonly range: ImpreciseRange;
  readonly knownThrough: string;
}

/**
 * A period, cut at each day on which the cover of one of the ranges can change, or the effect of its stated ends on
 * others. What holds on the first day of a piece holds on all its days.
 */
export function piecesOf({ from, to }: Days, ranges: readonly KnownRange[]): Days[] {
  const behind = (day: string) => (day >= from && day < to ? [dayAfter(day)] : []);
  const changes = ranges.flatMap(({ range: { first, last }, knownThrough }) => [
    ...[first.min, first.max],
    ...[last.min, last.max, knownThrough].flatMap(behind),
  ]);
  const starts = [...new Set([from, ...changes.filter((day) => day > from && day <= to)])].sort();
  return starts.map((start, at) => {
    const next = starts[at + 1];
    return { from: start, to: next === undefined ? to : dayBefore(next) };
  });
}

/** The day of a span of one; null where it has several. */
export const onlyDayOf = ({ from, to }: Days): string | null => (from === to ? from : null);

/** Days in order, those that follow one another put together. */
export function joinedDays(spans: readonly Days[]): Days[] {
  const joined: Days[] = [];
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = joined.at(-1);
    if (before && span.from <= dayAfter(before.to))
      joined.splice(-1, 1, { from: before.from, to: before.to > span.to ? before.to : span.to });
    else joined.push({ from: span.from, to: span.to });
  }
  return joined;
}

/** The next day of the calendar. Throws a `RangeError` where years of four digits end. */
export function dayAfter(day: string): string {
  return writtenDay(neighbour(readDay(day), 1), day);
}

/** The day before. Throws a `RangeError` where years of four digits begin. */
export function dayBefore(day: string): string {
  return writtenDay(neighbour(readDay(day), -1), day);
}

/** How many days later the second day is than the first; negative where it is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(readDay(to)) - dayNumber(readDay(from));
}

function readDay(text: string) {
  if (!isDay(text)) throw new RangeError(`Expected a day that exists, as YYYY-MM-DD; got ${JSON.stringify(text)}.`);
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)) };
}

function writtenDay({ year, month = 1, day = 1 }: CalendarDate, beside: string): string {
  if (year < 0 || year > 9999)
    throw new RangeError(`Expected a day with neighbours in years of four digits; got ${beside}.`);
  return dayText(year, month, day);
}

/** Days counted through the calendar. A year is taken to begin in March: the leap day is then its last. */
function dayNumber({ year, month, day }: ReturnType<typeof readDay>): number {
  const since = month > 2 ? year : year - 1;
  const leapDays = Math.floor(since / 4) - Math.floor(since / 100) + Math.floor(since / 400);
  const beforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return 365 * since + leapDays + beforeMonth + day;
}
