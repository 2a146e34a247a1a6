import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A set of claims that came together, under one licence.' })
export class Dataset {
  @Field(() => ID, { description: 'Its id, as in the lens and on each claim.' })
  id!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'What it holds and where it is from.' })
  description!: string;

  @Field(() => String, { description: 'Its licence.' })
  licence!: string;

  @Field(() => String, { description: 'How to name its authors.' })
  attribution!: string;

  @Field(() => Boolean, { description: 'Whether the licence lets others pass it on.' })
  redistribute!: boolean;

  @Field(() => String, { description: 'A hash of those of its statements that the reader may see.' })
  version!: string;
}
