import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
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
    return key === null ? [] : [{ key, selection: selectionOn(getNamedType(field.type)) }];
  });
  for (let next = waiting.shift(); next; next = waiting.shift()) expand(next);
  return {
    questions: branches.flatMap(({ key, selection: { below, ...own } }) =>
      (below.length > 0 ? below.map((one) => [one]) : [[]]).map(
        (part) => `{ ${key} ${selectionText(schema, { ...own, below: part })} }`,
      ),
    ),
    skipped: [...skipped].sort(),
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
  ids: '["person-fx-berg", "incident-fx-i2", "finding-fx-c", "report-fx-un-2022"]',
};

/** The arguments of a question on the fictional world. */
export const fictionalArgument: ArgumentText = ({ name }, field) =>
  (name === 'id' && BEGINNINGS[field] ? `"${BEGINNINGS[field]}"` : undefined) ?? VALUES[name];
