import { ArgsType, Field, Float, Int, ObjectType } from 'type-graphql';
import { Cover, graphqlEnum, PostRole, ResponsibilityElement } from '../../graphql/enums.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { Cover as CoverWord } from '../../model/date-range.js';
import type { POST_ROLE, Word } from '../../model/vocabulary.js';
import { Answer, DayArgs, EvidenceItem, ItemMarkEnum, Reference } from '../case-file/answer.type.js';
import type { ItemMark } from '../case-file/item.rules.js';
import { DaySpan } from '../tenures/tenures.type.js';
import { type ElementName, FRAMEWORKS, type FrameworkName } from './frameworks.rules.js';
import { GRADES, type Grade } from './grade.rules.js';
import { LEGAL_RULES, type RuleId } from './legal-rules.rules.js';

const sentences = <K extends string, V>(table: Readonly<Record<K, V>>, sentence: (value: V) => string) =>
  Object.fromEntries(Object.entries<V>(table).map(([key, value]) => [key, sentence(value)])) as Record<K, string>;

export const FrameworkEnum = graphqlEnum(
  sentences<FrameworkName, { title: string }>(FRAMEWORKS, ({ title }) => `${title}.`),
  'Framework',
  'A legal test of responsibility: of a superior, or of somebody who took part.',
);
export const GradeEnum = graphqlEnum(
  GRADES,
  'EvidenceGrade',
  'What sources show for one element. The grade is about sources, not about people.',
);
export const RuleEnum = graphqlEnum(
  sentences<RuleId, { sentence: string }>(LEGAL_RULES, ({ sentence }) => sentence),
  'ResponsibilityRule',
  'A rule that an answer applies.',
);

@ArgsType()
export class FrameworkArgs extends DayArgs {
  @Field(() => FrameworkEnum, { defaultValue: 'ROME_STATUTE_28A', description: 'The legal test.' })
  framework!: FrameworkName;
}

@ObjectType({ description: 'A rule that an answer applied.' })
export class AppliedRule {
  @Field(() => RuleEnum, { name: 'rule', description: 'Which one.' })
  id!: RuleId;

  @Field(() => String, { description: 'What it says.' })
  sentence!: string;

  @Field(() => String, {
    description: 'The case or legal text that the rule rests on. What nobody checked against the text says so.',
  })
  basis!: string;

  @Field(() => [String], {
    description:
      'The addresses at which the rest of the basis was read: the articles of an instrument, a judgment in an extract with its paragraph numbers. Empty where the rule is a caution of this graph, or nothing was read.',
  })
  read!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'What courts and judges differ about; null where the rule is not debated.',
  })
  debated?: string;
}

@ObjectType({
  description: 'Days of the incident on which the same posts and links hold, so that they are judged together.',
})
export class AssessedSpan extends DaySpan {
  @Field(() => [EvidenceItem], {
    description: 'The posts of command that the person held on these days, with their cover.',
  })
  posts!: readonly EvidenceItem[];

  @Field(() => [EvidenceItem], {
    description: 'The links of command between those named for the incident and these posts, with their cover.',
  })
  links!: readonly EvidenceItem[];
}

@ObjectType({ description: 'An incident that sources link with the requested one, and by which claims.' })
export class LinkedIncidentAnswer {
  @Field(() => Reference, { description: 'The linked incident.' })
  incident!: Reference;

  @Field(() => ItemMarkEnum, { description: 'The mark of the items that bear on the requested incident through it.' })
  mark!: ItemMark;

  @Field(() => [EvidenceItem], { description: 'The claims that link them, from the requested incident on.' })
  links!: readonly EvidenceItem[];
}

@ObjectType({ description: 'One element of the test: what the sources give for it, against it, and what is missing.' })
export class ElementAnswer {
  @Field(() => ResponsibilityElement, { description: 'The element.' })
  element!: ElementName;

  @Field(() => GradeEnum, { description: 'What the sources show.' })
  grade!: Grade;

  @Field(() => [RuleEnum], { description: 'The rules that were applied.' })
  because!: readonly RuleId[];

  @Field(() => [DaySpan], {
    description: 'The days of the incident for which the grade holds; the other days show less. Empty for NO_EVIDENCE.',
  })
  holdsFor!: readonly DaySpan[];

  @Field(() => [EvidenceItem], { description: 'The statements that support the element.' })
  supporting!: readonly EvidenceItem[];

  @Field(() => [EvidenceItem], { description: 'The statements that weigh against the element, however weak.' })
  weighingAgainst!: readonly EvidenceItem[];

  @Field(() => [EvidenceItem], { description: 'Shown to the reader, but not graded.' })
  context!: readonly EvidenceItem[];

  @Field(() => [String], { description: 'What was searched for and not found, and what would raise the grade.' })
  missing!: readonly string[];
}

