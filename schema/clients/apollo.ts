import type { InMemoryCacheConfig } from '@apollo/client';
import { POSSIBLE_TYPES, QUERIES } from './types.js';

/**
 * For `new InMemoryCache(cacheOptions)` of Apollo Client. What a record says depends on the lens of the question, and an
 * id does not name the lens. So an object is kept at its place in the answer, below the arguments of its question, and
 * not under its id. `possibleTypes` lets fragments on interfaces match.
 */
export const cacheOptions: InMemoryCacheConfig = {
  dataIdFromObject: () => undefined,
  possibleTypes: POSSIBLE_TYPES,
  typePolicies: { Query: { fields: Object.fromEntries(QUERIES.map((name) => [name, { merge: joined }])) } },
};

/**
 * What the cache holds after another answer to the same question, which may have asked for other fields. Two objects
 * become one if they have the same type and id; two lists, if they hold the same records in the same order. Everything
 * else is replaced, so that no object has fields of two records.
 */
export function joined(existing: unknown, incoming: unknown): unknown {
  if (Array.isArray(existing) && Array.isArray(incoming)) {
    const areSame = existing.length === incoming.length && incoming.every((one, at) => isSameRecord(existing[at], one));
    return areSame ? incoming.map((one, at) => joined(existing[at], one)) : incoming;
  }
  if (!isObject(existing) || !isObject(incoming) || !isSame(existing, incoming)) return incoming;
  const fields = Object.entries(incoming).map(([name, value]) => [name, joined(existing[name], value)]);
  return { ...existing, ...Object.fromEntries(fields) };
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: Fields, b: Fields): boolean => a.__typename === b.__typename && a.id === b.id;

const isSameRecord = (a: unknown, b: unknown): boolean =>
  isObject(a) && isObject(b) && b.id !== undefined && isSame(a, b);
