// Name.OF all
// $about = {"ids":["unit-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $on = null
// $cover = ["CITED","IMPRECISE","ASSUMED"]

UNWIND $about.ids AS id
CALL (id) {
  MATCH (:Record {id: id})<-[:OF]-(n:Name)
  WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank)
  WITH n, null AS cover
  WITH n, cover ORDER BY n.recordedAt, n.id
  RETURN collect(n {.id, label: 'Name', .dataset, .recordedAt, .retractedAt, .corrects, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note, .value, .lang, .script, .kind, .scheme, ofId: head([(n)-[:OF]->(end) | end.id]), citations: COLLECT {
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id, title: cited.title, publishedMax: cited.publishedMax, counts: true} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }}) AS rows
}
RETURN id, rows
