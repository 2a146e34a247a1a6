import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { IdArgs } from '../../graphql/entity.args.js';
import { type FieldSelection, loaderFor } from '../../graphql/in-brief.js';
import { checkedLists } from '../../graphql/list-limits.js';
import { pageOf } from '../../graphql/page.type.js';
import { fold } from '../../model/names/letters.js';
import { AttributionsArgs, DemandsUnderArgs, PostingsArgs } from '../claim/claim.args.js';
import { AttributionConnection, DemandConnection, demandQuery, PostingConnection } from '../claim/claim.connection.js';
import { Indicator, Measure } from '../claim/claim.type.js';
import { mergedInto } from '../claim/record.lookup.js';
import { PeopleArgs } from './person.args.js';
import { PersonConnection } from './person.connection.js';
import { Person } from './person.type.js';

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'A person by id; null if there is none that the reader may see.',
  })
  async person(@Args() { id, lens }: IdArgs, @Ctx() context: Context, @Info() info: FieldSelection) {
    const view = context.view(lens);
    return (await loaderFor(context.loaders(view).person, info).load(id)) ?? mergedInto(context, view, id, 'Person');
  }

  @Query(() => PersonConnection, { description: 'People, by name.' })
  people(@Args() args: PeopleArgs, @Ctx() context: Context) {
    const { name, post, namedInFinding } = checkedLists(args.filter ?? {});
    const filter = { name: name == null ? null : fold(name), post: post ? { ...post } : null, namedInFinding };
    return context
      .loaders(context.view(args.lens))
      .person.list({ order: args.orderBy, filter, page: pageOf(args) })
      .load('');
  }

  @FieldResolver(() => PostingConnection, { description: 'The posts that the person held, according to sources.' })
  postings(@Root() person: Person, @Args() args: PostingsArgs, @Ctx() context: Context) {
    const { on, cover, roles, from, to, orderBy: order } = args;
    return context
      .loaders(person.view)
      .claim.page('Posting', 'OF', { on, cover, order, page: pageOf(args) }, { roles, from, to })
      .load(person.id);
  }

  @FieldResolver(() => AttributionConnection, {
    description: 'Incidents in which a body alleges that the person had a part.',
  })
  attributions(@Root() person: Person, @Args() args: AttributionsArgs, @Ctx() context: Context) {
    return context
      .loaders(person.view)
      .claim.page('Attribution', 'TO', { page: pageOf(args) }, { modes: args.modes })
      .load(person.id);
  }

  @FieldResolver(() => [Indicator], { description: 'Indicators that concern the person.' })
  indicators(@Root() person: Person, @Ctx() context: Context) {
    return context.loaders(person.view).claim.list('Indicator', 'CONCERNS').load(person.id);
  }

  @FieldResolver(() => [Measure], { description: 'Measures that concern the person.' })
  measures(@Root() person: Person, @Ctx() context: Context) {
    return context.loaders(person.view).claim.list('Measure', 'CONCERNS').load(person.id);
  }

  @FieldResolver(() => DemandConnection, { description: 'Demands that address the person.' })
  demandsReceived(@Root() person: Person, @Args() args: DemandsUnderArgs, @Ctx() context: Context) {
    return context.loaders(person.view).claim.demandsAlong('ADDRESSED_TO', demandQuery(args)).load(person.id);
  }
}
