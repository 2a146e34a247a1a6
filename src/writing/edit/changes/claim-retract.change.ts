import { refusal } from '../../../model/errors.js';
import { groupBy } from '../../../model/group.js';
import type { ChangeWork } from '../../change/change.js';
import { assertNoEndpointHidden } from '../../change/endpoint-visibility.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import { retract } from '../../change/write-records.js';
import { currentOf, type VersionedRef } from '../current-record.js';
import { dependentsOf } from '../dependent-records.js';
import { withoutNothing } from '../parse-record-input.js';
import type { WriteResult } from './write-result.change.js';

/**
 * Retracts a claim, incident, finding or report, and the statements that would lose their last source or their subject.
 */

export interface ClaimRetract extends VersionedRef {
  readonly reason: string;
  readonly withClaims?: boolean | null;
}

export function claimRetract(input: ClaimRetract, at = INPUT): ChangeWork<WriteResult> {
  return async (tx, instant) => {
    const reason = reasonOf(input, at);
    const { id } = await currentOf(tx, input, at);
    const dependents = await dependentsOf(tx, id);
    if (dependents.length > 0 && !input.withClaims) {
      const counts = groupBy(dependents, ({ kind }) => kind);
      const summary = [...counts]
        .map(([kind, some]) => `${some.length} ${kind}`)
        .sort()
        .join(', ');
      throw refusal(
        'IN_USE',
        [...at, 'withClaims'],
        `Without ${id}, ${dependents.length} records would lose their last source or their subject: ${summary}. Use \`withClaims: true\` to retract them too.`,
        { expected: 'withClaims: true', got: dependents.length },
      );
    }
    const ids = [id, ...dependents.map((record) => record.id)];
    await retract(tx, ids, instant, 'EDITED');
    await assertNoEndpointHidden(tx, instant, [...at, 'id']);
    const journalNote = { action: 'CLAIM_RETRACT', reason, subjects: ids, content: withoutNothing(input) };
    return { result: { id, created: false, retracted: ids }, journalNote };
  };
}
