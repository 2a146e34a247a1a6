import { ArgsType, Field, ObjectType } from 'type-graphql';
import { ResponsibilityElement } from '../../graphql/enums.js';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import { Answer, AnswerBasis, EvidenceItem, Reference } from '../case-file/answer.type.js';
import { FrameworkEnum, GradeEnum } from '../command-responsibility/command-responsibility.type.js';
import type { ElementName, FrameworkName } from '../command-responsibility/frameworks.rules.js';
import type { Grade } from '../command-responsibility/grade.rules.js';

@ObjectType({ description: 'A grade that differs.' })
export class GradeChange {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => ResponsibilityElement, { description: 'The element.' })
  element!: ElementName;

  @Field(() => GradeEnum, { description: 'The grade before; under the first lens.' })
  before!: Grade;

  @Field(() => GradeEnum, { description: 'The grade after; under the second lens.' })
  after!: Grade;
}

@ObjectType({ description: 'What changes about an incident if evidence is excluded, or from one lens to another.' })
export class Difference {
  @Field(() => [GradeChange], { description: 'Grades that differ, ordered by place in the chain.' })
  grades!: readonly GradeChange[];

  @Field(() => [EvidenceItem], { description: 'Links and posts of the chains that disappear.' })
  lost!: readonly EvidenceItem[];

  @Field(() => [EvidenceItem], {
    description: 'Links and posts that appear, because the statement that ended them is excluded.',
  })
  gained!: readonly EvidenceItem[];

  @Field(() => Boolean, { description: 'Whether the incident itself is excluded.' })
  incidentLost!: boolean;
}

@ObjectType({ description: 'A report or finding, and what changes without it.' })
export class SourceDependence {
  @Field(() => Reference, { description: 'The report or finding.' })
  source!: Reference;

  @Field(() => Difference, { description: 'What changes without it.' })
  difference!: Difference;
}

@ObjectType({ description: 'Which grades, links and posts of an incident rest on which source.' })
export class Dependence extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => FrameworkEnum, { description: 'The legal test.' })
  framework!: FrameworkName;

  @Field(() => [SourceDependence], {
    description: 'Findings on the incident, then reports. Sources without which nothing changes are not listed.',
  })
  sources!: readonly SourceDependence[];
}

@ObjectType({ description: 'What changes about one incident.' })
export class IncidentDifference {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => Difference, { description: 'What changes.' })
  difference!: Difference;
}

@ObjectType({ description: 'What changes about the incidents of a finding or report if it is excluded.' })
export class Dependents extends Answer {
  @Field(() => Reference, { description: 'The finding or report.' })
  source!: Reference;

  @Field(() => [IncidentDifference], { description: 'The incidents that change.' })
  incidents!: readonly IncidentDifference[];
}

@ObjectType({ description: 'One incident under two lenses.' })
export class Comparison {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => Difference, { description: 'What changes from the first lens to the second.' })
  difference!: Difference;

  @Field(() => AnswerBasis, { description: 'What the answer rests on under the first lens.' })
  basis!: AnswerBasis;

  @Field(() => AnswerBasis, { description: 'What the answer rests on under the second lens.' })
  otherBasis!: AnswerBasis;
}

@ArgsType()
export class CompareArgs {
  @Field(() => FrameworkEnum, { defaultValue: 'ROME_STATUTE_28A', description: 'The legal test.' })
  framework!: FrameworkName;

  @Field(() => DayScalar, { nullable: true, description: 'The day of the assessment, within the incident.' })
  on?: string | null;

  @Field(() => EvidenceLens, { nullable: true, description: 'The first lens. Default: the lens of the parent.' })
  lens?: EvidenceLens | null;

  @Field(() => EvidenceLens, { description: 'The second lens.' })
  other!: EvidenceLens;
}
