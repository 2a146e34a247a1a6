import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Cover } from '../../graphql/enums.js';
import { type FieldSelection, loaderFor } from '../../graphql/in-brief.js';
import { EvidenceLens } from '../../graphql/lens.type.js';
import { Entity, Node, Recorded, RecordVersion } from '../../graphql/node.type.js';
import { impreciseRange } from '../../graphql/range.type.js';
import { DayScalar } from '../../graphql/scalars.js';
import { coverOn } from '../../model/date-range.js';
import { ApiError } from '../../model/errors.js';
import type { View } from '../../model/lens.js';
import { versionOf } from '../../model/version.js';
import { Body } from '../body/body.type.js';
import { Incident } from '../incident/incident.type.js';
import { Location } from '../location/location.type.js';
import { Person } from '../person/person.type.js';
import { Unit } from '../unit/unit.type.js';
import { DemandsArgs } from './claim.args.js';
import { DemandConnection, demandQuery } from './claim.connection.js';
import {
  Affiliation,
  Attribution,
  Claim,
  CommandLink,
  DatedClaim,
  Demand,
  Fact,
  Identifier,
  IncidentLink,
  Indicator,
  Measure,
  Name,
  Positioning,
  Posting,
} from './claim.type.js';
import { mergedInto, recordsById } from './record.lookup.js';
import { Subject, subjects } from './subject.lookup.js';

const MAX_IDS = 100;

/** The rows behind ids that a reader asks for, and what people and units have been merged into. */
async function recordsOrWhereTheyWent(context: Context, view: View, ids: readonly string[]) {
  const rows = await recordsById(context, view, ids);
  return Promise.all(rows.map((row, index) => row ?? mergedInto(context, view, ids[index] ?? '')));
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Any record by id; null if the reader may not see it, or the lens excludes it, or it does not exist.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Stable id.' }) id: string,
    @Ctx() context: Context,
    @Arg('lens', () => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
    lens?: EvidenceLens,
  ) {
    return (await recordsOrWhereTheyWent(context, context.view(lens), [id]))[0];
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'Any records by id, in the requested order; null for an id that the reader may not see, that the lens excludes, or that does not exist.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Stable ids, up to 100.' }) ids: string[],
    @Ctx() context: Context,
    @Arg('lens', () => EvidenceLens, { nullable: true, description: 'Which evidence counts, here and below.' })
    lens?: EvidenceLens,
  ) {
    if (ids.length > MAX_IDS)
      throw new ApiError('BAD_INPUT', `Expected at most ${MAX_IDS} values in \`ids\`; got ${ids.length}.`);
    return recordsOrWhereTheyWent(context, context.view(lens), ids);
  }
}

@Resolver(() => Recorded)
export class RecordedResolver {
  @FieldResolver(() => String, {
    description: 'Opaque version. Send it back with a change; the change is refused if the record has changed since.',
  })
  version(@Root() { id, changedAt }: Recorded) {
    return versionOf(id, changedAt);
  }

  @FieldResolver(() => [RecordVersion], {
    description:
      'What the record says and said before corrections, the earliest first, as far as the reader may know of it. An incident, finding or report keeps its id when it is corrected; a corrected claim has a new id and names the earlier one in `corrects`.',
  })
  versions(@Root() { id, view }: Recorded, @Ctx() context: Context) {
    return context.loaders(view).claim.versions.load(id);
  }
}

@Resolver(() => Claim)
export class ClaimResolver {
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The claim that this claim replaced, when an editor corrected, disputed or accepted it.',
  })
  async corrects(@Root() { view, corrects }: Claim, @Ctx() context: Context) {
    return corrects ? ((await context.loaders(view).claim.everVisible.load(corrects))?.id ?? null) : null;
  }
}

