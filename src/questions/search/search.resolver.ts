import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Name } from '../../entities/claim/claim.type.js';
import { recordsByLabel } from '../../entities/claim/record.lookup.js';
import { Entity } from '../../graphql/node.type.js';
import { ApiError } from '../../model/errors.js';
import { searchQuery } from '../../model/names/search-text.js';
import { rankHits } from './search.rules.js';
import { EntityKind, SearchArgs, SearchHit } from './search.type.js';

@Resolver(() => SearchHit)
export class SearchResolver {
  @Query(() => [SearchHit], {
    description:
      'People, units, bodies and locations by any of their names, best match first. Other spellings, romanisations and small typing errors are found.',
  })
  async search(@Args() { text, kinds, first, lens }: SearchArgs, @Ctx() context: Context) {
    if (text.length > 200)
      throw new ApiError('BAD_INPUT', `Expected at most 200 characters in \`text\`; got ${text.length}.`);
    if (first < 1 || first > 50) throw new ApiError('BAD_INPUT', `Expected \`first\` from 1 to 50; got ${first}.`);
    const query = searchQuery(text);
    if (query === '')
      throw new ApiError(
        'BAD_INPUT',
        `Expected at least one letter or digit in \`text\`; got ${JSON.stringify(text)}.`,
      );
    const view = context.view(lens);
    const rows = await context
      .loaders(view)
      .search.names(query, kinds ?? Object.keys(EntityKind))
      .load('');
    return rankHits(text, rows, first);
  }

  @FieldResolver(() => Entity, { description: 'The entity.' })
  async entity(@Root() hit: SearchHit, @Ctx() context: Context) {
    return (await recordsByLabel(context, hit.view, [hit]))[0];
  }

  @FieldResolver(() => Name, { description: 'The name that matched, with its citations.' })
  name(@Root() hit: SearchHit, @Ctx() context: Context) {
    return context.loaders(hit.view).claim.byId('Name').load(hit.nameId);
  }
}
