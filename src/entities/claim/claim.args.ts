import { ArgsType, Field } from 'type-graphql';
import { DatedArgs } from '../../graphql/entity.args.js';
import { AttributionMode, CommandLinkKind, graphqlEnum, PositioningKind, PostRole } from '../../graphql/enums.js';
import { PageArgs } from '../../graphql/page.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import type { ATTRIBUTION_MODE, COMMAND_LINK_KIND, POSITIONING_KIND, POST_ROLE, Word } from '../../model/vocabulary.js';

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