@Resolver(() => DatedClaim)
export class DatedClaimResolver {
  @FieldResolver(() => Cover, {
    description:
      'How the period covers a day, as far as the citations under the lens can know. Other claims are not considered: a list with `on` leaves out a claim that only assumes the day where another one states an end.',
  })
  cover(
    @Root() { range, knownThrough }: DatedClaim,
    @Arg('on', () => DayScalar, { description: 'The day.' }) on: string,
  ) {
    return range ? coverOn(impreciseRange(range), on, knownThrough) : 'OPEN';
  }
}

@Resolver(() => Entity)
export class EntityResolver {
  @FieldResolver(() => [Name], { description: 'Its names, as sources give them.' })
  names(@Root() entity: Entity, @Ctx() context: Context) {
    return context.loaders(entity.view).claim.list('Name', 'OF').load(entity.id);
  }

  @FieldResolver(() => [Identifier], { description: 'Identifiers that others use for it.' })
  identifiers(@Root() entity: Entity, @Ctx() context: Context) {
    return context.loaders(entity.view).claim.list('Identifier', 'OF').load(entity.id);
  }

  @FieldResolver(() => [Fact], { description: 'Other statements of sources about it, by property.' })
  facts(@Root() entity: Entity, @Ctx() context: Context) {
    return context.loaders(entity.view).claim.list('Fact', 'OF').load(entity.id);
  }
}

@Resolver(() => Posting)
export class PostingResolver {
  @FieldResolver(() => Person, { description: 'Who held the post.' })
  person(@Root() posting: Posting, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(posting.view).person, info).load(posting.personId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: 'The unit of the post; null if the post is at a body that commands nothing.',
  })
  unit(@Root() posting: Posting, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(posting.view).unit, info).load(posting.atId);
  }

  @FieldResolver(() => Body, {
    nullable: true,
    description: 'The body of the post; null if the post is at a unit that neither judges nor publishes.',
  })
  body(@Root() posting: Posting, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(posting.view).body, info).load(posting.atId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who made the appointment, if the source says.' })
  appointedBy(@Root() posting: Posting, @Ctx() context: Context, @Info() info: FieldSelection) {
    return posting.appointedById
      ? loaderFor(context.loaders(posting.view).person, info).load(posting.appointedById)
      : null;
  }
}

@Resolver(() => CommandLink)
export class CommandLinkResolver {
  @FieldResolver(() => Unit, { description: 'The lower unit, or the member.' })
  subordinate(@Root() link: CommandLink, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(link.view).unit, info).load(link.subordinateId);
  }

  @FieldResolver(() => Unit, { description: 'The higher unit, or the whole.' })
  superior(@Root() link: CommandLink, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(link.view).unit, info).load(link.superiorId);
  }
}

@Resolver(() => Positioning)
export class PositioningResolver {
  @FieldResolver(() => Unit, { description: 'The unit.' })
  unit(@Root() positioning: Positioning, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(positioning.view).unit, info).load(positioning.unitId);
  }

  @FieldResolver(() => Location, { description: 'The location.' })
  location(@Root() positioning: Positioning, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(positioning.view).location, info).load(positioning.locationId);
  }
}

@Resolver(() => Affiliation)
export class AffiliationResolver {
  @FieldResolver(() => Body, { description: 'The part, or the body that was set up.' })
  part(@Root() affiliation: Affiliation, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(affiliation.view).body, info).load(affiliation.partId);
  }

  @FieldResolver(() => Body, { description: 'The whole, or the body that set it up.' })
  whole(@Root() affiliation: Affiliation, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(affiliation.view).body, info).load(affiliation.wholeId);
  }
}

@Resolver(() => Attribution)
export class AttributionResolver {
  @FieldResolver(() => Incident, {
    nullable: true,
    description: 'The incident; null if the lens excludes all its citations.',
  })
  incident(@Root() attribution: Attribution, @Ctx() context: Context) {
    return context.loaders(attribution.view).incident.byId.load(attribution.incidentId);
  }

  @FieldResolver(() => Subject, { description: 'The person or unit that is alleged to have had the part.' })
  async to(@Root() attribution: Attribution, @Ctx() context: Context, @Info() info: FieldSelection) {
    return (await subjects(context, attribution.view, [attribution.toId], info))[0];
  }

