import { Field, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enums.js';
import { Answer, EvidenceItem, Reference } from '../case-file/answer.type.js';
import { NOTICE_BEARINGS, NOTICE_KINDS, NOTICE_TIMES } from './notice.rules.js';

export const NoticeKindEnum = graphqlEnum(
  NOTICE_KINDS,
  'NoticeKind',
  'How notice of an incident could reach a superior.',
);
export const NoticeTimeEnum = graphqlEnum(NOTICE_TIMES, 'NoticeTime', 'When the notice could reach the superior.');
export const NoticeBearingEnum = graphqlEnum(NOTICE_BEARINGS, 'NoticeBearing', 'Which duty it bears on.');

@ObjectType({
  description:
    'One occasion on which a superior could have learned of an incident. It does not show that the superior did.',
})
export class Notice {
  @Field(() => NoticeKindEnum, { description: 'The kind of notice.' })
  kind!: keyof typeof NoticeKindEnum;

  @Field(() => String, { description: 'The date, EDTF level 1.' })
  on!: string;

  @Field(() => NoticeTimeEnum, { description: 'The time, relative to the incident and the post.' })
  time!: keyof typeof NoticeTimeEnum;

  @Field(() => NoticeBearingEnum, { description: 'Which duty it bears on.' })
  bearsOn!: keyof typeof NoticeBearingEnum;

  @Field(() => Reference, {
    description:
      'The incident that the notice is about: an earlier similar incident by units then under the person, the requested incident, or one that sources link with it.',
  })
  incident!: Reference;

  @Field(() => Boolean, { description: 'Whether it is an earlier incident.' })
  isEarlier!: boolean;

  @Field(() => EvidenceItem, { description: 'The statement, with its source.' })
  item!: EvidenceItem;
}

@ObjectType({ description: 'What a person could have learned, in chronological order.' })
export class PersonNotice {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => [Reference], {
    description:
      'Earlier incidents of the same kind by units that were under the person on the day of those incidents.',
  })
  earlierIncidents!: readonly Reference[];

  @Field(() => [Notice], { description: 'Each occasion, earliest first.' })
  notices!: readonly Notice[];
}

@ObjectType({ description: 'What people in the chain above an incident could have learned, and when.' })
export class NoticeAnswer extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => [PersonNotice], {
    description: 'The requested person, or everybody in the chain by place in it.',
  })
  people!: readonly PersonNotice[];

  @Field(() => String, {
    nullable: true,
    description: 'Why the requested person is not assessed, so that `people` is empty. Otherwise null.',
  })
  notAssessed!: string | null;
}
