import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { IdArgs } from '../../graphql/entity.args.js';
import { type FieldSelection, loaderFor } from '../../graphql/in-brief.js';
import { pageOf } from '../../graphql/page.type.js';
import { CASUALTY_KIND } from '../../model/vocabulary.js';
import { AttributionsArgs, DemandsUnderArgs } from '../claim/claim.args.js';
import { AttributionConnection, DemandConnection, demandQuery } from '../claim/claim.connection.js';
import { Fact, Identifier, IncidentLink, Indicator, Measure } from '../claim/claim.type.js';
import { FindingsUnderArgs } from '../finding/finding.args.js';
import { FindingConnection, findingQuery } from '../finding/finding.connection.js';
import { Location } from '../location/location.type.js';
import { IncidentsArgs } from './incident.args.js';
import { IncidentConnection, incidentQuery } from './incident.connection.js';
import { Incident } from './incident.type.js';

/** The links that an incident makes (`OF`), or that others make with it (`LINKED_WITH`). */
const linksOf = (context: Context, { id, view }: Incident, edge: 'OF' | 'LINKED_WITH') =>
  context.loaders(view).claim.list('IncidentLink', edge).load(id);

@Resolver(() => Incident)
export class IncidentResolver {
  @Query(() => Incident, {
    nullable: true,
    description: 'An incident by id; null if the reader may not see it, or the lens excludes it, or it does not exist.',
  })
  incident(@Args() { id, lens }: IdArgs, @Ctx() context: Context) {
    return context.loaders(context.view(lens)).incident.byId.load(id);
  }

  @Query(() => IncidentConnection, { description: 'Incidents, by date.' })
  incidents(@Args() args: IncidentsArgs, @Ctx() context: Context) {
    return context.loaders(context.view(args.lens)).incident.list(incidentQuery(args)).load('');
  }

  @FieldResolver(() => Location, { nullable: true, description: 'Where it happened.' })
  location(@Root() incident: Incident, @Ctx() context: Context, @Info() info: FieldSelection) {
    const { location } = context.loaders(incident.view);
    return incident.locationId ? loaderFor(location, info).load(incident.locationId) : null;
  }

  @FieldResolver(() => AttributionConnection, { description: 'Who is alleged to have had a part, and by whom.' })
  attributions(@Root() incident: Incident, @Args() args: AttributionsArgs, @Ctx() context: Context) {
    return context
      .loaders(incident.view)
      .claim.page('Attribution', 'OF', { page: pageOf(args) }, { modes: args.modes })
      .load(incident.id);
  }

  @FieldResolver(() => [IncidentLink], { description: 'The incidents of which sources call it a part.' })
  async partOf(@Root() incident: Incident, @Ctx() context: Context) {
    return (await linksOf(context, incident, 'OF')).filter(({ kind }) => kind === 'PART_OF');
  }

  @FieldResolver(() => [IncidentLink], { description: 'The incidents that sources call its parts.' })
  async parts(@Root() incident: Incident, @Ctx() context: Context) {
    return (await linksOf(context, incident, 'LINKED_WITH')).filter(({ kind }) => kind === 'PART_OF');
  }

  @FieldResolver(() => [IncidentLink], {
    description: 'Other accounts of the same event, linked with it from either side.',
  })
  async sameEvents(@Root() incident: Incident, @Ctx() context: Context) {
    const [from, into] = await Promise.all([
      linksOf(context, incident, 'OF'),
      linksOf(context, incident, 'LINKED_WITH'),
    ]);
    return [...from, ...into].filter(({ kind }) => kind === 'SAME_EVENT');
  }

  @FieldResolver(() => [Fact], {
    description: 'Numbers of persons killed, injured, displaced or detained, as sources give them.',
  })
  async casualties(@Root() incident: Incident, @Ctx() context: Context) {
    const facts = await context.loaders(incident.view).claim.list('Fact', 'OF').load(incident.id);
    return facts.filter((fact) => fact.property in CASUALTY_KIND);
  }

  @FieldResolver(() => [Fact], {
    description: 'Other statements of sources about it that may be disputed: its day, its means.',
  })
  async facts(@Root() incident: Incident, @Ctx() context: Context) {
    const facts = await context.loaders(incident.view).claim.list('Fact', 'OF').load(incident.id);
    return facts.filter((fact) => !(fact.property in CASUALTY_KIND));
  }

  @FieldResolver(() => [Identifier], { description: 'Identifiers that others use for it.' })
  identifiers(@Root() incident: Incident, @Ctx() context: Context) {
    return context.loaders(incident.view).claim.list('Identifier', 'OF').load(incident.id);
  }

  @FieldResolver(() => FindingConnection, { description: 'Findings that concern it.' })
  findings(@Root() incident: Incident, @Args() args: FindingsUnderArgs, @Ctx() context: Context) {
    return context.loaders(incident.view).finding.onIncident(findingQuery(args)).load(incident.id);
  }

  @FieldResolver(() => [Indicator], { description: 'Indicators that concern it.' })
  indicators(@Root() incident: Incident, @Ctx() context: Context) {
    return context.loaders(incident.view).claim.list('Indicator', 'CONCERNS').load(incident.id);
  }

  @FieldResolver(() => [Measure], { description: 'Measures that concern it.' })
  measures(@Root() incident: Incident, @Ctx() context: Context) {
    return context.loaders(incident.view).claim.list('Measure', 'CONCERNS').load(incident.id);
  }

  @FieldResolver(() => DemandConnection, { description: 'Demands that are about it.' })
  demands(@Root() incident: Incident, @Args() args: DemandsUnderArgs, @Ctx() context: Context) {
    return context.loaders(incident.view).claim.demandsAlong('CONCERNS', demandQuery(args)).load(incident.id);
  }
}
