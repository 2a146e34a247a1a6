import { z } from 'zod';
import { DATE_EXPECTED, type END_HARDNESS, parseDate, type START_HARDNESS } from '../../date-range.js';
import { words } from '../../vocabulary.js';
import { ADDRESS_EXPECTED, webAddress } from '../../web-address.js';

/** What a field of a record is. The tables beside this file are made of these; everything that reads, writes or shows a field asks them. */

export type FieldType =
  | 'ID'
  | 'EXTENDS'
  | 'TEXT'
  | 'TEXTS'
  | 'WORD'
  | 'WORDS'
  | 'NUMBER'
  | 'FLAG'
  | 'DATE'
  | 'END'
  | 'REFERENCE'
  | 'REFERENCES'
  | 'CITATIONS'
  | 'CLAIMS'
  | 'FACTS'
  | 'PARTS'
  | 'GROUP';

/** `NEEDED`: a record that only extends another one may leave it out. */
export type Presence = 'REQUIRED' | 'NEEDED' | 'OPTIONAL' | 'DEFAULT';

/** What a text is written as. */
export type TextForm = 'PLAIN' | 'CAPITALS' | 'LANGUAGE' | 'SCRIPT' | 'COUNTRY' | 'URL' | 'DAY' | 'SHA256';

/** What a field may say beside its type and its sentence. */
export interface FieldOptions {
  /** The property of the node, where its name is another. */
  readonly property?: string;
  /** What stands for it in the example of the CSV template. */
  readonly example?: string;
  /** Its column in CSV, where the name is another. */
  readonly column?: string;
  /** Which CSV tables have a column for it: both where nothing is said. */
  readonly tables?: 'TEMPLATE' | 'EXPORT' | 'NONE';
  /** A row of CSV must fill it, though a data file may leave it out. */
  readonly mustFill?: true;
  /** The unit of a number. */
  readonly unit?: string;
  /** In no answer of GraphQL. */
  readonly hidden?: true;
  /** Shown in an export only where this link leads to a report that may be passed on. */
  readonly licensedBy?: string;
  /**
   * The id of a claim is a hash of what it says. The first fields stand in it as null where nothing is said; a later
   * field must not, or every id would change.
   */
  readonly nullInIdentity?: true;
}

export interface Field<S extends z.ZodType = z.ZodType, T extends FieldType = FieldType, P extends Presence = Presence>
  extends FieldOptions {
  readonly type: T;
  readonly presence: P;
  /** The value in a data file. */
  readonly shape: S;
  /** The value where there is one. */
  readonly value: z.ZodType;
  /** One sentence: what it holds, in which unit, and whose statement it is. */
  readonly about: string;
  readonly default?: unknown;
  readonly form?: TextForm;
  /** A number: its bounds, and whether it is a whole one. */
  readonly bounds?: { readonly min: number; readonly max: number; readonly whole: boolean };
  readonly vocabulary?: Readonly<Record<string, string>>;
  readonly hardness?: readonly string[];
  /** A reference: what the ids of its ends begin with, and the type of the link. Parts have a link too. */
  readonly prefixes?: readonly string[];
  readonly link?: string;
  /** The fields of each of its claims or parts. */
  readonly fields?: Fields;
  /** Facts: their property, and the name under which an answer has their codes. */
  readonly fact?: string;
  readonly answer?: string;
}

export type Fields = Readonly<Record<string, Field>>;

const STORED: readonly FieldType[] = ['TEXT', 'TEXTS', 'WORD', 'WORDS', 'NUMBER', 'FLAG', 'DATE'];
/** A field whose value stands on the node by itself. */
export const isStoredValue = ({ type }: Field) => STORED.includes(type);

const field = <S extends z.ZodType, T extends FieldType>(
  type: T,
  shape: S,
  about: string,
  more: Partial<Field> = {},
): Field<S, T, 'REQUIRED'> => ({ ...more, type, shape, value: shape, about, presence: 'REQUIRED' });

/** A field that may be left out. */
export const optional = <S extends z.ZodType, T extends FieldType>(
  of: Field<S, T>,
): Field<z.ZodOptional<S>, T, 'OPTIONAL'> => ({ ...of, shape: of.shape.optional(), presence: 'OPTIONAL' });

/** A field that a record must have, but not one that only extends another. */
export const needed = <S extends z.ZodType, T extends FieldType>(
  of: Field<S, T>,
): Field<z.ZodOptional<S>, T, 'NEEDED'> => ({ ...of, shape: of.shape.optional(), presence: 'NEEDED' });

/** A field that has a value where nothing is said. */
export const defaulting = <S extends z.ZodType, T extends FieldType>(
  of: Field<S, T>,
  value: z.output<S>,
): Field<z.ZodDefault<S>, T, 'DEFAULT'> => ({
  ...of,
  shape: of.shape.default(value as never),
  presence: 'DEFAULT',
  default: value,
});

