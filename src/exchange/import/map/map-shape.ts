import { z } from 'zod';
import { LEXICON, words } from '../../../model/vocabulary.js';

/** The shape of a map: which columns of an unknown table stand for which columns of our templates. */

const name = z.string().trim().min(1);
/** YAML reads `1` and `true` as they look; a cell is always a text. */
const cell = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What is in a cell of a template: exactly one of `column`, `columns`, `value`, `text`, `id`, `table` and `all`. */
export interface CellRule {
  /** The column of the table that it is taken from. */
  readonly column?: string | undefined;
  /** Columns of which the first that is filled counts. */
  readonly columns?: readonly string[] | undefined;
  /** The same in every row. */
  readonly value?: string | undefined;
  /** A text with columns between braces. */
  readonly text?: string | undefined;
  /** An id: what it begins with. `from` says what it hangs on. */
  readonly id?: string | undefined;
  readonly from?: readonly CellRule[] | undefined;
  /** The table itself as a report, or whoever made it. */
  readonly table?: (typeof TABLE)[number] | undefined;
  /** The values of several rules together. */
  readonly all?: readonly CellRule[] | undefined;
  /** The values of the first of several rules that gives some. A map cannot say this; what it leaves to us can. */
  readonly firstOf?: readonly CellRule[] | undefined;
  /** Between several values in a cell. */
  readonly separator?: string | undefined;
  /** Only the host of an address. */
  readonly part?: 'HOST' | undefined;
  /** Our word for each word of the table, or none; or the name of a lexicon of ours. */
  readonly words?: (typeof LEXICONS)[number] | Readonly<Record<string, string | readonly string[] | null>> | undefined;
  /** Our word for every word that `words` does not have. */
  readonly otherwise?: string | undefined;
  /** What stands there where the cell is empty. */
  readonly empty?: string | undefined;
  /** How the table writes dates. */
  readonly date?: (typeof DATE_ORDER)[number] | undefined;
  /** How exactly the date is known: DAY, ABOUT_DAY, MONTH or YEAR. */
  readonly exactness?: CellRule | undefined;
  /** What stands before the decimals. */
  readonly decimals?: 'COMMA' | undefined;
  /** The word of an identifier or fact: `WORD=value`. */
  readonly pair?: string | undefined;
}

export const LEXICONS = words(LEXICON);
export const TABLE = ['SOURCE', 'PUBLISHER'] as const;
export const DATE_ORDER = ['DAY_FIRST', 'MONTH_FIRST', 'YEAR_FIRST'] as const;
export const EXACTNESS = ['DAY', 'ABOUT_DAY', 'MONTH', 'ABOUT_MONTH', 'YEAR', 'ABOUT_YEAR'] as const;
export const ORIGINS = ['column', 'columns', 'value', 'text', 'id', 'table', 'all'] as const;

const asRule = (value: unknown): unknown => {
  if (typeof value === 'string') return { column: value };
  return Array.isArray(value) ? { all: value } : value;
};
const asList = (value: unknown): unknown => (Array.isArray(value) || value === undefined ? value : [value]);

/** A column alone may stand as its name, several rules as a list. */
export const CELL_RULE: z.ZodType<CellRule> = z.lazy(() =>
  z.preprocess(
    asRule,
    z
      .strictObject({
        column: name.optional(),
        columns: z.array(name).min(1).optional(),
        value: cell.optional(),
        text: name.optional(),
        id: z
          .string()
          .regex(/^[a-z]+(-[a-z0-9]+)*$/, 'Expected what an id begins with, such as incident-velmora')
          .optional(),
        from: z.preprocess(asList, z.array(CELL_RULE).min(1)).optional(),
        table: z.enum(TABLE).optional(),
        all: z.array(CELL_RULE).min(1).optional(),
        separator: z.string().min(1).optional(),
        part: z.literal('HOST').optional(),
        words: z.union([z.enum(LEXICONS), z.record(z.string(), z.union([z.null(), cell, z.array(cell)]))]).optional(),
        otherwise: cell.optional(),
        empty: cell.optional(),
        date: z.enum(DATE_ORDER).optional(),
        exactness: CELL_RULE.optional(),
        decimals: z.literal('COMMA').optional(),
        pair: z
          .string()
          .regex(/^[A-Z][A-Z0-9_]+$/, 'Expected a word in capitals, such as REGION')
          .optional(),
      })
      .superRefine((rule, context) => {
        const origins = ORIGINS.filter((origin) => rule[origin] !== undefined);
        const refuse = (message: string) => context.addIssue({ code: 'custom', message });
        if (origins.length !== 1)
          refuse(`Expected one of ${ORIGINS.join(', ')}; got ${origins.join(' and ') || 'none'}`);
        if ((rule.id === undefined) !== (rule.from === undefined)) refuse('Expected id and from together');
        if (rule.exactness !== undefined && rule.date === undefined) refuse('Expected exactness beside date');
        if (rule.otherwise !== undefined && rule.words === undefined) refuse('Expected otherwise beside words');
      }),
  ),
);

/** Which rows: for each column, what stands in it. */
const CONDITION = z.strictObject({
  is: z.preprocess(asList, z.array(cell)).optional(),
  isNot: z.preprocess(asList, z.array(cell)).optional(),
  filled: z.boolean().optional(),
});
const WHERE = z.record(name, CONDITION);
export type Where = z.output<typeof WHERE>;

const EACH = z.preprocess(
  (value) => (typeof value === 'string' ? { column: value } : value),
  z.strictObject({ column: name, separator: z.string().min(1).optional() }),
);
export type Each = z.output<typeof EACH>;

/** One record that each row makes. */
const RECORD_MAP = z.strictObject({
  template: name,
  where: WHERE.default({}),
  each: EACH.optional(),
  columns: z.record(name, CELL_RULE),
});
export type RecordMap = z.output<typeof RECORD_MAP>;

/** The sources that a row names: each becomes a report, whoever published it a body. */
const SOURCES = z
  .strictObject({
    each: EACH.optional(),
    title: CELL_RULE.optional(),
    url: CELL_RULE.optional(),
    publisher: CELL_RULE.optional(),
    publisherKind: CELL_RULE.default({ value: 'NEWSPAPER' }),
    published: CELL_RULE.optional(),
    language: CELL_RULE.optional(),
  })
  .refine(
    ({ title, url, publisher }) => url !== undefined || (title !== undefined && publisher !== undefined),
    'Expected url, or title and publisher',
  );
export type SourcesMap = z.output<typeof SOURCES>;

const TABLE_MAP = z.strictObject({
  /** Rows that are read at all. */
  where: WHERE.default({}),
  sources: z.preprocess(asList, z.array(SOURCES)).default([]),
  records: z.array(RECORD_MAP).min(1),
  /** Columns that are left out on purpose. */
  ignore: z.array(name).default([]),
});
export type TableMap = z.output<typeof TABLE_MAP>;

export const TABLES = z.strictObject({ tables: z.record(name, TABLE_MAP) });
