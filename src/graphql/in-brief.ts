import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What a row in brief suffices for: what it has, which is all that lists ask of most ends and reports, and what is asked by its id. */
const IN_BRIEF: ReadonlySet<string> = new Set([
  ...['__typename', 'id', 'name', 'title'],
  ...['names', 'identifiers', 'facts', 'attributions'],
  ...['postings', 'superiorLinks', 'subordinateLinks', 'positionings', 'chainOfCommand'],
]);

/** What a question selects of a field, and more: `info` of a resolver. */
export type FieldSelection = GraphQLResolveInfo;

interface Loaders<L> {
  readonly byId: L;
  readonly inBrief: L;
}

/** The loader of the rows that a field gives: those in brief, where nothing else is asked of them. */
export const loaderFor = <L>({ byId, inBrief }: Loaders<L>, info: FieldSelection): L =>
  info.fieldNodes.every(({ selectionSet }) => isInBrief(selectionSet, info)) ? inBrief : byId;

function isInBrief(selected: SelectionSetNode | undefined, info: FieldSelection): boolean {
  return (selected?.selections ?? []).every((selection) => {
    if (selection.kind === Kind.FIELD) return IN_BRIEF.has(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return isInBrief(selection.selectionSet, info);
    return isInBrief(info.fragments[selection.name.value]?.selectionSet, info);
  });
}