/** The most characters of a text, such as a name, and of a description or note. An index of names holds no longer ones. */
export const LONGEST_TEXT = 2_000;
export const LONGEST_PROSE = 20_000;

/** The text of a field and of a reason. */
export const TEXT = z.string().trim().min(1).max(LONGEST_TEXT);

export const text = (about: string, options: FieldOptions = {}) =>
  field('TEXT', TEXT, about, { ...options, form: 'PLAIN' });
/** A text of many sentences. */
export const prose = (about: string, options: FieldOptions = {}) =>
  field('TEXT', z.string().trim().min(1).max(LONGEST_PROSE), about, { ...options, form: 'PLAIN' });
export const texts = (about: string, options: FieldOptions = {}, longest = LONGEST_TEXT) =>
  field('TEXTS', z.array(z.string().trim().min(1).max(longest)), about, { ...options, form: 'PLAIN' });

/** A text that is written in a form of its own. */
const formed =
  <S extends z.ZodType>(form: TextForm, shape: S) =>
  (about: string, options: FieldOptions = {}) =>
    field('TEXT', shape, about, { ...options, form });

export const capitals = formed('CAPITALS', z.string().regex(/^[A-Z][A-Z0-9_]+$/));
export const language = formed('LANGUAGE', z.string().min(2).max(12));
export const script = formed('SCRIPT', z.string().length(4));
export const country = formed('COUNTRY', z.string().length(2));
/** An address on the web, in the form of the URL standard. */
export const WEB_ADDRESS = z.string().transform((value, context) => {
  const address = webAddress(value);
  if (address !== undefined) return address;
  context.addIssue({ code: 'custom', message: `expected ${ADDRESS_EXPECTED}` });
  return z.NEVER;
});
export const address = formed('URL', WEB_ADDRESS);
export const day = formed('DAY', z.iso.date());
export const sha256 = formed('SHA256', z.string().regex(/^[0-9a-f]{64}$/));
/** A code as it stands in a list of codes. */
export const code = formed('PLAIN', z.string());
export const codes = (about: string, options: FieldOptions = {}) =>
  field('TEXTS', z.array(z.string()), about, { ...options, form: 'PLAIN' });
/** The id of a dataset. */
export const slug = formed('PLAIN', z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/));

type Vocabulary = Readonly<Record<string, string>>;
type WordOf<V> = Extract<keyof V, string>;
const wordShape = <V extends Vocabulary>(of: V) => z.enum(words(of) as [WordOf<V>, ...WordOf<V>[]]);

export const word = <V extends Vocabulary>(vocabulary: V, about: string, options: FieldOptions = {}) =>
  field('WORD', wordShape(vocabulary), about, { ...options, vocabulary });
/** Words of a vocabulary. */
export const wordsIfAny = <V extends Vocabulary>(vocabulary: V, about: string, options: FieldOptions = {}) =>
  field('WORDS', z.array(wordShape(vocabulary)), about, { ...options, vocabulary });
/** Words of a vocabulary, at least one. */
export const wordList = <V extends Vocabulary>(vocabulary: V, about: string, options: FieldOptions = {}) =>
  field('WORDS', z.array(wordShape(vocabulary)).min(1), about, { ...options, vocabulary });

export const flag = (about: string, options: FieldOptions = {}) => field('FLAG', z.boolean(), about, options);

export const number = (min: number, max: number, about: string, options: FieldOptions = {}) =>
  field('NUMBER', z.number().min(min).max(max), about, { ...options, bounds: { min, max, whole: false } });
export const grade = (min: number, max: number, about: string, options: FieldOptions = {}) =>
  field('NUMBER', z.int().min(min).max(max), about, { ...options, bounds: { min, max, whole: true } });
/** A whole number of something, from 0 or 1. */
export const count = (about: string, options: FieldOptions & { readonly from?: 0 | 1 } = {}) => {
  const { from = 0, ...more } = options;
  const bounds = { min: from, max: Number.MAX_SAFE_INTEGER, whole: true };
  return field('NUMBER', from === 0 ? z.int().nonnegative() : z.int().positive(), about, { ...more, bounds });
};

/** YAML reads a bare year as a number. */
const DATE = z.union([z.string(), z.int().transform(String)]).transform((value, context) => {
  try {
    return parseDate(value);
  } catch {
    context.addIssue({ code: 'custom', message: `expected ${DATE_EXPECTED}` });
    return z.NEVER;
  }
});

/** A date of a source, EDTF level 1, with the marks of doubt that the source gives it. */
export const date = (about: string, options: FieldOptions = {}) => field('DATE', DATE, about, options);

