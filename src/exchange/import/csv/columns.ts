import { END_HARDNESS, START_HARDNESS } from '../../../model/date-range.js';
import { CLAIM as CLAIM_FIELDS } from '../../../model/record/fields/claim.js';
import { withoutUndefined } from '../../../model/without.js';
import { scriptOf } from '../reading/script.js';
import type { DoubtWord, RecordType } from '../record/imported-record.js';
import * as readers from './cell-readers.js';
import { fieldColumns } from './field-columns.js';

/** What a column of a template is, and the columns that several templates share. */

/** The values of a row by column; what stood empty is absent. */
export type Values = Readonly<Record<string, unknown>>;
export type RecordDraft = Record<string, unknown>;

export interface CsvColumn {
  readonly name: string;
  /** What it holds, in one sentence. */
  readonly meaning: string;
  readonly required: boolean;
  readonly example: string;
  readonly reader: readers.CellReader;
  /** The field of the record that it fills, or that it has a part in. */
  readonly field: string;
  /** The doubt with which a row is imported whose cell does not fit; without one the row is refused. */
  readonly doubt?: DoubtWord;
  /** Puts the value into the record, where that is more than filling the field. */
  readonly put?: (record: RecordDraft, value: unknown, values: Values) => void;
}

/** A table that a researcher can fill in: its columns, and the record type of its rows. */
export interface Template {
  readonly about: string;
  /** Rows of `names` have the record type of their entity; rows of a part belong to the incident that they name. */
  readonly recordType: RecordType | ((record: RecordDraft) => RecordType);
  readonly part?: 'attributions' | 'casualties';
  readonly columns: readonly CsvColumn[];
  /** Columns for which tables of others have words of their own: the doubt that these give, and what stands there instead. */
  readonly strangeWords?: Readonly<Record<string, { readonly doubt: DoubtWord; readonly instead?: string }>>;
}

type Rest = Partial<Pick<CsvColumn, 'field' | 'put'>>;

const camel = (name: string) => name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

const column =
  (required: boolean) =>
  (name: string, meaning: string, example: string, how: readers.CellReader, rest: Rest = {}): CsvColumn => ({
    name,
    meaning,
    required,
    example,
    reader: how,
    field: camel(name),
    ...rest,
  });

/** A column that each row must fill. */
export const must = column(true);
/** A column that may stay empty, or be left out. */
export const may = column(false);

/** Nothing to put: another column takes the value along. */
const ignored = { put: () => undefined };

/** An id under the name of its field: `person_id` fills `person`. */
export const to = (field: string): Rest => ({ field });

const SOURCE = readers.id('report');
const list = (value: unknown) => (Array.isArray(value) ? value : []);

/** Columns that need as many values as another one has. */
export const ALIGNED: Readonly<Record<string, string>> = {
  pinpoints: 'sources',
  paraphrases: 'sources',
  codes_as_stated: 'codes',
  doubts_as_stated: 'doubts',
  certainties: 'codes',
  modes: 'codes',
};

export const CITATIONS: readonly CsvColumn[] = [
  must('sources', 'The reports that say so.', 'report-vm-archive', readers.several(SOURCE), {
    field: 'cites',
    put: (record, value, { pinpoints, paraphrases }) => {
      record.cites = list(value).map((report, at) =>
        withoutUndefined({ report, pinpoint: list(pinpoints)[at], paraphrase: list(paraphrases)[at] }),
      );
    },
  }),
  may('pinpoints', 'Where in each report it is said.', 'p. 14', readers.aligned(readers.text, 'sources'), {
    field: 'cites',
    ...ignored,
  }),
  may(
    'paraphrases',
    'What each report says, in your own words; never a sentence of the source.',
    'Says so in its list.',
    readers.aligned(readers.text, 'sources'),
    { field: 'cites', ...ignored },
  ),
];

export const CLAIM: readonly CsvColumn[] = fieldColumns(CLAIM_FIELDS);

/** What every row of a statement has at its end. */
export const CLAIM_COLUMNS: readonly CsvColumn[] = [...CITATIONS, ...CLAIM];

const RANGE: readonly CsvColumn[] = [
  may('first', 'First date; where only one date is known, give it as first and last.', '2021-06-01', readers.dateCell, {
    put: (record, value, { first_hardness: hardness = 'FIRST_CITED' }) => {
      record.first = `${value} ${hardness}`;
    },
  }),
  may(
    'first_hardness',
    'START where it really began then; FIRST_CITED, also where empty: it may have begun before.',
    'START',
    readers.word(Object.fromEntries(START_HARDNESS.map((one) => [one, '']))),
    { field: 'first', ...ignored },
  ),
  may('last', 'Last date.', '2022-04~', readers.dateCell, {
    put: (record, value, { last_hardness: hardness = 'LAST_CITED' }) => {
      record.last = `${value} ${hardness}`;
    },
  }),
  may(
    'last_hardness',
    'END where it really ended then; LAST_CITED, also where empty: it may have gone on; ASSUMED_TO_CONTINUE where the source assumes that it goes on.',
    'LAST_CITED',
    readers.word(Object.fromEntries(END_HARDNESS.map((one) => [one, '']))),
    { field: 'last', ...ignored },
  ),
].map((column) => ({ ...column, doubt: 'DATE_UNREADABLE' as const }));

/** The columns of both ends of a range. Both may be empty, and a date that cannot be read is a doubt. */
export const ENDS = { first: RANGE.slice(0, 2), last: RANGE.slice(2) };

/** The grading of a row as each claim in it carries it. */
export const gradingOf = ({
  status,
  credibility,
  access,
  note,
  doubts,
  doubts_as_stated: doubtsAsStated,
}: Values): RecordDraft => withoutUndefined({ status, credibility, access, note, doubts, doubtsAsStated });

/** A name as a claim, with the grading of its row. */
export const nameOf = (value: unknown, values: Values, more: RecordDraft = {}): RecordDraft => ({
  value,
  lang: values.lang ?? 'und',
  script: values.script ?? scriptOf(String(value)),
  ...more,
  ...gradingOf(values),
});
export const listOf = list;
export const inOwnClaims = ignored;
