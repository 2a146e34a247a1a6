import { Field, ObjectType } from 'type-graphql';
import { ResponsibilityElement } from '../../graphql/enums.js';
import { Answer, EvidenceItem, Reference } from '../case-file/answer.type.js';
import type { ChainGap } from '../command/chain-gap.rules.js';
import { ChainGapEnum } from '../command/chain-gap.type.js';
import { FrameworkEnum, GradeEnum } from '../command-responsibility/command-responsibility.type.js';
import type { ElementName, FrameworkName } from '../command-responsibility/frameworks.rules.js';
import type { Grade } from '../command-responsibility/grade.rules.js';

@ObjectType({ description: 'An element, for one person, whose grade a missing fact could change.' })
export class AffectedElement {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => ResponsibilityElement, { description: 'The element.' })
  element!: ElementName;

  @Field(() => GradeEnum, { description: 'The grade of the element without the fact.' })
  grade!: Grade;
}

@ObjectType({ description: 'A fact that was searched for and not found, or that would raise a grade.' })
export class MissingFact {
  @Field(() => String, { description: 'What.' })
  sentence!: string;

  @Field(() => [AffectedElement], { description: 'The elements that it bears on.' })
  bearsOn!: readonly AffectedElement[];
}

@ObjectType({ description: 'A gap at a unit of a chain.' })
export class UnitGap {
  @Field(() => Reference, { description: 'The unit.' })
  unit!: Reference;

  @Field(() => ChainGapEnum, { description: 'The gap.' })
  gap!: ChainGap;

  @Field(() => String, { description: 'The same in a sentence.' })
  sentence!: string;
}

@ObjectType({ description: 'What the sources do not show about an incident; facts that bear on most elements first.' })
export class MissingEvidence extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => FrameworkEnum, { description: 'The legal test.' })
  framework!: FrameworkName;

  @Field(() => [MissingFact], {
    description: 'Facts that would raise grades, ordered by the number of elements that they bear on.',
  })
  missingFacts!: readonly MissingFact[];

  @Field(() => [UnitGap], { description: 'Gaps in the chains.' })
  gaps!: readonly UnitGap[];

  @Field(() => [EvidenceItem], { description: 'Links and posts of the chains that rest on one publisher.' })
  singleSource!: readonly EvidenceItem[];

  @Field(() => [EvidenceItem], { description: 'Links and posts of the chains graded below B2.' })
  notFirm!: readonly EvidenceItem[];
}
