import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../../graph/graph.js';
import { recordsById } from '../../../graph/query/by-id.cypher.js';
import { END_OF_TIME } from '../../../model/lens.js';
import { withoutNull } from '../../../model/without.js';
import { batches, type Stored, stored } from '../../../writing/change/write-records.js';
import {
  allRedirects,
  hashWithIdsLeft,
  mergedAwayIn,
  type Redirects,
  redirected,
  statedOf,
  statementKey,
} from '../../../writing/merge/follow-redirects.js';
import type { ImportReport } from '../report/import-report.js';
import type { Piece } from './drafts.js';
import type { Spool } from './spool.js';

/**
 * Files that name a person or unit by an id that was merged away. What they state goes to the record that is left, unless
 * the graph has it already: as the files state it, before the merge, or of the record that is left.
 */

/** What of the files the graph has already, by another id or of another record than they say. */
export interface AlreadyStated {
  readonly unchanged: number;
  /** Retracted by an editor before the merge: it stays so. */
  readonly left: number;
}

const NOTHING: AlreadyStated = { unchanged: 0, left: 0 };

/** Follows merged ids in all pieces, tells every place that names one, and remembers the pieces as they are then. */
export async function followMergedAway(
  graph: Graph,
  spool: Spool,
  remember: (piece: Piece, alreadyStated: readonly string[]) => void,
  report: ImportReport,
): Promise<AlreadyStated | undefined> {
  const redirects = await graph.write('import: merged away', allRedirects);
  if (redirects.size === 0) return undefined;
  const named = await namedIn(spool, redirects);
  if (named.left.size === 0) return undefined;
  const holdings = await graph.write('import: stated of merged records', (tx) => knownOf(tx, named, redirects));
  const follower = new Follower(redirects, holdings, report);
  await spool.replace((piece) => {
    const { piece: followed, alreadyStated } = follower.follow(piece);
    remember(followed, alreadyStated);
    return followed;
  });
  return follower.counts;
}

/** What the files name: records that others were merged into, and the ids of the statements that may be there already. */
interface Named {
  readonly left: ReadonlySet<string>;
  readonly statements: ReadonlySet<string>;
}

async function namedIn(spool: Spool, redirects: Redirects): Promise<Named> {
  const remaining = new Set(redirects.values());
  const left = new Set<string>();
  const statements = new Set<string>();
  const leftOf = (id: string) => redirects.get(id) ?? (remaining.has(id) ? id : undefined);
  for await (const { nodes, edges } of spool.parts()) {
    for (const id of nodes.flatMap((node) => redirects.get(node.id) ?? [])) left.add(id);
    for (const { from, to } of edges.filter((edge) => leftOf(edge.to) !== undefined)) {
      left.add(leftOf(to) ?? to);
      statements.add(from);
    }
  }
  return { left, statements };
}

interface Holdings {
  /** What stands under the ids of the statements. */
  readonly stored: ReadonlyMap<string, Stored>;
  /** Of incidents, findings and reports among them, a hash that does not tell merged ids apart. */
  readonly hashes: ReadonlyMap<string, string>;
  /** What claims say of the records that are left. */
  readonly claims: Awaited<ReturnType<typeof statedOf>>;
}

async function knownOf(tx: ManagedTransaction, { left, statements }: Named, redirects: Redirects): Promise<Holdings> {
  const ids = [...statements];
  return {
    stored: await stored(tx, ids),
    hashes: await hashesOf(tx, ids, redirects),
    claims: await statedOf(tx, left, END_OF_TIME),
  };
}

/** Links that a merge made were not stated; those that it ended were. */
const STATEMENTS = `UNWIND $ids AS id ${recordsById('id')} WHERE NOT n:Claim
RETURN id, labels(n) AS labels, properties(n) AS properties, COLLECT {
  MATCH (n)-[link]->(end) WHERE link.recordedAt IS NULL AND NOT end:Superseded
  RETURN {type: type(link), to: coalesce(end.id, end.code), properties: link {.*, retractedAt: null, away: null}}
} AS links`;

async function hashesOf(
  tx: ManagedTransaction,
  ids: readonly string[],
  redirects: Redirects,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const some of batches(ids)) {
    const { records } = await tx.run(STATEMENTS, { ids: some });
    for (const record of records) {
      const { id, labels, properties, links } = record.toObject();
      const linksAtFirst = links.map((link: Piece['edges'][number]) => ({
        ...link,
        properties: withoutNull(link.properties),
      }));
      hashes.set(id, hashWithIdsLeft(labels, properties, linksAtFirst, redirects));
    }
  }
  return hashes;
}

