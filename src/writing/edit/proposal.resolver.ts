import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Attempt, Context } from '../../context.js';
import { recordAt } from '../../entities/claim/record.lookup.js';
import { Needs } from '../../graphql/needs.js';
import { PageArgs, pageOf } from '../../graphql/page.type.js';
import { proposalAccept, proposalCreate, proposalReject, rehearsed } from './changes/proposal.change.js';
import type { WriteResult } from './changes/write-result.change.js';
import { ProposalCreateInput, ProposalDecideInput, ProposalsArgs } from './curation.args.js';
import { JournalEntryConnection, ProposalConnection } from './curation.connection.js';
import { ProposalPayload } from './curation.type.js';

@Resolver()
export class ProposalResolver {
  @Needs('REVIEW')
  @Query(() => JournalEntryConnection, { description: 'Every change of the graph, latest first.' })
  journal(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return context.loaders(context.view()).curation.journal(pageOf(page)).load('');
  }

  @Needs('REVIEW')
  @Query(() => ProposalConnection, { description: 'Proposed changes, latest first.' })
  proposals(@Args(() => ProposalsArgs) { state, ...page }: ProposalsArgs, @Ctx() context: Context) {
    return context
      .loaders(context.view())
      .curation.proposals(state ?? null, pageOf(page))
      .load('');
  }

  @Needs('REVIEW')
  @Mutation(() => ProposalPayload, {
    description: 'Stores a change for an editor to decide on, if it is possible now. No record changes.',
  })
  async proposalCreate(
    @Arg('input', () => ProposalCreateInput, { description: 'What to change, and why.' }) input: ProposalCreateInput,
    @Ctx() context: Context,
  ) {
    const userErrors = await context.rehearse(rehearsed(input));
    if (userErrors.length > 0) return { userErrors, entry: null, proposal: null, record: null, warnings: [] };
    return payload(context, await context.attempt(proposalCreate(input, context.actor)));
  }

  @Needs('REVIEW')
  @Mutation(() => ProposalPayload, {
    description: 'Makes the change of a proposal, if it is still possible.',
  })
  async proposalAccept(
    @Arg('input', () => ProposalDecideInput, { description: 'What to change, and why.' }) input: ProposalDecideInput,
    @Ctx() context: Context,
  ) {
    const accepted: Attempt<WriteResult> = await context.attempt(proposalAccept(input, context.actor));
    const { result, entry } = accepted;
    const record = await recordAt(context, result?.id, result?.created ? undefined : entry?.at);
    const answer = await payload(context, { ...accepted, result: result && { id: input.id } });
    return { ...answer, record, warnings: result?.warnings ?? [] };
  }

  @Needs('REVIEW')
  @Mutation(() => ProposalPayload, { description: 'Rejects a proposal.' })
  async proposalReject(
    @Arg('input', () => ProposalDecideInput, { description: 'What to change, and why.' }) input: ProposalDecideInput,
    @Ctx() context: Context,
  ) {
    return payload(context, await context.attempt(proposalReject(input, context.actor)));
  }
}

async function payload(context: Context, { result, ...attempt }: Attempt<{ id: string }>) {
  const proposal = result && (await context.loaders(context.view()).curation.proposal.load(result.id));
  return { ...attempt, proposal, record: null, warnings: [] };
}
