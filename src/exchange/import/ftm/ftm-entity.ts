import { valueForReport } from '../record/validate-record.js';
import type { ImportReport, Origin } from '../report/import-report.js';

/** One entity of FollowTheMoney, read property by property. It remembers what was read, so that the rest can be told. */

const CONTROL = /[^\P{Cc}\n\t]/gu;

/** Members beside id, schema and properties that say something of the world. */
const READ_MEMBERS = ['id', 'schema', 'properties', 'caption', 'referents', 'last_seen'];

/** Entities stand in entities so deep at most. */
const DEEPEST = 10;

/** What is wrong with a line. */
export interface Misread {
  readonly expected: string;
  readonly got: string;
  /** What follows, where it is something else than that the line is not imported. */
  readonly message?: string;
}

export class FtmEntity {
  /** By property: the values that were read. */
  private readonly readValues = new Map<string, Set<string>>();

  constructor(
    readonly origin: Origin,
    readonly id: string,
    readonly schema: string,
    private readonly properties: ReadonlyMap<string, readonly string[]>,
    readonly caption: string,
    /** Ids that it had before it was merged. */
    readonly referents: readonly string[],
    /** Members that are not imported. */
    readonly members: readonly string[],
    /** Properties out of whose texts control characters were taken. */
    readonly cleaned: readonly string[],
    /** The day on which those who made the file last saw it in its source; empty where they do not say. */
    readonly seenOn: string,
    /** True where it stands inside of another entity. */
    readonly isNested: boolean,
  ) {}

  /** The values of a property, each once. */
  values(name: string): readonly string[] {
    const values = this.peek(name);
    this.readValues.set(name, new Set(values));
    return values;
  }

  /** The first value of the first of these properties that has one; further values stay for `tellDropped`. */
  first(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const [value] = this.peek(name);
      if (value === undefined) continue;
      this.take(name, value);
      return value;
    }
    return undefined;
  }

  /** The values of a property, which somebody else reads. */
  peek(name: string): readonly string[] {
    return this.properties.get(name) ?? [];
  }

  /** Whether a property names an id. */
  names(id: string): boolean {
    return [...this.properties.values()].some((values) => values.includes(id));
  }

  /** Marks one value as read. */
  take(name: string, value: string): void {
    this.readValues.set(name, (this.readValues.get(name) ?? new Set()).add(value));
  }

  has(name: string): boolean {
    return this.properties.has(name);
  }

  at(column: string): Origin {
    return { ...this.origin, column };
  }

  /** Takes values back: they found no place after all. */
  leave(name: string): void {
    this.readValues.delete(name);
  }

  /** Warns of the values that nobody has read. */
  reportDropped(report: ImportReport): void {
    const dropped = [...this.properties]
      .map(([name, values]) => [name, values.filter((value) => !this.readValues.get(name)?.has(value))] as const)
      .filter(([, values]) => values.length > 0);
    if (dropped.length === 0) return;
    const got = dropped.map(([name, values]) => `${name}=${values.join(' | ')}`).join('; ');
    report.warning(
      this.at('properties'),
      'properties that are imported',
      got,
      `This ${this.schema} has properties that are not imported.`,
    );
  }
}

/** A line of a delta that deletes an entity. */
export class Deletion {
  constructor(
    readonly origin: Origin,
    readonly id: string,
  ) {}
}

/** Reads a line: an entity, with those that stand inside of it, or a change of one. */
export function parseLine(file: string, row: number, text: string): FtmEntity[] | Deletion | Misread {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { expected: 'an object of JSON', got: text };
  }
  const members = membersOf(value);
  if (!members) return { expected: 'an object of JSON', got: valueForReport(value) };
  const [op, changed] = [members.get('op'), membersOf(members.get('entity'))];
  if (typeof op !== 'string' || !changed) return entitiesIn({ file, row }, members, 0);
  if (op !== 'DEL') return entitiesIn({ file, row }, changed, 0);
  const id = changed.get('id');
  if (typeof id === 'string' && id !== '') return new Deletion({ file, row }, id);
  return { expected: 'the id of an entity, as a text', got: valueForReport(id) };
}

type Members = ReadonlyMap<string, unknown>;

const membersOf = (value: unknown): Members | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;

/** An entity, followed by those that stand in its properties; in their place it names their ids. */
function entitiesIn(origin: Origin, members: Members, depth: number): FtmEntity[] | Misread {
  const [id, schema] = [members.get('id'), members.get('schema')];
  if (typeof id !== 'string' || id === '') return { expected: 'an id, as a text', got: valueForReport(id) };
  if (typeof schema !== 'string') return { expected: 'a schema, as a text', got: valueForReport(schema) };
  const inner: FtmEntity[] = [];
  const properties = propertiesIn(members.get('properties'), (value) => {
    const nested = depth < DEEPEST ? membersOf(value) : undefined;
    const entities = nested?.has('schema') ? entitiesIn(origin, nested, depth + 1) : undefined;
    if (!Array.isArray(entities)) return undefined;
    inner.push(...entities);
    return entities[0]?.names(id) ? [] : entities.slice(0, 1).map((entity) => entity.id);
  });
  if (!(properties instanceof Map)) return properties;
  const [values, cleaned] = withoutControls(properties);
  const caption = members.get('caption');
  const others = [...members.keys()].filter((name) => !READ_MEMBERS.includes(name));
  const [timestamp = ''] = [...(values.get('retrievedAt') ?? []), ...texts(members.get('last_seen'))];
  const entity = new FtmEntity(
    origin,
    id,
    schema,
    values,
    typeof caption === 'string' ? caption : '',
    texts(members.get('referents')).filter((referent) => referent !== id),
    others.filter((name) => texts(members.get(name)).length > 0),
    cleaned,
    /^\d{4}-\d{2}-\d{2}/.exec(timestamp)?.[0] ?? '',
    depth > 0,
  );
  return [entity, ...inner];
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');

/** The values by property. `entityIn` gives the id of an entity that stands in place of a text, where the property does not lead back from it. */
function propertiesIn(
  value: unknown,
  entityIn: (value: unknown) => string[] | undefined,
): Map<string, readonly string[]> | Misread {
  const members = membersOf(value);
  if (!members) return { expected: 'properties, as an object', got: valueForReport(value) };
  const properties = new Map<string, readonly string[]>();
  for (const [name, rawValues] of members) {
    const list: string[] = [];
    for (const raw of Array.isArray(rawValues) ? rawValues : [rawValues]) {
      const values = typeof raw === 'string' ? [raw] : entityIn(raw);
      if (!values) return { expected: `a list of texts as ${name}`, got: valueForReport(raw) };
      list.push(...values);
    }
    properties.set(name, list);
  }
  return properties;
}

/** Values without control characters, each once, and the properties that had some. */
function withoutControls(properties: ReadonlyMap<string, readonly string[]>): [Map<string, string[]>, string[]] {
  const clean = [...properties].map(([name, values]): [string, string[]] => [
    name,
    [...new Set(values.map((value) => value.replace(CONTROL, '').trim()).filter((value) => value !== ''))],
  ]);
  const changed = [...properties].filter(([, values]) => values.some((value) => value.search(CONTROL) >= 0));
  return [new Map(clean.filter(([, values]) => values.length > 0)), changed.map(([name]) => name)];
}
