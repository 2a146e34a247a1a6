import type { KeyingConfig } from '@urql/exchange-graphcache';
import { OBJECT_TYPES } from './types.js';

/**
 * For `cacheExchange({ keys })` of urql's Graphcache. What a record says depends on the lens of the question, and an id
 * does not name the lens. So an object is kept at its place in the answer, below the arguments of its question, and not
 * under its id.
 */
export const keys: KeyingConfig = Object.fromEntries(OBJECT_TYPES.map((type) => [type, () => null]));
