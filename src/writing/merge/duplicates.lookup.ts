import type { Context } from '../../context.js';
import { idsLeft } from '../../entities/claim/record.lookup.js';
import type { View } from '../../model/lens.js';
import { searchQuery } from '../../model/names/search-text.js';
import { rankDuplicates } from './duplicates.rules.js';

/** Who may be the same as a person or unit, also under an id of before a merge, for what the view shows. */
export async function duplicatesOf(context: Context, view: View, id: string) {
  const { merging } = context.loaders(view);
  const [left = id] = await idsLeft(context, view, [id]);
  const names = (await merging.namesToCompare.load(left)).map(({ name }) => name);
  const queries = [...new Set(names.map(searchQuery))].filter((query) => query !== '');
  const others = await merging.duplicates(queries).load(left);
  return rankDuplicates(names, others).map((duplicate) => ({ ...duplicate, view }));
}
