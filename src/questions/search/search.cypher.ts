import type { CypherStatement } from '../../graph/graph.js';
import { statementCounts } from '../../graph/query/ends.cypher.js';
import { claimCounts, visible, wordsCount } from '../../graph/query/visible.cypher.js';

/** How many names or texts that the reader may see are compared: those that the index finds most like the query. */
const POOL = 500;

/** The visible names that are anything like a query, in no order: what the index scores, it scores over hidden names too. */
export const SEARCHED_NAMES: CypherStatement = {
  name: 'search names',
  text: `UNWIND $about.ids AS id
CALL (id) {
  CALL db.index.fulltext.queryNodes('names', $query) YIELD node AS name
  MATCH (name)-[:OF]->(n)
  WHERE any(label IN labels(n) WHERE label IN $labels) AND ${claimCounts('name')}
  WITH n, name LIMIT ${POOL}
  RETURN collect({id: n.id, matched: name.value, nameId: name.id,
    label: head([label IN labels(n) WHERE label IN $labels])}) AS rows
}
RETURN id, rows`,
};

/**
 * The incidents, findings and reports whose visible texts are anything like a query, in no order. An incident is found by
 * its own words, or by facts that stand in for them.
 */
export const SEARCHED_TEXTS: CypherStatement = {
  name: 'search texts',
  text: `UNWIND $about.ids AS id
CALL (id) {
  CALL db.index.fulltext.queryNodes('texts', $query) YIELD node AS text
  WITH text, CASE WHEN text:Fact THEN head(COLLECT { MATCH (text)-[:OF]->(about) RETURN about }) ELSE text END AS n
  WHERE any(label IN labels(n) WHERE label IN $labels) AND CASE WHEN n:Finding THEN ${statementCounts('Finding', 'n')} ELSE ${visible('n')} END
    AND CASE WHEN text:Fact THEN ${claimCounts('text')} WHEN text:Report THEN true ELSE ${wordsCount('text')} END
  WITH n, text LIMIT ${POOL}
  RETURN collect({id: n.id, label: head([label IN labels(n) WHERE label IN $labels]),
    title: coalesce(text.title, text.value), summary: text.summary, words: text.searchText}) AS rows
}
RETURN id, rows`,
};
