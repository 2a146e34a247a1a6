import { refusal } from '../../../model/errors.js';
import { groupBy } from '../../../model/group.js';
import type { Work } from '../../change/change.js';
import { nothingHidden } from '../../change/hidden.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import { retract } from '../../change/write.js';
import { withoutNothing } from '../asked.js';
import { currentOf, type Seen } from '../current.js';
import { fallingWith } from '../falling.js';
import type { Written } from './written.change.js';

/** Takes a claim, incident, finding or report back, and with it what would have no source or object any more. */

export interface ClaimRetract extends Seen {
  readonly reason: string;
  readonly withClaims?: boolean | null;
}

export function claimRetract(input: ClaimRetract, at = INPUT): Work<Written> {
  return async (tx, instant) => {
    const reason = reasonOf(input, at);
    const { id } = await currentOf(tx, input, at);
    const falling = await fallingWith(tx, id);
    if (falling.length > 0 && !input.withClaims) {
      const counts = groupBy(falling, ({ kind }) => kind);
      const told = [...counts]
        .map(([kind, some]) => `${some.length} ${kind}`)
        .sort()
        .join(', ');
      throw refusal(
        'IN_USE',
        [...at, 'withClaims'],
        `Without ${id}, ${falling.length} records would have no source, or nothing that they are about: ${told}. They are taken back too with \`withClaims: true\`.`,
        { expected: 'withClaims: true', got: falling.length },
      );
    }
    const ids = [id, ...falling.map((record) => record.id)];
    await retract(tx, ids, instant, 'EDITED');
    await nothingHidden(tx, instant, [...at, 'id']);
    const told = { action: 'CLAIM_RETRACT', reason, subjects: ids, content: withoutNothing(input) };
    return { result: { id, created: false, retracted: ids }, told };
  };
}
