import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { IdArgs } from '../../graphql/entity.args.js';
import { checkedLists } from '../../graphql/list-limits.js';
import { pageOf } from '../../graphql/page.type.js';
import { fold } from '../../model/names/letters.js';
import { AttributionsArgs, DemandsUnderArgs, PostingsArgs } from '../claim/claim.args.js';
import { AttributionConnection, DemandConnection, demandQuery, PostingConnection } from '../claim/claim.connection.js';
import { Affiliation } from '../claim/claim.type.js';
import { idsLeft } from '../claim/record.lookup.js';
import { FindingsUnderArgs } from '../finding/finding.args.js';
import { FindingConnection, findingQuery } from '../finding/finding.connection.js';
import { ReportsUnderArgs } from '../report/report.args.js';
import { ReportConnection } from '../report/report.connection.js';
import { Unit } from '../unit/unit.type.js';
import { BodiesArgs } from './body.args.js';
import { BodyConnection } from './body.connection.js';
import { Body } from './body.type.js';

@Resolver(() => Body)
export class BodyResolver {
  @Query(() => Body, { nullable: true, description: 'A body by id; null if there is none that the reader may see.' })
  async body(@Args() { id, lens }: IdArgs, @Ctx() context: Context) {
    const view = context.view(lens);
    const { byId } = context.loaders(view).body;
    const found = await byId.load(id);
    // A unit that is a body too may have been merged away.
    const [left = id] = found ? [] : await idsLeft(context, view, [id]);
    return found ?? (left === id ? null : byId.load(left));
  }

  @Query(() => BodyConnection, { description: 'Bodies, by name.' })
  bodies(@Args() args: BodiesArgs, @Ctx() context: Context) {
    const { name, kinds } = checkedLists(args.filter ?? {});
    const filter = { name: name == null ? null : fold(name), kinds };
    return context
      .loaders(context.view(args.lens))
      .body.list({ order: args.orderBy, filter, page: pageOf(args) })
      .load('');
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The same organization as a unit that commands, if it does.',
  })
  asUnit(@Root() body: Body, @Ctx() context: Context) {
    return context.loaders(body.view).unit.byId.load(body.id);
  }

  @FieldResolver(() => FindingConnection, { description: 'The findings that the body made.' })
  findings(@Root() body: Body, @Args() args: FindingsUnderArgs, @Ctx() context: Context) {
    return context.loaders(body.view).finding.ofBody(findingQuery(args)).load(body.id);
  }

  @FieldResolver(() => ReportConnection, { description: 'The reports that the body published.' })
  reports(@Root() body: Body, @Args() args: ReportsUnderArgs, @Ctx() context: Context) {
    const query = { order: args.orderBy, filter: { ...checkedLists(args.filter ?? {}) }, page: pageOf(args) };
    return context.loaders(body.view).report.ofBody(query).load(body.id);
  }

  @FieldResolver(() => AttributionConnection, { description: 'The attributions that the body made.' })
  attributionsMade(@Root() body: Body, @Args() args: AttributionsArgs, @Ctx() context: Context) {
    return context
      .loaders(body.view)
      .claim.page('Attribution', 'BY', { page: pageOf(args) }, { modes: args.modes })
      .load(body.id);
  }

  @FieldResolver(() => PostingConnection, { description: 'Who held a post at the body, according to sources.' })
  postings(@Root() body: Body, @Args() args: PostingsArgs, @Ctx() context: Context) {
    const { on, cover, roles, from, to, orderBy: order } = args;
    return context
      .loaders(body.view)
      .claim.page('Posting', 'AT', { on, cover, order, page: pageOf(args) }, { roles, from, to })
      .load(body.id);
  }

  @FieldResolver(() => [Affiliation], { description: 'The bodies that this body is part of, or that set it up.' })
  affiliations(@Root() body: Body, @Ctx() context: Context) {
    return context.loaders(body.view).claim.list('Affiliation', 'PART').load(body.id);
  }

  @FieldResolver(() => [Affiliation], { description: 'The parts of the body, and the bodies that it set up.' })
  affiliates(@Root() body: Body, @Ctx() context: Context) {
    return context.loaders(body.view).claim.list('Affiliation', 'WHOLE').load(body.id);
  }

  @FieldResolver(() => DemandConnection, { description: 'Demands that the body makes.' })
  demands(@Root() body: Body, @Args() args: DemandsUnderArgs, @Ctx() context: Context) {
    return context.loaders(body.view).claim.demandsAlong('BY', demandQuery(args)).load(body.id);
  }

  @FieldResolver(() => DemandConnection, { description: 'Demands that address the body.' })
  demandsReceived(@Root() body: Body, @Args() args: DemandsUnderArgs, @Ctx() context: Context) {
    return context.loaders(body.view).claim.demandsAlong('ADDRESSED_TO', demandQuery(args)).load(body.id);
  }
}
