// search
// $about = {"ids":[""]}
// $view = {"clearance":["PUBLIC"],"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $query = "(brigade^8 brigade*^4 =brihade^3 =brihade*^2 =brihade~2)"
// $labels = ["Person","Unit","Body","Location"]

UNWIND $about.ids AS id
CALL (id) {
  CALL db.index.fulltext.queryNodes('names', $query, {limit: 500}) YIELD node AS matched
  MATCH (matched)-[:OF]->(n)
  WHERE (matched.access IN $view.clearance AND matched.recordedAt <= $view.recordedBy AND (matched.retractedAt IS NULL OR matched.retractedAt > $view.recordedBy) AND (matched.away IS NULL OR size([instant IN matched.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND matched.status IN $view.statuses
    AND NOT matched.dataset IN $view.excludeDatasets
    AND (matched.doubts IS NULL OR none(doubt IN matched.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (matched)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) AND any(label IN labels(n) WHERE label IN $labels)
  WITH n, collect(matched {.id, .value}) AS names
  WHERE COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] IS NOT NULL
  UNWIND names AS matched
  RETURN collect({id: n.id, matched: matched.value, nameId: matched.id,
    label: head([label IN labels(n) WHERE label IN $labels])}) AS rows
}
RETURN id, rows
