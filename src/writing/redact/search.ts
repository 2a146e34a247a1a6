import type { ManagedTransaction } from 'neo4j-driver';
import { holdsWord, type SearchedWord } from '../../model/record/redaction.rules.js';
import { ALL_TEXTS } from './redact.cypher.js';

/**
 * Looks for words in texts of the graph. They are compared here and not in Cypher, which knows neither all spaces nor
 * characters without a shape.
 */

/** The keys of the rows of a statement whose `texts` hold one of some words. */
export async function keysHolding<Key>(
  tx: ManagedTransaction,
  statement: string,
  words: readonly SearchedWord[],
): Promise<Key[]> {
  const keys: Key[] = [];
  if (words.length === 0) return keys;
  for await (const record of tx.run(statement)) {
    const texts: readonly (string | null)[] = record.get('texts');
    if (texts.some((text) => text !== null && holdsWord(text, words))) keys.push(record.get('key'));
  }
  return keys;
}

/** Where a text still stands. */
export interface Remainder {
  readonly kind: string;
  readonly id: string | null;
  readonly property: string;
}

interface Holder extends Omit<Remainder, 'property'> {
  readonly places: readonly { readonly property: string; readonly texts: string | readonly string[] }[];
}

/** All places in the graph that hold one of some words, and then those that hold one of some other texts. */
export async function remaindersOf(
  tx: ManagedTransaction,
  words: readonly SearchedWord[],
  others: readonly SearchedWord[],
): Promise<Remainder[]> {
  const searches = [words, others];
  const found = searches.map(() => new Map<string, Remainder>());
  if (searches.every(({ length }) => length === 0)) return [];
  for await (const record of tx.run(ALL_TEXTS)) {
    const { kind, id, places } = record.toObject() as unknown as Holder;
    for (const { property, texts } of places) {
      const index = searches.findIndex((some) => [texts].flat().some((text) => holdsWord(text, some)));
      found[index]?.set(`${kind} ${id} ${property}`, { kind, id, property });
    }
  }
  return found.flatMap((places) => [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place));
}
