import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { Cover } from '../../shared/enums.js';
import type { View } from '../../shared/lens.js';
import { EvidenceLens } from '../../shared/lens.type.js';
import type { Cover as CoverWord } from '../../shared/range.js';
import { DayScalar } from '../../shared/scalars.js';
import type { PathNode } from './paths-between.rules.js';

@ArgsType()
export class PathsArgs {
  @Field(() => ID, { description: 'Id of one end: a person, unit, body, incident or finding.' })
  a!: string;

  @Field(() => ID, { description: 'Id of the other end.' })
  b!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'A day that every dated claim on the path must cover; null: any day.',
  })
  on?: string | null;

  @Field(() => [Cover], {
    defaultValue: ['CITED', 'IMPRECISE', 'ASSUMED'],
    description: 'The covers of that day that count.',
  })
  cover!: CoverWord[];

  @Field(() => Int, { defaultValue: 4, description: 'The most steps of a path: 1 to 8.' })
  maxLength!: number;

  @Field(() => Int, { defaultValue: 10, description: 'The most paths: 1 to 50.' })
  first!: number;

  @Field(() => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
  lens?: EvidenceLens | null;
}

@ObjectType({ description: 'One step of a path: two records and the statement that links them.' })
export class PathStep {
  view!: View;
  from!: PathNode;
  to!: PathNode;
  by!: PathNode;

  @Field(() => String, { description: 'How the two ends stand in that statement, such as `SUBORDINATE → SUPERIOR`.' })
  relation!: string;
}

@ObjectType({
  description:
    'A way from one record to another, each step made by a cited statement. A path is not a relation of command.',
})
export class Path {
  @Field(() => Int, { description: 'How many steps.' })
  length!: number;

  @Field(() => [PathStep], { description: 'The steps, in order.' })
  steps!: PathStep[];

  @Field(() => Boolean, {
    description:
      'True where every step is a link of command or a post, so that the path may be one of command; false where any step is of another kind.',
  })
  commandOnly!: boolean;
}
