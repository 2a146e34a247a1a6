/** Longest walk along links of command: no army has more levels. */
const MAX_DEPTH = 20;

type End = 'SUBORDINATE' | 'SUPERIOR';

/**
 * The units of a list and all that can be reached from them, level by level, as a list. Each level starts at the units
 * that the level before came to first (those from `behind` on), so that each link is followed once: one path for each
 * pair of units, which Neo4j would look for with `SHORTEST`, takes seconds in the army of a country. `where` is what is
 * asked of each `link`; only what is cheap to ask belongs there.
 */
export const unitsReached = (starts: string, from: End, to: End, where = 'true') =>
  `reduce(walk = {units: ${starts}, behind: 0}, depth IN range(1, ${MAX_DEPTH}) | {behind: size(walk.units), units: walk.units + COLLECT {
    UNWIND walk.units[walk.behind..] AS unit
    MATCH (unit)<-[:${from}]-(link:CommandLink)-[:${to}]->(reached:Unit) WHERE NOT reached IN walk.units AND ${where}
    RETURN DISTINCT reached
  }}).units`;
