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
  @Field(() => Reference, { description: 'Who holds it.' })
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
    description: 'The links by which units of this chain stand under it; none at level 0.',
  })
  links!: readonly EvidenceItem[];

  @Field(() => [EvidenceItem], { description: 'Links of the unit that do not carry command; never part of the chain.' })
  otherLinks!: readonly EvidenceItem[];

  @Field(() => [SourcedPost], { description: 'Who held which post on the day, commanders first.' })
  posts!: readonly SourcedPost[];

  @Field(() => [Reference], {
    description: 'People whom sources put in command on the same day, where there is more than one; else empty.',
  })
  competingHolders!: readonly Reference[];

  @Field(() => [ChainGapEnum], { description: 'What is missing here.' })
  gaps!: readonly ChainGap[];
}

@ObjectType({ description: 'The units at one distance.' })
export class SourcedLevel {
  @Field(() => Int, { description: 'Distance in links; 0 is the unit named.' })
  level!: number;

  @Field(() => [SourcedUnit], { description: 'The units; there may be several superiors at once.' })
  units!: readonly SourcedUnit[];
}

@ObjectType({
  description: 'Every superior of a unit on one day, level by level. A chain alone does not show effective control.',
})
export class SourcedChain {
  @Field(() => Reference, { description: 'The unit at its foot.' })
  unit!: Reference;

  @Field(() => DayScalar, { description: 'The day on which every link and post is judged.' })
  on!: string;

  @Field(() => [SourcedLevel], { description: 'The levels, from the unit upward.' })
  levels!: readonly SourcedLevel[];

  @Field(() => [String], { description: 'What a reader must know, such as circles in the links.' })
  warnings!: readonly string[];
}

@ObjectType({ description: 'A unit or person whom sources name for an incident, and everybody above.' })
export class AttributedChain {
  @Field(() => Reference, { description: 'The unit or person.' })
  subject!: Reference;

  @Field(() => [EvidenceItem], { description: 'Who names them, and for what part; always an allegation of that body.' })
  attributions!: readonly EvidenceItem[];

  @Field(() => [SourcedChain], {
    description: 'One chain for a unit; for a person one for each unit of a post held on the day.',
  })
  chains!: readonly SourcedChain[];
}

@ObjectType({ description: 'The chains of command above all whom sources name for an incident, on its day.' })
export class IncidentChains extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => DayScalar, { description: 'The day judged.' })
  on!: string;

  @Field(() => [AttributedChain], { description: 'Units before people; empty where nobody is named.' })
  named!: readonly AttributedChain[];

  @Field(() => [String], { description: 'What a reader must know, such as an incident of several days.' })
  warnings!: readonly string[];
}

@ObjectType({ description: 'The chain of command above a unit on one day, and what the answer rests on.' })
export class UnitChain extends Answer {
  @Field(() => SourcedChain, { description: 'The chain.' })
  chain!: SourcedChain;
}

@ArgsType()
export class UnitChainArgs extends LensArgs {
  @Field(() => DayScalar, { description: 'The day on which every link and post is judged.' })
  on!: string;
}
