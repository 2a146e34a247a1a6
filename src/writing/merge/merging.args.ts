import { Field, ID, InputType } from 'type-graphql';
import { InstantScalar } from '../../graphql/scalars.js';

/** What the mutations of merging take. */

@InputType()
abstract class Reasoned {
  @Field(() => String, { description: 'The reason, for the journal.' })
  reason!: string;
}

@InputType({ description: 'Two people, or two units, that are the same.' })
export class MergeInput extends Reasoned {
  @Field(() => ID, { description: 'The record that is merged away. Its id will redirect to the other.' })
  from!: string;

  @Field(() => ID, { description: 'The record that remains.' })
  into!: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'The `seenAt` of the preview that you saw. The merge is refused if statements about the two have changed since.',
  })
  seenAt?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to merge although somebody has decided that they are not the same.',
  })
  despiteDecision!: boolean;
}

@InputType({ description: 'A merge to undo.' })
export class MergeUndoInput extends Reasoned {
  @Field(() => ID, { description: 'The id of the merge.' })
  mergeId!: string;
}

@InputType({ description: 'Two people, or two units, that are not the same.' })
export class NotSameInput extends Reasoned {
  @Field(() => ID, { description: 'One of them.' })
  a!: string;

  @Field(() => ID, { description: 'The other person or unit.' })
  b!: string;
}
