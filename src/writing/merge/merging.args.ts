import { Field, ID, InputType } from 'type-graphql';
import { InstantScalar } from '../../graphql/scalars.js';

/** What the mutations of merging take. */

@InputType()
abstract class Reasoned {
  @Field(() => String, { description: 'Why, for the journal.' })
  reason!: string;
}

@InputType({ description: 'Two people, or two units, that are one.' })
export class MergeInput extends Reasoned {
  @Field(() => ID, { description: 'The one that goes. Its id will lead to the other.' })
  from!: string;

  @Field(() => ID, { description: 'The one that stays.' })
  into!: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'The `seenAt` of the preview that you saw; the merge is refused where what is said of the two has changed since.',
  })
  seenAt?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether to merge them although somebody has decided that they are not the same.',
  })
  despiteDecision!: boolean;
}

@InputType({ description: 'A merge to take back.' })
export class MergeUndoInput extends Reasoned {
  @Field(() => ID, { description: 'The id of the merge.' })
  mergeId!: string;
}

@InputType({ description: 'Two people, or two units, that are not one.' })
export class NotSameInput extends Reasoned {
  @Field(() => ID, { description: 'One of them.' })
  a!: string;

  @Field(() => ID, { description: 'The other.' })
  b!: string;
}
