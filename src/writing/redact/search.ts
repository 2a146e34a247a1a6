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
  const [first, rest] = [new Map<string, Remainder>(), new Map<string, Remainder>()];
  const all = [...words, ...others];
  if (all.length === 0) return [];
  for await (const record of tx.run(ALL_TEXTS)) {
    const { kind, id, places } = record.toObject() as unknown as Holder;
    for (const { property, texts } of places) {
      // Of the texts of a whole graph few hold any, so only these are read for the words alone.
      const hits = [texts].flat().filter((text) => holdsWord(text, all));
      if (hits.length === 0) continue;
      const found = hits.some((text) => holdsWord(text, words)) ? first : rest;
      found.set(`${kind} ${id} ${property}`, { kind, id, property });
    }
  }
  return [first, rest].flatMap((places) => [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place));
}
