import { claimIdOf, contentHash } from '../../../model/hash.js';
import type { Piece } from './drafts.js';

/**
 * A record that the files state otherwise than before gets an id of its own, made of the id in the files and of what it
 * states: the same content always has the same id. What refers to it is stated anew, and the record with the earlier
 * content stays in the history as it was.
 */

/** The id of a record with new content; the ids of records are at most about a hundred characters long. */
export const revisedId = (id: string, hash: string): string =>
  `${id.slice(0, 80)}-${contentHash([id, hash]).slice(0, 8)}`;

/** A piece whose records have their new ids, and whose claims refer to them. What has a new id names its earlier one. */
export function revising({ nodes, edges, ...rest }: Piece, revised: ReadonlyMap<string, string>): Piece {
  const ids = new Map(revised);
  for (const { id, labels } of nodes) {
    const ends = edges.filter(({ from }) => labels.includes('Claim') && from === id).map(({ to }) => revised.get(to));
    const revisedEnds = [...new Set(ends)].filter((end) => end !== undefined).sort();
    if (revisedEnds.length > 0) ids.set(id, claimIdOf([id, revisedEnds]));
  }
  const idOf = (id: string) => ids.get(id) ?? id;
  return {
    ...rest,
    nodes: nodes.map(({ id, labels, properties }) => ({
      id: idOf(id),
      labels,
      properties: ids.has(id) ? { ...properties, corrects: properties.corrects ?? id } : properties,
    })),
    edges: edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) })),
  };
}
