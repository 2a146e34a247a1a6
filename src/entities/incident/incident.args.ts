import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { Circle, RootArgs } from '../../graphql/entity.args.js';
import { graphqlEnum, IncidentKind } from '../../graphql/enums.js';
import { PageArgs } from '../../graphql/page.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { INCIDENT_KIND, Word } from '../../model/vocabulary.js';

export const IncidentOrder = graphqlEnum(
  { FIRST: 'The earliest first.', FIRST_DESC: 'The latest first.', TITLE: 'By title, from A to Z.' },
  'IncidentOrder',
  'How a list of incidents is ordered, by first date or title.',
);

@InputType({ description: 'Which incidents to list. All conditions must hold.' })
export class IncidentFilter {
  @Field(() => String, { nullable: true, description: 'A part of the title or summary, in any case and accents.' })
  text?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Parts of the means as stated, in any case and accents: `cluster`. One of them suffices.',
  })
  means?: string[] | null;

  @Field(() => DayScalar, { nullable: true, description: 'Only incidents that may reach this day or a later one.' })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Only incidents that may begin on or before this day.' })
  to?: string | null;

  @Field(() => [IncidentKind], { nullable: true, description: 'Any of these kinds.' })
  kinds?: Word<typeof INCIDENT_KIND>[] | null;

  @Field(() => ID, { nullable: true, description: 'A location; the incident happened there or inside it.' })
  within?: string | null;

  @Field(() => Circle, { nullable: true, description: 'A circle that contains the coordinates of its location.' })
  near?: Circle | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Legal codes, or codes above them, that a finding on it applies: `8(2)(b)(ii)`, `8`, WAR_CRIMES.',
  })
  codes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'People or units to which it is attributed.' })
  attributedTo?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Bodies that attribute it.' })
  attributedBy?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether anybody attributes it.' })
  hasAttribution?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is a finding on it.' })
  hasFinding?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only incidents that have findings, all of which are allegations. False: all others.',
  })
  onlyAllegations?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'The dataset that it came with.' })
  dataset?: string | null;
}

@ArgsType()
export class IncidentsUnderArgs extends PageArgs {
  @Field(() => IncidentFilter, { nullable: true, description: 'Which incidents.' })
  filter?: IncidentFilter | null;

  @Field(() => IncidentOrder, { defaultValue: 'FIRST', description: 'The order.' })
  orderBy!: keyof typeof IncidentOrder;
}

@ArgsType()
export class IncidentsArgs extends RootArgs {
  @Field(() => IncidentFilter, { nullable: true, description: 'Which incidents.' })
  filter?: IncidentFilter | null;

  @Field(() => IncidentOrder, { defaultValue: 'FIRST', description: 'The order.' })
  orderBy!: keyof typeof IncidentOrder;
}
