import type { ManagedTransaction } from 'neo4j-driver';
import { kindOf } from '../../graph/query/visible.cypher.js';

/** What cannot stand when a record is taken back. */

export interface DependentRecord {
  readonly id: string;
  readonly kind: string;
}

/** Statements that stand on what falls: all their reports fall, or the incident that they are of, or all that they concern. */
const NEXT = `MATCH (x:Record) WHERE x.id IN $retracted
MATCH (x)<-[link]-(n:Record)
WHERE n.retractedAt IS NULL AND link.retractedAt IS NULL AND (n:Claim OR n:Incident OR n:Finding) AND NOT n.id IN $retracted
WITH DISTINCT n
WHERE NOT EXISTS { MATCH (n)-[:CITES]->(report:Report) WHERE report.retractedAt IS NULL AND NOT report.id IN $retracted }
  OR (n:Claim AND EXISTS { MATCH (n)-[of:OF]->(incident:Incident) WHERE of.retractedAt IS NULL AND incident.id IN $retracted })
  OR ((n:Indicator OR n:Measure) AND NOT EXISTS {
    MATCH (n)-[link:CONCERNS]->(other:Record) WHERE link.retractedAt IS NULL AND other.retractedAt IS NULL AND NOT other.id IN $retracted })
RETURN n.id AS id, ${kindOf('n')} AS kind ORDER BY id`;

/** All that falls with a record, and with what falls with it. */
export async function dependentsOf(tx: ManagedTransaction, id: string): Promise<DependentRecord[]> {
  const dependents: DependentRecord[] = [];
  for (;;) {
    const retracted = [id, ...dependents.map((record) => record.id)];
    const { records } = await tx.run(NEXT, { retracted });
    if (records.length === 0) return dependents;
    dependents.push(...records.map((record) => record.toObject() as unknown as DependentRecord));
  }
}
