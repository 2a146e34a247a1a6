import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** Questions that together ask for every field of the schema, and what their answers say of each object with an id. */

/** The text of an argument; undefined leaves it out. */
export type ArgumentText = (argument: GraphQLArgument, field: string, parent: string) => string | undefined;

interface Selection {
  readonly type: GraphQLNamedType;
  readonly fields: string[];
  readonly below: { readonly on: string; readonly key: string; readonly selection: Selection }[];
}

/**
 * Questions on each field of `Query` that can be asked with these arguments, in this order: one for each object below it. The fields of an object
 * type are asked for wherever the type stands, but what is below a field is asked for once, as near to a root as it stands.
 * A field is named by its type and its arguments, so that no two share a name in an answer.
 */
export function questionsOnAll(schema: GraphQLSchema, textOf: ArgumentText, rootsFirst: readonly string[]) {
  const visited = new Set<string>();
  const skipped = new Set<string>();
  const reached = new Set<string>();
  const waiting: Selection[] = [];
  const query = schema.getQueryType() as GraphQLObjectType;
  const place = (name: string) => (rootsFirst.includes(name) ? rootsFirst.indexOf(name) : rootsFirst.length);
  const roots = Object.values(query.getFields()).sort((a, b) => place(a.name) - place(b.name));

  const keyOf = (parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string | null => {
    const texts = field.args.map((argument) => ({ argument, text: textOf(argument, field.name, parent.name) }));
    const missing = texts.find(({ argument, text }) => text === undefined && isRequiredArgument(argument));
    if (missing) {
      skipped.add(`${parent.name}.${field.name}`);
      return null;
    }
    const present = texts
      .filter(({ text }) => text !== undefined)
      .map(({ argument, text }) => `${argument.name}: ${text}`);
    const call = present.length > 0 ? `${field.name}(${present.join(', ')})` : field.name;
    return `${parent.name}__${call.replace(/\W+/g, '_')}: ${call}`;
  };
  const selectionOn = (type: GraphQLNamedType): Selection => {
    const selection: Selection = { type, fields: [], below: [] };
    waiting.push(selection);
    return selection;
  };
  const add = ({ fields, below }: Selection, parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>) => {
    const key = keyOf(parent, field);
    if (key === null) return;
    reached.add(`${parent.name}.${field.name}`);
    for (const argument of field.args)
      if (textOf(argument, field.name, parent.name) !== undefined)
        reached.add(`${parent.name}.${field.name}(${argument.name})`);
    const type = getNamedType(field.type);
    if (isLeafType(type)) fields.push(`... on ${parent.name} { ${key} }`);
    else if (!visited.has(`${parent.name}.${field.name}`)) {
      visited.add(`${parent.name}.${field.name}`);
      below.push({ on: parent.name, key, selection: selectionOn(type) });
    }
  };
  const expand = (selection: Selection) => {
    for (const parent of objectTypes(schema, selection.type))
      for (const field of Object.values(parent.getFields())) add(selection, parent, field);
  };

  const branches = roots.flatMap((field) => {
    const key = keyOf(query, field);
    if (key === null) return [];
    reached.add(`${query.name}.${field.name}`);
    return [{ key, selection: selectionOn(getNamedType(field.type)) }];
  });
  for (let next = waiting.shift(); next; next = waiting.shift()) expand(next);
  return {
    questions: branches.flatMap(({ key, selection: { below, ...own } }) =>
      (below.length > 0 ? below.map((one) => [one]) : [[]]).map(
        (part) => `{ ${key} ${selectionText(schema, { ...own, below: part })} }`,
      ),
    ),
    skipped: [...skipped].sort(),
    reached,
  };
}

function selectionText(schema: GraphQLSchema, { type, fields, below }: Selection): string {
  const parts = below.map(({ on, key, selection }) => `... on ${on} { ${key} ${selectionText(schema, selection)} }`);
  return `{ __typename ${idsOf(schema, type)} ${[...fields, ...parts].join(' ')} }`;
}

const objectTypes = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] =>
  isAbstractType(type) ? schema.getPossibleTypes(type) : [type].filter(isObjectType);

const idsOf = (schema: GraphQLSchema, type: GraphQLNamedType) =>
  objectTypes(schema, type)
    .filter((one) => 'id' in one.getFields())
    .map(({ name }) => `... on ${name} { id }`)
    .join(' ');

/** What answers say of objects with an id: for each `Type:id field`, the different values. */
export class Contents {
  private readonly values = new Map<string, Set<string>>();

  constructor(private readonly idOf = (one: Record<string, unknown>) => one.id) {}

  add(answer: unknown): void {
    if (Array.isArray(answer)) for (const one of answer) this.add(one);
    if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return;
    const fields = answer as Record<string, unknown>;
    const reference = this.referenceTo(fields);
    for (const [name, value] of Object.entries(fields)) {
      this.add(value);
      const content = this.contentOf(value);
      if (reference === undefined || content === undefined) continue;
      const key = `${reference} ${name}`;
      this.values.set(key, (this.values.get(key) ?? new Set()).add(content));
    }
  }

