import { Arg, Args, Ctx, Field, FieldResolver, Info, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { IdArgs } from '../../graphql/entity.args.js';
import { FindingStatus as FindingStatusEnum } from '../../graphql/enums.js';
import { type FieldSelection, loaderFor } from '../../graphql/in-brief.js';
import { DayScalar } from '../../graphql/scalars.js';
import { parseDate } from '../../model/date-range.js';
import { FINDING } from '../../model/record/fields/finding.js';
import { Body } from '../body/body.type.js';
import { visibleRows } from '../claim/record.lookup.js';
import { Subject, subjects } from '../claim/subject.lookup.js';
import { Incident } from '../incident/incident.type.js';
import { Location } from '../location/location.type.js';
import { FindingsArgs } from './finding.args.js';
import { FindingConnection, findingQuery } from './finding.connection.js';
import { type FindingStatus, statusOn } from './finding.rules.js';
import { Finding, FindingRelation, LegalCode } from './finding.type.js';

@ObjectType({ description: 'How one finding relates to another.' })
class RelatedFinding {
  @Field(() => FindingRelation, { description: 'AFFIRMS, REVERSES, REPLACES or FOLLOWS.' })
  relation!: keyof typeof FindingRelation;

  @Field(() => Finding, { description: 'The other finding.' })
  finding!: Finding;
}

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => Finding, {
    nullable: true,
    description: 'A finding by id; null if the reader may not see it, or the lens excludes it, or it does not exist.',
  })
  finding(@Args() { id, lens }: IdArgs, @Ctx() context: Context) {
    return context.loaders(context.view(lens)).finding.byId.load(id);
  }

  @Query(() => FindingConnection, { description: 'Findings, by publication.' })
  findings(@Args() args: FindingsArgs, @Ctx() context: Context) {
    return context.loaders(context.view(args.lens)).finding.list(findingQuery(args)).load('');
  }

  @Query(() => [LegalCode], { description: 'The legal codes that findings may apply, in the order of the law.' })
  legalCodes(@Ctx() context: Context) {
    return context.loaders(context.view()).finding.legalCodes.load('');
  }

  @FieldResolver(() => Body, { description: 'The body that made the finding.' })
  body(@Root() finding: Finding, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(finding.view).body, info).load(finding.byId);
  }

  @FieldResolver(() => [Subject], { description: 'The people and units that it is about.' })
  about(@Root() finding: Finding, @Ctx() context: Context, @Info() info: FieldSelection) {
    return subjects(context, finding.view, finding.aboutIds, info);
  }

  @FieldResolver(() => [Incident], { description: FINDING.concerns.about })
  concerns(@Root() finding: Finding, @Ctx() context: Context) {
    return visibleRows(context.loaders(finding.view).incident.byId, finding.concernsIds);
  }

  @FieldResolver(() => [Incident], { description: FINDING.conductOf.about })
  conductOf(@Root() finding: Finding, @Ctx() context: Context) {
    return visibleRows(context.loaders(finding.view).incident.byId, finding.conductOfIds);
  }

  @FieldResolver(() => [Location], {
    description: 'The places that it speaks of itself, beside those of the incidents that it concerns.',
  })
  places(@Root() finding: Finding, @Ctx() context: Context) {
    return visibleRows(context.loaders(finding.view).location.byId, finding.placesIds);
  }

  @FieldResolver(() => [RelatedFinding], {
    description: 'Earlier findings that it affirms, reverses, replaces or follows.',
  })
  async relates(@Root() finding: Finding, @Ctx() context: Context) {
    const { affirmsIds, reversesIds, replacesIds, followsIds } = finding;
    const earlier = { AFFIRMS: affirmsIds, REVERSES: reversesIds, REPLACES: replacesIds, FOLLOWS: followsIds };
    const pairs = Object.entries(earlier).flatMap(([relation, ids]) => ids.map((id) => ({ relation, id })));
    return this.related(context, finding, pairs);
  }

  @FieldResolver(() => [RelatedFinding], { description: 'Later findings that affirm, reverse, replace or follow it.' })
  async relatedBy(@Root() finding: Finding, @Ctx() context: Context) {
    const later = await context.loaders(finding.view).finding.pointingAt.load(finding.id);
    return this.related(
      context,
      finding,
      later.filter(({ toId }) => toId === finding.id),
    );
  }

  @FieldResolver(() => FindingStatusEnum, {
    description: 'Its status on a day, computed from the findings that refer to it.',
  })
  async status(
    @Root() finding: Finding,
    @Ctx() context: Context,
    @Arg('on', () => DayScalar, { description: 'The day.' }) on: string,
  ): Promise<FindingStatus> {
    const later = await context.loaders(finding.view).finding.pointingAt.load(finding.id);
    const decidedMin = finding.decidedOn === null ? null : parseDate(finding.decidedOn).min;
    return statusOn(on, { id: finding.id, decidedMin }, later);
  }

  private async related(context: Context, finding: Finding, pairs: readonly { relation: string; id: string }[]) {
    const { byId } = context.loaders(finding.view).finding;
    const found = await Promise.all(
      pairs.map(async ({ relation, id }) => ({ relation, finding: await byId.load(id) })),
    );
    return found.filter((pair) => pair.finding !== null);
  }
}
