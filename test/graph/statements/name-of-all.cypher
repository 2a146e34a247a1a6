// Name.OF all
// $about = {"ids":["unit-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $on = null
// $cover = ["CITED","IMPRECISE","ASSUMED"]

UNWIND $about.ids AS id
CALL (id) {
  MATCH (:Record {id: id})<-[:OF]-(n:Name)
  WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND n.status IN $view.statuses
    AND NOT n.dataset IN $view.excludeDatasets
    AND (n.doubts IS NULL OR none(doubt IN n.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) })
  WITH n, null AS cover
  WITH n, cover ORDER BY n.recordedAt, n.id
  RETURN collect(n {.id, label: 'Name', .dataset, .recordedAt, .retractedAt, .corrects, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note, .value, .lang, .script, .kind, .scheme, ofId: head([(n)-[:OF]->(end) | end.id]), citations: COLLECT {
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }))
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }, sourceCount: COUNT { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) }}) AS rows
}
RETURN id, rows
