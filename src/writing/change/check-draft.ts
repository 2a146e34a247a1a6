import type { ManagedTransaction } from 'neo4j-driver';
import { END_OF_TIME } from '../../model/lens.js';
import type { Draft } from '../../model/record/draft.js';
import { problemsOf } from '../../model/record/invariants.js';
import type { RecordProblem } from '../../model/record/located-records.js';
import type { ReferencedRecord } from '../../model/record/referenced-records.js';
import { REFERENCED_RECORDS, type ReferencedRow, referencedRecordOf } from './referenced-rows.js';
import { batches } from './write-records.js';

/** Checks what is to be written against the invariants, together with what the graph holds. */

/** What the graph knows of records by id, now or at an instant; what was retracted or has lost all its names is not there. */
export async function referencedRecords(
  tx: ManagedTransaction,
  ids: readonly string[],
  at = END_OF_TIME,
): Promise<Map<string, ReferencedRecord>> {
  const found = new Map<string, ReferencedRecord>();
  for (const some of batches(ids)) {
    const { records } = await tx.run(REFERENCED_RECORDS, { ids: some, at });
    for (const record of records) {
      const referenced = referencedRecordOf(record.toObject() as unknown as ReferencedRow);
      if (referenced) found.set(referenced.id, referenced);
    }
  }
  return found;
}

export async function codesIn(tx: ManagedTransaction): Promise<ReadonlySet<string>> {
  const { records } = await tx.run('MATCH (c:LegalCode) RETURN c.code AS code');
  return new Set(records.map((record) => record.get('code')));
}

/** The ids that links of a draft lead to outside of it; codes are found by their code. */
export function referredTo({ nodes, edges }: Draft): string[] {
  const own = new Set(nodes.map(({ id }) => id));
  const referencedIds = edges.filter(({ type, to }) => type !== 'CLASSIFIES' && !own.has(to)).map(({ to }) => to);
  return [...new Set(referencedIds)];
}

/** Everything that breaks an invariant when a draft joins the graph as it is now or was at an instant. */
export async function problemsInGraph(
  tx: ManagedTransaction,
  draft: Draft,
  at = END_OF_TIME,
): Promise<RecordProblem[]> {
  const referenced = await referencedRecords(tx, referredTo(draft), at);
  return problemsOf(draft, await codesIn(tx), referenced);
}
