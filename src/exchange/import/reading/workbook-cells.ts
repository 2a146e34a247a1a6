/** What stands in a cell of a workbook, as the text that a person sees in it: nothing rounded, nothing more exact. */

/** How a style shows a number: as a number, or as which parts of a date. */
export interface NumberFormat {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
}

/** The formats of dates that have a number instead of a code. */
const BUILT_IN: Readonly<Record<number, string>> = Object.fromEntries([
  ...[14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'yyyy-mm-dd']),
  [17, 'yyyy-mm'],
  [22, 'yyyy-mm-dd hh'],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, 'hh']),
]);

export function numberFormat(id: number, code = BUILT_IN[id] ?? ''): NumberFormat {
  const [bare = ''] = code
    .toLowerCase()
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, '')
    .split(';');
  if (/general|[0#?]/.test(bare.replace(/s[.,]0+/g, 's')))
    return { year: false, month: false, day: false, time: false };
  const dates = bare.replace(/h+[:\s]*m+|m+[:\s]*s+/g, 'h');
  return { year: /[ye]/.test(dates), month: dates.includes('m'), day: dates.includes('d'), time: /[hs]/.test(dates) };
}

type Note = (text: string, example?: string) => void;

/** The text of a cell, from its type and its value as the file has them. */
export function cellText(
  type: string,
  value: string,
  format: NumberFormat | undefined,
  is1904: boolean,
  onNote: Note,
): string {
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') onNote('A cell holds the mark of an error; it is read as a text.', value);
  if (type === 'd') return value.replace(/T00:00:00(\.0+)?Z?$/, '');
  if (type !== 'n' || !Number.isFinite(Number(value))) return value;
  return (format && dateText(Number(value), format, is1904)) ?? numberText(value, onNote);
}

/** A number without exponent, in the fifteen digits that programs for spreadsheets show. */
function numberText(value: string, onNote: Note): string {
  const number = Number(Number(value).toPrecision(15));
  if (Math.abs(number) >= 1e15)
    onNote('A number has more than 15 digits: the program has rounded it. Keep ids as texts.', value);
  if (/^-?\d+$/.test(value)) return value;
  const text = String(number);
  if (!text.includes('e')) return text;
  return Number.isInteger(number) ? BigInt(number).toString() : number.toFixed(20).replace(/\.?0+$/, '');
}

const DAY = 86_400;

/** A day as a program counts it, with as many parts as its format shows; undefined where there is no such day. */
function dateText(serial: number, { year, month, day, time }: NumberFormat, is1904: boolean): string | undefined {
  const isDate = year || month || day;
  const seconds = Math.round(serial * DAY);
  const moment = isDate || time ? momentOf(serial, seconds, is1904) : undefined;
  if (moment === undefined) return undefined;
  const [date = '', clock = ''] = moment.split('T');
  if (!isDate) return clock;
  if (year && !day) return date.slice(0, month ? 7 : 4);
  return time && seconds % DAY !== 0 ? `${date}T${clock}` : date;
}

function momentOf(serial: number, seconds: number, is1904: boolean): string | undefined {
  if (serial < 0) return undefined;
  // The count from 1900 has a 29 February that there never was.
  if (!is1904 && Math.floor(serial) === 60) return '1900-02-29T00:00:00';
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const moment = new Date(first + seconds * 1_000);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9_999) return undefined;
  return moment.toISOString().slice(0, 19);
}
