// findings
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $filter = {"types":["CONVICTION"],"about":["person-one"],"text":null}
// $about = {"parents":[""]}
// $limit = 11
// $cursor = null

UNWIND $about.parents AS parent
CALL (parent) {
  MATCH (n:Finding)
  WHERE ((n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND n.status IN $view.statuses
    AND NOT n.dataset IN $view.excludeDatasets
    AND (n.doubts IS NULL OR none(doubt IN n.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) AND EXISTS { (n)-[leads:BY]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(needed) WHERE called.access IN $view.clearance AND called.recordedAt <= $view.recordedBy AND (called.retractedAt IS NULL OR called.retractedAt > $view.recordedBy) AND (called.away IS NULL OR size([instant IN called.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } })
    AND (n.type IN $filter.types)
    AND (EXISTS { (n)-[link:ABOUT]->(subject:Record) WHERE subject.id IN $filter.about AND EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(subject) WHERE called.access IN $view.clearance AND called.recordedAt <= $view.recordedBy AND (called.retractedAt IS NULL OR called.retractedAt > $view.recordedBy) AND (called.away IS NULL OR size([instant IN called.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } AND ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) })
  WITH DISTINCT n
  WITH n, head([basis IN [COLLECT {
    MATCH (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    RETURN CASE WHEN cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }) THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
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
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }))
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }, sourceCount: COUNT { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) }}}) AS items
}
RETURN parent, items