  get size(): number {
    return this.values.size;
  }

  /** The fields that have more than one value. */
  contradictions(): string[] {
    return [...this.values]
      .filter(([, values]) => values.size > 1)
      .map(([key, values]) => `${key}: ${[...values].join(' | ')}`);
  }

  private referenceTo(one: Record<string, unknown>): string | undefined {
    const id = this.idOf(one);
    return id === undefined ? undefined : `${one.__typename}:${id}`;
  }

  /** A scalar, a reference or a list of such, as text; undefined for what holds objects without an id, whose fields differ by the place that asked. */
  private contentOf(value: unknown): string | undefined {
    const plain = (one: unknown) =>
      one !== null && typeof one === 'object' ? this.referenceTo(one as Record<string, unknown>) : one;
    const list = Array.isArray(value) ? value.map(plain) : plain(value);
    return list === undefined || (Array.isArray(list) && list.includes(undefined)) ? undefined : JSON.stringify(list);
  }
}

/** What a question on the fictional world begins at: the record of a root field of that name. */
export const BEGINNINGS: Readonly<Record<string, string>> = {
  ...{ unit: 'unit-fx-u2', person: 'person-fx-anders', incident: 'incident-fx-i2', location: 'location-fx-l2' },
  ...{ body: 'body-fx-un-commission', finding: 'finding-fx-c', report: 'report-fx-un-2022', node: 'incident-fx-i3' },
};
/** Arguments that fit it, by name. */
const VALUES: Readonly<Record<string, string>> = {
  ...{ on: '"2022-03-20"', from: '"2022-01-01"', to: '"2022-04-12"', months: '12', days: '30', radius: '35.0' },
  ...{ framework: 'ROME_STATUTE_28A', person: '"person-fx-anders"', incident: '"incident-fx-i2"' },
  ...{ a: '"person-fx-anders"', b: '"incident-fx-i2"', text: '"Shelling"' },
  other: '{ excludeReports: ["report-fx-un-2022"] }',
  ids: '["person-fx-berg", "incident-fx-i2", "finding-fx-c", "report-fx-un-2022"]',
};

/** The arguments of a question on the fictional world. */
export const fictionalArgument: ArgumentText = ({ name }, field) =>
  (name === 'id' && BEGINNINGS[field] ? `"${BEGINNINGS[field]}"` : undefined) ?? VALUES[name];

/** A value of each kind that an argument may have. */
const OF_TYPES: Readonly<Record<string, string>> = {
  ...{
    Date: '"2022-03-20"',
    DateTime: '"2026-01-01T00:00:00Z"',
    Boolean: 'true',
    Int: '3',
    Float: '10.0',
    String: '"a"',
  },
};
/** Ids that fit a filter, by the last name on the way to it. */
const OF_FILTERS: Readonly<Record<string, string>> = {
  ...{ within: 'location-fx-velmora', incidentWithin: 'location-fx-velmora', positionedWithin: 'location-fx-velmora' },
  ...{ at: 'unit-fx-u2', by: 'body-fx-un-commission', attributedBy: 'body-fx-un-commission', about: 'unit-fx-u2' },
  ...{ publisher: 'body-fx-un-commission', attributedTo: 'unit-fx-u2', addressees: 'unit-fx-u2', dataset: 'fictional' },
  ...{ concerns: 'incident-fx-i2', excludeReports: 'report-fx-un-2022', excludePublishers: 'body-fx-archive' },
  ...{ excludeDatasets: 'fictional' },
};

/** One way to give an argument: its text, and the place in the schema that it reaches, `Type.field(argument)` or `Input.field`. */
export interface ArgumentCase {
  readonly text: string;
  readonly reaches: readonly string[];
}

/** Every way to give an argument or a field of an input: each value of an enum, and each field of an input alone. */
export function argumentCases(type: GraphQLInputType, name: string, place: string): ArgumentCase[] {
  const isList = isListType(getNullableType(type));
  const named = getNamedType(type);
  const listed = ({ text, reaches }: ArgumentCase) => ({
    text: isList ? `[${text}]` : text,
    reaches: [place, ...reaches],
  });
  if (isEnumType(named))
    return named.getValues().map((value) =>
      listed({
        text: value.name,
        reaches: [`${named.name}.${value.name}`, ...(isOrder(named.name) ? [`${place} ${value.name}`] : [])],
      }),
    );
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields());
    const needed = fields.filter((field) => isRequiredInputField(field));
    const casesOf = (field: GraphQLInputField) => argumentCases(field.type, field.name, `${named.name}.${field.name}`);
    const rest = needed.map((field) => `${field.name}: ${casesOf(field)[0]?.text}`);
    const all = fields.flatMap((field) => casesOf(field).map((one) => ({ field, one })));
    return all.map(({ field, one }) =>
      listed({
        text: `{ ${[...rest.filter((text) => !text.startsWith(`${field.name}:`)), `${field.name}: ${one.text}`].join(', ')} }`,
        reaches: [...one.reaches, ...needed.map((other) => `${named.name}.${other.name}`)],
      }),
    );
  }
  const id = OF_FILTERS[name] ?? BEGINNINGS[name] ?? 'unit-fx-u2';
  return [listed({ text: named.name === 'ID' ? `"${id}"` : (OF_TYPES[named.name] ?? '"a"'), reaches: [] })];
}

