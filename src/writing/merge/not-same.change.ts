import { refusal } from '../../model/errors.js';
import type { ChangeWork } from '../change/change.js';
import { referencedRecords } from '../change/check-draft.js';
import { INPUT, reasonOf } from '../change/reason.js';
import { type Decision, decisionBetween, writeDecision } from './decisions.change.js';
import { redirectsOf } from './follow-redirects.js';

/** Remembers that two people or units are not the same, so that nobody asks again. */

export interface NotSameRequest {
  readonly a: string;
  readonly b: string;
  readonly reason: string;
}

/** The work of a negative decision by `actor`; throws a `Refusal` that undoes it. */
export const notSameWork =
  (input: NotSameRequest, actor: string): ChangeWork<Decision> =>
  async (tx, at) => {
    const redirects = await redirectsOf(tx, [input.a, input.b]);
    const [a, b] = [redirects.get(input.a) ?? input.a, redirects.get(input.b) ?? input.b];
    const reason = reasonOf(input, INPUT);
    if (a === b)
      throw refusal('BAD_INPUT', [...INPUT, 'b'], 'Expected two records that are different; got the same twice.', {
        got: input.b,
      });
    const referenced = await referencedRecords(tx, [a, b]);
    for (const [field, id] of [
      ['a', a],
      ['b', b],
    ] as const) {
      const labels = referenced.get(id)?.labels ?? [];
      if (!labels.includes('Person') && !labels.includes('Unit'))
        throw refusal('NOT_FOUND', [...INPUT, field], `There is no person or unit ${id}.`, { got: id });
    }
    const decisionBefore = await decisionBetween(tx, a, b, at);
    if (decisionBefore)
      throw refusal(
        'UNCHANGED',
        INPUT,
        `${decisionBefore.by} decided so at ${decisionBefore.at}, of ${decisionBefore.a} and ${decisionBefore.b}: ${decisionBefore.reason}`,
      );
    const decision = await writeDecision(tx, [a, b], { reason, by: actor, at });
    return { result: decision, journalNote: { action: 'NOT_SAME', reason, subjects: [a, b], content: { decision } } };
  };
