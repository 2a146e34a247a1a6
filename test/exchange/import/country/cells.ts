import { cellsOf, type SpanOfDays } from './days.js';
import type { Dice } from './dice.js';
import type { Library } from './library.js';

/** The cells of one row of the older sheets, each value with its sources and its confidence. */
export type Cells = Record<string, string>;

/** How much was written: a citation is one id of a source in one cell of sources. */
export interface Counts {
  units: number;
  unitRows: number;
  postings: number;
  postingRows: number;
  sources: number;
  citations: number;
  /** Parents, sites, areas, memberships and postings, repetitions among them. */
  links: number;
  /** Parents that have no row of their own. */
  stubs: number;
}

export const countsOf = (): Counts => ({
  units: 0,
  unitRows: 0,
  postings: 0,
  postingRows: 0,
  sources: 0,
  citations: 0,
  links: 0,
  stubs: 0,
});

/** What makes the country: chance, and the sources that it is told by. */
export interface World {
  readonly dice: Dice;
  readonly library: Library;
  readonly units: number;
  readonly postings: number;
}

/** A value with sources that were published on a day or later; `called` where the columns of its sources are named otherwise. */
export function cited({ dice, library }: World, column: string, value: string, notBefore = 0, called = column): Cells {
  return {
    [column]: value,
    [`Source: ${called}`]: library.pick(notBefore).join(dice.one(['; ', ';'])),
    [`Confidence: ${called}`]: dice.one(['Low', 'Medium', 'Medium', 'High', 'High', '']),
  };
}

/** The cells of a range of a group of columns: `Site:First citation`, `Site:first_year`, `Site:Start date? (Y/N)` and so on. */
export function range(world: World, group: string, span: SpanOfDays): Cells {
  const end = (day: number | undefined, name: 'First' | 'Last'): Cells => {
    if (day === undefined) return blank(`${group}${name}`, `${group}${name.toLowerCase()}`);
    const { joined, split } = cellsOf(world.dice, day, name === 'First' ? span.fromPrecision : span.toPrecision);
    const part = `${group}${name.toLowerCase()}`;
    return {
      ...cited(world, `${group}${name} citation`, joined, day),
      [`${part}_year`]: split.year,
      [`${part}_month`]: split.month,
      [`${part}_day`]: split.day,
    };
  };
  return {
    ...end(span.from, 'First'),
    ...end(span.to, 'Last'),
    [`${group}Start date? (Y/N)`]: span.start,
    [`${group}End date? (Y/N)`]: span.end,
  };
}

/** Empty cells for a date that is not given, so that those of another row do not stay. */
const blank = (name: string, part: string): Cells =>
  Object.fromEntries(
    [...fieldColumns(`${name} citation`), `${part}_year`, `${part}_month`, `${part}_day`].map((column) => [column, '']),
  );

/** The day from which sources can know that something had begun. */
export const beginning = ({ from, to }: SpanOfDays) => from ?? to ?? 0;

/** The sources that stand in a row. */
export function citationsIn(cells: Cells): number {
  return Object.entries(cells)
    .filter(([column, text]) => column.startsWith('Source: ') && text !== '')
    .reduce((sum, [, text]) => sum + text.split(';').length, 0);
}

export const fieldColumns = (column: string, called = column) => [column, `Source: ${called}`, `Confidence: ${called}`];

export const rangeColumns = (group: string) =>
  (['First', 'Last'] as const).flatMap((name) => [
    ...fieldColumns(`${group}${name} citation`),
    ...['month', 'day', 'year'].map((part) => `${group}${name.toLowerCase()}_${part}`),
    `${group}${name === 'First' ? 'Start' : 'End'} date? (Y/N)`,
  ]);
