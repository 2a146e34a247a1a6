import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import type { FindingStatus } from '../../entities/finding/finding.rules.js';
import { FindingStatus as FindingStatusEnum, graphqlEnum } from '../../graphql/enums.js';
import { DayScalar } from '../../graphql/scalars.js';
import { Answer, EvidenceItem, LensArgs, Reference } from '../case-file/answer.type.js';
import { CASE_STAGES, type CaseStage } from './case-status.rules.js';

const CaseStageEnum = graphqlEnum(CASE_STAGES, 'CaseStage', 'How far proceedings against a person had come by a day.');

@ArgsType()
export class CaseStatusArgs extends LensArgs {
  @Field(() => DayScalar, { description: 'The day.' })
  on!: string;

  @Field(() => ID, { nullable: true, description: 'Only findings that concern this incident. Default: all.' })
  incident?: string | null;
}

@ObjectType({ description: 'A finding that names the person, with its status on the day.' })
export class CaseFinding {
  @Field(() => EvidenceItem, { description: 'The finding; its marks show its status up to now.' })
  item!: EvidenceItem;

  @Field(() => FindingStatusEnum, { description: 'Its status on the requested day.' })
  status!: FindingStatus;
}

@ObjectType({
  description:
    'How far proceedings against a person had come by a day. Every person is presumed innocent unless finally convicted.',
})
export class CaseStatus extends Answer {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => DayScalar, { description: 'The requested day.' })
  on!: string;

  @Field(() => CaseStageEnum, {
    description:
      'The stage, from the latest decision of a court or prosecutor that was not reversed or replaced by the day. With several cases it is the stage of the latest decision only; use `incident` to ask about one.',
  })
  stage!: CaseStage;

  @Field(() => String, {
    nullable: true,
    description: 'When that decision was made, EDTF level 1; if no source says, when it was published.',
  })
  since!: string | null;

  @Field(() => [CaseFinding], {
    description:
      'Every finding that names the person and was decided by the day, earliest first. Allegations, sanctions and other findings are listed, but never set the stage.',
  })
  findings!: readonly CaseFinding[];
}
