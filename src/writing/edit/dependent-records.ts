import type { ManagedTransaction } from 'neo4j-driver';
import { isDirect, kindOf } from '../../graph/query/visible.cypher.js';

/** Statements that cannot remain when a record is retracted. */

export interface DependentRecord {
  readonly id: string;
  readonly kind: string;
}

/**
 * Statements that depend on retracted records: all reports that say so themselves are retracted, or the incident that
 * they are about, or everything that they concern.
 */
const NEXT = `MATCH (x:Record) WHERE x.id IN $retracted
MATCH (x)<-[link]-(n:Record)
WHERE n.retractedAt IS NULL AND link.retractedAt IS NULL AND (n:Claim OR n:Incident OR n:Finding) AND NOT n.id IN $retracted
WITH DISTINCT n
WHERE NOT EXISTS { MATCH (n)-[direct:CITES]->(report:Report) WHERE ${isDirect('direct')} AND report.retractedAt IS NULL AND NOT report.id IN $retracted }
  OR (n:Claim AND EXISTS { MATCH (n)-[of:OF]->(incident:Incident) WHERE of.retractedAt IS NULL AND incident.id IN $retracted })
  OR ((n:Indicator OR n:Measure) AND NOT EXISTS {
    MATCH (n)-[link:CONCERNS]->(other:Record) WHERE link.retractedAt IS NULL AND other.retractedAt IS NULL AND NOT other.id IN $retracted })
RETURN n.id AS id, ${kindOf('n')} AS kind ORDER BY id`;

/** All records that depend on a record, directly or through others. */
export async function dependentsOf(tx: ManagedTransaction, id: string): Promise<DependentRecord[]> {
  const dependents: DependentRecord[] = [];
  for (;;) {
    const retracted = [id, ...dependents.map((record) => record.id)];
    const { records } = await tx.run(NEXT, { retracted });
    if (records.length === 0) return dependents;
    for (const record of records) dependents.push(record.toObject() as unknown as DependentRecord);
  }
}
