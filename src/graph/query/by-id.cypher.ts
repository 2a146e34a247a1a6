/**
 * Finds records by `id`, bound before or a parameter, through the index of ids alone. Conditions on instants must stand
 * behind it: Neo4j holds the index of an instant for the shorter way where it does not know yet how many records have that
 * instant, as in the middle of an import, and then goes through all of these for each id.
 */
export const recordsById = (id: string) => `MATCH (n:Record {id: ${id}}) USING INDEX SEEK n:Record(id)`;
