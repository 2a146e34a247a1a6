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

  @Field(() => ID, { nullable: true, description: 'Only findings that concern this incident; by default all.' })
  incident?: string | null;
}

@ObjectType({ description: 'A finding that names the person, and what had become of it by the day.' })
export class CaseFinding {
  @Field(() => EvidenceItem, { description: 'The finding; its marks say what has become of it up to now.' })
  item!: EvidenceItem;

  @Field(() => FindingStatusEnum, { description: 'What had become of it by the day asked.' })
  status!: FindingStatus;
}

@ObjectType({
  description:
    'How far proceedings against a person had come by a day. Every person is presumed innocent unless finally convicted.',
})
export class CaseStatus extends Answer {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => DayScalar, { description: 'The day asked about.' })
  on!: string;

  @Field(() => CaseStageEnum, {
    description:
      'From the latest decision of a court or prosecutor that no other had reversed or replaced by the day. Across several cases it tells of the latest decision alone: ask with `incident` for one.',
  })
  stage!: CaseStage;

  @Field(() => String, {
    nullable: true,
    description: 'When that was decided, EDTF level 1; where no source says, when it was published.',
  })
  since!: string | null;

  @Field(() => [CaseFinding], {
    description:
      'Every finding that names the person and was decided by the day, the earliest first. Allegations, sanctions and other findings are listed and never give the word.',
  })
  findings!: readonly CaseFinding[];
}
