import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { FindingConnection, findingQuery } from '../../entities/finding/finding.connection.js';
import { PersonFindingsArgs } from '../../entities/person/person.args.js';
import { Person } from '../../entities/person/person.type.js';
import { END_OF_DAYS } from '../../model/date-range.js';
import { findingsReaching } from './finding-reach.rules.js';

@Resolver(() => Person)
export class PersonFindingsResolver {
  @FieldResolver(() => FindingConnection, {
    description: 'Findings that name the person, or that concern what the person commanded; see `reach`.',
  })
  async findings(@Root() { id, view }: Person, @Args() args: PersonFindingsArgs, @Ctx() context: Context) {
    const query = findingQuery(args);
    const { about, among } = context.loaders(view).finding;
    if (args.reach === 'NAMED') return about(query).load(id);
    const days = { from: '0000-01-01', to: END_OF_DAYS };
    const file = await context.caseFile({ of: 'BELOW', unitIds: [], personIds: [id], below: true, ...days }, view);
    return among({ ...query, filter: { ...query.filter, ids: findingsReaching(file, id) } }).load('');
  }
}
