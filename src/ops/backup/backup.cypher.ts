import type { CypherStatement } from '../../graph/graph.js';
import { contentsOf } from '../../graph/query/visible.cypher.js';

/** The statements that read everything, of every access level, as it was at the instant `$at`. */

/** By label, the property that tells its nodes apart. */
export type NodeKeys = ReadonlyMap<string, string>;

/** What stays out of a backup: marks of this database, its keys, who read it and who was told, and not what is recorded in it. */
export const LEFT_OUT = ['Migration', 'Restore', 'ApiKey', 'ReadEntry', 'Webhook'];

/** Whether the node `n` is not of them. */
export const IN_BACKUPS = `NOT n:${LEFT_OUT.join(' AND NOT n:')}`;

/** Versions of datasets have no key of their own: they are known by the dataset that they hang from. */
export const KEYLESS = 'DatasetVersion';

export const CONSTRAINTS: CypherStatement = {
  name: 'backup: keys',
  text: `SHOW CONSTRAINTS YIELD entityType, type, labelsOrTypes, properties
WHERE entityType = 'NODE' AND type CONTAINS 'UNIQUENESS' AND size(properties) = 1
RETURN labelsOrTypes[0] AS label, properties[0] AS key ORDER BY label, key`,
};

export const MIGRATIONS: CypherStatement = {
  name: 'backup: migrations',
  text: 'MATCH (m:Migration) RETURN m.name AS name ORDER BY name',
};

/** Whether the nodes of a label are records too; no row where there are none. */
export const isRecord = (label: string): CypherStatement => ({
  name: 'backup: kind of label',
  text: `MATCH (n:${label}) RETURN n:Record AS record LIMIT 1`,
});

/** The labels of nodes without a known key. */
export const strangers = (keys: NodeKeys): CypherStatement => ({
  name: 'backup: strangers',
  text: `MATCH (n) WHERE NOT n:${[...keys.keys(), KEYLESS, ...LEFT_OUT].join(' AND NOT n:')}
RETURN DISTINCT CASE WHEN labels(n) = [] THEN 'no label' ELSE labels(n)[0] END AS label ORDER BY label`,
});

/** Takes the turn of writers, so that nothing is published meanwhile, and reads the clock. */
export const PIN = `MATCH (c:Clock {id: 'graph'}) SET c.turn = true REMOVE c.turn
RETURN c {.id, .at, .sequence, .head} AS clock`;

/** In JSON a whole float would come back as an integer. */
export const floatsOf = (holder: string) =>
  `[name IN keys(${holder}) WHERE valueType(${holder}[name]) CONTAINS 'FLOAT' | name]`;

/** What a correction superseded stands for its record where it was in force at the instant, since the correction is later. */
const stoodThen = (node: string) => `(${node}:Superseded AND ${node}.retractedAt > $at)`;

/** What is bound to an instant is there from then on; all else was read while nothing could change. */
const isThere = (end: string) =>
  `CASE WHEN ${end}:Record OR ${end}:Superseded THEN ${end}.recordedAt <= $at ELSE coalesce(${end}.at, '') <= $at END`;

const keyOf = (end: string, keys: NodeKeys) => {
  const cases = [...keys].map(([label, key]) => `WHEN ${end}:${label} THEN ['${label}', ${end}.${key}]`);
  return `CASE WHEN ${stoodThen(end)} THEN ['Record', ${end}.id] ${cases.join(' ')} END`;
};

const linksOf = (node: string, keys: NodeKeys) => `COLLECT {
    MATCH (${node})-[link]->(end) WHERE NOT end:${KEYLESS} AND coalesce(link.at, link.recordedAt, '') <= $at
      AND CASE WHEN type(link) = 'SUPERSEDED_BY' THEN ${node}.retractedAt <= $at ELSE ${isThere('end')} END
    RETURN {type: type(link), to: ${keyOf('end', keys)}, properties: properties(link), floats: ${floatsOf('link')}}
  }`;

