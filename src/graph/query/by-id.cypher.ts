/**
 * Finds records by `id`, bound before or a parameter, through the index of ids alone. Conditions on instants must stand
 * behind it: Neo4j holds the index of an instant for the shorter way where it does not know yet how many records have that
 * instant, as in the middle of an import, and then goes through all of these for each id.
 */
export const recordsById = (id: string) => nodesById('n', 'Record', id);

/** The same for records of a label that has an index of ids of its own, under any name. */
export const nodesById = (name: string, label: string, id = 'id', kind = '') =>
  `MATCH (${name}:${label}${kind && `:${kind}`} {id: ${id}}) USING INDEX SEEK ${name}:${label}(id)`;
