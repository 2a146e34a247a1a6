import { Field, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enums.js';
import { Answer, EvidenceItem, Reference } from '../case-file/answer.type.js';
import { NOTICE_BEARINGS, NOTICE_KINDS, NOTICE_TIMES } from './notice.rules.js';

export const NoticeKindEnum = graphqlEnum(
  NOTICE_KINDS,
  'NoticeKind',
  'How word of an incident could reach a superior.',
);
export const NoticeTimeEnum = graphqlEnum(NOTICE_TIMES, 'NoticeTime', 'When it could reach the superior.');
export const NoticeBearingEnum = graphqlEnum(NOTICE_BEARINGS, 'NoticeBearing', 'Which duty it bears on.');

@ObjectType({
  description: 'One occasion on which a superior could have learned of an incident. It does not show that they did.',
})
export class Notice {
  @Field(() => NoticeKindEnum, { description: 'How.' })
  kind!: keyof typeof NoticeKindEnum;

  @Field(() => String, { description: 'When, EDTF level 1.' })
  on!: string;

  @Field(() => NoticeTimeEnum, { description: 'When, against the incident and the post.' })
  time!: keyof typeof NoticeTimeEnum;

  @Field(() => NoticeBearingEnum, { description: 'Which duty it bears on.' })
  bearsOn!: keyof typeof NoticeBearingEnum;

  @Field(() => Reference, {
    description:
      'The incident of which there was word: an earlier similar one by units then under the person, or the one asked about.',
  })
  incident!: Reference;

  @Field(() => Boolean, { description: 'Whether it is an earlier one.' })
  isEarlier!: boolean;

  @Field(() => EvidenceItem, { description: 'The statement, with its source.' })
  item!: EvidenceItem;
}

@ObjectType({ description: 'What a person could have learned, in the order of time.' })
export class PersonNotice {
  @Field(() => Reference, { description: 'The person.' })
  person!: Reference;

  @Field(() => [Reference], {
    description: 'Earlier incidents that share a kind, by units that stood under the person on their day.',
  })
  earlierIncidents!: readonly Reference[];

  @Field(() => [Notice], { description: 'Each occasion, the earliest first.' })
  notices!: readonly Notice[];
}

@ObjectType({ description: 'What those in the chain above an incident could have learned, and when.' })
export class NoticeAnswer extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => [PersonNotice], {
    description: 'The people asked about, or everybody in the chain by their place in it.',
  })
  people!: readonly PersonNotice[];
}
