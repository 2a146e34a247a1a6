// Posting.AT count
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $filter = {"roles":["COMMANDER"]}
// $on = "2022-03-20"
// $cover = ["CITED","IMPRECISE","ASSUMED"]
// $about = {"parents":["unit-one"]}

UNWIND $about.parents AS parent
CALL (parent) {
  MATCH (:Record {id: parent})<-[:AT]-(n:Posting)
  WHERE ((n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND n.status IN $view.statuses
    AND NOT n.dataset IN $view.excludeDatasets
    AND (n.doubts IS NULL OR none(doubt IN n.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) AND EXISTS { (n)-[leads:OF]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(needed) WHERE called.access IN $view.clearance AND called.recordedAt <= $view.recordedBy AND (called.retractedAt IS NULL OR called.retractedAt > $view.recordedBy) AND (called.away IS NULL OR size([instant IN called.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } })
    AND (n.role IN $filter.roles)
  WITH DISTINCT n
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
    MATCH (a)<-[:OF]-(n)-[:AT]->(b), (a)<-[:OF]-(other:Posting)-[:AT]->(b)
    WHERE other <> n AND other.role = n.role AND (other.access IN $view.clearance AND other.recordedAt <= $view.recordedBy AND (other.retractedAt IS NULL OR other.retractedAt > $view.recordedBy) AND (other.away IS NULL OR size([instant IN other.away WHERE instant <= $view.recordedBy]) % 2 = 0)
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
  RETURN count(n) AS total
}
RETURN parent, total
