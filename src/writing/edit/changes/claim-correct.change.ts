import type { ManagedTransaction } from 'neo4j-driver';
import { type FieldPath, refusal } from '../../../model/errors.js';
import type { ChangeWork } from '../../change/change.js';
import { assertNoEndpointHidden } from '../../change/endpoint-visibility.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import {
  type HashedNode,
  hashed,
  retract,
  stored,
  supersede,
  writeEdges,
  writeNodes,
} from '../../change/write-records.js';
import { type Current, currentOf, type VersionedRef } from '../current-record.js';
import { type DraftedRecord, draftRecord } from '../draft-record.js';
import { type ParsedRecord, parseRecordInput, withoutNothing } from '../parse-record-input.js';
import { problemsOfReferrers } from '../referrers.js';
import { thereOf } from './record-create.change.js';
import type { WriteResult } from './write-result.change.js';

/**
 * Corrects a record. A claim has an id that follows from what it says: the old claim is retracted, and the new claim names
 * the claim that it corrects. An incident, finding or report keeps its id, and what it stated before stays in its history.
 */

export interface ClaimCorrect extends VersionedRef {
  readonly record: object;
  readonly reason: string;
}

export function claimCorrect(input: ClaimCorrect, at = INPUT): ChangeWork<WriteResult> {
  return async (tx, instant) => {
    const reason = reasonOf(input, at);
    const old = await currentOf(tx, input, at);
    const parsedRecord = parseRecordInput(input.record, [...at, 'record']);
    const draft = await draftRecord(tx, parsedRecord, old.dataset);
    const node = ownNode(old, parsedRecord, draft, [...at, 'record']);
    const write = old.isClaim ? replaceClaim : replaceContent;
    await write({ tx, instant, old, node, draft, parsedRecord }, [...at, 'record']);
    await assertNoEndpointHidden(tx, instant, [...at, 'record']);
    const subjects = [...new Set([old.id, node.id])];
    const journalNote = { action: 'CLAIM_CORRECT', reason, subjects, content: withoutNothing(input) };
    const { warnings } = draft;
    const retracted = old.isClaim ? [old.id] : [];
    return { result: { id: node.id, created: old.isClaim, retracted, warnings }, journalNote };
  };
}

interface Correction {
  readonly tx: ManagedTransaction;
  readonly instant: string;
  readonly old: Current;
  readonly node: HashedNode;
  readonly draft: DraftedRecord;
  readonly parsedRecord: ParsedRecord;
}

/** The one record of a draft, which must be of the kind of the one that it corrects. */
function ownNode({ id, kind }: Current, parsedRecord: ParsedRecord, draft: DraftedRecord, at: FieldPath): HashedNode {
  const [node, ...inner] = hashed(draft);
  if (!node?.labels.includes(kind))
    throw refusal('BAD_INPUT', at, `Expected a record of the kind ${kind}, as ${id} is; got ${parsedRecord.kind}.`, {
      expected: kind,
      got: parsedRecord.kind,
    });
  if (inner.length > 0)
    throw refusal(
      'BAD_INPUT',
      parsedRecord.place([]),
      `Expected what ${id} says itself; got ${inner.length} claims about it too. Each of these has an id of its own: correct it by that id, or add it with recordCreate.`,
      { expected: `what the ${kind} says itself`, got: String(inner.length) },
    );
  return node;
}

async function replaceClaim({ tx, instant, old, node, draft, parsedRecord }: Correction, at: FieldPath): Promise<void> {
  if (node.id === old.id) throw unchanged(old, at);
  const there = await thereOf(tx, [node], parsedRecord);
  const takenId = draft.standsAs.get(node.id) ?? (there.has(node.id) ? node.id : undefined);
  if (takenId === old.id) throw unchanged(old, at);
  if (takenId !== undefined)
    throw refusal('TAKEN', at, `${takenId} states exactly this already; retract ${old.id} instead.`, {
      got: takenId,
    });
  await retract(tx, [old.id], instant, 'EDITED');
  await writeNodes(tx, [{ ...node, properties: { ...node.properties, corrects: old.id } }], instant);
  await writeEdges(tx, draft.edges);
}

async function replaceContent(
  { tx, instant, old, node, draft, parsedRecord }: Correction,
  at: FieldPath,
): Promise<void> {
  if (node.id !== old.id)
    throw refusal(
      'BAD_INPUT',
      parsedRecord.place(['id']),
      `Expected ${old.id}, whose content it is to be; got ${node.id}.`,
      {
        expected: old.id,
        got: node.id,
      },
    );
  const there = await stored(tx, [old.id]);
  if (there.get(old.id)?.hash === node.hash) throw unchanged(old, at);
  const before = new Set(await problemsOfReferrers(tx, old.id));
  await supersede(tx, node, draft.edges, instant);
  const broken = (await problemsOfReferrers(tx, old.id)).filter((problem) => !before.has(problem));
  if (broken.length > 0)
    throw refusal(
      'IN_USE',
      at,
      `${broken.length} statements that refer to ${old.id} would break a rule, such as: ${broken.slice(0, 3).join('; ')}. Correct or retract these first.`,
      { got: old.id },
    );
}

const unchanged = ({ id }: Current, at: FieldPath) =>
  refusal('UNCHANGED', at, `${id} states exactly this already.`, { got: id });
