import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { CommandLink, Posting } from '../../entities/claim/claim.type.js';
import { CommandLinkKind, Cover, Direction, PostRole } from '../../graphql/enums.js';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { Cover as CoverWord } from '../../model/date-range.js';
import type { View } from '../../model/lens.js';
import type { COMMAND_LINK_KIND, POST_ROLE, Word } from '../../model/vocabulary.js';
import type { Direction as DirectionWord } from '../command/walk.rules.js';

@ArgsType()
export class ChainArgs {
  @Field(() => DayScalar, { description: 'The day for which every link and post is assessed.' })
  on!: string;

  @Field(() => Int, { defaultValue: 20, description: 'Number of levels to walk: 1 to 20.' })
  depth!: number;

  @Field(() => [CommandLinkKind], {
    defaultValue: ['COMMAND', 'OPERATIONAL'],
    description:
      'The kinds of link that form the chain. Default: the kinds that carry command. Others are in `otherLinks`.',
  })
  kinds!: Word<typeof COMMAND_LINK_KIND>[];

  @Field(() => [Cover], {
    defaultValue: ['CITED', 'IMPRECISE', 'ASSUMED'],
    description: 'The covers of the day that count, for links and posts.',
  })
  cover!: CoverWord[];

  @Field(() => EvidenceLens, {
    nullable: true,
    description: 'Which evidence counts, here and below. Default: the lens of the parent.',
  })
  lens?: EvidenceLens | null;
}

@ArgsType()
export class DirectedChainArgs extends ChainArgs {
  @Field(() => Direction, { defaultValue: 'UP', description: 'UP to the superiors, DOWN to the subordinates.' })
  direction!: DirectionWord;
}

/** What a chain was asked for, carried to its levels. */
export interface ChainQuestion {
  readonly view: View;
  readonly on: string;
  readonly direction: DirectionWord;
  readonly kinds: readonly string[];
  readonly cover: readonly CoverWord[];
}

@ObjectType({ description: 'A post that a person holds at a unit on the day.' })
export class HeldPost {
  view!: View;
  personId!: string;
  postings!: Posting[];

  @Field(() => PostRole, { description: 'The role.' })
  role!: Word<typeof POST_ROLE>;

  @Field(() => Cover, { description: 'The firmest cover of the day among its postings.' })
  cover!: CoverWord;
}

@ObjectType({ description: 'One unit in a chain of command.' })
export class ChainUnit {
  question!: ChainQuestion;
  unitId!: string;
  isTop!: boolean;
  links!: CommandLink[];
  otherLinks!: CommandLink[];
}

@ObjectType({ description: 'The units at one distance from the requested unit.' })
export class ChainLevel {
  @Field(() => Int, { description: 'Distance in links; 0 is the requested unit.' })
  level!: number;

  @Field(() => [ChainUnit], { description: 'The units. There may be several superiors at once.' })
  units!: ChainUnit[];
}

@ObjectType({
  description: 'A chain of command on one day, as ordered levels. A chain alone does not show effective control.',
})
export class ChainOfCommand {
  question!: ChainQuestion;
  unitId!: string;

  @Field(() => DayScalar, { description: 'The day for which every link and post is assessed.' })
  on!: string;

  @Field(() => Direction, { description: 'The direction of the walk.' })
  direction!: DirectionWord;

  @Field(() => [ChainLevel], { description: 'The levels, starting at the requested unit.' })
  levels!: ChainLevel[];

  @Field(() => [String], {
    description:
      'What a reader must know: cycles in the links, a walk cut at its maximum depth, more units than one answer holds.',
  })
  warnings!: string[];
}
