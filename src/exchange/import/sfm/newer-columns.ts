import type { DateField, SheetField, Span } from './layout.js';

/** How the newer generation names its columns: `unit:name`, `unit:name:source`, `unit:name:confidence`. */

/** A column with its sources; `column` where the value stands under a longer name than its sources. */
export function field(name: string, column = name): SheetField {
  return { column, source: `${name}:source`, confidence: `${name}:confidence` };
}

/** A column whose value is a list. */
export function list(name: string): SheetField {
  return { ...field(name), many: true };
}

/** A date in one cell and split over three. */
export function date(name: string): DateField {
  return { ...field(name), year: `${name}_year`, month: `${name}_month`, day: `${name}_day` };
}

/** E is an exact end, Y is assumed to go on, N is neither. */
export const OPEN = { E: 'END', Y: 'ASSUMED_TO_CONTINUE', N: 'LAST_CITED', '': 'LAST_CITED' } as const;
/** Where the sheet only asks whether it is the end. */
export const ENDED = { Y: 'END', N: 'LAST_CITED', '': 'LAST_CITED' } as const;

/** The range of a relation, from the names of its two dates and two flags. */
export function span(first: string, last: string, start: string, end: string, endWords: Span['endWords']): Span {
  return { first: date(first), last: date(last), start, end, endWords };
}
