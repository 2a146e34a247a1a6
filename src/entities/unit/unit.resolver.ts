import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { IdArgs } from '../../graphql/entity.args.js';
import { type FieldSelection, loaderFor } from '../../graphql/in-brief.js';
import { checkedLists } from '../../graphql/list-limits.js';
import { pageOf } from '../../graphql/page.type.js';
import { fold } from '../../model/names/letters.js';
import { Body } from '../body/body.type.js';
import {
  AttributionsArgs,
  CommandLinksArgs,
  DemandsUnderArgs,
  PositioningsArgs,
  PostingsArgs,
} from '../claim/claim.args.js';
import {
  AttributionConnection,
  CommandLinkConnection,
  DemandConnection,
  demandQuery,
  PositioningConnection,
  PostingConnection,
} from '../claim/claim.connection.js';
import { Indicator, Measure } from '../claim/claim.type.js';
import { mergedInto } from '../claim/record.lookup.js';
import { FindingsUnderArgs } from '../finding/finding.args.js';
import { FindingConnection, findingQuery } from '../finding/finding.connection.js';
import { UnitsArgs } from './unit.args.js';
import { UnitConnection } from './unit.connection.js';
import { Unit } from './unit.type.js';

@Resolver(() => Unit)
export class UnitResolver {
  @Query(() => Unit, { nullable: true, description: 'A unit by id; null if there is none that the reader may see.' })
  async unit(@Args() { id, lens }: IdArgs, @Ctx() context: Context, @Info() info: FieldSelection) {
    const view = context.view(lens);
    return (await loaderFor(context.loaders(view).unit, info).load(id)) ?? mergedInto(context, view, id, 'Unit');
  }

  @Query(() => UnitConnection, { description: 'Units, by name.' })
  units(@Args() args: UnitsArgs, @Ctx() context: Context) {
    const { name, ...rest } = checkedLists(args.filter ?? {});
    const filter = { ...rest, name: name == null ? null : fold(name) };
    return context
      .loaders(context.view(args.lens))
      .unit.list({ order: args.orderBy, filter, page: pageOf(args) })
      .load('');
  }

  @FieldResolver(() => Body, {
    nullable: true,
    description: 'The same organization as a body that judges or publishes, if it does.',
  })
  asBody(@Root() unit: Unit, @Ctx() context: Context) {
    return context.loaders(unit.view).body.byId.load(unit.id);
  }

  /** The whole statement: test/graph/statements/posting-at.cypher. */
  @FieldResolver(() => PostingConnection, { description: 'Who sources say held a post at the unit.' })
  postings(@Root() unit: Unit, @Args() args: PostingsArgs, @Ctx() context: Context) {
    const { on, cover, roles, from, to, orderBy: order } = args;
    return context
      .loaders(unit.view)
      .claim.page('Posting', 'AT', { on, cover, order, page: pageOf(args) }, { roles, from, to })
      .load(unit.id);
  }

  @FieldResolver(() => CommandLinkConnection, {
    description: 'Links to units that are above it, that it belongs to, or that it works with.',
  })
  superiorLinks(@Root() unit: Unit, @Args() args: CommandLinksArgs, @Ctx() context: Context) {
    const { on, cover, kinds, orderBy: order } = args;
    return context
      .loaders(unit.view)
      .claim.page('CommandLink', 'SUBORDINATE', { on, cover, order, page: pageOf(args) }, { kinds })
      .load(unit.id);
  }

  @FieldResolver(() => CommandLinkConnection, { description: 'Links to units that are under it or belong to it.' })
  subordinateLinks(@Root() unit: Unit, @Args() args: CommandLinksArgs, @Ctx() context: Context) {
    const { on, cover, kinds, orderBy: order } = args;
    return context
      .loaders(unit.view)
      .claim.page('CommandLink', 'SUPERIOR', { on, cover, order, page: pageOf(args) }, { kinds })
      .load(unit.id);
  }

  @FieldResolver(() => PositioningConnection, { description: 'Where sources place the unit.' })
  positionings(@Root() unit: Unit, @Args() args: PositioningsArgs, @Ctx() context: Context) {
    const { on, cover, kinds, orderBy: order } = args;
    return context
      .loaders(unit.view)
      .claim.page('Positioning', 'OF', { on, cover, order, page: pageOf(args) }, { kinds })
      .load(unit.id);
  }

  @FieldResolver(() => AttributionConnection, {
    description: 'Incidents in which a body alleges that the unit had a part.',
  })
  attributions(@Root() unit: Unit, @Args() args: AttributionsArgs, @Ctx() context: Context) {
    return context
      .loaders(unit.view)
      .claim.page('Attribution', 'TO', { page: pageOf(args) }, { modes: args.modes })
      .load(unit.id);
  }

  @FieldResolver(() => FindingConnection, { description: 'Findings about the unit.' })
  findings(@Root() unit: Unit, @Args() args: FindingsUnderArgs, @Ctx() context: Context) {
    return context.loaders(unit.view).finding.about(findingQuery(args)).load(unit.id);
  }

  @FieldResolver(() => [Indicator], { description: 'Indicators that concern the unit.' })
  indicators(@Root() unit: Unit, @Ctx() context: Context) {
    return context.loaders(unit.view).claim.list('Indicator', 'CONCERNS').load(unit.id);
  }

  @FieldResolver(() => [Measure], { description: 'Measures that concern the unit.' })
  measures(@Root() unit: Unit, @Ctx() context: Context) {
    return context.loaders(unit.view).claim.list('Measure', 'CONCERNS').load(unit.id);
  }

  @FieldResolver(() => DemandConnection, { description: 'Demands that address the unit.' })
  demandsReceived(@Root() unit: Unit, @Args() args: DemandsUnderArgs, @Ctx() context: Context) {
    return context.loaders(unit.view).claim.demandsAlong('ADDRESSED_TO', demandQuery(args)).load(unit.id);
  }
}