const row = (keys: NodeKeys, labels = 'labels(n)') =>
  `${labels} AS labels, properties(n) AS properties, ${floatsOf('n')} AS floats, ${linksOf('n', keys)} AS links`;

/** Records that were there at the instant, whatever they have been corrected to since. */
const WAS_THERE = `record.recordedAt <= $at
  OR (record:Corrected AND EXISTS { (former:Superseded)-[:SUPERSEDED_BY]->(record) WHERE former.recordedAt <= $at })`;

/** Binds `n` to what a record stated at the instant. */
const STATED_THEN = `MATCH ${contentsOf('record', 'n')} WHERE n.recordedAt <= $at AND (n:Record OR n.retractedAt > $at)`;

/** The labels that the record had then. */
const LABELS_THEN = `CASE WHEN n:Record THEN labels(n) ELSE ['Record'] + [label IN labels(n) WHERE label <> 'Superseded']
  + CASE WHEN EXISTS { (former:Superseded)-[:SUPERSEDED_BY]->(record) WHERE former.retractedAt <= $at } THEN ['Corrected'] ELSE [] END END`;

/** The next records by id. */
export const recordsAfter = (keys: NodeKeys): CypherStatement => ({
  name: 'backup: records',
  text: `MATCH (record:Record) USING INDEX record:Record(id) WHERE record.id > $after AND (${WAS_THERE})
WITH record ORDER BY record.id LIMIT $size
${STATED_THEN}
RETURN n.id AS after, ${row(keys, LABELS_THEN)} ORDER BY after`,
});

/** The next entries of the journal by number. */
export const entriesAfter = (keys: NodeKeys): CypherStatement => ({
  name: 'backup: journal',
  text: `MATCH (n:JournalEntry) WHERE n.sequence > $after AND n.sequence <= $sequence
WITH n ORDER BY n.sequence LIMIT $size
RETURN n.sequence AS after, ${row(keys)} ORDER BY after`,
});

/** The next versions of a dataset, in their order. */
export const VERSIONS_AFTER: CypherStatement = {
  name: 'backup: versions',
  text: `MATCH (:Dataset {id: $dataset})-[had:HAD]->(n:${KEYLESS}) WHERE n.at <= $at
WITH n, type(had) AS type, n.at + ' ' + n.clearance + ' ' + n.version AS place WHERE place > $after
WITH n, type, place ORDER BY place LIMIT $size
RETURN place AS after, labels(n) AS labels, properties(n) AS properties, ${floatsOf('n')} AS floats, {type: type, node: ['Dataset', $dataset]} AS from
ORDER BY after`,
};

/** All nodes of a label that are few, by their key. */
export const allOf = (label: string, key: string, keys: NodeKeys): string =>
  `MATCH (n:${label}) WHERE ${isThere('n')} RETURN ${row(keys)} ORDER BY n.${key}`;

/** How many nodes have each label of records, of versions and of entries. */
export const COUNTS: CypherStatement = {
  name: 'backup: counts',
  text: `CALL () {
  MATCH (record:Record) WHERE ${WAS_THERE}
  ${STATED_THEN}
  UNWIND ${LABELS_THEN} AS label
  WITH n, label WHERE CASE label WHEN 'Restored' THEN n.away[1] <= $at WHEN 'Relinked' THEN n.linkedAt[0] <= $at ELSE true END
  RETURN label, count(*) AS nodes
  UNION ALL
  MATCH (:Dataset)-[:HAD]->(n:${KEYLESS}) WHERE n.at <= $at RETURN '${KEYLESS}' AS label, count(n) AS nodes
  UNION ALL
  MATCH (n:JournalEntry) WHERE n.sequence <= $sequence RETURN 'JournalEntry' AS label, count(n) AS nodes
}
WITH label, nodes WHERE nodes > 0
RETURN label, nodes ORDER BY label`,
};
