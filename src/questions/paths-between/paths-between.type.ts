import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import { Cover, graphqlEnum } from '../../graphql/enums.js';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { Cover as CoverWord } from '../../model/date-range.js';
import type { View } from '../../model/lens.js';
import type { PathNode } from './paths-between.rules.js';

export const StepKind = graphqlEnum(
  {
    Posting: 'Tenures of posts.',
    CommandLink: 'Links between units.',
    Positioning: 'Sites and areas of operations.',
    Affiliation: 'Parts of bodies.',
    Attribution: 'Attributions of incidents.',
    Indicator: 'Indicators of an element of command responsibility.',
    Measure: 'Measures to prevent, stop or punish.',
    Fact: 'Values of properties that a body states.',
    Incident: 'Incidents.',
    Finding: 'Findings.',
  },
  'StepKind',
  'Kinds of statements that may make a step of a path.',
);

/** Indicators and measures concern many records at once, and would crowd out every other way. */
export const DEFAULT_STEPS = Object.keys(StepKind).filter((kind) => kind !== 'Indicator' && kind !== 'Measure');

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

  @Field(() => [StepKind], {
    nullable: true,
    description:
      'The kinds of statements that may make a step. Default: all except indicators and measures, which concern many records at once. `[Posting, CommandLink]` finds paths of posts and links only.',
  })
  through?: (keyof typeof StepKind)[] | null;

  @Field(() => Int, { defaultValue: 4, description: 'Maximum number of steps of a path: 1 to 8.' })
  maxLength!: number;

  @Field(() => Int, { defaultValue: 10, description: 'Maximum number of paths: 1 to 50.' })
  first!: number;

  @Field(() => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
  lens?: EvidenceLens | null;
}

@ObjectType({ description: 'One step of a path: two records and the statement that links them.' })
export class PathStep {
  on!: string | null;
  cover!: readonly CoverWord[];
  view!: View;
  from!: PathNode;
  to!: PathNode;
  by!: PathNode;

  @Field(() => String, {
    description: 'The roles of the two ends in that statement, such as `SUBORDINATE → SUPERIOR`.',
  })
  relation!: string;
}

@ObjectType({
  description:
    'A path from one record to another. Each step is a cited statement. A path is not a relation of command.',
})
export class Path {
  @Field(() => Int, { description: 'Number of steps.' })
  length!: number;

  @Field(() => [PathStep], { description: 'The steps, in order.' })
  steps!: PathStep[];

  @Field(() => Boolean, {
    description:
      'True if every step is a command link or a post that somebody holds, so that the path may be one of command. False if any step is of another kind, such as an appointment.',
  })
  commandOnly!: boolean;
}
