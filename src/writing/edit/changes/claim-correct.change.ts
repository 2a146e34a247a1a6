import { type FieldPath, refusal } from '../../../model/errors.js';
import type { ChangeWork } from '../../change/change.js';
import { assertNoEndpointHidden } from '../../change/endpoint-visibility.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import { hashed, retract, writeEdges, writeNodes } from '../../change/write-records.js';
import { type Current, currentOf, type VersionedRef } from '../current-record.js';
import { draftRecord } from '../draft-record.js';
import { parseRecordInput, withoutNothing } from '../parse-record-input.js';
import { thereOf } from './record-create.change.js';
import type { WriteResult } from './write-result.change.js';

/** Replaces a claim: the old claim is retracted, and the new claim names the claim that it corrects. */

export interface ClaimCorrect extends VersionedRef {
  readonly record: object;
  readonly reason: string;
}

export function claimCorrect(input: ClaimCorrect, at = INPUT): ChangeWork<WriteResult> {
  return async (tx, instant) => {
    const reason = reasonOf(input, at);
    const old = await currentOf(tx, input, at);
    refuseOthers(old, [...at, 'id']);
    const parsedRecord = parseRecordInput(input.record, [...at, 'record']);
    const draft = await draftRecord(tx, parsedRecord, old.dataset);
    const [node, ...more] = hashed(draft);
    if (!node || more.length > 0 || !node.labels.includes(old.kind))
      throw refusal(
        'BAD_INPUT',
        [...at, 'record'],
        `Expected a ${old.kind}, as ${old.id} is; got ${parsedRecord.kind}.`,
        {
          expected: old.kind,
          got: parsedRecord.kind,
        },
      );
    if (node.id === old.id)
      throw refusal('UNCHANGED', [...at, 'record'], `${old.id} states exactly this already.`, { got: old.id });
    const there = await thereOf(tx, [node], parsedRecord);
    const takenId = draft.standsAs.get(node.id) ?? (there.has(node.id) ? node.id : undefined);
    if (takenId === old.id)
      throw refusal('UNCHANGED', [...at, 'record'], `${old.id} states exactly this already.`, { got: old.id });
    if (takenId !== undefined)
      throw refusal('TAKEN', [...at, 'record'], `${takenId} states exactly this already; retract ${old.id} instead.`, {
        got: takenId,
      });
    await retract(tx, [old.id], instant, 'EDITED');
    await writeNodes(tx, [{ ...node, properties: { ...node.properties, corrects: old.id } }], instant);
    await writeEdges(tx, draft.edges);
    await assertNoEndpointHidden(tx, instant, [...at, 'record']);
    const journalNote = {
      action: 'CLAIM_CORRECT',
      reason,
      subjects: [old.id, node.id],
      content: withoutNothing(input),
    };
    const { warnings } = draft;
    return { result: { id: node.id, created: true, retracted: [old.id], warnings }, journalNote };
  };
}

/** Only claims have ids that follow from what they say; others keep theirs for good, and history would be overwritten. */
export function refuseOthers({ id, kind, isClaim }: Current, at: FieldPath): void {
  if (isClaim) return;
  throw refusal(
    'UNSUPPORTED',
    at,
    `${id} is a ${kind} and never changes its id or content. Record the correct version under another id, then retract this one.`,
    { expected: 'the id of a claim', got: id },
  );
}
