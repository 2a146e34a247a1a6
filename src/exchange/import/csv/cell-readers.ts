import { DATE_EXPECTED, isDay, parseDate } from '../../../model/date-range.js';
import { words } from '../../../model/vocabulary.js';
import { webAddress } from '../../../model/web-address.js';

/** How the cells of our templates are read: what has to stand in them, and what it becomes in a record. */

/** The value of a cell, or the part of it that does not fit. */
export type CellResult = { readonly value: unknown } | { readonly refused: string };

export interface CellReader {
  /** What has to stand in the cell, for errors and for the documentation. */
  readonly expected: string;
  readonly read: (cell: string) => CellResult;
  /** Whether the cell may hold several values, with ` ; ` between them. */
  readonly isList?: true;
}

/** Between the values of a cell that holds several, as our export writes it. */
const BETWEEN = /(?<=^|\s);(?=\s|$)/;

const CONTROL = /[^\P{Cc}\n\t]/u;
const FORMULA = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/** A cell without the apostrophe that keeps a spreadsheet from taking it for a formula, and with one kind of line ends. */
export const withoutFormulaQuote = (cell: string): string => cell.replace(FORMULA, '').replace(/\r\n?/g, '\n').trim();

const cellReader = (expected: string, value: (cell: string) => unknown): CellReader => ({
  expected,
  read: (cell) => {
    const found = value(cell);
    return found === undefined ? { refused: cell } : { value: found };
  },
});

/** Any text; a tab or a line break may stand in it, other control characters may not. */
export const text = cellReader('a text without control characters', (cell) => (CONTROL.test(cell) ? undefined : cell));

/** An id of ours, by what it begins with. */
export const id = (...prefixes: readonly string[]): CellReader => {
  const shape = new RegExp(`^(${prefixes.join('|')})-[a-z0-9][a-z0-9-]{0,90}$`);
  return cellReader(`an id such as ${prefixes.map((prefix) => `${prefix}-some-name`).join(' or ')}`, (cell) =>
    shape.test(cell) ? cell : undefined,
  );
};

/** One word of a vocabulary, in capitals. */
export const word = (vocabulary: object): CellReader =>
  cellReader(`one of ${words(vocabulary).join(', ')}`, (cell) =>
    (words(vocabulary) as readonly string[]).includes(cell) ? cell : undefined,
  );

export const dateCell = cellReader(DATE_EXPECTED, (cell) => {
  try {
    return parseDate(cell).text;
  } catch {
    return undefined;
  }
});

export const dayCell = cellReader('a day as YYYY-MM-DD', (cell) => (isDay(cell) ? cell : undefined));

export const yesNo = cellReader('true or false', (cell) =>
  ['true', 'false'].includes(cell.toLowerCase()) ? cell.toLowerCase() === 'true' : undefined,
);

export const whole = (low: number, high: number): CellReader => {
  const expected =
    high === Number.MAX_SAFE_INTEGER ? `a whole number from ${low}` : `a whole number, ${low} to ${high}`;
  return cellReader(expected, (cell) => {
    const number = /^\d{1,15}$/.test(cell) ? Number(cell) : Number.NaN;
    return number >= low && number <= high ? number : undefined;
  });
};

/** A number with a point before the decimals. */
export const decimal = ({ min, max }: { readonly min: number; readonly max: number }, unit?: string): CellReader =>
  cellReader(`${unit ? `${unit} as ` : ''}a number from ${min} to ${max}, such as 10.25`, (cell) => {
    const number = /^-?\d{1,3}(\.\d{1,20})?$/.test(cell) ? Number(cell) : Number.NaN;
    return number >= min && number <= max ? number : undefined;
  });

export const countryCell = cellReader('a country as two capital letters, ISO 3166-1', (cell) =>
  /^[A-Z]{2}$/.test(cell) ? cell : undefined,
);

export const url = cellReader('an address such as https://example.org/page', webAddress);

export const sha256 = cellReader('64 hexadecimal digits in small letters', (cell) =>
  /^[0-9a-f]{64}$/.test(cell) ? cell : undefined,
);

export const language = cellReader('a language code such as en or uk', (cell) =>
  /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(cell) ? cell : undefined,
);

export const script = cellReader('a script code such as Latn or Cyrl', (cell) =>
  /^[A-Z][a-z]{3}$/.test(cell) ? cell : undefined,
);

/** A word in capitals and a value, such as `BORN=1979~`. */
export const pair = (example: string): CellReader =>
  cellReader(`a word in capitals, an equals sign and a value, such as ${example}`, (cell) => {
    const [, key, value] = /^([A-Z][A-Z0-9_]+)\s*=\s*(\S[\s\S]*)$/.exec(cell) ?? [];
    return key === undefined || CONTROL.test(cell) ? undefined : [key, value];
  });

function list(of: CellReader, separator: RegExp, blanks: boolean): CellReader['read'] {
  return (cell) => {
    const values: unknown[] = [];
    for (const part of cell.split(separator).map((piece) => piece.trim())) {
      if (part === '' && !blanks) return { refused: cell };
      const read: CellResult = part === '' ? { value: undefined } : of.read(part);
      if ('refused' in read) return read;
      values.push(read.value);
    }
    return { value: values };
  };
}

/** One of several values, so written that no reader takes it for two. */
export const oneOfSeveral = (value: string): string => value.replace(/(^|\s+);(?=\s|$)/g, ';');

/** Several ids or words with ` ; ` between them, or with a semicolon alone, which neither can hold. */
export const several = (of: CellReader): CellReader => ({
  expected: `${of.expected}; several have " ; " between them`,
  read: list(of, /;/, false),
  isList: true,
});

/** Several texts with ` ; ` between them: a semicolon without room on both sides belongs to its text. */
export const severalTexts = (of: CellReader): CellReader => ({
  expected: `${of.expected}; several have " ; " between them`,
  read: list(of, BETWEEN, false),
  isList: true,
});

/** One value for each value of another column, in the same order; a place may be empty. */
export const aligned = (of: CellReader, column: string): CellReader => ({
  expected: `${of.expected}; one for each of ${column}, in the same order, with " ; " between them`,
  read: list(of, BETWEEN, true),
  isList: true,
});
