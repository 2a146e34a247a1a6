import { ArgsType, Field, ID, Int } from 'type-graphql';

@ArgsType()
export class ChangesArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'A cursor from a snapshot, the feed or an earlier page: what the client holds. Without it the client holds nothing.',
  })
  since?: string | null;

  @Field(() => Int, { nullable: true, description: 'Maximum number of changes: 1 to 100. Default: 20.' })
  first?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Only these datasets, and those that they require; the same for each page. Default: all datasets that may be redistributed.',
  })
  dataset?: string[] | null;
}