const endShape = <H extends string>(hardness: readonly H[]) =>
  z.string().transform((value, context) => {
    const [when = '', how = '', ...rest] = value.trim().split(/\s+/);
    const parsed = DATE.safeParse(when);
    if (!parsed.success || rest.length > 0 || !(hardness as readonly string[]).includes(how)) {
      context.addIssue({
        code: 'custom',
        message: `expected a date and one of ${hardness.join(', ')}, such as "2022-03-14 ${hardness[0]}"`,
      });
      return z.NEVER;
    }
    return { date: parsed.data, hardness: how as H };
  });

/** One end of a range, written `2023-01-11 END`. Both ends of a record are one field in GraphQL, `range`. */
export const rangeEnd = <H extends (typeof START_HARDNESS)[number] | (typeof END_HARDNESS)[number]>(
  hardness: readonly H[],
  about: string,
) => field('END', endShape(hardness), about, { hardness });

const idShape = (...prefixes: readonly string[]) =>
  z
    .string()
    .regex(
      new RegExp(`^(${prefixes.join('|')})-[a-z0-9][a-z0-9-]{0,90}$`),
      `expected an id such as ${prefixes[0]}-some-name`,
    );

/** The id that an author chooses for a record. */
export const ownId = (...prefixes: readonly string[]) =>
  field(
    'ID',
    idShape(...prefixes),
    'Its id: the kind, a hyphen, then lower-case words with hyphens. An id never changes its meaning.',
    {
      prefixes,
    },
  );

/** A link to another record, by its id. */
export const reference = (prefixes: readonly string[], link: string, about: string, options: FieldOptions = {}) =>
  field('REFERENCE', idShape(...prefixes), about, { ...options, prefixes, link });
/** Links to other records. */
export const references = (prefixes: readonly string[], link: string, about: string, options: FieldOptions = {}) =>
  field('REFERENCES', z.array(idShape(...prefixes)), about, { ...options, prefixes, link });
/** Links to other records, at least one. */
export const someReferences = (prefixes: readonly string[], link: string, about: string, options: FieldOptions = {}) =>
  field('REFERENCES', z.array(idShape(...prefixes)).min(1), about, { ...options, prefixes, link });

export type ShapeOf<F extends Fields> = { -readonly [K in keyof F]: F[K]['shape'] };

/** The shape of a record with these fields, and no others. */
export const objectOf = <F extends Fields>(fields: F) =>
  z.strictObject(Object.fromEntries(Object.entries(fields).map(([name, { shape }]) => [name, shape])) as ShapeOf<F>);

/** Several fields in one, such as what makes a unit a body. */
export const group = <F extends Fields>(fields: F, about: string) =>
  field('GROUP', objectOf(fields), about, { fields });

/** Links with properties of their own; the first field names the end. */
export const parts = <F extends Fields>(fields: F, link: string, about: string, options: FieldOptions = {}) =>
  field('PARTS', z.array(objectOf(fields)), about, { ...options, fields, link });

export const citations = <F extends Fields>(fields: F, about: string) =>
  field('CITATIONS', z.array(objectOf(fields)).min(1), about, { fields });

/** Claims that are written inside the record that they are about. */
export const claims = <F extends Fields>(fields: F, about: string) =>
  field('CLAIMS', z.array(objectOf(fields)), about, { fields });
/** The same, each in a shape of its own. */
export const shapedClaims = <S extends z.ZodType>(shape: S, fields: Fields, about: string) =>
  field('CLAIMS', z.array(shape), about, { fields });

/** One value, or several in a list. */
const oneOrMore = <S extends z.ZodType>(of: S) =>
  z.unknown().transform((value, context): z.output<S>[] => {
    const isList = Array.isArray(value);
    const parsed = z
      .array(of)
      .min(1)
      .safeParse(isList ? value : [value]);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      context.issues.push({ ...issue, path: isList ? issue.path : issue.path.slice(1), input: value } as never);
    return z.NEVER;
  });

/**
 * A short form for facts about the record: each value becomes a claim, with the sources of the record. Datasets may state
 * different facts of one entity; an answer has the codes of all that count, under the name `answer`.
 */
export const asFacts = <S extends z.ZodType, A extends string>(
  of: Field<S>,
  { fact, answer }: { readonly fact: string; readonly answer: A },
) => {
  const shape = oneOrMore(of.shape);
  const { vocabulary, form, example } = of;
  const more = { ...(vocabulary && { vocabulary }), ...(form && { form }), ...(example && { example }), fact, answer };
  return { ...optional(field('FACTS', shape, of.about, more)), fact, answer };
};

export const extendsOther = () =>
  field('EXTENDS', z.boolean(), 'True where it only adds claims to an entity that another dataset declares.');
