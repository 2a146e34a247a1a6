import { type Path, refusal } from '../../../model/errors.js';
import type { Work } from '../../change/change.js';
import { nothingHidden } from '../../change/hidden.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import { hashed, retract, writeEdges, writeNodes } from '../../change/write.js';
import { recordAsked, withoutNothing } from '../asked.js';
import { type Current, currentOf, type Seen } from '../current.js';
import { drafted } from '../drafted.js';
import { thereOf } from './record-create.change.js';
import type { Written } from './written.change.js';

/** Puts a claim in the place of another: the other is taken back, and the new one says which it corrects. */

export interface ClaimCorrect extends Seen {
  readonly record: object;
  readonly reason: string;
}

export function claimCorrect(input: ClaimCorrect, at = INPUT): Work<Written> {
  return async (tx, instant) => {
    const reason = reasonOf(input, at);
    const old = await currentOf(tx, input, at);
    refuseOthers(old, [...at, 'id']);
    const asked = recordAsked(input.record, [...at, 'record']);
    const draft = await drafted(tx, asked, old.dataset);
    const [node, ...more] = hashed(draft);
    if (!node || more.length > 0 || !node.labels.includes(old.kind))
      throw refusal('BAD_INPUT', [...at, 'record'], `Expected a ${old.kind}, as ${old.id} is; got ${asked.kind}.`, {
        expected: old.kind,
        got: asked.kind,
      });
    if (node.id === old.id)
      throw refusal('UNCHANGED', [...at, 'record'], `${old.id} says exactly this already.`, { got: old.id });
    const there = await thereOf(tx, [node], asked);
    if (there.has(node.id))
      throw refusal('TAKEN', [...at, 'record'], `${node.id} says exactly this already; retract ${old.id} instead.`, {
        got: node.id,
      });
    await retract(tx, [old.id], instant, 'EDITED');
    await writeNodes(tx, [{ ...node, properties: { ...node.properties, corrects: old.id } }], instant);
    await writeEdges(tx, draft.edges);
    await nothingHidden(tx, instant, [...at, 'record']);
    const told = { action: 'CLAIM_CORRECT', reason, subjects: [old.id, node.id], content: withoutNothing(input) };
    return { result: { id: node.id, created: true, retracted: [old.id] }, told };
  };
}

/** Only claims have ids that follow from what they say; others keep theirs for good, and history would be overwritten. */
export function refuseOthers({ id, kind, isClaim }: Current, at: Path): void {
  if (isClaim) return;
  throw refusal(
    'UNSUPPORTED',
    at,
    `${id} is a ${kind} and keeps its id and content for good. Record it as it should be under another id, then retract this one.`,
    { expected: 'the id of a claim', got: id },
  );
}
