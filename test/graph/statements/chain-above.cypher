// chain above
// $about = {"ids":["unit-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $on = "2022-03-20"
// $kinds = ["COMMAND","OPERATIONAL"]
// $cover = ["CITED","IMPRECISE","ASSUMED","OPEN"]

UNWIND $about.ids AS id
CALL (id) {
  MATCH (start:Unit {id: id})
  UNWIND reduce(walk = {units: [start], behind: 0}, depth IN range(1, 20) | {behind: size(walk.units), units: walk.units + COLLECT {
    UNWIND walk.units[walk.behind..] AS unit
    MATCH (unit)<-[:SUBORDINATE]-(link:CommandLink)-[:SUPERIOR]->(reached:Unit) WHERE NOT reached IN walk.units AND link.kind IN $kinds AND (link.first IS NULL OR link.firstMin > link.lastMax
      OR NOT ((link.firstHardness = 'START' AND $on < link.firstMin) OR (link.lastHardness = 'END' AND $on > link.lastMax)))
    RETURN DISTINCT reached
  }}).units AS unit
  MATCH (unit)<-[:SUBORDINATE]-(n:CommandLink)
  WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND EXISTS { (n)-[leads:SUBORDINATE]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (called:Name)-[:OF]->(needed) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } } AND EXISTS { (n)-[leads:SUPERIOR]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (called:Name)-[:OF]->(needed) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } }
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
    MATCH (a)<-[:SUBORDINATE]-(n)-[:SUPERIOR]->(b), (a)<-[:SUBORDINATE]-(other:CommandLink)-[:SUPERIOR]->(b)
    WHERE other <> n AND other.kind = n.kind AND (substring(last([stood IN other.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND ((other.lastHardness = 'END' AND other.lastMax < $on AND other.lastMax >= n.lastMin)
    OR (other.firstHardness = 'START' AND other.firstMin > $on AND other.firstMin <= n.firstMax))
  })
  WITH n, cover ORDER BY n.firstMin, n.id
  RETURN collect(n {.id, label: 'CommandLink', .dataset, .recordedAt, .retractedAt, .corrects, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note, subordinateId: head([(n)-[:SUBORDINATE]->(end) | end.id]), superiorId: head([(n)-[:SUPERIOR]->(end) | end.id]), .kind, range: CASE WHEN n.first IS NOT NULL THEN n {.first, .firstMin, .firstMax, .firstHardness, .last, .lastMin, .lastMax, .lastHardness} END, cover: cover, citations: COLLECT {
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id, title: cited.title, publishedMax: cited.publishedMax, counts: true} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }}) AS rows
}
RETURN id, rows
