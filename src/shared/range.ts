import edtf from 'edtf';

/** How firmly a source puts the start of a range: it really began then, or it is first cited then. */
export const START_HARDNESS = ['START', 'FIRST_CITED'] as const;
/** How firmly a source puts the end: it really ended then, is last cited then, or was assumed to go on. */
export const END_HARDNESS = ['END', 'LAST_CITED', 'ASSUMED_TO_CONTINUE'] as const;
export const COVERS = ['CITED', 'IMPRECISE', 'ASSUMED', 'OPEN', 'NONE'] as const;

export type StartHardness = (typeof START_HARDNESS)[number];
export type EndHardness = (typeof END_HARDNESS)[number];
export type Cover = (typeof COVERS)[number];

/** An EDTF date as the source gave it, with the first and the last day that it may mean (`YYYY-MM-DD`). */
export interface ImpreciseDate {
  readonly text: string;
  readonly min: string;
  readonly max: string;
}

/** Both ends of what a source says of a span of time; each end is a date and a hardness. */
export interface DateRange {
  readonly first: ImpreciseDate;
  readonly firstHardness: StartHardness;
  readonly last: ImpreciseDate;
  readonly lastHardness: EndHardness;
}

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?[~?%]?$/;
export const DATE_EXPECTED =
  'a date as YYYY, YYYY-MM or YYYY-MM-DD, with ~ (approximate), ? (uncertain) or % (both) behind it if need be';

/**
 * Reads an EDTF level 1 date. An approximate date (`~`, `%`) may mean its neighbours too: one year, month or day
 * to either side, as precise as it is written. Throws a `RangeError` that says what was expected and what arrived.
 */
export function parseDate(text: string): ImpreciseDate {
  const parsed = DATE.test(text) ? parseEdtf(text) : undefined;
  if (!parsed) throw new RangeError(`Expected ${DATE_EXPECTED}; got ${JSON.stringify(text)}.`);
  if (!/[~%]$/.test(text)) return { text, min: isoDay(parsed.min), max: isoDay(parsed.max) };
  const plain = edtf(text.slice(0, -1));
  return { text, min: isoDay(plain.prev().min), max: isoDay(plain.next().max) };
}

function parseEdtf(text: string): { min: number; max: number } | undefined {
  try {
    return edtf(text);
  } catch {
    return undefined;
  }
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** True for a full, existing calendar day (`2022-02-24`). */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseEdtf(text) !== undefined;
}

/** What is wrong with a range, in one sentence; undefined when nothing is. */
export function rangeError(range: DateRange): string | undefined {
  if (range.first.min > range.last.max) {
    return `Expected a range whose first date is not after its last; got first ${range.first.text}, last ${range.last.text}.`;
  }
  return undefined;
}

/** How a range covers one day. The same table as `coverOf` in `range.cypher.ts`; a test holds one against the other. */
export function coverOn(range: DateRange, day: string): Cover {
  if (day >= range.first.max && day <= range.last.min) return 'CITED';
  if (day >= range.first.min && day <= range.last.max) return 'IMPRECISE';
  if (day > range.last.max) {
    if (range.lastHardness === 'ASSUMED_TO_CONTINUE') return 'ASSUMED';
    return range.lastHardness === 'LAST_CITED' ? 'OPEN' : 'NONE';
  }
  return range.firstHardness === 'FIRST_CITED' ? 'OPEN' : 'NONE';
}
