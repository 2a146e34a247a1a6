import { STANDING_VERSION } from '../../model/record/record-standing.rules.js';
import { IN_BACKUPS } from '../backup/backup.cypher.js';

/** The statements that put a backup into a graph. */

/** Makes nodes; the point of a location follows from its coordinates. */
export const NODES = `UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties
FOREACH (located IN CASE WHEN n:Location AND n.latitude IS NOT NULL THEN [n] ELSE [] END |
  SET located.point = point({latitude: located.latitude, longitude: located.longitude}))`;

/** Makes nodes that have no key, each with the link that leads to it. */
export const nodesFrom = (owner: LinkEnd) =>
  `UNWIND $rows AS row MATCH (a:${owner.label} {${owner.key}: row.from})
CREATE (a)-[:$(row.type)]->(n:$(row.labels)) SET n = row.properties RETURN count(n) AS made`;

/** Makes links between nodes that are known by these labels and keys. */
export const links = (from: LinkEnd, to: LinkEnd) =>
  `UNWIND $rows AS row MATCH (a:${from.label} {${from.key}: row.from}), (b:${to.label} {${to.key}: row.to})
CREATE (a)-[link:$(row.type)]->(b) SET link = row.properties RETURN count(link) AS made`;

export interface LinkEnd {
  readonly label: string;
  readonly key: string;
}

/** How many nodes there are, but for those that belong to this database. */
export const NODE_COUNT = `MATCH (n) WHERE ${IN_BACKUPS} RETURN count(n) AS nodes`;

/** The clock, by which all is there for readers; and what this version has learnt since the backup is to be applied to it. */
export const PUBLISH = `CREATE (c:Clock) SET c = $clock, c.standing = ${STANDING_VERSION}
WITH c MATCH (m:Migration) WHERE NOT m.name IN $migrations DELETE m`;
