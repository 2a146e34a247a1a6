import type { ManagedTransaction } from 'neo4j-driver';
import { REDIRECTED } from '../../graph/query/redirects.cypher.js';
import { claimIdOf } from '../../model/hash.js';
import { viewOf } from '../../model/lens.js';
import { canBeMerged } from '../../model/merged-id.js';
import type { DraftEdge, DraftNode } from '../../model/record/draft.js';
import { recordHash } from '../../model/record/record-hash.js';
import { ACCESS, words } from '../../model/vocabulary.js';
import { batches } from '../change/write-records.js';
import { claimsOf, contentKey, demoted } from './restating.change.js';

/** What is to be written goes to the record that is left, where it names one that was merged away. */

/** The ids that were merged away, each with the one that is left. */
export type Redirects = ReadonlyMap<string, string>;

type Node = Omit<DraftNode, 'origin'>;
type Edge = Omit<DraftEdge, 'origin'>;

/** Some records to be written. */
interface RecordDraft<N extends Node, E extends Edge> {
  readonly nodes: readonly N[];
  readonly edges: readonly E[];
}

/** Of some ids, those that were merged away. Whoever writes may know of every merge. */
export async function redirectsOf(tx: ManagedTransaction, ids: readonly string[]): Promise<Redirects> {
  const redirects = new Map<string, string>();
  const view = viewOf(words(ACCESS));
  for (const some of batches([...new Set(ids)].filter(canBeMerged))) {
    const { records } = await tx.run(REDIRECTED.text, { about: { ids: some }, view });
    for (const record of records) redirects.set(record.get('id'), record.get('row').id);
  }
  return redirects;
}

/** Every id that was merged away. */
export async function allRedirects(tx: ManagedTransaction): Promise<Redirects> {
  const { records } = await tx.run("MATCH (m:Merge {state: 'MERGED'}) RETURN DISTINCT m.from AS id");
  return redirectsOf(
    tx,
    records.map((record) => record.get('id')),
  );
}

/** The ids of a draft that were merged away: those of its entities, and those that its links lead to. */
export const mergedAwayIn = ({ nodes, edges }: RecordDraft<Node, Edge>, redirects: Redirects): string[] =>
  [...new Set([...nodes.map(({ id }) => id), ...edges.map(({ to }) => to)])].filter((id) => redirects.has(id));

/**
 * A draft whose links lead to the records that are left, without the entities that were merged away. A claim gets an id
 * that follows from the one that it had and from where it leads now, so that whoever brings it again finds it.
 */
export function redirected<N extends Node, E extends Edge>(
  { nodes, edges }: RecordDraft<N, E>,
  redirects: Redirects,
): { nodes: N[]; edges: E[] } {
  if (mergedAwayIn({ nodes, edges }, redirects).length === 0) return { nodes: [...nodes], edges: [...edges] };
  const moved = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const left = redirects.get(to);
    if (left !== undefined) moved.set(from, [...(moved.get(from) ?? []), left]);
  }
  const isClaim = new Map(nodes.map(({ id, labels }) => [id, labels.includes('Claim')]));
  const idOf = (id: string) => {
    const ends = moved.get(id);
    return ends && isClaim.get(id) ? claimIdOf([id, [...new Set(ends)].sort()]) : id;
  };
  const remaining = nodes.filter(({ id }) => !redirects.has(id));
  const changed = edges
    .filter(({ from }) => !redirects.has(from))
    .map((edge) => ({ ...edge, from: idOf(edge.from), to: redirects.get(edge.to) ?? edge.to }));
  return {
    nodes: remaining.map((node) => {
      const kind = node.labels.includes('Name') ? 'Name' : '';
      return moved.has(node.id) ? { ...node, id: idOf(node.id), properties: demoted(kind, node.properties) } : node;
    }),
    edges: distinct(changed),
  };
}

/** Links that lead to one record now stand once. */
function distinct<E extends Edge>(edges: readonly E[]): E[] {
  return [...new Map(edges.map((edge) => [linkKey(edge), edge])).values()];
}

const linkKey = ({ from, type, to, properties }: Edge) => JSON.stringify([from, type, to, properties]);

/** What claims of some entities say, by a key that is equal for two that say the same by the same sources: the claim that is there. */
export async function statedOf(
  tx: ManagedTransaction,
  ids: Iterable<string>,
  at: string,
): Promise<Map<string, { readonly id: string; readonly restates: string | null }>> {
  const claimByKey = new Map<string, { id: string; restates: string | null }>();
  for (const id of ids)
    for (const claim of await claimsOf(tx, id, at))
      claimByKey.set(contentKey(claim), { id: claim.id, restates: (claim.properties.restates as string) ?? null });
  return claimByKey;
}

/** The same key of a claim that is drafted. */
export const statementKey = (node: Node, edges: readonly Edge[]): string =>
  contentKey({
    kind: node.labels.find((label) => label !== 'Record' && label !== 'Claim') ?? '',
    properties: node.properties,
    links: edges.filter(({ from }) => from === node.id),
  });

/** The hash of an incident, finding or report that is the same whether it names the records that are left or those that were merged away. */
export function hashWithIdsLeft(
  labels: readonly string[],
  properties: Readonly<Record<string, unknown>>,
  links: readonly Omit<Edge, 'from'>[],
  redirects: Redirects,
): string {
  const followed = links.map(({ type, to, properties: place }) => ({
    type,
    to: redirects.get(to) ?? to,
    properties: place,
  }));
  return recordHash(labels, properties, distinct(followed.map((link) => ({ ...link, from: '' }))));
}
