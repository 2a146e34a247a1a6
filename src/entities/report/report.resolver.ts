import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Citation } from '../../graphql/citation.type.js';
import { IdArgs } from '../../graphql/entity.args.js';
import { type FieldSelection, loaderFor } from '../../graphql/in-brief.js';
import { checkedLists } from '../../graphql/list-limits.js';
import { PageArgs, pageOf } from '../../graphql/page.type.js';
import { fold } from '../../model/names/letters.js';
import { Body } from '../body/body.type.js';
import { recordsByLabel, visibleRows } from '../claim/record.lookup.js';
import { ReportsArgs, StatementsArgs } from './report.args.js';
import { ReportConnection, StatementConnection } from './report.connection.js';
import { Report } from './report.type.js';

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => Report, {
    nullable: true,
    description: 'A report by id; null if the reader may not see it, or the lens excludes it, or it does not exist.',
  })
  report(@Args() { id, lens }: IdArgs, @Ctx() context: Context) {
    return context.loaders(context.view(lens)).report.byId.load(id);
  }

  @Query(() => ReportConnection, { description: 'Reports, by publication.' })
  reports(@Args() args: ReportsArgs, @Ctx() context: Context) {
    const { title, ...rest } = checkedLists(args.filter ?? {});
    const filter = { ...rest, title: title == null ? null : fold(title) };
    const query = { order: args.orderBy, filter, page: pageOf(args) };
    return context.loaders(context.view(args.lens)).report.list(query).load('');
  }

  @FieldResolver(() => Body, {
    nullable: true,
    description: 'Who published it; null if the reader may not know.',
  })
  publisher(@Root() report: Report, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(report.view).body, info).load(report.publisherId);
  }

  @FieldResolver(() => [Report], {
    description: 'Reports that this report draws on. Together with them it counts as one source, not as two.',
  })
  derivedFrom(@Root() report: Report, @Ctx() context: Context) {
    return visibleRows(context.loaders(report.view).report.byId, report.derivedFromIds);
  }

  @FieldResolver(() => ReportConnection, { description: 'Reports that draw on this report.' })
  derivatives(@Root() report: Report, @Args() args: PageArgs, @Ctx() context: Context) {
    return context
      .loaders(report.view)
      .report.derivatives({ order: 'PUBLISHED', filter: {}, page: pageOf(args) })
      .load(report.id);
  }

  @FieldResolver(() => StatementConnection, {
    description: 'The claims, incidents and findings that cite this report.',
  })
  async statements(@Root() report: Report, @Args() args: StatementsArgs, @Ctx() context: Context) {
    const query = { order: 'ID', filter: { kinds: args.kinds }, page: pageOf(args) };
    const page = await context.loaders(report.view).report.statements(query).load(report.id);
    const rows = await recordsByLabel(
      context,
      report.view,
      page.edges.map((edge) => edge.node),
    );
    return { ...page, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: rows[index] })) };
  }
}

@Resolver(() => Citation)
export class CitationResolver {
  @FieldResolver(() => Report, { description: 'The report cited.' })
  report(@Root() citation: Citation, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(citation.view).report, info).load(citation.reportId);
  }
}
