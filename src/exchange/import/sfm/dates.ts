import { type ImpreciseDate, parseDate } from '../../../model/date-range.js';
import { monthNames, plainMonth } from '../words/month-names.js';

/** Dates of spreadsheets, in the many ways they are written there, as the dates of our own format. */

export const DATE_IN_SHEETS = 'a date such as 2001, 2013-09, 2001-06-27, 6/27/2001, 27.06.2001 or September 2013';

/** A date that was read, and whether the day and the month could be meant the other way round. */
export interface ReadDate {
  readonly date: ImpreciseDate;
  readonly ambiguous: boolean;
  /** True where the century does not stand there, and one alone is possible. */
  readonly shortYear?: boolean;
}

/** What other cells of a column show of how it writes dates with slashes; BOTH where they contradict each other. */
export type DateOrder = 'DAY_FIRST' | 'MONTH_FIRST' | 'BOTH';

export interface DateContext {
  readonly order?: DateOrder | undefined;
  /** The day after which the sheet cannot tell of anything. */
  readonly latest?: string | undefined;
  /** A day of birth: a year of two digits that this century has had may be of the last one too. */
  readonly mayBeLongAgo?: boolean;
}

/**
 * Reads a date written in one cell; undefined where it is none. Where slashes stand, the rest of the column says what
 * comes first; where it says nothing, the month does, as the layouts have it, and the date is ambiguous.
 */
export function dateOf(text: string, context: DateContext = {}): ReadDate | undefined {
  const iso = isoOf(text);
  if (iso !== undefined) return existing(iso, false);
  return numericOf(text, context) ?? wordedOf(text, context);
}

/** Reads a date split over three cells; undefined where they make none. */
export function splitDateOf(year: string, month: string, day: string): ReadDate | undefined {
  if (!/^\d{4}$/.test(year) || (day !== '' && month === '')) return undefined;
  const parts = [month, day].filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,2}$/.test(part))) return undefined;
  return existing([year, ...parts.map(twoDigits)].join('-'), false);
}

/** What a cell shows of how its column writes dates: only a day after the twelfth tells day and month apart. */
export function dateOrderIn(text: string): DateOrder | undefined {
  const [, one, , two] = NUMERIC.exec(text) ?? [];
  if (one === undefined || Number(one) > 12 === Number(two) > 12) return undefined;
  return Number(one) > 12 ? 'DAY_FIRST' : 'MONTH_FIRST';
}

function existing(edtf: string, ambiguous: boolean, shortYear = false): ReadDate | undefined {
  try {
    return { date: parseDate(edtf), ambiguous, ...(shortYear && { shortYear }) };
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

const NUMERIC = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/;

/** `6/27/2001`, `27-06-2001`, and `27.06.2001`, which has the day first everywhere. */
function numericOf(text: string, context: DateContext): ReadDate | undefined {
  const [, day, month, dotted] = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text) ?? [];
  if (day && month && dotted) return inCentury(dotted, [month, day], false, context);
  const [, one, , two, year] = NUMERIC.exec(text) ?? [];
  if (!one || !two || !year) return undefined;
  const own = dateOrderIn(text);
  const same = Number(one) === Number(two);
  if (!own && !same && context.order === 'BOTH') return undefined;
  const dayFirst = (own ?? context.order) === 'DAY_FIRST';
  const ambiguous = !own && !same && context.order === undefined;
  return inCentury(year, dayFirst ? [two, one] : [one, two], ambiguous, context);
}

/** The furthest back that a year of two digits is read. */
const LONGEST_AGO = 90;

/** The date with its century: this one unless that is after the sheet came out, else the last one unless that is very long ago. */
function inCentury(
  year: string,
  parts: readonly string[],
  ambiguous: boolean,
  { latest, mayBeLongAgo }: DateContext,
): ReadDate | undefined {
  const rest = parts.map(twoDigits);
  if (year.length === 4) return existing([year, ...rest].join('-'), ambiguous);
  if (latest === undefined) return undefined;
  const [recent, before] = [
    existing([`20${year}`, ...rest].join('-'), ambiguous, true),
    [`19${year}`, ...rest].join('-'),
  ];
  if (recent && recent.date.min <= latest) return mayBeLongAgo ? undefined : recent;
  return Number(latest.slice(0, 4)) - Number(`19${year}`) <= LONGEST_AGO
    ? existing(before, ambiguous, true)
    : undefined;
}

const MONTHS = monthNames(['en', 'fr', 'es', 'pt', 'uk', 'ru'], ['long']);

/** The month of a name, or of the beginning of one, where that begins no other month. */
function monthOf(word: string): number | undefined {
  const name = plainMonth(word);
  const whole = MONTHS.get(name);
  if (whole !== undefined || name.length < 3) return whole;
  const months = new Set([...MONTHS].filter(([other]) => other.startsWith(name)).map(([, month]) => month));
  return months.size === 1 ? [...months][0] : undefined;
}

/** Words that stand beside the parts of a date and say nothing. */
const FILLERS = new Set(['de', 'del', 'г', 'г.', 'р', 'р.', 'года', 'року']);

/** `September 2013`, `27 September 2013`, `September 27, 2013`, `27 de junio de 2001`, `27 червня 2001 р.`. */
function wordedOf(text: string, context: DateContext): ReadDate | undefined {
  const words = text
    .replace(/(\d)(?:st|nd|rd|th|er|º)(?=\s)/i, '$1')
    .split(/[\s,-]+/)
    .filter((word) => word !== '' && !FILLERS.has(word.toLowerCase()));
  const year = words.at(-1) ?? '';
  const [name, ...more] = words.slice(0, -1).filter((word) => !/^\d{1,2}$/.test(word));
  const [day, ...others] = words.slice(0, -1).filter((word) => /^\d{1,2}$/.test(word));
  const month = name === undefined || more.length + others.length > 0 ? undefined : monthOf(name);
  const isYear = /^\d{4}$/.test(year) || (day !== undefined && /^\d{2}$/.test(year));
  if (month === undefined || !isYear) return undefined;
  return inCentury(year, [String(month), ...(day ? [day] : [])], false, context);
}

function twoDigits(part: string): string {
  return part.padStart(2, '0');
}
