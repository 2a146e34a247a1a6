import type { ManagedTransaction } from 'neo4j-driver';
import { kindOf } from '../../graph/query/visible.cypher.js';

/** What cannot stand when a record is taken back. */

export interface Falling {
  readonly id: string;
  readonly kind: string;
}

/** Statements that stand on what falls: all their reports fall, or the incident that they are of, or all that they concern. */
const NEXT = `MATCH (x:Record) WHERE x.id IN $fallen
MATCH (x)<-[link]-(n:Record)
WHERE n.retractedAt IS NULL AND link.retractedAt IS NULL AND (n:Claim OR n:Incident OR n:Finding) AND NOT n.id IN $fallen
WITH DISTINCT n
WHERE NOT EXISTS { MATCH (n)-[:CITES]->(report:Report) WHERE report.retractedAt IS NULL AND NOT report.id IN $fallen }
  OR (n:Claim AND EXISTS { MATCH (n)-[of:OF]->(incident:Incident) WHERE of.retractedAt IS NULL AND incident.id IN $fallen })
  OR ((n:Indicator OR n:Measure) AND NOT EXISTS {
    MATCH (n)-[link:CONCERNS]->(other:Record) WHERE link.retractedAt IS NULL AND other.retractedAt IS NULL AND NOT other.id IN $fallen })
RETURN n.id AS id, ${kindOf('n')} AS kind ORDER BY id`;

/** All that falls with a record, and with what falls with it. */
export async function fallingWith(tx: ManagedTransaction, id: string): Promise<Falling[]> {
  const falling: Falling[] = [];
  for (;;) {
    const fallen = [id, ...falling.map((record) => record.id)];
    const { records } = await tx.run(NEXT, { fallen });
    if (records.length === 0) return falling;
    falling.push(...records.map((record) => record.toObject() as unknown as Falling));
  }
}
