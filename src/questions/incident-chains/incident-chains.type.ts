import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { Cover, PostRole } from '../../graphql/enums.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { Cover as CoverWord } from '../../model/date-range.js';
import type { POST_ROLE, Word } from '../../model/vocabulary.js';
import { Answer, EvidenceItem, LensArgs, Reference } from '../case-file/answer.type.js';
import type { ChainGap } from '../command/chain-gap.rules.js';
import { ChainGapEnum } from '../command/chain-gap.type.js';

@ObjectType({ description: 'A post that a person holds at a unit on the day, with the claims that say so.' })
export class SourcedPost {
  @Field(() => Reference, { description: 'Who holds the post.' })
  person!: Reference;

  @Field(() => PostRole, { description: 'The role.' })
  role!: Word<typeof POST_ROLE>;

  @Field(() => Cover, { description: 'The firmest cover of the day among its claims.' })
  cover!: CoverWord;

  @Field(() => [EvidenceItem], { description: 'The claims, with their sources.' })
  items!: readonly EvidenceItem[];
}

@ObjectType({ description: 'One unit of a chain of command, with what sources say of its place and posts.' })
export class SourcedUnit {
  @Field(() => Reference, { description: 'The unit.' })
  unit!: Reference;

  @Field(() => [EvidenceItem], {
    description: 'The links that connect the unit with units of the level below; none at level 0.',
  })
  links!: readonly EvidenceItem[];

  @Field(() => [EvidenceItem], { description: 'Links of the unit that do not carry command; never part of the chain.' })
  otherLinks!: readonly EvidenceItem[];

  @Field(() => [SourcedPost], { description: 'Who held which post on the day, commanders first.' })
  posts!: readonly SourcedPost[];

  @Field(() => [Reference], {
    description: 'People whom sources place in command on the same day, if there is more than one; otherwise empty.',
  })
  competingHolders!: readonly Reference[];

  @Field(() => [ChainGapEnum], { description: 'What is missing at this unit.' })
  gaps!: readonly ChainGap[];
}

@ObjectType({ description: 'The units at one distance.' })
export class SourcedLevel {
  @Field(() => Int, { description: 'Distance in links; 0 is the named unit.' })
  level!: number;

  @Field(() => [SourcedUnit], { description: 'The units. There may be several superiors at once.' })
  units!: readonly SourcedUnit[];
}

@ObjectType({
  description: 'Every superior of a unit on one day, level by level. A chain alone does not show effective control.',
})
export class SourcedChain {
  @Field(() => Reference, { description: 'The unit at the bottom.' })
  unit!: Reference;

  @Field(() => DayScalar, { description: 'The day for which every link and post is assessed.' })
  on!: string;

  @Field(() => [SourcedLevel], { description: 'The levels, from the unit upward.' })
  levels!: readonly SourcedLevel[];

  @Field(() => [String], { description: 'What a reader must know, such as cycles in the links.' })
  warnings!: readonly string[];
}

@ObjectType({ description: 'A unit or person whom sources name for an incident, with all superiors.' })
export class AttributedChain {
  @Field(() => Reference, { description: 'The unit or person.' })
  subject!: Reference;

  @Field(() => [EvidenceItem], {
    description: 'Who names the subject, and for what part. Always an allegation of that body.',
  })
  attributions!: readonly EvidenceItem[];

  @Field(() => [SourcedChain], {
    description:
      'For a unit, one chain. For a person, one chain for each unit in which the person held a post on the day.',
  })
  chains!: readonly SourcedChain[];
}

@ObjectType({ description: 'The chains of command above everybody whom sources name for an incident, on its day.' })
export class IncidentChains extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => DayScalar, { description: 'The day of the assessment.' })
  on!: string;

  @Field(() => [AttributedChain], { description: 'Units before people; empty if nobody is named.' })
  named!: readonly AttributedChain[];

  @Field(() => [String], { description: 'What a reader must know, for example that the incident lasted several days.' })
  warnings!: readonly string[];
}

@ObjectType({ description: 'The chain of command above a unit on one day, and what the answer rests on.' })
export class UnitChain extends Answer {
  @Field(() => SourcedChain, { description: 'The chain.' })
  chain!: SourcedChain;
}

@ArgsType()
export class UnitChainArgs extends LensArgs {
  @Field(() => DayScalar, { description: 'The day for which every link and post is assessed.' })
  on!: string;
}
