import type { ReconciliationEntity, Relation, TypeId } from './reconciliation.rules.js';

/** What a property of entities is: it can be fetched, and it can be asked to agree. */

/** One value of a property. */
export interface PropertyValue {
  /** Where the value is an entity: its id. */
  readonly id?: string;
  readonly text: string;
  /** Where the value is a number. */
  readonly number?: number;
  /** What tells the value from its like. */
  readonly description?: string;
  /** Other words for the same value, by which it is found too. */
  readonly also?: readonly string[];
}

export interface Property {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The types whose entities have it; of others it says nothing. */
  readonly types: readonly TypeId[];
  /** What must be read for it, beside the entity itself. */
  readonly needs?: Relation;
  /** The type of its values where they are entities of one type. */
  readonly of?: TypeId;
  /** Whether a value agrees only letter by letter: codes and dates, unlike names, have no other spellings. */
  readonly exact?: boolean;
  /** The values; null holds the place of one that is not known, so that the columns of posts stay in step. */
  readonly values: (entity: ReconciliationEntity) => readonly (PropertyValue | null)[];
}

/** A value that may not be known. */
export const valueOrNull = (value: string | null): PropertyValue | null => (value === null ? null : { text: value });
