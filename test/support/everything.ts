import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Queries that select every field of the schema down to a depth, so that a sweep forgets none that is added later. */

const DAY = '2022-07-01';

/** The selection of a field; undefined where it needs an argument that nobody can guess. */
function selected(
  schema: GraphQLSchema,
  parent: string,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): string | undefined {
  const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  if (needed.some((arg) => arg.name !== 'on')) return undefined;
  const type = getNamedType(field.type);
  const inner = isLeafType(type) ? '' : selection(schema, type, depth - 1);
  if (inner === undefined) return undefined;
  const args = [
    ...(needed.length > 0 ? [`on: "${DAY}"`] : []),
    ...(type.name.endsWith('Connection') ? ['first: 100'] : []),
  ];
  return `${parent}_${field.name}: ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${inner}`;
}

function fieldsOf(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string[] {
  return Object.values(type.getFields()).flatMap((field) => selected(schema, type.name, field, depth) ?? []);
}

/** Everything of a type; pages, ranges and citations cost no depth. Undefined where the depth is used up. */
export function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string | undefined {
  const free = /(Connection|Edge|PageInfo|DateRange|Citation)$/.test(type.name);
  const left = free ? depth + 1 : depth;
  if (left < 1) return undefined;
  if (isAbstractType(type)) {
    const arms = schema
      .getPossibleTypes(type)
      .map((arm) => `... on ${arm.name} { ${fieldsOf(schema, arm, left).join(' ')} }`);
    return ` { __typename ${arms.join(' ')} }`;
  }
  return isObjectType(type) ? ` { __typename ${fieldsOf(schema, type, left).join(' ')} }` : undefined;
}

/** Root fields that need a permission are for who has it, whatever others may see. */
export const forEditors = ({ extensions }: GraphQLField<unknown, unknown>) => extensions.needs !== undefined;

/** One query for each root field that needs no argument: everything that a reader can list. */
export function listings(schema: GraphQLSchema, depth: number): { name: string; source: string }[] {
  const root = schema.getQueryType();
  return Object.values(root?.getFields() ?? {}).flatMap((field) => {
    if (forEditors(field)) return [];
    const source = selected(schema, 'Query', field, depth + 1);
    return source === undefined ? [] : [{ name: field.name, source: `{ ${source} }` }];
  });
}
