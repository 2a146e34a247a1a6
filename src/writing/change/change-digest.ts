import { createHash, type Hash } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import { lastAccessOf } from '../../graph/query/visible.cypher.js';
import { entityRank, levelsFrom, rankOf, statementRank } from '../../model/access.rules.js';

/**
 * Sums up what a change did to records: one digest of everything for the journal, and for each dataset one digest of
 * what each clearance sees.
 */

interface Line {
  readonly change: 'ADDED' | 'RETRACTED' | 'RESTORED' | 'RELINKED' | 'REDACTED';
  readonly id: string;
  readonly hash: string;
  /** None for an entity: it is seen by its names. */
  readonly dataset: string | null;
  readonly access: string | null;
  /** The access of the reports that it cites, or of the report itself. */
  readonly reports: readonly string[];
}

/**
 * Where the links of a finding lead that a merge, or the undoing of one, has moved: its hash is of what it said at first.
 * As they led at that instant: verification asks again when they have moved on.
 */
const MOVED_LINKS = `COLLECT { MATCH (n)-[link:ABOUT]->(end)
  WHERE coalesce(link.recordedAt, '') <= $at AND (link.retractedAt IS NULL OR link.retractedAt > $at) AND size([instant IN coalesce(link.away, []) WHERE instant <= $at]) % 2 = 0
  RETURN end.id ORDER BY end.id }`;

/** Binds `n` to each record that was changed at the instant `$at`, and to what it was corrected from; `change` says how. */
export const CHANGED = `CALL () {
  MATCH (n:Record {recordedAt: $at}) RETURN n, 'ADDED' AS change
  UNION ALL
  MATCH (n:Record {retractedAt: $at}) RETURN n, 'RETRACTED' AS change
  UNION ALL
  MATCH (n:Superseded {recordedAt: $at}) RETURN n, 'ADDED' AS change
  UNION ALL
  MATCH (n:Superseded {retractedAt: $at}) RETURN n, 'RETRACTED' AS change
  UNION ALL
  MATCH (n:Restored) WHERE $at IN n.away
  RETURN n, CASE WHEN [index IN range(0, size(n.away) - 1) WHERE n.away[index] = $at][0] % 2 = 0 THEN 'RETRACTED' ELSE 'RESTORED' END AS change
  UNION ALL
  MATCH (n:Relinked) WHERE $at IN n.linkedAt RETURN n, 'RELINKED' AS change
  UNION ALL
  MATCH (n:Record {redactedAt: $at}) RETURN n, 'REDACTED' AS change
  UNION ALL
  MATCH (n:Superseded {redactedAt: $at}) RETURN n, 'REDACTED' AS change
}`;

const CHANGED_RECORDS = `${CHANGED}
RETURN change, n.id AS id, coalesce(n.recordedHash, n.hash) + CASE WHEN change = 'RELINKED' THEN reduce(ends = '', id IN ${MOVED_LINKS} | ends + ' ' + id) ELSE '' END AS hash, n.dataset AS dataset, ${lastAccessOf('n')} AS access,
  CASE WHEN n:Report OR n.redactedAt IS NOT NULL THEN [${lastAccessOf('n')}] ELSE COLLECT { MATCH (n)-[:CITES]->(cited:Report) RETURN DISTINCT ${lastAccessOf('cited')} } END AS reports
ORDER BY id, change, hash`;

/**
 * Redirects that a dump brought or the undoing of its import took back, with the names by which the record that is left is
 * seen. They are no records, so the digest of the journal has them in the content of its entry alone.
 */
