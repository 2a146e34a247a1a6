import { isDay } from '../../../model/date-range.js';
import { monthNames, plainMonth } from '../words/month-names.js';
import type { DATE_ORDER, EXACTNESS } from './map-shape.js';

/** Dates as tables write them, in any of three orders and with the months of several languages, as dates of ours. */

type Order = (typeof DATE_ORDER)[number];
type Exactness = (typeof EXACTNESS)[number];

export interface DateRead {
  readonly date: string;
  /** A time of day that stands behind it, which no date of ours holds. */
  readonly time?: string;
}

const MONTHS = monthNames(['en', 'uk', 'ru', 'fr', 'es', 'pt', 'de', 'it', 'pl', 'tr', 'ar'], ['long', 'short']);

/** Words of several languages for a date that is known roughly. */
const ABOUT =
  /^(?:(?:circa|ca|c|about|around|approx|approximately|environ|vers|hacia|alrededor de|близько|приблизно|біля|около|примерно|حوالي)\.?\s+|(?:c|ca|ок|бл)\.|~)\s*(.+)$/iu;
const TIME = /^(.+?)(?:T|,?\s+)(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]m)?\s?(?:Z|[+-]\d{2}:?\d{2})?)$/i;
const MIDNIGHT = /^0?0:00(:00(\.0+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;

/** A date of ours; undefined where the text is none, also where it is none in this order. A year has four digits. */
export function readDate(text: string, order: Order): DateRead | undefined {
  const about = ABOUT.exec(text)?.[1];
  const around = about === undefined ? undefined : readDate(about, order);
  if (around) return { ...around, date: `${around.date.replace(/~$/, '')}~` };
  const [, before, time] = TIME.exec(text) ?? [];
  const date = dateIn(before ?? text, order);
  if (date === undefined) return undefined;
  return time === undefined || MIDNIGHT.test(time) ? { date } : { date, time };
}

function dateIn(text: string, order: Order): string | undefined {
  const parts = text
    .replace(/(\d)(?:st|nd|rd|th)\b/i, '$1')
    .split(/[\s./,-]+/)
    .filter((part) => part !== '');
  const named = parts.findIndex((part) => MONTHS.has(plainMonth(part)));
  const numbers = parts.filter((_part, at) => at !== named);
  if (numbers.some((part) => !/^\d{1,4}$/.test(part))) return undefined;
  if (named >= 0) return withMonth(numbers, MONTHS.get(plainMonth(parts[named] as string)) as number);
  return inOrder(numbers, order);
}

/** A month by its name leaves no doubt about the order. */
function withMonth(numbers: readonly string[], month: number): string | undefined {
  const years = numbers.filter((part) => part.length === 4);
  const [day, ...more] = numbers.filter((part) => part.length < 3);
  if (years.length !== 1 || more.length > 0 || numbers.length > 2) return undefined;
  return dateOf(years[0] as string, String(month), day);
}

function inOrder(numbers: readonly string[], order: Order): string | undefined {
  const [first = '', second = '', third] = numbers;
  if (numbers.length > 3 || numbers.length === 0) return undefined;
  if (numbers.length === 1) return /^\d{8}$/.test(first) ? undefined : dateOf(first);
  if (first.length === 4) return dateOf(first, second, third);
  if (numbers.length === 2) return dateOf(second, first);
  if (order === 'DAY_FIRST') return dateOf(third ?? '', second, first);
  return order === 'MONTH_FIRST' ? dateOf(third ?? '', first, second) : undefined;
}

function dateOf(year: string, month?: string, day?: string): string | undefined {
  if (year.length !== 4) return undefined;
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0'));
  const [whole = '', itsMonth = '01', itsDay = '01'] = parts;
  return isDay(`${whole}-${itsMonth}-${itsDay}`) ? parts.join('-') : undefined;
}

/** A date that is known no more exactly than this. */
export function dateKnownTo(date: string, exactness: Exactness): string {
  const length = exactness.endsWith('DAY') ? 3 : exactness.endsWith('MONTH') ? 2 : 1;
  const shortened = date.split('-').slice(0, length).join('-');
  return exactness.startsWith('ABOUT_') ? `${shortened}~` : shortened;
}
