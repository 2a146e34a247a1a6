import { type Field, type Fields, isStoredValue } from '../../model/record/fields/field.js';
import { propertyNames } from '../../model/record/fields/stored.js';
import { words } from '../../model/vocabulary.js';
import { nodesById } from './by-id.cypher.js';
import { codesOf, heldReportsAlong, idsAlong, nameOf, withSource } from './visible.cypher.js';

/** The fields of records as entries of a Cypher map over `n`: what a loader reads of a record. */

/** Each field of the table: a value under its name, a reference as the id or ids of its ends, both ends of a range as one. */
export function fieldEntries(fields: Fields): string[] {
  const entries = Object.entries(fields);
  const ends = entries.filter(([, { type }]) => type === 'END');
  return [
    ...entries.flatMap(([name, field]) => entryOf(name, field)),
    ...(ends.length === 0 ? [] : [rangeEntry(ends)]),
  ];
}

/** Both ends of a range; null where no source dates them. */
function rangeEntry(ends: readonly (readonly [string, Field])[]): string {
  const properties = ends.flatMap(([name, field]) => propertyNames(name, field));
  const map = `n {${properties.map((property) => `.${property}`).join(', ')}}`;
  return `range: CASE WHEN n.first IS NOT NULL THEN ${map} END`;
}

/** Reports alone are asked whether the reader may know of them: to ask it of ends of other kinds makes planning half as long again. */
const endsOf = ({ prefixes = [] }: Field) => (prefixes.join() === 'report' ? heldReportsAlong : idsAlong);

function entryOf(name: string, field: Field): string[] {
  const { type, property = name, link = '', licensedBy, hidden, fact = '', answer = name, vocabulary } = field;
  if (hidden) return [];
  if (type === 'REFERENCE') return [`${name}Id: head([(n)-[:${link}]->(end) | end.id])`];
  if (type === 'REFERENCES') return [`${name}Ids: ${endsOf(field)('n', link)}`];
  if (type === 'FACTS') return [`${answer}: ${codesOf('n', fact, vocabulary && words(vocabulary))}`];
  if (!isStoredValue(field)) return [];
  if (licensedBy) return [`${name}: ${withSource('n', property, licensedBy)}`];
  return [property === name ? `.${name}` : `${name}: n.${property}`];
}

/** The row of an entity by its table; `name` must be bound. */
export const entityRow = (label: string, fields: Fields) =>
  `n {${['.id', 'name: name', `label: '${label}'`, ...fieldEntries(fields)].join(', ')}}`;

/** The row of an entity that the reader may know of, by id. */
export const entityById = (label: string, fields: Fields) => ({
  name: `${label} by id`,
  text: namedById(label, entityRow(label, fields)),
});

/** No more than what it is called. */
export const entityInBrief = (label: string) => ({
  name: `${label} in brief`,
  text: namedById(label, entityRow(label, {})),
});

const namedById = (label: string, row: string) => `UNWIND $about.ids AS id ${nodesById('n', label)}
WITH id, n, ${nameOf('n')} AS name WHERE name IS NOT NULL
RETURN id, ${row} AS row`;
