import type { ManagedTransaction } from 'neo4j-driver';
import { END_OF_TIME } from '../../model/lens.js';
import type { Draft } from '../../model/record/draft.js';
import { problemsOf } from '../../model/record/invariants.js';
import type { Problem } from '../../model/record/located-records.js';
import type { ReferencedRecord } from '../../model/record/referenced-records.js';
import { KNOWN, type KnownRow, knownOf } from './known.js';
import { batches } from './write.js';

/** Holds what is to be written against the invariants, together with what stands in the graph. */

/** What the graph knows of records by id, now or at an instant; what was retracted or has lost all its names is not there. */
export async function knownIn(
  tx: ManagedTransaction,
  ids: readonly string[],
  at = END_OF_TIME,
): Promise<Map<string, ReferencedRecord>> {
  const found = new Map<string, ReferencedRecord>();
  for (const some of batches(ids)) {
    const { records } = await tx.run(KNOWN, { ids: some, at });
    for (const record of records) {
      const known = knownOf(record.toObject() as unknown as KnownRow);
      if (known) found.set(known.id, known);
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
  const away = edges.filter(({ type, to }) => type !== 'CLASSIFIES' && !own.has(to)).map(({ to }) => to);
  return [...new Set(away)];
}

/** Everything that breaks an invariant when a draft joins the graph as it is now or was at an instant. */
export async function problemsInGraph(tx: ManagedTransaction, draft: Draft, at = END_OF_TIME): Promise<Problem[]> {
  const known = await knownIn(tx, referredTo(draft), at);
  return problemsOf(draft, await codesIn(tx), known);
}
