import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DatedArgs, RootArgs } from '../../graphql/entity.args.js';
import {
  AttributionMode,
  CommandLinkKind,
  DemandKind,
  graphqlEnum,
  PositioningKind,
  PostRole,
} from '../../graphql/enums.js';
import { PageArgs } from '../../graphql/page.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type {
  ATTRIBUTION_MODE,
  COMMAND_LINK_KIND,
  DEMAND_KIND,
  POSITIONING_KIND,
  POST_ROLE,
  Word,
} from '../../model/vocabulary.js';

/** Arguments of lists of claims, whichever entity they hang on. */

export const DatedOrder = graphqlEnum(
  { FIRST: 'The earliest first date first.', FIRST_DESC: 'The latest first date first.' },
  'DatedOrder',
  'How a list of dated claims is ordered.',
);

@ArgsType()
export class PostingsArgs extends DatedArgs {
  @Field(() => [PostRole], { nullable: true, description: 'Only these roles.' })
  roles?: Word<typeof POST_ROLE>[] | null;

  @Field(() => DayScalar, { nullable: true, description: 'Only tenures that may reach beyond this day.' })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Only tenures that may begin by this day.' })
  to?: string | null;

  @Field(() => DatedOrder, { defaultValue: 'FIRST', description: 'The order.' })
  orderBy!: keyof typeof DatedOrder;
}

@ArgsType()
export class AttributionsArgs extends PageArgs {
  @Field(() => [AttributionMode], { nullable: true, description: 'Only these modes.' })
  modes?: Word<typeof ATTRIBUTION_MODE>[] | null;
}

@ArgsType()
export class CommandLinksArgs extends DatedArgs {
  @Field(() => [CommandLinkKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: Word<typeof COMMAND_LINK_KIND>[] | null;

  @Field(() => DatedOrder, { defaultValue: 'FIRST', description: 'The order.' })
  orderBy!: keyof typeof DatedOrder;
}

@ArgsType()
export class PositioningsArgs extends DatedArgs {
  @Field(() => [PositioningKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: Word<typeof POSITIONING_KIND>[] | null;

  @Field(() => DatedOrder, { defaultValue: 'FIRST', description: 'The order.' })
  orderBy!: keyof typeof DatedOrder;
}

export const DemandOrder = graphqlEnum(
  { ON: 'The earliest first.', ON_DESC: 'The latest first.' },
  'DemandOrder',
  'How a list of demands is ordered.',
);

@InputType({ description: 'Which demands to list. All conditions must hold.' })
export class DemandFilter {
  @Field(() => [ID], { nullable: true, description: 'Bodies that make it.' })
  by?: string[] | null;

  @Field(() => [DemandKind], { nullable: true, description: 'Any of these kinds.' })
  kinds?: Word<typeof DEMAND_KIND>[] | null;

  @Field(() => [ID], { nullable: true, description: 'People, units or bodies that it addresses.' })
  addressees?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Incidents, places, people or units that it is about.' })
  concerns?: string[] | null;

  @Field(() => DayScalar, { nullable: true, description: 'Made on or after this day.' })
  from?: string | null;

  @Field(() => DayScalar, { nullable: true, description: 'Made on or before this day.' })
  to?: string | null;

  @Field(() => ID, { nullable: true, description: 'The dataset that it came with.' })
  dataset?: string | null;
}

@ArgsType()
export class DemandsUnderArgs extends PageArgs {
  @Field(() => DemandFilter, { nullable: true, description: 'Which demands.' })
  filter?: DemandFilter | null;

  @Field(() => DemandOrder, { defaultValue: 'ON', description: 'The order.' })
  orderBy!: keyof typeof DemandOrder;
}

@ArgsType()
export class DemandsArgs extends RootArgs {
  @Field(() => DemandFilter, { nullable: true, description: 'Which demands.' })
  filter?: DemandFilter | null;

  @Field(() => DemandOrder, { defaultValue: 'ON', description: 'The order.' })
  orderBy!: keyof typeof DemandOrder;
}
