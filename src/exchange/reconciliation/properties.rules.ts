import { OWN_PROPERTIES } from './own-properties.rules.js';
import type { Property } from './property.rules.js';
import type { Relation } from './reconciliation.rules.js';
import { RELATED_PROPERTIES } from './related-properties.rules.js';

/** All properties, in the order in which they are proposed. */
const { within, latitude, longitude, ...own } = OWN_PROPERTIES;
export const PROPERTIES: readonly Property[] = Object.values({
  ...own,
  ...RELATED_PROPERTIES,
  within,
  latitude,
  longitude,
});

const BY_ID = new Map(PROPERTIES.map((property) => [property.id, property]));

/** The property under an id; undefined where there is none, whatever the id. */
export const propertyOf = (id: string) => BY_ID.get(id);

/** What must be read for these properties. */
export const neededFor = (properties: readonly Property[]): Relation[] => [
  ...new Set(properties.flatMap(({ needs }) => (needs === undefined ? [] : [needs]))),
];
