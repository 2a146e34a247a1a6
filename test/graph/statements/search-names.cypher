// search names
// $about = {"ids":[""]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $query = "(brigade^8 brigade*^4 =brihade^3 =brihade*^2 =brihade~2)"
// $labels = ["Person","Unit","Body","Location"]

UNWIND $about.ids AS id
CALL (id) {
  CALL db.index.fulltext.queryNodes('names', $query) YIELD node AS name
  MATCH (name)-[:OF]->(n)
  WHERE any(label IN labels(n) WHERE label IN $labels) AND (name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND name.status IN $view.statuses
    AND NOT name.dataset IN $view.excludeDatasets
    AND (name.doubts IS NULL OR none(doubt IN name.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (name)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) })
  WITH n, name LIMIT 500
  RETURN collect({id: n.id, matched: name.value, nameId: name.id,
    label: head([label IN labels(n) WHERE label IN $labels])}) AS rows
}
RETURN id, rows
