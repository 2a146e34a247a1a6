import { ArgsType, Field, ID, Int } from 'type-graphql';

@ArgsType()
export class ChangesArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'A cursor that a snapshot, the feed or an earlier page gave: what the client holds. Without it the client holds nothing.',
  })
  since?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many changes at most: 1 to 100, by default 20.' })
  first?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only these datasets, and those that they require; the same for each page. By default all that may be passed on.',
  })
  dataset?: string[] | null;
}
