import { randomUUID } from 'node:crypto';
import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import { type FieldPath, refusal } from '../../../model/errors.js';
import type { ChangeWork } from '../../change/change.js';
import { INPUT, reasonOf } from '../../change/reason.js';
import { withoutNothing } from '../parse-record-input.js';
import { type ClaimCorrect, claimCorrect } from './claim-correct.change.js';
import { type ClaimRestate, claimDispute } from './claim-restate.change.js';
import { type ClaimRetract, claimRetract } from './claim-retract.change.js';
import { type RecordCreate, recordCreate } from './record-create.change.js';
import type { WriteResult } from './write-result.change.js';

/** Proposals: changes that wait for an editor. Until then they are no part of the records. */

export interface ProposalCreate {
  readonly create?: RecordCreate | null;
  readonly correct?: ClaimCorrect | null;
  readonly dispute?: ClaimRestate | null;
  readonly retract?: ClaimRetract | null;
}

export interface ProposalDecide {
  readonly id: string;
  readonly reason: string;
}

/** A proposed change, and the reason that its author gives. */
interface Proposed {
  readonly action: string;
  readonly reason: string;
  readonly work: ChangeWork<WriteResult>;
}

/** The change that a proposal asks for; its errors begin at `at`. */
export function proposed(input: ProposalCreate, at: FieldPath = INPUT): Proposed {
  const { create, correct, dispute, retract } = input;
  if (create) return { action: 'CREATE', reason: create.reason, work: recordCreate(create, [...at, 'create']) };
  if (correct) return { action: 'CORRECT', reason: correct.reason, work: claimCorrect(correct, [...at, 'correct']) };
  if (dispute) return { action: 'DISPUTE', reason: dispute.reason, work: claimDispute(dispute, [...at, 'dispute']) };
  if (retract) return { action: 'RETRACT', reason: retract.reason, work: claimRetract(retract, [...at, 'retract']) };
  throw refusal('BAD_INPUT', at, 'Expected exactly one change; got none.', { expected: 'one field', got: 'none' });
}

/** The result of the proposed change; throws a `Refusal` if there would be none. For a rehearsal, which is undone. */
export function rehearsed(input: ProposalCreate): ChangeWork<WriteResult> {
  return async (...change) => {
    const done = await proposed(input).work(...change);
    if (!done.journalNote)
      throw refusal('UNCHANGED', INPUT, `${done.result.id} states exactly this already.`, { got: done.result.id });
    return done;
  };
}

/** Stores a proposal that was rehearsed. */
export function proposalCreate(input: ProposalCreate, actor: string): ChangeWork<{ id: string }> {
  return async (tx, at) => {
    const { action, reason } = proposed(input);
    const id = `proposal-${randomUUID()}`;
    const content = withoutNothing(input);
    await tx.run('CREATE (p:Proposal) SET p = $proposal', {
      proposal: { id, state: 'OPEN', action, content: JSON.stringify(content), reason, by: actor, at },
    });
    return { result: { id }, journalNote: { action: 'PROPOSAL_CREATE', reason, subjects: [id], content } };
  };
}

/** Makes the change of a proposal as it is now: it may have become impossible since. */
export function proposalAccept(input: ProposalDecide, actor: string): ChangeWork<WriteResult> {
  return async (tx, at, sequence) => {
    const reason = reasonOf(input, INPUT);
    const change = await openProposal(tx, input.id);
    const { result, journalNote } = await proposed(change, ['proposal']).work(tx, at, sequence);
    await decide(tx, input.id, {
      state: 'ACCEPTED',
      decidedBy: actor,
      decidedAt: at,
      decision: reason,
      entry: neo4j.int(sequence),
    });
    const subjects = [input.id, ...(journalNote?.subjects ?? [])];
    return { result, journalNote: { action: 'PROPOSAL_ACCEPT', reason, subjects, content: { id: input.id, change } } };
  };
}

export function proposalReject(input: ProposalDecide, actor: string): ChangeWork<{ id: string }> {
  return async (tx, at, sequence) => {
    const reason = reasonOf(input, INPUT);
    const change = await openProposal(tx, input.id);
    await decide(tx, input.id, {
      state: 'REJECTED',
      decidedBy: actor,
      decidedAt: at,
      decision: reason,
      entry: neo4j.int(sequence),
    });
    const content = { id: input.id, change };
    return {
      result: { id: input.id },
      journalNote: { action: 'PROPOSAL_REJECT', reason, subjects: [input.id], content },
    };
  };
}

/** The change that an open proposal asks for. */
async function openProposal(tx: ManagedTransaction, id: string): Promise<ProposalCreate> {
  const { records } = await tx.run('MATCH (p:Proposal {id: $id}) RETURN p.state AS state, p.content AS content', {
    id,
  });
  const found = records[0]?.toObject() as { state: string; content: string } | undefined;
  const field = [...INPUT, 'id'];
  if (!found) throw refusal('NOT_FOUND', field, `There is no proposal ${id}.`, { got: id });
  if (found.state !== 'OPEN')
    throw refusal('CONFLICT', field, `The proposal ${id} was decided already.`, { expected: 'OPEN', got: found.state });
  return JSON.parse(found.content);
}

async function decide(tx: ManagedTransaction, id: string, decision: Record<string, unknown>): Promise<void> {
  await tx.run('MATCH (p:Proposal {id: $id}) SET p += $decision', { id, decision });
}
