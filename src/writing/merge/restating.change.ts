import type { ManagedTransaction } from 'neo4j-driver';
import { heldAt } from '../../graph/query/visible.cypher.js';
import { claimIdOf, contentHash } from '../../model/hash.js';
import type { DraftEdge, DraftNode, Properties } from '../../model/record/draft.js';
import { SEARCH_FIELDS } from '../../model/record/search-fields.js';

/** How the claims of the one that goes become claims of the one that stays. */

interface Link {
  readonly type: string;
  readonly to: string;
  readonly properties: Properties;
}

/** A live claim as the graph has it. */
export interface LiveClaim {
  readonly id: string;
  readonly kind: string;
  readonly labels: readonly string[];
  readonly properties: Properties;
  readonly links: readonly Link[];
}

/** What says how a record came into the graph and out of it, and not what it states. */
const BOOKKEEPING = ['id', 'hash', 'recordedAt', 'retractedAt', 'retraction', 'away', 'standing'];
/** Labels that come with bookkeeping, or that every claim has. */
const NO_KIND = ['Record', 'Claim', 'Restored'];

const CLAIMS = `MATCH (:Record {id: $id})<--(n:Claim) WHERE ${heldAt('n', '$at')}
WITH DISTINCT n ORDER BY n.id
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties,
  COLLECT { MATCH (n)-[link]->(end:Record) RETURN {type: type(link), to: end.id, properties: properties(link)} } AS links`;

/** The claims with a link to an entity that the graph held at an instant, by id. */
export async function claimsOf(tx: ManagedTransaction, id: string, at: string): Promise<LiveClaim[]> {
  const { records } = await tx.run(CLAIMS, { id, at });
  return records.map((record) => {
    const row = record.toObject() as unknown as Omit<LiveClaim, 'kind'>;
    const kind = row.labels.find((label) => !NO_KIND.includes(label)) ?? '';
    const propertyEntries = Object.entries(row.properties).filter(([name]) => !BOOKKEEPING.includes(name));
    return {
      id: row.id,
      kind,
      labels: ['Record', 'Claim', kind],
      properties: Object.fromEntries(propertyEntries),
      links: ordered(row.links),
    };
  });
}

/** The same statement about the one that stays. */
export interface RestatedClaim {
  readonly original: LiveClaim;
  readonly node: DraftNode;
  readonly edges: readonly DraftEdge[];
}

/**
 * A claim restated, with the links that led to the one that goes leading to the one that stays. `restates` is the id under which the claim first came, however often it is
 * restated, so that who brings it again finds it. `line` tells one claim from another in what the invariants say.
 */
export function restate(claim: LiveClaim, from: string, into: string, mergeId: string, line: number): RestatedClaim {
  const id = claimIdOf([mergeId, claim.id]);
  const origin = { file: claim.id, line };
  const properties = { ...demoted(claim.kind, claim.properties), restates: claim.properties.restates ?? claim.id };
  const links = ordered(claim.links.map((link) => (link.to === from ? { ...link, to: into } : link)));
  return {
    original: claim,
    node: { id, labels: claim.labels, properties, origin },
    edges: links.map((link) => ({ ...link, from: id, origin })),
  };
}

/** One entity has one preferred name in a script: that of the one that goes is an alias of the one that stays. */
export const demoted = (kind: string, properties: Properties): Properties =>
  kind === 'Name' && properties.kind === 'PREFERRED' ? { ...properties, kind: 'ALIAS' } : properties;

/** In an order that does not hang on the graph, and each once: a claim may concern both. */
function ordered(links: readonly Link[]): Link[] {
  const keyed = links.map((link) => [contentHash([link.type, link.to, link.properties]), link] as const);
  return [...new Map(keyed.sort(([a], [b]) => (a < b ? -1 : 1))).values()];
}

/** What a claim says nothing with. */
const NOT_SAID = new Set<string>(['restates', 'corrects', ...SEARCH_FIELDS]);

/** Equal for two claims that say the same, with the same sources and grading, of the same ends. */
export function contentKey({ kind, properties, links }: Pick<LiveClaim, 'kind' | 'properties' | 'links'>): string {
  const content = Object.fromEntries(Object.entries(properties).filter(([name]) => !NOT_SAID.has(name)));
  const ends = links.map(({ type, to, properties }) => ({ type, to, properties }));
  return contentHash([kind, demoted(kind, content), ordered(ends)]);
}
