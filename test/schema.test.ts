import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLNamedType,
  getIntrospectionQuery,
  graphqlSync,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  validateSchema,
} from 'graphql';
import { clientTypes, createSchema, schemaText } from '../src/schema.js';

const schema = createSchema();

interface Described {
  readonly name: string;
  readonly description: string | null | undefined;
}

/** Every type, field, argument, input field and enum value of ours, under the name that a reader knows it by. */
function named(): Described[] {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  return own.flatMap((type) => [{ name: type.name, description: type.description }, ...members(type)]);
}

function members(type: GraphQLNamedType): Described[] {
  if (isEnumType(type))
    return type.getValues().map(({ name, description }) => ({ name: `${type.name}.${name}`, description }));
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    { name: `${type.name}.${field.name}`, description: field.description },
    ...argumentsOf(field).map((arg) => ({
      name: `${type.name}.${field.name}(${arg.name})`,
      description: arg.description,
    })),
  ]);
}

/** The arguments of a field; an input field has none. */
const argumentsOf = (field: object): readonly GraphQLArgument[] =>
  'args' in field ? (field.args as readonly GraphQLArgument[]) : [];

test('the schema is valid, and answers the introspection query without an error', () => {
  expect(validateSchema(schema)).toEqual([]);
  expect(graphqlSync({ schema, source: getIntrospectionQuery() }).errors).toBeUndefined();
});

test('the committed schema is the schema of the code; `npm run sdl` writes it', async () => {
  expect(await readFile(new URL('../schema/schema.graphql', import.meta.url), 'utf8')).toBe(schemaText(schema));
});

test('the committed types for clients are those of the schema; `npm run sdl` writes them', async () => {
  expect(await readFile(new URL('../schema/clients/types.ts', import.meta.url), 'utf8')).toBe(clientTypes(schema));
});

test('every type, field, argument and enum value of the schema has a description that is a sentence', () => {
  const all = named();
  expect(all.length).toBeGreaterThan(500);
  expect(
    all.filter(({ description }) => !description || !/[.:?…]$/.test(description.trim())).map(({ name }) => name),
  ).toEqual([]);
});

test('no field, argument or value of the schema is for a victim or a witness', () => {
  expect(
    named()
      .map(({ name }) => name)
      .filter((name) => /victim|witness|survivor|complainant/i.test(name)),
  ).toEqual([]);
});

test('no field or value of the schema states guilt or a score', () => {
  const names = named()
    .map(({ name }) => name)
    .filter((name) => !['SearchHit.score', 'DuplicateCandidate.score'].includes(name));
  expect(names.filter((name) => /guilt|score|verdict|culprit/i.test(name))).toEqual([]);
});

test('every list of the schema that can grow long is a connection, and every connection has the same four fields', () => {
  const connections = Object.values(schema.getTypeMap()).filter(({ name }) => name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(10);
  for (const connection of connections) {
    expect(isObjectType(connection) && Object.keys(connection.getFields()).sort()).toEqual([
      'edges',
      'nodes',
      'pageInfo',
      'totalCount',
    ]);
  }
});

test('every statement of the schema has citations, and every citation a report that is never null', () => {
  const statements = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Statement'),
  );
  expect(statements.map(({ name }) => name).sort()).toEqual([
    'Affiliation',
    'Attribution',
    'CommandLink',
    'Demand',
    'Fact',
    'Finding',
    'Identifier',
    'Incident',
    'IncidentLink',
    'Indicator',
    'Measure',
    'Name',
    'Positioning',
    'Posting',
  ]);
  const citation = schema.getType('Citation');
  expect(isObjectType(citation) && String(citation.getFields().report?.type)).toBe('Report!');
});

test('the schema has no subscription, and names every mutation after what it changes', () => {
  expect(schema.getSubscriptionType()).toBeUndefined();
  const names = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => /^(create|update|delete|add|remove|correct|retract)[A-Z]/.test(name))).toEqual([]);
});
