import type { Field, Fields } from '../../../model/record/fields/field.js';
import { sentenceOf } from '../../../model/record/fields/sentence.js';
import * as readers from './cell-readers.js';
import type { CsvColumn } from './columns.js';

/** The columns of a template that the fields of a record make. */

const TEXT_READERS = {
  PLAIN: readers.text,
  CAPITALS: readers.text,
  LANGUAGE: readers.language,
  SCRIPT: readers.script,
  COUNTRY: readers.countryCell,
  URL: readers.url,
  DAY: readers.dayCell,
  SHA256: readers.sha256,
};

/** How a cell of a field is read; undefined for what no cell can hold. */
function readerOf({ type, form = 'PLAIN', vocabulary, bounds, unit, prefixes = [] }: Field) {
  switch (type) {
    case 'TEXT':
      return TEXT_READERS[form];
    case 'TEXTS':
      return readers.severalTexts(TEXT_READERS[form]);
    case 'WORD':
      return readers.word(vocabulary ?? {});
    case 'WORDS':
      return readers.several(readers.word(vocabulary ?? {}));
    case 'FACTS':
      return readers.several(vocabulary ? readers.word(vocabulary) : TEXT_READERS[form]);
    case 'NUMBER':
      return bounds && (bounds.whole ? readers.whole(bounds.min, bounds.max) : readers.decimal(bounds, unit));
    case 'FLAG':
      return readers.yesNo;
    case 'DATE':
      return readers.dateCell;
    case 'REFERENCE':
      return readers.id(...prefixes);
    case 'REFERENCES':
      return readers.several(readers.id(...prefixes));
    default:
      return undefined;
  }
}

const ENDINGS: { readonly [T in Field['type']]?: string } = { REFERENCE: '_id', REFERENCES: '_ids' };
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function columnOf(name: string, field: Field): CsvColumn[] {
  const how = readerOf(field);
  if (!how || field.tables === 'EXPORT' || field.tables === 'NONE') return [];
  const { presence, example = '', column = `${snake(name)}${ENDINGS[field.type] ?? ''}`, mustFill } = field;
  const required = presence === 'REQUIRED' || presence === 'NEEDED' || mustFill === true;
  const meaning = mustFill ? field.about : sentenceOf(field, 'If empty');
  return [{ name: column, meaning, required, example, reader: how, field: name }];
}

/** A column for each field of a group; together they make one field. */
const groupColumns = (name: string, fields: Fields): CsvColumn[] =>
  Object.entries(fields).flatMap(([inner, field]) =>
    columnOf(inner, field).map((column) => ({
      ...column,
      name: `${snake(name)}_${column.name}`,
      required: false,
      field: name,
      put: (record, value) => {
        record[name] = { ...(record[name] as object | undefined), [inner]: value };
      },
    })),
  );

/** The columns of a record, in the order of its table; `special` has those of fields that take more than one cell. */
export function fieldColumns(
  fields: Fields,
  special: Readonly<Record<string, readonly CsvColumn[]>> = {},
): CsvColumn[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (special[name]) return special[name];
    return field.type === 'GROUP' ? groupColumns(name, field.fields ?? {}) : columnOf(name, field);
  });
}
