// reconciliation candidates
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $about = {"queries":[{"key":"q0","text":"brigade","types":["Person","Unit"]}]}
// $limit = 40

UNWIND $about.queries AS asked
CALL (asked) {
  CALL db.index.fulltext.queryNodes('names', asked.text) YIELD node AS matched, score
  MATCH (matched)-[:OF]->(n)
  WHERE any(label IN labels(n) WHERE label IN asked.types) AND (substring(last([stood IN matched.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank)
  WITH n, score LIMIT 150
  WITH n, max(score) AS score ORDER BY score DESC, n.id LIMIT $limit
  RETURN collect(n.id) AS ids
}
RETURN asked.key AS key, ids
