// Posting.AT
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $filter = {"roles":["COMMANDER"]}
// $on = "2022-03-20"
// $cover = ["CITED","IMPRECISE","ASSUMED"]
// $about = {"parents":["unit-one"]}
// $limit = 11
// $cursor = null

UNWIND $about.parents AS parent
CALL (parent) {
  MATCH (:Record {id: parent})<-[:AT]-(n:Posting)
  WHERE ((substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND EXISTS { (n)-[leads:OF]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (called:Name)-[:OF]->(needed) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } })
    AND (n.role IN $filter.roles)
  WITH DISTINCT n
  WITH n, CASE
    WHEN n.first IS NULL OR n.firstMin > n.lastMax THEN 'OPEN'
    WHEN $on < n.firstMin THEN CASE n.firstHardness WHEN 'FIRST_CITED' THEN 'OPEN' ELSE 'NONE' END
    WHEN $on <= n.lastMax AND EXISTS {
      MATCH (n)-[citation:CITES]->(cited:Report)
      WHERE NOT coalesce(citation.secondary, false) AND cited.publishedMax >= $on AND (substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank)
    }
      THEN CASE WHEN $on >= n.firstMax AND $on <= n.lastMin THEN 'CITED' ELSE 'IMPRECISE' END
    WHEN n.lastHardness = 'ASSUMED_TO_CONTINUE' THEN 'ASSUMED'
    WHEN n.lastHardness = 'LAST_CITED' OR $on <= n.lastMax THEN 'OPEN'
    ELSE 'NONE' END AS cover
  WHERE cover IN $cover AND NOT (cover IN ['ASSUMED', 'OPEN'] AND EXISTS {
    MATCH (a)<-[:OF]-(n)-[:AT]->(b), (a)<-[:OF]-(other:Posting)-[:AT]->(b)
    WHERE other <> n AND other.role = n.role AND (substring(last([stood IN other.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND ((other.lastHardness = 'END' AND other.lastMax < $on AND other.lastMax >= n.lastMin)
    OR (other.firstHardness = 'START' AND other.firstMin > $on AND other.firstMin <= n.firstMax))
  })
  WITH *, n.firstMin AS key
  
  ORDER BY key ASC, n.id ASC
  LIMIT $limit
  RETURN collect({key: key, row: n {.id, label: 'Posting', .dataset, .recordedAt, .retractedAt, .corrects, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note, personId: head([(n)-[:OF]->(end) | end.id]), atId: head([(n)-[:AT]->(end) | end.id]), .role, .roleAsStated, .title, .rank, appointedById: head([(n)-[:APPOINTED_BY]->(end) | end.id]), range: CASE WHEN n.first IS NOT NULL THEN n {.first, .firstMin, .firstMax, .firstHardness, .last, .lastMin, .lastMax, .lastHardness} END, cover: cover, citations: COLLECT {
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id, title: cited.title, publishedMax: cited.publishedMax, counts: true} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }, ends: COLLECT {
    MATCH (n)-[:OF]->(end:Entity)
    WITH DISTINCT end, COLLECT {
    MATCH (name:Name)-[:OF]->(end)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] AS called WHERE called IS NOT NULL
    RETURN {id: end.id, name: called, labels: labels(end)}
  }}}) AS items
}
RETURN parent, items
