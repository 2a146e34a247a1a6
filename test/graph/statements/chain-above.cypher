// chain above
// $about = {"ids":["unit-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
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
  WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND n.status IN $view.statuses
    AND NOT n.dataset IN $view.excludeDatasets
    AND (n.doubts IS NULL OR none(doubt IN n.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) AND EXISTS { (n)-[leads:SUBORDINATE]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(needed) WHERE called.access IN $view.clearance AND called.recordedAt <= $view.recordedBy AND (called.retractedAt IS NULL OR called.retractedAt > $view.recordedBy) AND (called.away IS NULL OR size([instant IN called.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } } AND EXISTS { (n)-[leads:SUPERIOR]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(needed) WHERE called.access IN $view.clearance AND called.recordedAt <= $view.recordedBy AND (called.retractedAt IS NULL OR called.retractedAt > $view.recordedBy) AND (called.away IS NULL OR size([instant IN called.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } }
  WITH n, CASE
    WHEN n.first IS NULL OR n.firstMin > n.lastMax THEN 'OPEN'
    WHEN $on < n.firstMin THEN CASE n.firstHardness WHEN 'FIRST_CITED' THEN 'OPEN' ELSE 'NONE' END
    WHEN $on <= n.lastMax AND EXISTS {
      MATCH (n)-[citation:CITES]->(cited:Report)
      WHERE NOT coalesce(citation.secondary, false) AND cited.publishedMax >= $on AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }))
    }
      THEN CASE WHEN $on >= n.firstMax AND $on <= n.lastMin THEN 'CITED' ELSE 'IMPRECISE' END
    WHEN n.lastHardness = 'ASSUMED_TO_CONTINUE' THEN 'ASSUMED'
    WHEN n.lastHardness = 'LAST_CITED' OR $on <= n.lastMax THEN 'OPEN'
    ELSE 'NONE' END AS cover
  WHERE cover IN $cover AND NOT (cover IN ['ASSUMED', 'OPEN'] AND EXISTS {
    MATCH (a)<-[:SUBORDINATE]-(n)-[:SUPERIOR]->(b), (a)<-[:SUBORDINATE]-(other:CommandLink)-[:SUPERIOR]->(b)
    WHERE other <> n AND other.kind = n.kind AND (other.access IN $view.clearance AND other.recordedAt <= $view.recordedBy AND (other.retractedAt IS NULL OR other.retractedAt > $view.recordedBy) AND (other.away IS NULL OR size([instant IN other.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND other.status IN $view.statuses
    AND NOT other.dataset IN $view.excludeDatasets
    AND (other.doubts IS NULL OR none(doubt IN other.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (other)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) AND ((other.lastHardness = 'END' AND other.lastMax < $on AND other.lastMax >= n.lastMin)
    OR (other.firstHardness = 'START' AND other.firstMin > $on AND other.firstMin <= n.firstMax))
  })
  WITH n, cover ORDER BY n.firstMin, n.id
  RETURN collect(n {.id, label: 'CommandLink', .dataset, .recordedAt, .retractedAt, .corrects, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note, subordinateId: head([(n)-[:SUBORDINATE]->(end) | end.id]), superiorId: head([(n)-[:SUPERIOR]->(end) | end.id]), .kind, range: CASE WHEN n.first IS NOT NULL THEN n {.first, .firstMin, .firstMax, .firstHardness, .last, .lastMin, .lastMax, .lastHardness} END, cover: cover, knownThrough: COLLECT {
    MATCH (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }))
    RETURN cited.publishedMax ORDER BY cited.publishedMax DESC LIMIT 1
  }[0], citations: COLLECT {
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
