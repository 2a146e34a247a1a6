import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Payload, UserError } from '../../graphql/change.type.js';
import { graphqlEnum } from '../../graphql/enums.js';
import { Entity } from '../../graphql/node.type.js';
import { InstantScalar } from '../../graphql/scalars.js';
import { CONFLICT_KINDS, type Conflict } from './conflicts.rules.js';
import { DUPLICATE_REASON } from './duplicates.rules.js';

/** Merges, what they would do, and negative decisions, as editors read them. */

export const MergeState = graphqlEnum(
  { MERGED: 'It is in force.', UNMERGED: 'It was undone.' },
  'MergeState',
  'The state of a merge.',
);

@ObjectType({ description: 'The merge of one person or unit into another.' })
export class Merge {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The id that was merged away.' })
  from!: string;

  @Field(() => ID, { description: 'The id that remains.' })
  into!: string;

  @Field(() => MergeState, { description: 'Its state.' })
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

@ObjectType({ description: 'A decision that two people or units are not the same.' })
export class NotSame {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'One of them.' })
  a!: string;

  @Field(() => ID, { description: 'The other person or unit.' })
  b!: string;

  @Field(() => String, { description: 'Why.' })
  reason!: string;

  @Field(() => String, { description: 'Who decided.' })
  by!: string;

  @Field(() => InstantScalar, { description: 'When.' })
  at!: string;
}

export const MergeConflictKind = graphqlEnum(
  CONFLICT_KINDS,
  'MergeConflictKind',
  'The kind of conflict between two claims.',
);

@ObjectType({ description: 'Two claims that will both remain but contradict each other.' })
export class MergeConflict {
  @Field(() => MergeConflictKind, { description: 'The kind of conflict.' })
  kind!: Conflict['kind'];

  @Field(() => String, { description: 'The two claims, in a few words.' })
  message!: string;

  @Field(() => [ID], { description: 'The claim that moves, then the claim that is already there.' })
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

@ObjectType({ description: 'What a merge would do now.' })
export class MergePreview {
  fromId!: string;
  intoId!: string;

  @Field(() => InstantScalar, { description: 'The state of the graph that the preview shows; send it with the merge.' })
  seenAt!: string;

  @Field(() => [MergeClaims], {
    description:
      'The claims that would be restated for the remaining record, by kind. Their content, sources, grading and access stay the same. A preferred name becomes an alias.',
  })
  claims!: MergeClaims[];

  @Field(() => [ID], {
    description: 'Claims that the remaining record has already, with the same sources and grading.',
  })
  alreadyStated!: string[];

  @Field(() => [ID], { description: 'Findings that would be about the remaining record.' })
  findings!: string[];

  @Field(() => [MergeConflict], { description: 'Claims that contradict each other; they do not prevent the merge.' })
  conflicts!: readonly MergeConflict[];

  @Field(() => NotSame, {
    nullable: true,
    description: 'A decision that the two, or records merged into them, are not the same.',
  })
  decision!: NotSame | null;

  @Field(() => [UserError], { description: 'Why the merge would be refused, apart from the decision.' })
  userErrors!: readonly UserError[];
}

export const DuplicateReason = graphqlEnum(
  DUPLICATE_REASON,
  'DuplicateReason',
  'Why a person or unit is proposed as the same as another, from the strongest reason to the weakest.',
);

@ObjectType({ description: 'A person or unit that may be the same, and why.' })
export class DuplicateCandidate {
  @Field(() => Float, {
    description:
      'From 60 to 100: how alike the two names are, as in search and reconciliation; at most 80 for people of whom a name has initials; at least 90 where both have an identifier. It is not a probability.',
  })
  score!: number;

  @Field(() => DuplicateReason, { description: 'What the score rests on.' })
  reason!: keyof typeof DuplicateReason;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the record asked for that is most like one of the other; null where none is.',
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the other that is most like it; null where none is.',
  })
  otherName!: string | null;

  @Field(() => [String], { description: 'The names that both have, ignoring case, diacritics and punctuation.' })
  names!: string[];

  @Field(() => [String], { description: 'The identifiers that both have, each with its scheme.' })
  identifiers!: string[];
}

@ObjectType({ description: 'The result of a merge.' })
export class MergePayload extends Payload {
  @Field(() => Merge, { nullable: true, description: 'The merge.' })
  merge!: Merge | null;

  @Field(() => Entity, { nullable: true, description: 'The record that remains, as it is now.' })
  entity!: Entity | null;
}

@ObjectType({ description: 'A claim that a merge restated and that somebody has changed since.' })
export class LeftClaim {
  @Field(() => ID, { description: 'The claim as it was before the merge.' })
  original!: string;

  @Field(() => ID, { description: 'The claim that replaced it.' })
  standIn!: string;
}

@ObjectType({ description: 'The result of undoing a merge.' })
export class MergeUndoPayload extends Payload {
  @Field(() => Merge, { nullable: true, description: 'The merge.' })
  merge!: Merge | null;

  @Field(() => Entity, { nullable: true, description: 'The record that is restored.' })
  entity!: Entity | null;

  @Field(() => [ID], { description: 'The restored claims.' })
  restored!: readonly string[];

  @Field(() => [LeftClaim], {
    description:
      'Claims that were corrected or retracted after the merge. They stay so, and their originals are not restored.',
  })
  left!: readonly LeftClaim[];

  @Field(() => [ID], {
    description: 'Claims and findings about the remaining record that are newer than the merge. They stay with it.',
  })
  stays!: readonly string[];
}

@ObjectType({ description: 'The result of such a decision.' })
export class NotSamePayload extends Payload {
  @Field(() => NotSame, { nullable: true, description: 'The decision.' })
  decision!: NotSame | null;
}
