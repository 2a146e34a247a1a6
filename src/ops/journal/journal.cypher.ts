import type { CypherStatement } from '../../graph/graph.js';
import { contentsOf } from '../../graph/query/visible.cypher.js';

/** The statements that read the journal and what it tells of. */

export const CLOCK: CypherStatement = {
  name: 'journal: clock',
  text: "MATCH (c:Clock {id: 'graph'}) RETURN c.at AS at, c.sequence AS sequence, c.head AS head",
};

const ENTRY = 'e {.sequence, .at, .actor, .action, .reason, .subjects, .content, .digest, .previous, .hash} AS entry';

/** The next entries by number. */
export const ENTRIES_AFTER: CypherStatement = {
  name: 'journal: entries',
  text: `MATCH (e:JournalEntry) WHERE e.sequence > $after AND e.sequence <= $last
RETURN e.sequence AS after, ${ENTRY} ORDER BY after LIMIT $size`,
};

/** The entries that redact others. */
export const REDACTION_ENTRIES: CypherStatement = {
  name: 'journal: redactions',
  text: `MATCH (e:JournalEntry) WHERE e.action = 'RECORD_REDACT' AND e.sequence <= $last RETURN ${ENTRY} ORDER BY e.sequence`,
};

/** The entries are read before the clock, which is never behind them where both are sound. */
export const BEYOND: CypherStatement = {
  name: 'journal: beyond the clock',
  text: `OPTIONAL MATCH (e:JournalEntry) WITH max(e.sequence) AS last
OPTIONAL MATCH (c:Clock {id: 'graph'})
RETURN coalesce(last, 0) AS last, coalesce(c.sequence, 0) AS sequence`,
};

/** The next records by id, each with what it stated before a correction, and with all that its hash is over. */
export const RECORDS_AFTER: CypherStatement = {
  name: 'journal: records',
  text: `MATCH (record:Record) USING INDEX record:Record(id) WHERE record.id > $after
WITH record ORDER BY record.id LIMIT $size
MATCH ${contentsOf('record', 'n')}
RETURN n.id AS after, labels(record) AS labels, properties(n) AS properties,
  COLLECT { MATCH (n)-[link]->(end) WHERE NOT end:Superseded AND type(link) <> 'SUPERSEDED_BY' RETURN {type: type(link), to: coalesce(end.id, end.code), properties: properties(link)} } AS links
ORDER BY after, n.recordedAt`,
};
