import { type ImpreciseDate, type ImpreciseRange, UNDATED } from '../../date-range.js';
import { type Field, type Fields, isStoredValue } from './field.js';

/** How the fields of a record stand in the graph: as properties of its node, and as links that leave it. */

export type StoredValue = string | number | boolean | string[] | null;
export type Properties = Record<string, StoredValue>;

export interface RecordLink {
  readonly type: string;
  readonly to: string;
  readonly properties: Properties;
}

type Values = Readonly<Record<string, unknown>>;

interface RangeEnd {
  readonly date: ImpreciseDate;
  readonly hardness: ImpreciseRange['firstHardness'] | ImpreciseRange['lastHardness'];
}

/** The readings that a date has beside its text: its first and its last day. */
export const dateNames = (property: string) => [property, `${property}Min`, `${property}Max`] as const;

/** The properties that a field fills. */
export function propertyNames(name: string, field: Field): readonly string[] {
  const { type, property = name, fields = {} } = field;
  switch (type) {
    case 'DATE':
      return dateNames(property);
    case 'END':
      return [...dateNames(property), `${property}Hardness`];
    case 'GROUP':
      return Object.entries(fields).flatMap(([inner, own]) => propertyNames(inner, own));
    default:
      return isStoredValue(field) ? [property] : [];
  }
}

/** The properties of the node of a record. What is not said is absent, but for what an identity holds as null. */
export function propertiesOf(fields: Fields, record: Values): Properties {
  return Object.assign({}, ...Object.entries(fields).map(([name, field]) => propertiesIn(name, field, record[name])));
}

function propertiesIn(name: string, field: Field, value: unknown): Properties {
  const names = propertyNames(name, field);
  if (names.length === 0) return {};
  if (value === undefined && field.type === 'END')
    return pairs(names, [null, UNDATED.min, UNDATED.max, citedBound(field)]);
  if (value === undefined) return field.nullInIdentity ? Object.fromEntries(names.map((one) => [one, null])) : {};
  if (field.type === 'GROUP') return propertiesOf(field.fields ?? {}, value as Values);
  if (field.type === 'DATE') return pairs(names, readings(value as ImpreciseDate));
  if (field.type !== 'END') return pairs(names, [value as StoredValue]);
  const { date, hardness } = value as RangeEnd;
  return pairs(names, [...readings(date), hardness]);
}

/** An end that no source dates is no stated one. */
const citedBound = ({ hardness = [] }: Field) => hardness.find((word) => word.endsWith('_CITED')) ?? null;

const readings = ({ text, min, max }: ImpreciseDate) => [text, min, max];
const pairs = (names: readonly string[], values: readonly StoredValue[]): Properties =>
  Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));

/** The ids that the references of a record lead to, by type of link. */
export function endsOf(fields: Fields, record: Values): Record<string, string[]> {
  const ends: Record<string, string[]> = {};
  for (const [name, { type, link = '', nullInIdentity }] of Object.entries(fields)) {
    const value = record[name] as string | string[] | undefined;
    if (type !== 'REFERENCE' && type !== 'REFERENCES') continue;
    if (value !== undefined || nullInIdentity) ends[link] = [value ?? []].flat();
  }
  return ends;
}

/** The links that leave the node of a record: its references, and its parts with what they say. */
export function linksOf(fields: Fields, record: Values): RecordLink[] {
  return Object.entries(fields).flatMap(([name, field]): RecordLink[] => {
    if (field.type === 'PARTS') return ((record[name] ?? []) as Values[]).map((part) => partLink(field, part));
    const ends = endsOf({ [name]: field }, record);
    return Object.entries(ends).flatMap(([type, ids]) => ids.map((to) => ({ type, to, properties: {} })));
  });
}

/** What a part or citation says beside its end, which its first field names. */
export const besideEnd = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).slice(1));

/** The end of a part is a code, which is written with spaces or without. */
function partLink({ fields = {}, link = '' }: Field, part: Values): RecordLink {
  const [end = ''] = Object.keys(fields);
  return { type: link, to: String(part[end]).replace(/\s+/g, ''), properties: propertiesOf(besideEnd(fields), part) };
}

/** A node with the links that leave it. */
export interface StoredRecord {
  readonly id: string;
  readonly properties: Values;
  readonly links: readonly Pick<StoredLink, 'type' | 'to' | 'properties'>[];
}

interface StoredLink {
  readonly type: string;
  readonly to: string;
  readonly properties: Values;
}

/** A record as an author would have written it, from its node and links: what `propertiesOf` and `linksOf` made of it. */
export function recordOf(fields: Fields, node: StoredRecord): Values {
  return Object.fromEntries(
    Object.entries(fields)
      .map(([name, field]) => [name, fieldValue(name, field, node)])
      .filter(([, value]) => value !== undefined),
  );
}

function fieldValue(name: string, field: Field, node: StoredRecord): unknown {
  const { type, property = name, link, fields = {} } = field;
  const links = node.links.filter((one) => one.type === link);
  switch (type) {
    case 'ID':
      return node.id;
    case 'EXTENDS':
    case 'CLAIMS':
    case 'FACTS':
      return undefined;
    case 'END':
      return node.properties[property] == null
        ? undefined
        : `${node.properties[property]} ${node.properties[`${property}Hardness`]}`;
    case 'REFERENCE':
      return links[0]?.to;
    case 'REFERENCES':
      return links.map(({ to }) => to);
    case 'PARTS':
      return links.map((one) => partIn(fields, one));
    case 'CITATIONS': {
      const cites = node.links.filter((one) => one.type === 'CITES').map((one) => partIn(fields, one));
      return cites.length === 0 && field.presence === 'OPTIONAL' ? undefined : cites;
    }
    case 'GROUP': {
      const inner = recordOf(fields, node);
      return Object.keys(inner).length === 0 ? undefined : inner;
    }
    default:
      return node.properties[property];
  }
}

function partIn(fields: Fields, { to, properties }: StoredLink): Values {
  const [end = ''] = Object.keys(fields);
  return { [end]: to, ...recordOf(besideEnd(fields), { id: '', properties, links: [] }) };
}
