// findings
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $filter = {"types":["CONVICTION"],"about":["person-one"],"text":null}
// $about = {"parents":[""]}
// $limit = 11
// $cursor = null

UNWIND $about.parents AS parent
CALL (parent) {
  MATCH (n:Finding)
  MATCH (n)-[link:ABOUT]->(subject:Record) WHERE subject.id IN $filter.about AND EXISTS { (called:Name)-[:OF]->(subject) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0))
  WITH DISTINCT n
  WHERE ((substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND EXISTS { (n)-[leads:BY]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (called:Name)-[:OF]->(needed) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } })
    AND (n.type IN $filter.types)
  WITH DISTINCT n
  WITH n, head([basis IN [COLLECT {
    MATCH (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN CASE WHEN true THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis]) AS inWords
  
  WITH *, CASE WHEN inWords THEN coalesce(n.publishedMin, n.decidedMin, '') ELSE '' END AS key
  
  ORDER BY key DESC, n.id DESC
  LIMIT $limit
  RETURN collect({key: key, row: n {.id, label: 'Finding', .dataset, .recordedAt, retractedAt: CASE WHEN NOT n:Superseded THEN n.retractedAt END, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), checkingStatus: n.status,
    .type, .title, .summary, byId: head([(n)-[:BY]->(end) | end.id]), .standard, .standardAsStated, .proofDomain, .inAbsentia, decidedOn: n.decided, publishedOn: n.published, .conductFrom, .conductTo, aboutIds: COLLECT { MATCH (n)-[link:ABOUT]->(end:Record) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, concernsIds: COLLECT { MATCH (n)-[link:CONCERNS]->(end:Record) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, conductOfIds: COLLECT { MATCH (n)-[link:CONDUCT_OF]->(end:Record) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, placesIds: COLLECT { MATCH (n)-[link:AT]->(end:Record) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, .turnedOn, affirmsIds: COLLECT { MATCH (n)-[link:AFFIRMS]->(end:Record) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, reversesIds: COLLECT { MATCH (n)-[link:REVERSES]->(end:Record) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, replacesIds: COLLECT { MATCH (n)-[link:REPLACES]->(end:Record) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, followsIds: COLLECT { MATCH (n)-[link:FOLLOWS]->(end:Record) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note,
    classifications: COLLECT {
      MATCH (n)-[classifies:CLASSIFIES]->(code:LegalCode)
      RETURN classifies {.asStated, .certainty, .modes, code: code.code, title: code.title} ORDER BY code.position, classifies.certainty, classifies.asStated
    },
    citations: COLLECT {
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id, title: cited.title, publishedMax: cited.publishedMax, counts: true} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }}}) AS items
}
RETURN parent, items