const CHANGED_REDIRECTS = `MATCH (m:Merge) WHERE m.dataset IS NOT NULL AND (m.at = $at OR m.undoneAt = $at)
MATCH (m)-[:INTO]->(into)
MATCH (into) (()<-[:FROM]-(later:Merge WHERE later.undoneAt IS NULL)-[:INTO]->()){0,} (left:Entity)
WHERE NOT EXISTS { (left)<-[:FROM]-(last:Merge) WHERE last.undoneAt IS NULL }
RETURN m.from AS from, m.into AS into, m.undoneAt IS NOT NULL AS isUndone, m.dataset AS dataset, toString(m.level) AS level,
  COLLECT { MATCH (name:Name)-[:OF]->(left) WHERE name.retractedAt IS NULL
    RETURN {access: name.access, reports: COLLECT { MATCH (name)-[:CITES]->(cited:Report) RETURN DISTINCT cited.access }} } AS names
ORDER BY from, into`;

interface ChangedRedirect {
  readonly from: string;
  readonly into: string;
  readonly isUndone: boolean;
  readonly dataset: string;
  readonly level: string;
  readonly names: readonly Pick<Line, 'access' | 'reports'>[];
}

export interface Digest {
  readonly hash: string;
  readonly counts: Readonly<Record<string, number>>;
  /** The datasets of all that changed, whoever sees it. */
  readonly datasets: ReadonlySet<string>;
  /** By dataset and clearance, where that clearance sees anything of the change. */
  readonly digests: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Reads the changed records of an instant, row by row: an import may have changed more than fits into memory. */
export async function digestOf(tx: ManagedTransaction, at: string): Promise<Digest> {
  const whole = createHash('sha256');
  const hashes = new Map<string, Map<string, Hash>>();
  const counts: Record<string, number> = {};
  const datasets = new Set<string>();
  for await (const record of tx.run(CHANGED_RECORDS, { at })) {
    const line = record.toObject() as unknown as Line;
    const text = `${line.change} ${line.id} ${line.hash}\n`;
    whole.update(text);
    counts[line.change] = (counts[line.change] ?? 0) + 1;
    if (line.dataset === null) continue;
    datasets.add(line.dataset);
    for (const clearance of levelsFrom(rankOfStatement(line))) hashFor(hashes, line.dataset, clearance).update(text);
  }
  for await (const record of tx.run(CHANGED_REDIRECTS, { at })) {
    const redirect = record.toObject() as unknown as ChangedRedirect;
    const { from, into, isUndone, dataset, level, names } = redirect;
    datasets.add(dataset);
    const rank = Math.max(Number(level), entityRank(names.map(rankOfStatement)));
    const text = `${isUndone ? 'PARTED' : 'REDIRECTED'} ${from} ${into}\n`;
    for (const clearance of levelsFrom(rank)) hashFor(hashes, dataset, clearance).update(text);
  }
  const digests = [...hashes].map(([dataset, byClearance]) => {
    const each = [...byClearance].map(([clearance, hash]) => [clearance, hash.digest('hex')] as const);
    return [dataset, new Map(each)] as const;
  });
  return { hash: whole.digest('hex'), counts, datasets, digests: new Map(digests) };
}

/** The digests that the entries of some instants have now: what was redacted has none of the links that a merge moved. */
export async function digestsSince(
  tx: ManagedTransaction,
  instants: readonly string[],
): Promise<{ readonly sequence: number; readonly digest: string }[]> {
  const digests = [];
  for (const instant of [...new Set(instants)].sort()) {
    const { records } = await tx.run('MATCH (e:JournalEntry {at: $instant}) RETURN e.sequence AS sequence', {
      instant,
    });
    const { hash } = await digestOf(tx, instant);
    for (const record of records) digests.push({ sequence: Number(record.get('sequence')), digest: hash });
  }
  return digests;
}

const rankOfStatement = ({ access, reports }: Pick<Line, 'access' | 'reports'>) =>
  statementRank(rankOf(access), reports.map(rankOf));

function hashFor(hashes: Map<string, Map<string, Hash>>, dataset: string, clearance: string): Hash {
  const byClearance = hashes.get(dataset) ?? new Map<string, Hash>();
  hashes.set(dataset, byClearance);
  const hash = byClearance.get(clearance) ?? createHash('sha256');
  byClearance.set(clearance, hash);
  return hash;
}
