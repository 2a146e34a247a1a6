import { likenessToTyped, wordsOfName } from '../../model/names/likeness.js';
import { textOrder } from '../../model/order.js';

/** Which names a search has found, by our own comparison of the names that its reader may see. */

/** A visible name, and the entity that bears it. */
export interface NameRow extends Record<string, unknown> {
  readonly id: string;
  readonly label: string;
  readonly matched: string;
  readonly nameId: string;
}

export interface Hit extends NameRow {
  /** From 0 to 100. */
  readonly score: number;
}

/** Below this, what a name has in common with the text is more likely chance. */
const LEAST = 20;

/** The entities that bear the most similar names, each by the best of its names. */
export function rankHits(typed: string, rows: readonly NameRow[], limit: number): Hit[] {
  const words = wordsOfName(typed);
  const best = new Map<string, Hit>();
  for (const row of rows) {
    const hit = { ...row, score: likenessToTyped(words, wordsOfName(row.matched)) };
    const other = best.get(row.id);
    if (hit.score >= LEAST && (other === undefined || inOrder(hit, other) < 0)) best.set(row.id, hit);
  }
  return [...best.values()].sort(inOrder).slice(0, limit);
}

const inOrder = (a: Hit, b: Hit) =>
  b.score - a.score || textOrder(a.matched, b.matched) || textOrder(a.id, b.id) || textOrder(a.nameId, b.nameId);
