import * as readers from './cell-readers.js';
import {
  CITATIONS,
  CLAIM,
  type CsvColumn,
  gradingOf,
  inOwnClaims,
  listOf,
  may,
  must,
  nameOf,
  type RecordDraft,
  type Values,
} from './columns.js';
import { withDoubts } from './row-doubts.js';

/** Columns that people, units, bodies and places have in common. */

export const idColumn =
  (...prefixes: readonly string[]) =>
  (example: string) =>
    must('id', 'Id that you choose; it never changes its meaning.', example, readers.id(...prefixes));

export const LANG = may('lang', 'Language of the name; und (not known) where empty.', 'en', readers.language, {
  field: 'names',
  ...inOwnClaims,
});
export const SCRIPT = may(
  'script',
  'Script of the name; if empty, taken from the letters of the name.',
  'Latn',
  readers.script,
  {
    field: 'names',
    ...inOwnClaims,
  },
);

/** The grading of an entity's row is that of the names, identifiers and facts in it. */
export const GRADING: readonly CsvColumn[] = CLAIM.map((column) => ({ ...column, field: 'names', ...inOwnClaims }));

const named = (example: string, other: string): readonly CsvColumn[] => [
  must('name', 'Name by which it is listed.', example, readers.text, {
    field: 'names',
    put: (record, value, values) => {
      const others = listOf(values.other_names).map((alias) =>
        nameOf(alias, { ...values, lang: undefined, script: undefined }, { kind: 'ALIAS' }),
      );
      record.names = [nameOf(value, values, { kind: 'PREFERRED' }), ...others];
    },
  }),
  LANG,
  SCRIPT,
  may(
    'other_names',
    'Its other names; a row of names.csv can say more of one.',
    other,
    readers.severalTexts(readers.text),
    {
      field: 'names',
      ...inOwnClaims,
    },
  ),
];

const claims = (key: string) => (record: RecordDraft, value: unknown, values: Values) => {
  record[key === 'scheme' ? 'identifiers' : 'facts'] = listOf(value).map(([word, text, doubts = []]) =>
    withDoubts({ [key]: word, value: text, ...gradingOf(values) }, doubts),
  );
};

/** Identifiers and facts, which entities and incidents have. */
export const propertiesWith = (identifier: string, fact: string): readonly CsvColumn[] => [
  may('identifiers', 'What others call it: a register and the identifier there.', identifier, pairs(identifier), {
    put: claims('scheme'),
  }),
  may('facts', 'Further facts: a property and its value.', fact, pairs(fact), { put: claims('property') }),
];

const pairs = (example: string) => readers.severalTexts(readers.pair(example));

export const entity = (
  example: [name: string, other: string],
  own: readonly CsvColumn[],
  pair: [id: string, fact: string],
) => [...named(...example), ...own, ...propertiesWith(...pair), ...CITATIONS, ...GRADING];
