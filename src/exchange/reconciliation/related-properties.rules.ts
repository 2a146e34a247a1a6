import { type Property, type PropertyValue, valueOrNull } from './property.rules.js';
import { asLabel, postInWords, type ReconciliationEntity, type RelatedRow, spanOf } from './reconciliation.rules.js';

/** Properties that claims give: posts, with one value for each claim in the order of dates, and other ends, each once. */

const post = (values: (row: RelatedRow) => PropertyValue | null) => ({
  types: ['Person'] as const,
  needs: 'posts' as const,
  values: ({ related }: ReconciliationEntity) => (related.posts ?? []).map(values),
});

/** The other ends of claims, each once, with what the claims say. */
function ends(rows: readonly RelatedRow[] | undefined): PropertyValue[] {
  const textsById = new Map<string, string[]>();
  for (const row of rows ?? [])
    textsById.set(row.id, [
      ...(textsById.get(row.id) ?? []),
      [asLabel(row.kind), spanOf(row)].filter(Boolean).join(', '),
    ]);
  const first = new Map([...(rows ?? [])].reverse().map((row) => [row.id, row]));
  return [...textsById].flatMap(([id, words]) => {
    const row = first.get(id);
    return row ? [{ id, text: row.name, also: row.names, description: [...new Set(words)].join('; ') }] : [];
  });
}

export const RELATED_PROPERTIES = {
  unit: {
    id: 'unit',
    name: 'Unit of the post',
    description: 'The unit or body of each post that sources give, one value for each claim.',
    ...post(({ id, name, names }) => ({ id, text: name, also: names })),
  },
  posts: {
    id: 'posts',
    name: 'Posts',
    description: 'Title or role, unit and dates of each post, in one text; one value for each claim.',
    ...post((row) => ({ text: postInWords(row) })),
  },
  post_title: {
    id: 'post_title',
    name: 'Title of the post',
    description: 'The title of each post as the source gives it.',
    ...post(({ title }) => valueOrNull(title)),
  },
  post_role: {
    id: 'post_role',
    name: 'Role in the post',
    description: 'COMMANDER, HEAD, ACTING, DEPUTY, CHIEF_OF_STAFF, STAFF, SPOKESPERSON, MEMBER or UNKNOWN.',
    exact: true,
    ...post(({ kind }) => ({ text: kind, also: [asLabel(kind)] })),
  },
  post_first: {
    id: 'post_first',
    name: 'First date of the post',
    description: 'EDTF level 1, as the source gives it. Whether the post began then or is first cited then: see Posts.',
    exact: true,
    ...post(({ first }) => valueOrNull(first)),
  },
  post_last: {
    id: 'post_last',
    name: 'Last date of the post',
    description: 'EDTF level 1, as the source gives it. Whether the post ended then or is last cited then: see Posts.',
    exact: true,
    ...post(({ last }) => valueOrNull(last)),
  },
  post_sources: {
    id: 'post_sources',
    name: 'Sources of the post',
    description: 'The titles of the reports that each post rests on.',
    ...post(({ sources }) => valueOrNull(sources.join(' ; ') || null)),
  },
  holders: {
    id: 'holders',
    name: 'Holders of posts',
    description: 'People whom sources put in a post there, with role and dates.',
    types: ['Unit', 'Body'],
    needs: 'holders',
    of: 'Person',
    values: ({ related }) => ends(related.holders),
  },
  superiors: {
    id: 'superiors',
    name: 'Superior units',
    description: 'Units that sources put above it, with the kind of the link and its dates; not all carry command.',
    types: ['Unit'],
    needs: 'superiors',
    of: 'Unit',
    values: ({ related }) => ends(related.superiors),
  },
  subordinates: {
    id: 'subordinates',
    name: 'Subordinate units',
    description: 'Units that sources put below it, with the kind of the link and its dates; not all carry command.',
    types: ['Unit'],
    needs: 'subordinates',
    of: 'Unit',
    values: ({ related }) => ends(related.subordinates),
  },
  sites: {
    id: 'sites',
    name: 'Sites and areas',
    description: 'Places where sources put the unit, with dates.',
    types: ['Unit'],
    needs: 'sites',
    of: 'Location',
    values: ({ related }) => ends(related.sites),
  },
  part_of: {
    id: 'part_of',
    name: 'Part of',
    description: 'Bodies that it is a part of or was set up by.',
    types: ['Body'],
    needs: 'wholes',
    of: 'Body',
    values: ({ related }) => ends(related.wholes),
  },
} as const satisfies Readonly<Record<string, Property>>;
