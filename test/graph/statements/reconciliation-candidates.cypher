// reconciliation candidates
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $about = {"queries":[{"key":"q0","text":"brigade","types":["Person","Unit"]}]}
// $limit = 40

UNWIND $about.queries AS asked
CALL (asked) {
  CALL db.index.fulltext.queryNodes('names', asked.text) YIELD node AS matched, score
  MATCH (matched)-[:OF]->(n)
  WHERE any(label IN labels(n) WHERE label IN asked.types) AND (matched.access IN $view.clearance AND matched.recordedAt <= $view.recordedBy AND (matched.retractedAt IS NULL OR matched.retractedAt > $view.recordedBy) AND (matched.away IS NULL OR size([instant IN matched.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND matched.status IN $view.statuses
    AND NOT matched.dataset IN $view.excludeDatasets
    AND (matched.doubts IS NULL OR none(doubt IN matched.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (matched)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) })
  WITH n, score LIMIT 150
  WITH n, max(score) AS score ORDER BY score DESC, n.id LIMIT $limit
  RETURN collect(n.id) AS ids
}
RETURN asked.key AS key, ids
