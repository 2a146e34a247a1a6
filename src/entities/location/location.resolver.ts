import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { checkedCircle, IdArgs } from '../../graphql/entity.args.js';
import { checkedLists } from '../../graphql/list-limits.js';
import { PageArgs, pageOf } from '../../graphql/page.type.js';
import { fold } from '../../model/names/letters.js';
import { PositioningsArgs } from '../claim/claim.args.js';
import { PositioningConnection } from '../claim/claim.connection.js';
import { IncidentsUnderArgs } from '../incident/incident.args.js';
import { IncidentConnection, incidentQuery } from '../incident/incident.connection.js';
import { Report } from '../report/report.type.js';
import { LocationsArgs } from './location.args.js';
import { LocationConnection } from './location.connection.js';
import { Location } from './location.type.js';

@Resolver(() => Location)
export class LocationResolver {
  @Query(() => Location, {
    nullable: true,
    description: 'A location by id; null if there is none that the reader may see.',
  })
  location(@Args() { id, lens }: IdArgs, @Ctx() context: Context) {
    return context.loaders(context.view(lens)).location.byId.load(id);
  }

  @Query(() => LocationConnection, { description: 'Locations, by name.' })
  locations(@Args() args: LocationsArgs, @Ctx() context: Context) {
    const { name, near, ...rest } = checkedLists(args.filter ?? {});
    const filter = { ...rest, name: name == null ? null : fold(name), near: checkedCircle(near) };
    return context
      .loaders(context.view(args.lens))
      .location.list({ order: args.orderBy, filter, page: pageOf(args) })
      .load('');
  }

  @FieldResolver(() => Location, { nullable: true, description: 'The next larger place, by the gazetteer.' })
  within(@Root() location: Location, @Ctx() context: Context) {
    return location.withinId ? context.loaders(location.view).location.byId.load(location.withinId) : null;
  }

  @FieldResolver(() => LocationConnection, { description: 'The places directly inside it, by the gazetteer.' })
  contains(@Root() location: Location, @Args() args: PageArgs, @Ctx() context: Context) {
    return context
      .loaders(location.view)
      .location.inside({ order: 'NAME', filter: {}, page: pageOf(args) })
      .load(location.id);
  }

  @FieldResolver(() => Report, { nullable: true, description: 'Where the coordinates are from.' })
  coordinatesFrom(@Root() location: Location, @Ctx() context: Context) {
    return location.coordinatesFromId
      ? context.loaders(location.view).report.byId.load(location.coordinatesFromId)
      : null;
  }

  @FieldResolver(() => IncidentConnection, { description: 'Incidents at the place or inside it.' })
  incidents(@Root() location: Location, @Args() args: IncidentsUnderArgs, @Ctx() context: Context) {
    return context.loaders(location.view).incident.atLocation(incidentQuery(args)).load(location.id);
  }

  @FieldResolver(() => PositioningConnection, { description: 'Units that sources place there.' })
  positionings(@Root() location: Location, @Args() args: PositioningsArgs, @Ctx() context: Context) {
    const { on, cover, kinds, orderBy: order } = args;
    return context
      .loaders(location.view)
      .claim.page('Positioning', 'AT', { on, cover, order, page: pageOf(args) }, { kinds })
      .load(location.id);
  }
}