  @FieldResolver(() => Body, { description: 'The body that alleges it.' })
  by(@Root() attribution: Attribution, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(attribution.view).body, info).load(attribution.byId);
  }
}

@Resolver(() => IncidentLink)
export class IncidentLinkResolver {
  @FieldResolver(() => Incident, {
    nullable: true,
    description: 'The part, or one account of the event; null if the lens excludes all its citations.',
  })
  incident(@Root() link: IncidentLink, @Ctx() context: Context) {
    return context.loaders(link.view).incident.byId.load(link.incidentId);
  }

  @FieldResolver(() => Incident, {
    nullable: true,
    description: 'The whole, or the other account of the event; null if the lens excludes all its citations.',
  })
  with(@Root() link: IncidentLink, @Ctx() context: Context) {
    return context.loaders(link.view).incident.byId.load(link.withId);
  }
}

/** The record that a name, identifier or fact is about; null if the lens excludes it. */
async function owner(context: Context, claim: Name | Identifier | Fact) {
  return (await recordsById(context, claim.view, [claim.ofId]))[0];
}

@Resolver(() => Name)
export class NameResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'The entity that has the name.' })
  of(@Root() name: Name, @Ctx() context: Context) {
    return owner(context, name);
  }
}

@Resolver(() => Identifier)
export class IdentifierResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'The entity or incident that it identifies.' })
  of(@Root() identifier: Identifier, @Ctx() context: Context) {
    return owner(context, identifier);
  }
}

@Resolver(() => Fact)
export class FactResolver {
  @FieldResolver(() => Node, { nullable: true, description: 'The entity or incident that the fact is about.' })
  of(@Root() fact: Fact, @Ctx() context: Context) {
    return owner(context, fact);
  }

  @FieldResolver(() => Body, {
    nullable: true,
    description: 'The body that counted or stated it, if it is not the publisher.',
  })
  by(@Root() fact: Fact, @Ctx() context: Context, @Info() info: FieldSelection) {
    return fact.byId ? loaderFor(context.loaders(fact.view).body, info).load(fact.byId) : null;
  }
}

/** Records that a claim leads to, without what the reader may not see. */
async function visibleRecords(context: Context, { view }: Claim, ids: readonly string[]) {
  return (await recordsById(context, view, ids)).filter((row) => row !== null);
}

@Resolver(() => Indicator)
export class IndicatorResolver {
  @FieldResolver(() => [Node], { description: 'The people, units and incidents that it concerns.' })
  concerns(@Root() indicator: Indicator, @Ctx() context: Context) {
    return visibleRecords(context, indicator, indicator.concernsIds);
  }
}

@Resolver(() => Measure)
export class MeasureResolver {
  @FieldResolver(() => [Node], { description: 'The people, units and incidents that it concerns.' })
  concerns(@Root() measure: Measure, @Ctx() context: Context) {
    return visibleRecords(context, measure, measure.concernsIds);
  }
}

@Resolver(() => Demand)
export class DemandResolver {
  @Query(() => DemandConnection, { description: 'Demands of bodies, by day.' })
  demands(@Args() args: DemandsArgs, @Ctx() context: Context) {
    return context.loaders(context.view(args.lens)).claim.demands(demandQuery(args)).load('');
  }

  @FieldResolver(() => Body, { description: 'The body that makes it.' })
  by(@Root() demand: Demand, @Ctx() context: Context, @Info() info: FieldSelection) {
    return loaderFor(context.loaders(demand.view).body, info).load(demand.byId);
  }

  @FieldResolver(() => [Node], { description: 'The people, units and bodies that it addresses.' })
  addressees(@Root() demand: Demand, @Ctx() context: Context) {
    return visibleRecords(context, demand, demand.addresseesIds);
  }

  @FieldResolver(() => [Node], { description: 'The incidents, places, people and units that it is about.' })
  concerns(@Root() demand: Demand, @Ctx() context: Context) {
    return visibleRecords(context, demand, demand.concernsIds);
  }
}
