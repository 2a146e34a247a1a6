import { readDate } from '../map/dates.js';
import type { DATE_ORDER } from '../map/map-shape.js';
import type { SourceTable } from '../map/source-rows.js';

/** What the cells of a column look like. */
export interface ColumnProfile {
  readonly name: string;
  /** In how many rows it is filled. */
  readonly filled: number;
  /** Different values in the order in which they come, as many as are kept. */
  readonly values: readonly string[];
  /** Whether it has more different values than are kept. */
  readonly isLong: boolean;
  /** Whether no two rows have the same value, and each row has one. */
  readonly isUnique: boolean;
  readonly content: Content;
}

type Content = 'DATES' | 'ADDRESSES' | 'NUMBERS' | 'TEXTS' | 'NOTHING';

export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
}

/** How many different values of a column are kept. */
const MOST_VALUES = 500;

/** Reads a whole table: a column that is empty in the first rows may be filled further down. */
export async function profileOf(table: SourceTable): Promise<TableProfile> {
  const tallies = new Map(table.columns.map((name) => [name, new Tally()]));
  let rows = 0;
  for await (const row of table.rows()) {
    rows += 1;
    for (const [name, tally] of tallies) if (row.isFilled(name)) tally.add(row.values(name));
  }
  const columns = [...tallies].map(([name, tally]) => tally.profile(name, rows));
  return { rows, columns };
}

class Tally {
  private readonly values = new Set<string>();
  private filled = 0;
  private isLong = false;
  private isRepeated = false;

  add(values: readonly string[]): void {
    this.filled += 1;
    for (const value of values) {
      if (this.values.has(value)) this.isRepeated = true;
      else if (this.values.size === MOST_VALUES) this.isLong = true;
      else if (value !== '') this.values.add(value);
    }
  }

  profile(name: string, rows: number): ColumnProfile {
    const { filled, isLong, isRepeated } = this;
    const values = [...this.values];
    return { name, filled, values, isLong, isUnique: filled === rows && !isRepeated, content: contentOf(values) };
  }
}

/** What four fifths of the values are. */
function contentOf(values: readonly string[]): Content {
  if (values.length === 0) return 'NOTHING';
  const most = (test: (value: string) => boolean) => values.filter(test).length >= values.length * 0.8;
  if (most((value) => /^https?:\/\//i.test(value))) return 'ADDRESSES';
  if (most(isDate)) return 'DATES';
  return most((value) => /^-?\d+([.,]\d+)?$/.test(value)) ? 'NUMBERS' : 'TEXTS';
}

/** A number with decimals looks like a month of a year far away. */
const isDate = (value: string) =>
  [readDate(value, 'DAY_FIRST'), readDate(value, 'MONTH_FIRST')].some(
    (read) => read !== undefined && /^(1[89]|20)\d\d/.test(read.date),
  );

/** The order of the dates of a column; undefined where its values leave it open. */
export function orderOf({ values }: ColumnProfile): (typeof DATE_ORDER)[number] | undefined {
  const dates = values.map((value) => ({
    day: readDate(value, 'DAY_FIRST')?.date,
    month: readDate(value, 'MONTH_FIRST')?.date,
  }));
  const byDay = dates.filter(({ day, month }) => day !== undefined && month === undefined).length;
  const byMonth = dates.filter(({ day, month }) => month !== undefined && day === undefined).length;
  if (byDay > 0 || byMonth > 0) {
    if (byDay > 0 && byMonth > 0) return undefined;
    return byDay > 0 ? 'DAY_FIRST' : 'MONTH_FIRST';
  }
  if (dates.some(({ day, month }) => day !== month)) return undefined;
  return values.every((value) => /^\d{4}\b/.test(value)) ? 'YEAR_FIRST' : 'DAY_FIRST';
}

/** What stands between several values of a cell; undefined where cells have one value. */
export function separatorOf({ values, content }: ColumnProfile): string | undefined {
  if (content === 'ADDRESSES')
    return [';', '|', ',', ' '].find((mark) => values.some((value) => isListOfAddresses(value.split(mark))));
  return [';', '|'].find(
    (mark) => values.filter((value) => value.includes(mark)).length >= Math.max(1, values.length * 0.1),
  );
}

const isListOfAddresses = (parts: readonly string[]) =>
  parts.length > 1 && parts.every((part) => /^https?:\/\//i.test(part.trim()));