@ObjectType({ description: 'A post that the person holds on the day, by all claims about it.' })
export class PostInPlace {
  @Field(() => Reference, { description: 'The unit.' })
  unit!: Reference;

  @Field(() => PostRole, { description: 'The role.' })
  role!: Word<typeof POST_ROLE>;

  @Field(() => Cover, { description: 'The firmest cover of the day among the claims.' })
  cover!: CoverWord;

  @Field(() => Boolean, {
    description: 'True if no claim about it is accepted: sources disagree, or it is not checked.',
  })
  isDisputed!: boolean;

  @Field(() => [EvidenceItem], { description: 'The claims, each with its sources.' })
  items!: readonly EvidenceItem[];
}

@ObjectType({ description: 'The place of a person relative to those named for an incident. Context, never graded.' })
export class PlaceInChain {
  @Field(() => DayScalar, {
    description:
      'The day for which the place is given: over several days, the first of those on which a chain leads to the person, else of those on which the person holds a post.',
  })
  on!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Links between a unit named for the incident and the unit of the person; null if no chain of command connects them.',
  })
  links!: number | null;

  @Field(() => Reference, { nullable: true, description: 'The unit of the first of `posts`.' })
  unit!: Reference | null;

  @Field(() => PostRole, { nullable: true, description: 'The role of the first of `posts`.' })
  role!: Word<typeof POST_ROLE> | null;

  @Field(() => [PostInPlace], {
    description:
      'All posts that the person holds on the day: those of command first; among them the nearest to those named for the incident, then those not in dispute and best covered.',
  })
  posts!: readonly PostInPlace[];

  @Field(() => Float, {
    nullable: true,
    description:
      'Kilometres between the incident and the nearest site of that unit on the day; null if one is not known.',
  })
  kilometres!: number | null;

  @Field(() => [Reference], { description: 'Others who command units of the chain on the day.' })
  otherSuperiors!: readonly Reference[];
}

@ObjectType({
  description:
    'What sources give on one person and one incident, element by element: a matrix of legal requirements against evidence. Never a verdict, never a score.',
})
export class ResponsibilityMatrix {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day of the assessment; null if no day was requested and the incident has several: see `spans`.',
  })
  on!: string | null;

  @Field(() => [AssessedSpan], { description: 'The days that were judged, cut where posts and links change.' })
  spans!: readonly AssessedSpan[];

  @Field(() => [LinkedIncidentAnswer], {
    description:
      'The incidents that sources link with it. What is said of them is labelled with a mark and its incident.',
  })
  linkedIncidents!: readonly LinkedIncidentAnswer[];

  @Field(() => FrameworkEnum, { description: 'The legal test.' })
  framework!: FrameworkName;

  @Field(() => String, { description: 'The presumption of innocence, as it applies to the person for this incident.' })
  presumption!: string;

  @Field(() => PlaceInChain, { description: 'The place of the person relative to those named for the incident.' })
  place!: PlaceInChain;

  @Field(() => [ElementAnswer], { description: 'The elements, in the order of the test.' })
  elements!: readonly ElementAnswer[];

  @Field(() => [AppliedRule], { description: 'The rules that the elements refer to.' })
  rules!: readonly AppliedRule[];
}

@ObjectType({ description: 'What sources give on one person and one incident, and what the answer rests on.' })
export class CommandResponsibility extends Answer {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => ResponsibilityMatrix, {
    nullable: true,
    description: 'The matrix of requirements against evidence. Null if the person is not assessed.',
  })
  matrix!: ResponsibilityMatrix | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why there is no matrix, in a sentence: no source links the person to the incident, or the conduct is aimed at the person. Otherwise null.',
  })
  notAssessed!: string | null;

  @Field(() => [String], { description: 'What a reader must know, for example that the incident lasted several days.' })
  warnings!: readonly string[];
}

@ObjectType({ description: 'A person whom sources name on an incident, but who is not assessed as a superior.' })
export class PersonNotAssessed {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => String, { description: 'Why not, in a sentence.' })
  because!: string;
}

@ObjectType({
  description:
    'Everybody in the chain above those named for an incident, ordered by place in the chain and never by grade; then people whom sources name and who are in no chain.',
})
export class ChainResponsibility extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day of the assessment; null if no day was requested and the incident has several.',
  })
  on!: string | null;

  @Field(() => FrameworkEnum, { description: 'The legal test.' })
  framework!: FrameworkName;

  @Field(() => [ResponsibilityMatrix], { description: 'One matrix for each person.' })
  people!: readonly ResponsibilityMatrix[];

  @Field(() => [PersonNotAssessed], {
    description: 'People at whom the conduct is aimed: a decision against them is the incident. They have no matrix.',
  })
  notAssessed!: readonly PersonNotAssessed[];

  @Field(() => [String], { description: 'What a reader must know, for example that the incident lasted several days.' })
  warnings!: readonly string[];
}
