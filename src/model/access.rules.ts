import { ACCESS, type Word, words } from './vocabulary.js';

/**
 * The ladder of access: which readers see a record. Cypher decides the same in `visible.cypher.ts`; a test holds one
 * against the other.
 */

/** The access levels, lowest first. The place of a level in this list is its rank. */
export const ACCESS_LEVELS = words(ACCESS);

export type AccessLevel = Word<typeof ACCESS>;

/** The rank of what no reader sees. */
export const NOBODY = ACCESS_LEVELS.length;

/** The rank of a level. No reader reaches what is not a level. */
export function rankOf(level: unknown): number {
  const rank = ACCESS_LEVELS.indexOf(level as AccessLevel);
  return rank === -1 ? NOBODY : rank;
}

/** The levels that a reader of a level reaches, lowest first. */
export const levelsUpTo = (level: AccessLevel): readonly AccessLevel[] => ACCESS_LEVELS.slice(0, rankOf(level) + 1);

/** The levels whose readers see what has a rank. */
export const levelsFrom = (rank: number): readonly AccessLevel[] => ACCESS_LEVELS.slice(rank);

/** The lowest rank that sees a statement: the reader reaches its own level and the level of one report that it cites. */
export const statementRank = (own: number, reports: readonly number[]): number =>
  Math.max(own, Math.min(NOBODY, ...reports));

/** The lowest rank that sees an entity: the reader sees one of its names. */
export const entityRank = (names: readonly number[]): number => Math.min(NOBODY, ...names);
