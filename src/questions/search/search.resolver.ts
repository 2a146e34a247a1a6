import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.js';
import { Name } from '../../entities/claim/claim.type.js';
import { recordsByLabel } from '../../entities/claim/record.lookup.js';
import { Node } from '../../graphql/node.type.js';
import { ApiError } from '../../model/errors.js';
import { searchQuery } from '../../model/names/search-text.js';
import { rankHits } from './search.rules.js';
import { ENTITY_KINDS, SearchArgs, SearchHit, TEXT_KINDS } from './search.type.js';

@Resolver(() => SearchHit)
export class SearchResolver {
  @Query(() => [SearchHit], {
    description:
      'People, units, bodies and locations by any of their names, and incidents, findings and reports by their titles and summaries, best match first. Other spellings and romanisations are found, and small typing errors.',
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
    const kindsAmong = (among: object) =>
      Object.keys(among).filter((kind) => kinds?.some((one) => one === kind) ?? true);
    const { search } = context.loaders(view);
    const [entities, statements] = [kindsAmong(ENTITY_KINDS), kindsAmong(TEXT_KINDS)];
    const [names, texts] = await Promise.all([
      entities.length > 0 ? search.names(query, entities).load('') : [],
      statements.length > 0 ? search.texts(query, statements).load('') : [],
    ]);
    return rankHits(text, names, texts, first).map((hit) => ({ ...hit, view }));
  }

  @FieldResolver(() => Node, { description: 'The record that has the name, title or summary.' })
  async record(@Root() hit: SearchHit, @Ctx() context: Context) {
    return (await recordsByLabel(context, hit.view, [hit]))[0];
  }

  @FieldResolver(() => Name, {
    nullable: true,
    description: 'The name that matched, with its citations; null for a title or summary.',
  })
  name(@Root() hit: SearchHit, @Ctx() context: Context) {
    return hit.nameId === null ? null : context.loaders(hit.view).claim.byId('Name').load(hit.nameId);
  }
}
