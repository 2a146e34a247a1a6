import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import { recordsById } from '../../graph/query/by-id.cypher.js';
import { groupBy } from '../../model/group.js';
import { contentHash } from '../../model/hash.js';
import type { Draft, DraftEdge, DraftNode, Properties } from '../../model/record/draft.js';
import { recordHash } from '../../model/record/record-hash.js';
import type { DatasetRecord } from '../../model/record/record-shapes.js';

/** The statements that put records into the graph. Nothing else writes records. */

/** How many rows go into one statement. */
export const BATCH = 2_000;

export interface HashedNode extends DraftNode {
  readonly hash: string;
}

/** The nodes of a draft, each with the hash of what it states. */
export function hashed({ nodes, edges }: Draft): HashedNode[] {
  const leaving = groupBy(edges, (edge) => edge.from);
  return nodes.map((node) => ({ ...node, hash: recordHash(node.labels, node.properties, leaving.get(node.id) ?? []) }));
}

/** Why a record was taken back: one that an editor retracted stays so, whatever an import brings. */
export type Retraction = 'MISSING' | 'UNDONE' | 'EDITED' | 'MERGED' | 'CORRECTED' | 'REDACTED';

export interface Stored {
  readonly hash: string;
  readonly recordedAt: string;
  readonly retractedAt: string | null;
  readonly retraction: Retraction | null;
  /** The hashes of what it stated before it was corrected. */
  readonly formerHashes: readonly string[];
}

/** Whether a record states what has this hash, or did before an editor corrected it: to bring that again changes nothing. */
export const states = ({ hash, formerHashes }: Pick<Stored, 'hash' | 'formerHashes'>, ownHash: string): boolean =>
  hash === ownHash || formerHashes.includes(ownHash);

/** Cypher: the hashes of what `n` stated before it was corrected. */
export const FORMER_HASHES = '[(n)<-[:SUPERSEDED_BY]-(former) | former.hash]';

/** What stands in the graph under these ids. */
export async function stored(tx: ManagedTransaction, ids: readonly string[]): Promise<Map<string, Stored>> {
  const found = new Map<string, Stored>();
  for (const some of batches(ids)) {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${recordsById('id')} RETURN id, n {.hash, .recordedAt, .retractedAt, .retraction, formerHashes: ${FORMER_HASHES}} AS stored`,
      { ids: some },
    );
    for (const record of records) found.set(record.get('id'), record.get('stored'));
  }
  return found;
}

export async function writeNodes(tx: ManagedTransaction, nodes: readonly HashedNode[], at: string): Promise<void> {
  const rows = nodes.map(({ id, labels, properties, hash }) => ({
    labels,
    properties: { ...integers(properties), id, hash, recordedAt: at },
  }));
  for (const some of batches(rows)) {
    await tx.run(
      `UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties
       FOREACH (located IN CASE WHEN n.latitude IS NULL THEN [] ELSE [n] END |
         SET located.point = point({latitude: located.latitude, longitude: located.longitude}))`,
      { rows: some },
    );
  }
}

/** Codes are found by their code, all else by its id. */
export async function writeEdges(tx: ManagedTransaction, edges: readonly DraftEdge[]): Promise<void> {
  const rows = edges.map(({ type, from, to, properties }) => ({ type, from, to, properties: integers(properties) }));
  const toCodes = rows.filter(({ type }) => type === 'CLASSIFIES');
  const toRecords = rows.filter(({ type }) => type !== 'CLASSIFIES');
  for (const [target, some] of [
    ['(b:LegalCode {code: row.to})', toCodes],
    ['(b:Record {id: row.to})', toRecords],
  ] as const) {
    for (const rowsOfBatch of batches(some)) {
      await tx.run(
        `UNWIND $rows AS row MATCH (a:Record {id: row.from}), ${target} CREATE (a)-[e:$(row.type)]->(b) SET e = row.properties`,
        { rows: rowsOfBatch },
      );
    }
  }
}

/** Retracts records at an instant; they stay visible under an earlier `recordedBy`. Returns how many were retracted. */
export async function retract(
  tx: ManagedTransaction,
  ids: readonly string[],
  at: string,
  retraction: Retraction,
): Promise<number> {
  let count = 0;
  for (const some of batches(ids)) {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${recordsById('id')} WHERE n.retractedAt IS NULL
       SET n.retractedAt = $at, n.retraction = $retraction RETURN count(n) AS count`,
      { ids: some, at, retraction },
    );
    count += records[0]?.get('count') ?? 0;
  }
  return count;
}

