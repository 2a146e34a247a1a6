import { Float, Field as GraphQLField, ID, Int } from 'type-graphql';
import type { z } from 'zod';
import { type Field, type Fields, isStoredValue } from '../model/record/fields/field.js';
import { sentenceOf } from '../model/record/fields/sentence.js';
import { enumOf } from './enums.js';
import { EDTF } from './input-fields.js';
import { DayScalar } from './scalars.js';

/** Class decorators that give the types of the schema the fields of a record, by its table. */

type Target = { readonly prototype: object };
type TypeOf = () => unknown;

function define(target: Target, name: string, type: TypeOf, description: string, nullable: boolean): void {
  GraphQLField(type as () => object, { description, nullable })(target.prototype, name);
}

const MANY = ['TEXTS', 'WORDS', 'REFERENCES', 'FACTS'];

const typeOf = (field: Field, single: TypeOf): TypeOf => (MANY.includes(field.type) ? () => [single()] : single);

function valueType({ type, vocabulary, bounds }: Field): TypeOf {
  if (vocabulary) return () => enumOf(vocabulary);
  if (type === 'NUMBER') return () => (bounds?.whole ? Int : Float);
  return () => (type === 'FLAG' ? Boolean : String);
}

/** Adds the values of a record to the class of its answers. Links are fields of its resolver. */
export const answerFields = (fields: Fields) => (target: Target) => {
  for (const [name, field] of Object.entries(fields))
    if (isStoredValue(field) && !field.hidden)
      define(target, name, typeOf(field, valueType(field)), field.about, field.presence === 'OPTIONAL');
    else if (field.type === 'FACTS')
      define(target, field.answer ?? name, typeOf(field, valueType(field)), codesSentence(field), false);
};

/** An answer has the codes of facts that anybody can dispute, and says where they stand with their sources. */
const codesSentence = ({ about, fact }: Field) =>
  `${about} The codes of the facts ${fact} that count, each once, from A to Z; \`facts\` has their words and sources.`;

/** Fields that stand in the input in another way: both ends of a range are one. */
const ELSEWHERE = ['END', 'EXTENDS'];

function inputType(field: Field): TypeOf {
  if (field.type === 'ID' || field.type === 'REFERENCE' || field.type === 'REFERENCES') return () => ID;
  return field.form === 'DAY' ? () => DayScalar : valueType(field);
}

/** Adds the fields of a record to the class of its input; `nested` has the inputs of what is written inside it. */
export const inputFields =
  (fields: Fields, nested: Readonly<Record<string, TypeOf>> = {}) =>
  (target: Target) => {
    for (const [name, field] of Object.entries(fields)) {
      if (ELSEWHERE.includes(field.type)) continue;
      const type = nested[name] ?? typeOf(field, inputType(field));
      const sentence = sentenceOf(field, 'If left out').replace('EDTF level 1', EDTF);
      define(target, name, type, sentence, field.presence !== 'REQUIRED');
    }
  };

/** What a field gives in an answer. */
type Answer<F> =
  F extends Field<infer S, infer T, infer P>
    ? (T extends 'DATE' ? string : Exclude<z.output<S>, undefined>) | (P extends 'OPTIONAL' ? null : never)
    : never;

type ValueType = 'TEXT' | 'TEXTS' | 'WORD' | 'WORDS' | 'NUMBER' | 'FLAG' | 'DATE';

/** The row of a record as its loader reads it: values under their names, links as ids. */
export type RowOf<F extends Fields> = {
  [K in keyof F & string as F[K]['type'] extends ValueType ? K : never]: Answer<F[K]>;
} & {
  [K in keyof F & string as F[K]['type'] extends 'REFERENCE' ? `${K}Id` : never]: F[K]['presence'] extends 'REQUIRED'
    ? string
    : string | null;
} & {
  [K in keyof F as F[K] extends { readonly type: 'FACTS'; readonly answer: infer A extends string }
    ? A
    : never]: F[K] extends Field<infer S> ? Exclude<z.output<S>, undefined> : never;
} & {
  [K in keyof F & string as F[K]['type'] extends 'REFERENCES' ? `${K}Ids` : never]: string[];
};

/** A class to extend that has the row of a record beside what `base` has. `answerFields` puts the fields into the schema. */
export const withRow = <F extends Fields, B>(base: abstract new () => B, _fields: F) =>
  base as abstract new () => B & RowOf<F>;
