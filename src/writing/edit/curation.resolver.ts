import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Attempt, Context } from '../../context.js';
import { recordAt } from '../../entities/claim/record.lookup.js';
import { Dataset } from '../../entities/dataset/dataset.type.js';
import { Needs, ofAll, ofDataset, ofRecord } from '../../graphql/needs.js';
import { claimCorrect } from './changes/claim-correct.change.js';
import { claimAccept, claimDispute } from './changes/claim-restate.change.js';
import { claimRetract } from './changes/claim-retract.change.js';
import { datasetCreate } from './changes/dataset-create.change.js';
import { recordCreate } from './changes/record-create.change.js';
import type { WriteResult } from './changes/write-result.change.js';
import {
  ClaimAcceptInput,
  ClaimCorrectInput,
  ClaimDisputeInput,
  ClaimRetractInput,
  DatasetCreateInput,
  RecordCreateInput,
} from './curation.args.js';
import { ClaimPayload, ClaimRetractPayload, DatasetCreatePayload, RecordCreatePayload } from './curation.type.js';

/** The claim that a change stated anew. */
async function claimOf(context: Context, { result, ...attempt }: Attempt<WriteResult>) {
  return { ...attempt, claim: await recordAt(context, result?.id), warnings: result?.warnings ?? [] };
}

@Resolver()
export class CurationResolver {
  @Needs('WRITE', ofDataset)
  @Mutation(() => RecordCreatePayload, {
    description:
      'Adds a record of any kind. If a record with the same content exists, that record is returned unchanged.',
  })
  async recordCreate(
    @Arg('input', () => RecordCreateInput, { description: 'What to change, and why.' }) input: RecordCreateInput,
    @Ctx() context: Context,
  ) {
    const { result, ...attempt } = await context.attempt(recordCreate(input));
    const { id, created = false, warnings = [] } = result ?? {};
    return { ...attempt, record: await recordAt(context, id), created, warnings };
  }

  @Needs('WRITE', ofRecord)
  @Mutation(() => ClaimPayload, {
    description:
      'Corrects a record. A claim is replaced: the old claim is retracted. An incident, finding or report keeps its id and says something else from now on. What it said before stays visible under an earlier `recordedBy`.',
  })
  async claimCorrect(
    @Arg('input', () => ClaimCorrectInput, { description: 'What to change, and why.' }) input: ClaimCorrectInput,
    @Ctx() context: Context,
  ) {
    return claimOf(context, await context.attempt(claimCorrect(input)));
  }

  @Needs('WRITE', ofRecord)
  @Mutation(() => ClaimPayload, {
    description: 'Restates a claim as disputed, with the reason in its note.',
  })
  async claimDispute(
    @Arg('input', () => ClaimDisputeInput, { description: 'What to change, and why.' }) input: ClaimDisputeInput,
    @Ctx() context: Context,
  ) {
    return claimOf(context, await context.attempt(claimDispute(input)));
  }

  @Needs('WRITE', ofRecord)
  @Mutation(() => ClaimPayload, {
    description: 'Restates a claim as accepted, with the reason in its note.',
  })
  async claimAccept(
    @Arg('input', () => ClaimAcceptInput, { description: 'What to change, and why.' }) input: ClaimAcceptInput,
    @Ctx() context: Context,
  ) {
    return claimOf(context, await context.attempt(claimAccept(input)));
  }

  @Needs('WRITE', ofRecord)
  @Mutation(() => ClaimRetractPayload, {
    description: 'Retracts a claim, incident, finding or report. It stays visible under an earlier `recordedBy`.',
  })
  async claimRetract(
    @Arg('input', () => ClaimRetractInput, { description: 'What to change, and why.' }) input: ClaimRetractInput,
    @Ctx() context: Context,
  ) {
    const { result, ...attempt } = await context.attempt(claimRetract(input));
    const record = await recordAt(context, result?.id, attempt.entry?.at);
    return { ...attempt, record, retracted: result?.retracted ?? [] };
  }

  @Needs('WRITE', ofAll)
  @Mutation(() => DatasetCreatePayload, { description: 'Adds a dataset, so that records can be added to it.' })
  async datasetCreate(
    @Arg('input', () => DatasetCreateInput, { description: 'What to change, and why.' }) input: DatasetCreateInput,
    @Ctx() context: Context,
  ) {
    const { result, ...attempt } = await context.attempt(datasetCreate(input));
    return { ...attempt, datasetId: result?.id ?? null, created: result?.created ?? false };
  }
}

@Resolver(() => DatasetCreatePayload)
export class DatasetCreateResolver {
  @FieldResolver(() => Dataset, { nullable: true, description: 'The dataset.' })
  dataset(@Root() { datasetId }: DatasetCreatePayload, @Ctx() context: Context) {
    return datasetId === null ? null : context.loaders(context.view()).curation.dataset.load(datasetId);
  }
}
