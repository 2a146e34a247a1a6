import type { Context } from '../../context.js';
import { idsLeft } from '../../entities/claim/record.lookup.js';
import type { View } from '../../model/lens.js';
import { fold } from '../../model/names/letters.js';
import { searchQuery } from '../../model/names/search-text.js';
import { rankHits } from '../../questions/search/search.rules.js';
import { PROPERTIES } from './properties.rules.js';
import { ReconciliationReader } from './reconciliation.loader.js';
import { describe, TYPE_IDS, TYPES, typeOf, typesOf } from './reconciliation.rules.js';
import { recordsOf } from './reconciliation-entities.js';

/** Suggestions for what a user begins to type, in pages of ten. */

const PAGE = 10;
/** How far a search looks: nobody turns the page after that. */
const FURTHEST = 500;

interface NameStart {
  readonly prefix: string;
  readonly cursor: number;
  readonly type?: string | string[] | undefined;
}

/** Entities whose names have words that begin so, or are nearly so; and the one under that id. */
export async function suggestEntities(context: Context, view: View, { prefix, cursor, type }: NameStart) {
  const types = typesOf(type);
  const typed = withoutInitial(prefix);
  const query = searchQuery(typed);
  if (query === '') return { result: [] };
  const furthest = Math.min(cursor + PAGE, FURTHEST);
  const { search } = context.loaders(view);
  const [names, incidents] = await Promise.all([
    search.names(query, types).load(''),
    types.includes('Incident') ? search.texts(query, ['Incident']).load('') : [],
  ]);
  const hits = rankHits(typed, names, incidents, furthest);
  const asId = cursor === 0 ? await idsLeft(context, view, [prefix]) : [];
  const ids = [...new Set([...asId, ...hits.slice(cursor).map(({ id }) => id)])];
  const records = await recordsOf(new ReconciliationReader(context.reader, view), ids, ['posts']);
  return {
    result: ids
      .flatMap((id) => records.get(id) ?? [])
      .filter((entity) => entity.types.some((own) => types.includes(own)))
      .map((entity) => ({
        id: entity.id,
        name: entity.name,
        description: describe(entity),
        notable: entity.types.map(typeOf),
      })),
  };
}

/** One letter is no beginning to search for; behind other words it is the next one, hardly begun. */
const withoutInitial = (prefix: string) => prefix.replace(/(?<=\S)\s+\S$/u, '');

/** Types whose name or id begins so. */
export const suggestTypes = (prefix: NameStart) =>
  page(
    TYPE_IDS.map((id) => ({ id, ...TYPES[id] })),
    prefix,
  );

/** Properties of whose name a word begins so, or whose id does. */
export const suggestProperties = (prefix: NameStart) =>
  page(
    PROPERTIES.map(({ id, name, description }) => ({ id, name, description })),
    prefix,
  );

function page<T extends { readonly id: string; readonly name: string }>(
  all: readonly T[],
  { prefix, cursor }: NameStart,
) {
  const begin = fold(prefix).trim();
  const matching = all.filter(({ id, name }) =>
    [id, name, ...name.split(' ')].some((word) => fold(word).startsWith(begin)),
  );
  return { result: matching.slice(cursor, cursor + PAGE) };
}
