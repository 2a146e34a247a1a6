import type { CsvCell } from '../../export/csv.js';
import { withoutFormulaQuote } from './cell-readers.js';

/**
 * What programs for tables make of the cells that we export. Each is recognised beside the value that we wrote there: a
 * cell is not read anew, only asked whether it can still be that value.
 */

/** In which order a program writes the parts of a day. */
export type DayOrder = 'DAY_FIRST' | 'MONTH_FIRST';
export const DAY_ORDERS: readonly DayOrder[] = ['DAY_FIRST', 'MONTH_FIRST'];

/** Whether a cell has the characters that we wrote, but for what keeps a spreadsheet from taking it for a formula. */
export const isAsWritten = (cell: string, value: CsvCell): boolean =>
  withoutFormulaQuote(cell) === withoutFormulaQuote(String(value ?? ''));

/** The orders of days under which a cell says what we wrote: both where it has no such day, none where it says something else. */
export function ordersUnderWhichSame(cell: string, value: CsvCell): readonly DayOrder[] {
  if (isAsWritten(cell, value)) return DAY_ORDERS;
  if (typeof value === 'boolean') return sameIf(cell.toLowerCase() === String(value));
  if (typeof value === 'number') return sameIf(isNumber(cell, value));
  if (typeof value !== 'string') return [];
  if (DAY.test(value)) return ordersOfDay(cell, value);
  return sameIf(MONTH.test(value) && isMonth(cell, value));
}

const sameIf = (isSame: boolean): readonly DayOrder[] => (isSame ? DAY_ORDERS : []);

/** Spreadsheets keep 15 digits of a number, and some write a comma before the decimals. */
function isNumber(cell: string, value: number): boolean {
  if (!/^-?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(cell)) return false;
  return Number(cell.replace(',', '.')).toPrecision(15) === value.toPrecision(15);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MIDNIGHT = /[ T]0?0:00(:00(\.0+)?)?$/;

function ordersOfDay(cell: string, day: string): readonly DayOrder[] {
  const [year = '', month, ofMonth] = day.split('-');
  const parts = cell.replace(MIDNIGHT, '').split(/[./-]/);
  const [first, second, third] = parts.map((part) => (/^\d$/.test(part) ? `0${part}` : part));
  if (parts.length !== 3) return [];
  if (first === year) return sameIf(second === month && third === ofMonth);
  if (third !== year && third !== year.slice(2)) return [];
  return DAY_ORDERS.filter((order) =>
    order === 'DAY_FIRST' ? first === ofMonth && second === month : first === month && second === ofMonth,
  );
}

const MONTH = /^\d{4}-\d{2}$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Excel shows the month `2022-03` as `Mar-22`. */
function isMonth(cell: string, value: string): boolean {
  const [, name = '', year] = /^([A-Za-z]{3})-(\d{2})$/.exec(cell) ?? [];
  return year === value.slice(2, 4) && name.toLowerCase() === MONTHS[Number(value.slice(5)) - 1];
}