/** An order is asked of each list, any other word once. */
const isOrder = (name: string) => name.endsWith('Order');

const isRequiredInputField = ({ type, defaultValue }: GraphQLInputField) =>
  getNullableType(type) !== type && defaultValue === undefined;

export interface ArgumentQuestion {
  readonly source: string;
  /** What it reaches: arguments, fields of inputs, values of enums. */
  readonly reaches: readonly string[];
}

/**
 * Questions for each way to give each argument of a field of `Query`, and of the record that a root field begins at. A
 * question that reaches nothing which those before do not reach is left out: the same lens is asked for once.
 */
export function questionsOnArguments(schema: GraphQLSchema): ArgumentQuestion[] {
  const query = schema.getQueryType() as GraphQLObjectType;
  const nested = Object.entries(BEGINNINGS).flatMap(([root, id]) => {
    const type = getNamedType(query.getFields()[root]?.type);
    return isObjectType(type) ? fieldsToAsk(schema, type, (text) => `{ ${root}(id: "${id}") { ${text} } }`) : [];
  });
  const reached = new Set<string>();
  return [...fieldsToAsk(schema, query, (text) => `{ ${text} }`), ...nested].filter(({ reaches }) => {
    const isNew = reaches.some((place) => !reached.has(place));
    for (const place of reaches) reached.add(place);
    return isNew;
  });
}

/** What a reader may ask for below these fields of `Query`: fields, arguments, fields of inputs and values of enums. */
export function placesBelow(schema: GraphQLSchema, roots: readonly GraphQLField<unknown, unknown>[]): string[] {
  const places = new Set<string>();
  const visited = new Set<string>();
  const input = (type: GraphQLNamedType) => {
    if (visited.has(type.name)) return;
    visited.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) places.add(`${type.name}.${name}`);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      places.add(`${type.name}.${field.name}`);
      input(getNamedType(field.type));
    }
  };
  const output = (parent: GraphQLNamedType, field: GraphQLField<unknown, unknown>) => {
    places.add(`${parent.name}.${field.name}`);
    for (const { name, type } of field.args) {
      places.add(`${parent.name}.${field.name}(${name})`);
      input(getNamedType(type));
    }
    for (const type of objectTypes(schema, getNamedType(field.type))) {
      if (visited.has(type.name)) continue;
      visited.add(type.name);
      for (const inner of Object.values(type.getFields())) output(type, inner);
    }
  };
  for (const field of roots) output(schema.getQueryType() as GraphQLObjectType, field);
  return [...places].sort();
}

function fieldsToAsk(schema: GraphQLSchema, parent: GraphQLObjectType, within: (text: string) => string) {
  return Object.values(parent.getFields()).flatMap((field) => {
    const presets = field.args.map((argument) => ({
      argument,
      text: fictionalArgument(argument, field.name, parent.name),
    }));
    if (presets.some(({ argument, text }) => text === undefined && isRequiredArgument(argument))) return [];
    const selection = briefly(schema, getNamedType(field.type));
    return field.args.flatMap((argument) =>
      argumentCases(argument.type, argument.name, `${parent.name}.${field.name}(${argument.name})`).map(
        ({ text, reaches }) => {
          const rest = presets.filter((one) => one.argument !== argument && one.text !== undefined);
          const texts = [...rest.map((one) => `${one.argument.name}: ${one.text}`), `${argument.name}: ${text}`];
          return { source: within(`${field.name}(${texts.join(', ')})${selection}`), reaches };
        },
      ),
    );
  });
}

/** What tells two answers apart: ids and plain values, and of a list how long it is. */
function briefly(schema: GraphQLSchema, type: GraphQLNamedType, depth = 2): string {
  if (isLeafType(type)) return '';
  const arms = objectTypes(schema, type).map((one) => {
    const fields = Object.values(one.getFields()).flatMap((field) => {
      if (field.args.some(isRequiredArgument)) return [];
      const inner = getNamedType(field.type);
      if (isLeafType(inner)) return [`${one.name}_${field.name}: ${field.name}`];
      const isPart = /^(nodes|edges|node|pageInfo)$/.test(field.name) && field.name !== 'edges';
      return isPart && depth > 1
        ? [`${one.name}_${field.name}: ${field.name}${briefly(schema, inner, depth - 1)}`]
        : [];
    });
    return `... on ${one.name} { ${fields.join(' ')} }`;
  });
  return ` { __typename ${arms.join(' ')} }`.replace(/\.\.\. on \w+ \{ {2}\}/g, '');
}
