import { createUnionType } from 'type-graphql';
import type { Context } from '../../context.js';
import { type FieldSelection, loaderFor } from '../../graphql/in-brief.js';
import type { Labelled } from '../../graphql/node.type.js';
import type { View } from '../../model/lens.js';
import { Person } from '../person/person.type.js';
import { Unit } from '../unit/unit.type.js';

export const Subject = createUnionType({
  name: 'Subject',
  description: 'Whom a finding or an attribution is about.',
  types: () => [Person, Unit] as const,
  resolveType: (row) => (row as unknown as Labelled).label,
});

/** The people and units with these ids, in their order, without those that the reader may not see. */
export async function subjects(context: Context, view: View, ids: readonly string[], info: FieldSelection) {
  const loaders = context.loaders(view);
  const [person, unit] = [loaderFor(loaders.person, info), loaderFor(loaders.unit, info)];
  const found = await Promise.all(ids.map((id) => (id.startsWith('person-') ? person.load(id) : unit.load(id))));
  return found.filter((row) => row !== null);
}