class Follower {
  counts: AlreadyStated = NOTHING;

  /** What claims of the files say of records that are left, by the same key as those of the graph. */
  private readonly declared = new Set<string>();
  private readonly remaining: ReadonlySet<string>;

  constructor(
    private readonly redirects: Redirects,
    private readonly holdings: Holdings,
    private readonly report: ImportReport,
  ) {
    this.remaining = new Set(redirects.values());
  }

  follow(piece: Piece): { readonly piece: Piece; readonly alreadyStated: readonly string[] } {
    for (const id of mergedAwayIn(piece, this.redirects))
      this.report.warning(piece.origin, `${this.redirects.get(id)}, the record that is left`, id, MERGED_AWAY);
    const before = this.without(piece, (node) => this.asItWas(node, piece));
    const now = { ...piece, ...redirected(before.piece, this.redirects) };
    const after = this.without(now, (node) => this.asItIs(node, now));
    const bare = this.without(after.piece, (node) => this.nameless(node, after.piece));
    return { piece: bare.piece, alreadyStated: [...before.ids, ...after.ids, ...bare.ids] };
  }

  /** A record that others were merged into, of which the piece says no name that the graph has not. */
  private nameless({ id, labels }: Piece['nodes'][number], { nodes, edges }: Piece): string | undefined {
    if (!labels.includes('Entity') || !this.remaining.has(id)) return undefined;
    const names = new Set(nodes.filter((node) => node.labels.includes('Name')).map((node) => node.id));
    const isNamed = edges.some(({ type, from, to }) => type === 'OF' && to === id && names.has(from));
    return isNamed ? undefined : this.count('unchanged', id);
  }

  /** A piece without those records that the graph has, with the ids under which these were stated. */
  private without(piece: Piece, idThere: (node: Piece['nodes'][number]) => string | undefined) {
    const there = new Map(
      piece.nodes.flatMap((node) => {
        const id = idThere(node);
        return id === undefined ? [] : [[node.id, id] as const];
      }),
    );
    if (there.size === 0) return { piece, ids: [] };
    return {
      piece: {
        ...piece,
        nodes: piece.nodes.filter(({ id }) => !there.has(id)),
        edges: piece.edges.filter(({ from }) => !there.has(from)),
      },
      ids: [...there.values()],
    };
  }

  /** The graph has it word by word, from before the merge. */
  private asItWas({ id, labels, properties }: Piece['nodes'][number], { origin, edges }: Piece): string | undefined {
    const found = this.holdings.stored.get(id);
    if (!found) return undefined;
    if (!labels.includes('Claim')) {
      const links = edges.filter(({ from }) => from === id);
      if (this.holdings.hashes.get(id) !== hashWithIdsLeft(labels, properties, links, this.redirects)) return undefined;
      if (found.retractedAt !== null) return undefined;
      return this.count('unchanged', id);
    }
    if (found.retraction === 'MERGED' && found.retractedAt !== null) return this.count('unchanged', id);
    if (found.retraction !== 'EDITED' || found.retractedAt === null) return undefined;
    this.report.warning(origin, 'a statement in force', id, 'An editor retracted it; it stays retracted.');
    return this.count('left', id);
  }

  /** A claim says it of the record that is left. */
  private asItIs(node: Piece['nodes'][number], { edges }: Piece): string | undefined {
    if (!node.labels.includes('Claim')) return undefined;
    const links = edges.filter(({ from }) => from === node.id);
    if (!links.some(({ to }) => this.remaining.has(to))) return undefined;
    const key = statementKey(node, links);
    const there = this.holdings.claims.get(key);
    if (there) return this.count('unchanged', there.restates ?? there.id);
    if (this.declared.has(key)) return this.count('unchanged', node.id);
    this.declared.add(key);
    return undefined;
  }

  private count(which: keyof AlreadyStated, id: string): string {
    this.counts = { ...this.counts, [which]: this.counts[which] + 1 };
    return id;
  }
}

const MERGED_AWAY = 'The record was merged into another one. What the files state of it goes to the one that is left.';
