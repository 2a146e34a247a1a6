import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enums.js';
import { Answer, DayArgs, EvidenceItem, Reference } from '../case-file/answer.type.js';
import { AFTERMATH_KINDS } from './aftermath.rules.js';

const AftermathKindEnum = graphqlEnum(AFTERMATH_KINDS, 'AftermathKind', 'What happened after an incident.');

@ObjectType({ description: 'Somebody who took command of a unit of the chain after an incident.' })
export class Successor {
  @Field(() => Reference, { description: 'The unit.' })
  unit!: Reference;

  @Field(() => Reference, { description: 'The successor.' })
  person!: Reference;

  @Field(() => [EvidenceItem], { description: 'The claims that say so.' })
  items!: readonly EvidenceItem[];
}

@ObjectType({
  description: 'Who took command of units of the chain after an incident, and which steps sources report.',
})
export class SuccessorsAnswer extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => [Successor], { description: 'The successors, by place in the chain.' })
  successors!: readonly Successor[];

  @Field(() => [EvidenceItem], {
    description:
      'Inquiries, discipline, referrals and convictions (not reversed) on the incident, according to sources; empty if the sources report none.',
  })
  steps!: readonly EvidenceItem[];
}

@ObjectType({
  description: 'Something that happened to people or units of the chain after an incident. Context, never graded.',
})
export class AftermathEvent {
  @Field(() => AftermathKindEnum, { description: 'What.' })
  kind!: keyof typeof AftermathKindEnum;

  @Field(() => String, { description: 'The date, EDTF level 1.' })
  on!: string;

  @Field(() => [Reference], {
    description:
      'The people of the chain whom the statement names; for a change of command, who ordered it. `item` holds what the statement says.',
  })
  people!: readonly Reference[];

  @Field(() => EvidenceItem, { description: 'The statement, with its sources.' })
  item!: EvidenceItem;
}

@ObjectType({ description: 'What happened to people and units of the chain in the months after an incident.' })
export class AftermathAnswer extends Answer {
  @Field(() => Reference, { description: 'The incident.' })
  incident!: Reference;

  @Field(() => [AftermathEvent], { description: 'The events, the earliest first.' })
  events!: readonly AftermathEvent[];
}

@ArgsType()
export class AftermathArgs extends DayArgs {
  @Field(() => Int, { defaultValue: 12, description: 'Months after the last day of the incident: 1 to 240.' })
  months!: number;
}
