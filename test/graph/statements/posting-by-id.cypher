// Posting by id
// $about = {"ids":["claim-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $on = null
// $cover = ["CITED","IMPRECISE","ASSUMED"]

UNWIND $about.ids AS id MATCH (n:Claim:Posting {id: id}) USING INDEX SEEK n:Claim(id) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND EXISTS { (n)-[leads:OF]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (called:Name)-[:OF]->(needed) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } } AND EXISTS { (n)-[leads:AT]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (called:Name)-[:OF]->(needed) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } }
WITH n, null AS cover
RETURN n.id AS id, n {.id, label: 'Posting', .dataset, .recordedAt, .retractedAt, .corrects, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note, personId: head([(n)-[:OF]->(end) | end.id]), atId: head([(n)-[:AT]->(end) | end.id]), .role, .roleAsStated, .title, .rank, appointedById: head([(n)-[:APPOINTED_BY]->(end) | end.id]), range: CASE WHEN n.first IS NOT NULL THEN n {.first, .firstMin, .firstMax, .firstHardness, .last, .lastMin, .lastMax, .lastHardness} END, cover: cover, citations: COLLECT {
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id, title: cited.title, publishedMax: cited.publishedMax, counts: true} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }} AS row