/**
 * What a record stated goes into a node of its own, with the links from it and copies of those to it, and is held until the
 * instant; the record, with its id and the links to it, states `node` from then on.
 */
const SUPERSEDE = `${recordsById('$id')}
CREATE (former:$([label IN labels(n) WHERE NOT label IN ['Record', 'Corrected']] + ['Superseded']))-[:SUPERSEDED_BY]->(n)
SET former += properties(n), former.retractedAt = $at, former.retraction = 'CORRECTED', former.supersededKey = n.id + ' ' + n.recordedAt
WITH n, former
CALL (n, former) { MATCH (n)-[link]->(end) CREATE (former)-[copy:$(type(link))]->(end) SET copy = properties(link) DELETE link }
CALL (n, former) {
  MATCH (n)<-[link]-(start) WHERE type(link) <> 'SUPERSEDED_BY'
  CREATE (start)-[copy:$(type(link))]->(former) SET copy = properties(link)
}
SET n = $properties, n.corrects = former.corrects, n:Corrected REMOVE n:Restored, n:Relinked`;

/** Gives a record that has an id of its own another content from an instant on. */
export async function supersede(
  tx: ManagedTransaction,
  { id, properties, hash }: HashedNode,
  edges: readonly DraftEdge[],
  at: string,
): Promise<void> {
  await tx.run(SUPERSEDE, { id, at, properties: { ...integers(properties), id, hash, recordedAt: at } });
  await writeEdges(tx, edges);
}

/**
 * A Cypher clause that brings `n` back at `$at`: the time in between stays known, as a pair in `away`, and why it was
 * taken back, in `retraction`, for who asks about an instant before.
 */
export const RESTORE = 'SET n.away = coalesce(n.away, []) + [n.retractedAt, $at], n:Restored REMOVE n.retractedAt';

export async function restore(tx: ManagedTransaction, ids: readonly string[], at: string): Promise<number> {
  let count = 0;
  for (const some of batches(ids)) {
    const { records } = await tx.run(
      `UNWIND $ids AS id ${recordsById('id')} WHERE n.retractedAt IS NOT NULL ${RESTORE} RETURN count(n) AS count`,
      { ids: some, at },
    );
    count += records[0]?.get('count') ?? 0;
  }
  return count;
}

/** The driver sends JavaScript numbers as floats; whole ones are integers here. Coordinates keep their fraction. */
function integers(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const whole = typeof value === 'number' && Number.isInteger(value) && name !== 'latitude' && name !== 'longitude';
      return [name, whole ? neo4j.int(value) : value];
    }),
  );
}

export function batches<T>(items: readonly T[], size = BATCH): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Writes what is said of a dataset: title, licence, attribution. Gives whether anything of it is new. */
export async function writeDataset(tx: ManagedTransaction, dataset: DatasetRecord, at: string): Promise<boolean> {
  const { records } = await tx.run(
    `MERGE (d:Dataset {id: $about.id})
     WITH d, coalesce(d.about, '') <> $text AS news
     FOREACH (changed IN CASE WHEN news THEN [d] ELSE [] END | SET changed += $about, changed.about = $text, changed.changedAt = $at)
     RETURN news`,
    { about: dataset, text: contentHash(dataset), at },
  );
  return records[0]?.get('news') === true;
}
