import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Payload, UserError } from '../../graphql/change.type.js';
import { graphqlEnum } from '../../graphql/enums.js';
import { Entity } from '../../graphql/node.type.js';
import { InstantScalar } from '../../graphql/scalars.js';
import { CONFLICT_KINDS, type Conflict } from './conflicts.rules.js';

/** Merges, what they would do, and negative decisions, as editors read them. */

export const MergeState = graphqlEnum(
  { MERGED: 'It is in force.', UNMERGED: 'It was undone.' },
  'MergeState',
  'What became of a merge.',
);

@ObjectType({ description: 'That one person or unit was merged into another.' })
export class Merge {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The id that went.' })
  from!: string;

  @Field(() => ID, { description: 'The id that stayed.' })
  into!: string;

  @Field(() => MergeState, { description: 'What became of it.' })
  state!: keyof typeof MergeState;

  @Field(() => InstantScalar, { description: 'When it was made.' })
  at!: string;

  @Field(() => String, { description: 'Who made it.' })
  by!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was undone.' })
  undoneAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who undid it.' })
  undoneBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was undone.' })
  undoneReason!: string | null;
}

@ObjectType({ description: 'That somebody decided that two people or units are not the same.' })
export class NotSame {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'One of them.' })
  a!: string;

  @Field(() => ID, { description: 'The other.' })
  b!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { description: 'Who decided.' })
  by!: string;

  @Field(() => InstantScalar, { description: 'When.' })
  at!: string;
}

export const MergeConflictKind = graphqlEnum(CONFLICT_KINDS, 'MergeConflictKind', 'What will stand side by side.');

@ObjectType({ description: 'Two claims that will stand side by side and do not go together. Both are kept.' })
export class MergeConflict {
  @Field(() => MergeConflictKind, { description: 'What it is.' })
  kind!: Conflict['kind'];

  @Field(() => String, { description: 'The two, in a few words.' })
  message!: string;

  @Field(() => [ID], { description: 'The claim that moves, then the one that is there.' })
  claimIds!: readonly string[];
}

@ObjectType({ description: 'The claims of a kind that a merge would restate.' })
export class MergeClaims {
  @Field(() => String, { description: 'The kind: Posting, CommandLink, Name …' })
  kind!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => [ID], { description: 'Their ids.' })
  ids!: string[];
}

@ObjectType({ description: 'What a merge would do if it were made now.' })
export class MergePreview {
  fromId!: string;
  intoId!: string;

  @Field(() => InstantScalar, { description: 'The state of the graph that it tells of, to give to the merge.' })
  seenAt!: string;

  @Field(() => [MergeClaims], {
    description:
      'The claims that would be restated of the one that stays, by kind: what they say, their sources, grading and access stay as they are. A preferred name becomes an alias.',
  })
  claims!: MergeClaims[];

  @Field(() => [ID], { description: 'Claims that the one that stays has already, with the same sources and grading.' })
  alreadyStated!: string[];

  @Field(() => [ID], { description: 'Findings that would be about the one that stays.' })
  findings!: string[];

  @Field(() => [MergeConflict], { description: 'Claims that do not go together; they do not hinder the merge.' })
  conflicts!: readonly MergeConflict[];

  @Field(() => NotSame, {
    nullable: true,
    description: 'A decision that the two, or what was merged into them, are not the same.',
  })
  decision!: NotSame | null;

  @Field(() => [UserError], { description: 'Why the merge would be refused, the decision aside.' })
  userErrors!: readonly UserError[];
}

@ObjectType({ description: 'Somebody or some unit that may be the same, and why.' })
export class DuplicateCandidate {
  @Field(() => [String], { description: 'The names that both have, but for case and diacritics.' })
  names!: string[];

  @Field(() => [String], { description: 'The identifiers that both have, each with its scheme.' })
  identifiers!: string[];
}

@ObjectType({ description: 'What came of a merge.' })
export class MergePayload extends Payload {
  @Field(() => Merge, { nullable: true, description: 'The merge.' })
  merge!: Merge | null;

  @Field(() => Entity, { nullable: true, description: 'The one that stays, as it is now.' })
  entity!: Entity | null;
}

@ObjectType({ description: 'A claim that a merge restated, which somebody has changed since.' })
export class LeftClaim {
  @Field(() => ID, { description: 'The claim as it was before the merge.' })
  original!: string;

  @Field(() => ID, { description: 'The one that stood for it.' })
  standIn!: string;
}

@ObjectType({ description: 'What came of undoing a merge.' })
export class MergeUndoPayload extends Payload {
  @Field(() => Merge, { nullable: true, description: 'The merge.' })
  merge!: Merge | null;

  @Field(() => Entity, { nullable: true, description: 'The one that is back.' })
  entity!: Entity | null;

  @Field(() => [ID], { description: 'The claims that are back.' })
  restored!: readonly string[];

  @Field(() => [LeftClaim], {
    description:
      'Claims that were corrected or taken back since the merge. They are left so, and the originals do not come back.',
  })
  left!: readonly LeftClaim[];

  @Field(() => [ID], {
    description: 'Claims and findings that came after the merge, about the one that stayed: they stay with it.',
  })
  stays!: readonly string[];
}

@ObjectType({ description: 'What came of a negative decision.' })
export class NotSamePayload extends Payload {
  @Field(() => NotSame, { nullable: true, description: 'The decision.' })
  decision!: NotSame | null;
}
