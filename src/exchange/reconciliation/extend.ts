import type { Context } from '../../context.js';
import type { View } from '../../model/lens.js';
import { neededFor, PROPERTIES, propertyOf } from './properties.rules.js';
import type { Property, PropertyValue } from './property.rules.js';
import { type ReconciliationEntity, typeOf } from './reconciliation.rules.js';
import { recordsByRequestedId } from './reconciliation-entities.js';
import type { AskedExtension, CONTENTS } from './reconciliation-request.js';

/** Values of properties of entities that a client has matched, to put beside them. */

type Content = (typeof CONTENTS)[number];
type Cell = Readonly<Record<string, string | number>>;

/** The settings that a user may give each property. */
export const SETTINGS = [
  {
    name: 'limit',
    label: 'Most values',
    type: 'number',
    default: 0,
    help_text: 'The most values to take for one entity; 0 for all.',
  },
  {
    name: 'content',
    label: 'Entities as',
    type: 'select',
    default: 'entity',
    help_text: 'What to take of values that are entities themselves.',
    choices: [
      { value: 'entity', name: 'Matched entities' },
      { value: 'literal', name: 'Names' },
      { value: 'id', name: 'Ids' },
    ],
  },
] as const;

/** Properties and, for each id asked for, their values. An id that was merged away has those of the entity that is left; an id under which there is nothing has none. */
export async function extend(context: Context, view: View, { ids, properties }: AskedExtension) {
  const requestedProperties = properties.map(({ id, settings }) => ({
    id,
    property: propertyOf(id),
    limit: settings?.limit || Number.POSITIVE_INFINITY,
    content: settings?.content ?? 'entity',
  }));
  const needed = neededFor(requestedProperties.flatMap(({ property }) => property ?? []));
  const records = await recordsByRequestedId(context, view, ids, needed);
  const rowOf = (record: ReconciliationEntity | undefined) =>
    Object.fromEntries(
      requestedProperties.map(({ id, property, limit, content }) => [
        id,
        (record && property ? property.values(record) : []).slice(0, limit).map((value) => cell(value, content)),
      ]),
    );
  return {
    meta: requestedProperties.map(({ id, property, content }) => about(id, property, content)),
    rows: Object.fromEntries(ids.map((id) => [id, rowOf(records.get(id))])),
  };
}

function about(id: string, property: Property | undefined, content: Content) {
  const { name = id, of } = property ?? {};
  return { id, name, ...(of && content === 'entity' && { type: typeOf(of) }) };
}

/** A value as the protocol writes it; an empty object holds the place of one that is not known. */
function cell(value: PropertyValue | null, content: Content): Cell {
  if (value === null) return {};
  if (value.number !== undefined) return { float: value.number };
  if (value.id === undefined || content === 'literal') return { str: value.text };
  if (content === 'id') return { str: value.id };
  return { id: value.id, name: value.text, ...(value.description && { description: value.description }) };
}

/** The properties that entities of a type have; of an unknown type, and of none, all of them. */
export function propose({ type, limit }: { readonly type: string; readonly limit?: number | undefined }) {
  const fitting = PROPERTIES.filter(({ types }) => types.some((own) => own === type));
  const properties = (fitting.length > 0 ? fitting : PROPERTIES)
    .slice(0, limit || undefined)
    .map(({ id, name, description }) => ({ id, name, description }));
  return { type, ...(limit !== undefined && { limit }), properties };
}
