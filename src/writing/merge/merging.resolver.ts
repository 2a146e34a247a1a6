import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { recordsById, recordsByLabel } from '../../entities/claim/record.lookup.js';
import { Person } from '../../entities/person/person.type.js';
import { Unit } from '../../entities/unit/unit.type.js';
import { Needs } from '../../graphql/needs.js';
import type { Labelled } from '../../graphql/node.type.js';
import { Entity } from '../../graphql/node.type.js';
import { groupBy } from '../../model/group.js';
import type { MergedInto } from '../../model/merged-id.js';
import { duplicatesOf } from './duplicates.lookup.js';
import { mergeWork } from './merge.change.js';
import { MergeInput, MergeUndoInput, NotSameInput } from './merging.args.js';
import {
  DuplicateCandidate,
  Merge,
  MergePayload,
  MergePreview,
  MergeUndoPayload,
  NotSame,
  NotSamePayload,
} from './merging.type.js';
import { notSameWork } from './not-same.change.js';
import { type Mergeable, planMerge } from './plan.change.js';
import { undoWork } from './undo.change.js';

/** The instant of a graph to which nothing was ever written. */
const BEFORE_ANY_CHANGE = new Date(0).toISOString();

@Resolver()
export class MergingResolver {
  @Needs('MERGE')
  @Query(() => MergePreview, { description: 'What a merge of one person or unit into another would do.' })
  async mergePreview(
    @Arg('from', () => ID, { description: 'The record that would be merged away.' }) from: string,
    @Arg('into', () => ID, { description: 'The record that would remain.' }) into: string,
    @Ctx() context: Context,
  ) {
    const plan = await context.plan((tx) => planMerge(tx, { from, into }, context.through, []));
    const kinds = groupBy(plan.restated, ({ original }) => original.kind);
    return {
      fromId: from,
      intoId: into,
      seenAt: context.through || BEFORE_ANY_CHANGE,
      claims: [...kinds].sort().map(([kind, some]) => ({
        kind,
        count: some.length,
        ids: some.map(({ original }) => original.id),
      })),
      alreadyStated: plan.duplicates.map(({ original }) => original.id),
      findings: plan.findings,
      conflicts: plan.conflicts,
      decision: plan.decision ?? null,
      userErrors: plan.problems,
    };
  }

  @Needs('REVIEW')
  @Query(() => [DuplicateCandidate], {
    description:
      'Other people or units that may be the same, up to 100: first those with the same identifier, then those with a name that is alike, by score; except those that somebody has decided are not the same. Names that the client may not see have no part in it.',
  })
  async duplicateCandidates(
    @Arg('id', () => ID, { description: 'A person or unit.' }) id: string,
    @Ctx() context: Context,
  ) {
    return duplicatesOf(context, context.view(), id);
  }

  @Needs('REVIEW')
  @Query(() => [Merge], {
    description: 'The merges of an id, into others and from others, latest first.',
  })
  merges(@Arg('id', () => ID, { description: 'A person or unit.' }) id: string, @Ctx() context: Context) {
    return context.loaders(context.view()).merging.merges.load(id);
  }

  @Needs('MERGE')
  @Mutation(() => MergePayload, {
    description:
      'Merges a person into another. Claims about the first are restated for the second, with the same sources, grading and access. The id of the first redirects to the second.',
  })
  personMerge(
    @Arg('input', () => MergeInput, { description: 'Which two, and why.' }) input: MergeInput,
    @Ctx() context: Context,
  ) {
    return merged(context, 'Person', input);
  }

  @Needs('MERGE')
  @Mutation(() => MergePayload, {
    description:
      'Merges a unit into another. Claims about the first are restated for the second, with the same sources, grading and access. The id of the first redirects to the second.',
  })
  unitMerge(
    @Arg('input', () => MergeInput, { description: 'Which two, and why.' }) input: MergeInput,
    @Ctx() context: Context,
  ) {
    return merged(context, 'Unit', input);
  }

  @Needs('MERGE')
  @Mutation(() => MergeUndoPayload, { description: 'Undoes a merge of people or units.' })
  async mergeUndo(
    @Arg('input', () => MergeUndoInput, { description: 'Which merge, and why.' }) input: MergeUndoInput,
    @Ctx() context: Context,
  ) {
    const { result, ...payload } = await context.attempt(undoWork(input, context.actor));
    if (!result) return { ...payload, merge: null, entity: null, restored: [], left: [], stays: [] };
    return { ...payload, ...result, ...(await mergePayload(context, result.id, result.from)) };
  }

  @Needs('MERGE')
  @Mutation(() => NotSamePayload, {
    description: 'Records that two people or units are not the same. They are no longer suggested as duplicates.',
  })
  async notSame(
    @Arg('input', () => NotSameInput, { description: 'Which two, and why.' }) input: NotSameInput,
    @Ctx() context: Context,
  ) {
    const { result, ...payload } = await context.attempt(notSameWork(input, context.actor));
    return { ...payload, decision: result as NotSame | null };
  }
}

async function merged(context: Context, kind: Mergeable, input: MergeInput) {
  const { result, ...payload } = await context.attempt(mergeWork(kind, input, context.actor));
  if (!result) return { ...payload, merge: null, entity: null };
  return { ...payload, ...(await mergePayload(context, result.id, result.into)) };
}

/** A merge, and the record under an id after the merge or its undoing. */
async function mergePayload(context: Context, mergeId: string, entityId: string) {
  const view = context.view();
  const merges = await context.loaders(view).merging.merges.load(entityId);
  const [entity] = await recordsById(context, view, [entityId]);
  return { merge: merges.find(({ id }) => id === mergeId) ?? null, entity: entity ?? null };
}

@Resolver(() => MergePreview)
export class MergePreviewResolver {
  @FieldResolver(() => Entity, { nullable: true, description: 'The record that would be merged away.' })
  async from(@Root() { fromId }: MergePreview, @Ctx() context: Context) {
    return (await recordsById(context, context.view(), [fromId]))[0];
  }

  @FieldResolver(() => Entity, { nullable: true, description: 'The record that would remain.' })
  async into(@Root() { intoId }: MergePreview, @Ctx() context: Context) {
    return (await recordsById(context, context.view(), [intoId]))[0];
  }
}

@Resolver(() => DuplicateCandidate)
export class DuplicateCandidateResolver {
  @FieldResolver(() => Entity, { description: 'The other person or unit.' })
  async entity(@Root() candidate: DuplicateCandidate & Labelled & { id: string }, @Ctx() context: Context) {
    return (await recordsByLabel(context, candidate.view, [candidate]))[0];
  }
}

@Resolver(() => Person)
export class PersonRedirectsResolver {
  @FieldResolver(() => [ID], {
    description: 'The ids that have been merged into this person, from A to Z; empty if there was no merge.',
  })
  redirectedFrom(@Root() person: Person, @Ctx() context: Context) {
    return mergedIds(context, person);
  }
}

@Resolver(() => Unit)
export class UnitRedirectsResolver {
  @FieldResolver(() => [ID], {
    description: 'The ids that have been merged into this unit, from A to Z; empty if there was no merge.',
  })
  redirectedFrom(@Root() unit: Unit, @Ctx() context: Context) {
    return mergedIds(context, unit);
  }
}

async function mergedIds(context: Context, { id, view }: MergedInto): Promise<string[]> {
  const rows = await context.loaders(view).merging.mergedIds.load(id);
  return rows.map((row) => row.id);
}
