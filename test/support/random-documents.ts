import fc, { type GeneratorValue } from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Requests of GraphQL at random, which know the schema: most fit it, many are nearly right, some are broken. */

export interface RandomRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const IDS = [
  ...['unit-fx-u2', 'person-fx-anders', 'incident-fx-i2', 'incident-fx-i7', 'location-fx-l2', 'finding-fx-c'],
  ...['report-fx-un-2022', 'body-fx-un-commission', 'fictional', 'nothing', '', "x'}) RETURN 1 //", 'unit-fx-u2\u0000'],
];
const TEXTS = ['Anders', 'Brigade', '*', '/a+/', '"', '\\', 'и', '\u202e', '', '`', 'name:x', '<b>', 'a'.repeat(500)];
const DAYS = [
  ...Array(20).fill('2022-03-20'),
  ...Array(20).fill('2022-03-20T00:00:00Z'),
  '2022-03-20',
  '2022-13-40',
  '-1',
  '9999-12-31',
  '0000-01-01',
  '2022',
  '2022-03-20T00:00:00Z',
  'x',
];
const NUMBERS = [0, 1, 1, 2, 2, 3, 5, 10, 20, 100, 101, -1, 1e6, 2_147_483_647, -2_147_483_648];

const VALUES_BY_SCALAR: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/^ID$/, IDS],
  [/^(Int|Float)$/, NUMBERS],
  [/^Boolean$/, [true, false]],
  [/Date|Time|Instant/, DAYS],
];

/** One request in so many is broken, and one value in so many is of another type. */
const ONE_BROKEN_IN = 8;
const ONE_STRANGE_IN = 100;
const DEEPEST = 5;

/** Draws a request from the generator of a property. */
export function randomRequest(schema: GraphQLSchema, draw: GeneratorValue): RandomRequest {
  const upTo = (most: number) => draw(fc.nat, { max: most });
  const oneIn = (count: number) => upTo(count - 1) === 0;
  const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length - 1)] as T;
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  let fields = 0;

  const literal = (value: unknown): string =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? `{${Object.entries(value)
          .map(([name, inner]) => `${name}: ${literal(inner)}`)
          .join(', ')}}`
      : Array.isArray(value)
        ? `[${value.map(literal).join(', ')}]`
        : value instanceof Word
          ? value.text
          : JSON.stringify(value ?? null);

  function randomValue(type: GraphQLInputType, depth = 0): unknown {
    if (oneIn(ONE_STRANGE_IN)) return oneOf([null, 7, 'strange', [], {}, true, [[[1]]]]);
    if (isNonNullType(type)) return randomValue(type.ofType, depth);
    if (isListType(type)) return Array.from({ length: upTo(3) }, () => randomValue(type.ofType, depth));
    if (isInputObjectType(type)) return randomInput(type, depth);
    if (isEnumType(type)) return new Word(oneIn(ONE_STRANGE_IN) ? 'NONE_SUCH' : oneOf(type.getValues()).name);
    return oneOf<unknown>(VALUES_BY_SCALAR.find(([names]) => names.test(type.name))?.[1] ?? TEXTS);
  }

  function randomInput(type: GraphQLInputObjectType, depth: number): Record<string, unknown> {
    const isSet = (field: GraphQLInputField) => isNonNullType(field.type) || (depth < 3 && oneIn(4));
    const fields = Object.values(type.getFields()).filter(isSet);
    return Object.fromEntries(fields.map((field) => [field.name, randomValue(field.type, depth + 1)]));
  }

  function argumentText(argument: GraphQLArgument): string {
    const value = randomValue(argument.type);
    if (!oneIn(3)) return `${argument.name}: ${literal(value)}`;
    const name = `v${definitions.length}`;
    definitions.push(`$${name}: ${argument.type}`);
    variables[name] = plain(value);
    return `${argument.name}: $${name}`;
  }

  function fieldText(parent: GraphQLObjectType, depth: number): string {
    const field = oneOf(Object.values(parent.getFields()));
    const texts = field.args
      .filter((one) => (isRequiredArgument(one) ? !oneIn(ONE_STRANGE_IN) : oneIn(3)))
      .map(argumentText);
    const type = getNamedType(field.type);
    fields += 1;
    // The same field with other arguments is another field.
    const own = texts.length > 0 ? `f${fields}: ` : '';
    const alias = oneIn(20) ? oneOf(['', 'a: ', '__proto__: ', 'constructor: ']) : own;
    const directive = oneIn(12)
      ? oneOf([...Array(8).fill(' @include(if: true)'), ' @skip(if: false)', ' @nothing', ' @include'])
      : '';
    const call = `${alias}${field.name}${texts.length > 0 ? `(${texts.join(', ')})` : ''}${directive}`;
    return isLeafType(type) ? call : `${call} ${selectionText(type, depth + 1)}`;
  }

  function selectionText(type: GraphQLNamedType, depth: number): string {
    if (depth > DEEPEST) return '{ __typename }';
    const objects = isAbstractType(type) ? [...schema.getPossibleTypes(type)] : [type].filter(isObjectType);
    const parts = Array.from({ length: 1 + upTo(2) }, () => {
      const object = oneOf(objects);
      const text = fieldText(object, depth);
      return isAbstractType(type) || oneIn(10) ? `... on ${object.name} { ${text} }` : text;
    });
    return `{ ${oneIn(3) ? '__typename ' : ''}${parts.join(' ')} }`;
  }

  const isMutation = oneIn(12);
  const root = (isMutation ? schema.getMutationType() : schema.getQueryType()) as GraphQLObjectType;
  const body = `{ ${Array.from({ length: 1 + upTo(2) }, () => fieldText(root, 0)).join(' ')} }`;
  const head = definitions.length > 0 ? `(${definitions.join(', ')})` : '';
  const query = `${isMutation ? 'mutation' : 'query'} R${head} ${body}`;
  return { query: oneIn(ONE_BROKEN_IN) ? broken(query) : query, variables };

  /** A letter too many, too few, or another; or a piece twice. */
  function broken(text: string): string {
    const at = upTo(text.length - 1);
    const rest = text.slice(at + 1);
    return oneOf([
      text.slice(0, at) + rest,
      text.slice(0, at) + oneOf(['{', '}', '(', '"', '$', '@', '\u0000', '…', '_']) + rest,
      text.slice(0, at) + text.slice(Math.max(0, at - 40)),
    ]);
  }
}

/** A word of an enumeration, which has no quotation marks in a document. */
class Word {
  constructor(readonly text: string) {}
}

function plain(value: unknown): unknown {
  if (value instanceof Word) return value.text;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
