import { type ImpreciseDate, parseDate } from '../../../model/date-range.js';

/** Dates of spreadsheets, in the many ways they are written there, as the dates of our own format. */

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

export const DATE_IN_SHEETS = 'a date such as 2001, 2013-09, 2001-06-27, 6/27/2001 or September 2013';

/** A date that was read, and whether the day and the month could be meant the other way round. */
export interface ReadDate {
  readonly date: ImpreciseDate;
  readonly ambiguous: boolean;
}

/** Reads a date written in one cell, month first where slashes stand; undefined where it is none. */
export function dateOf(text: string): ReadDate | undefined {
  const edtf = isoOf(text) ?? slashedOf(text) ?? wordedOf(text);
  return edtf === undefined
    ? undefined
    : existing(edtf, /^(0?[1-9]|1[0-2])\/(0?[1-9]|1[0-2])\//.test(text) && !sameParts(text));
}

/** Reads a date split over three cells; undefined where they make none. */
export function splitDateOf(year: string, month: string, day: string): ReadDate | undefined {
  if (!/^\d{4}$/.test(year) || (day !== '' && month === '')) return undefined;
  const parts = [month, day].filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,2}$/.test(part))) return undefined;
  return existing([year, ...parts.map(twoDigits)].join('-'), false);
}

function existing(edtf: string, ambiguous: boolean): ReadDate | undefined {
  try {
    return { date: parseDate(edtf), ambiguous };
  } catch {
    return undefined;
  }
}

/** `2001`, `2015-07`, `2013-01-`, `2001-06-27`, and the day of a timestamp, never moved by a time zone. */
function isoOf(text: string): string | undefined {
  const found = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?-{0,2}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (!found) return undefined;
  return found
    .slice(1)
    .filter((part) => part !== undefined)
    .map(twoDigits)
    .join('-');
}

function slashedOf(text: string): string | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year && month && day ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

/** `September 2013`, `27 September 2013`, `September 27, 2013`. */
function wordedOf(text: string): string | undefined {
  const [, before, word = '', after, year] =
    /^(?:(\d{1,2})\s+)?(\p{L}+)\.?(?:\s+(\d{1,2}),)?\s+(\d{4})$/u.exec(text) ?? [];
  const month = MONTHS.findIndex(
    (name) => name === word.toLowerCase() || (word.length >= 3 && name.startsWith(word.toLowerCase())),
  );
  if (!year || month < 0) return undefined;
  const day = before ?? after;
  return [year, twoDigits(String(month + 1)), ...(day ? [twoDigits(day)] : [])].join('-');
}

function sameParts(text: string): boolean {
  const [one, two] = text.split('/').map(Number);
  return one === two;
}

function twoDigits(part: string): string {
  return part.padStart(2, '0');
}
