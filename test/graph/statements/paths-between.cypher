// paths between
// $about = {"ids":[""]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $steps = 4
// $from = "person-one"
// $to = "unit-one"
// $on = "2022-03-20"
// $cover = ["CITED","IMPRECISE","ASSUMED"]
// $through = ["Posting","CommandLink","Positioning","Affiliation","Attribution","Fact","Incident","Finding"]

UNWIND $about.ids AS id
CALL (id) {
  MATCH (record:Record {id: $from}) USING INDEX SEEK record:Record(id)
  MATCH (record)<-[:SUPERSEDED_BY*0..1]-(a) WHERE NOT a:Report AND CASE WHEN a:Entity THEN COLLECT {
    MATCH (name:Name)-[:OF]->(a)
    WHERE name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] IS NOT NULL WHEN a:Report THEN (a.access IN $view.clearance AND a.recordedAt <= $view.recordedBy AND (a.retractedAt IS NULL OR a.retractedAt > $view.recordedBy) AND (a.away IS NULL OR size([instant IN a.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND a.publishedMax <= $view.publishedBy
    AND a.reliability IN $view.reliabilities
    AND NOT a.id IN $view.excludeReports
    AND NOT a.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (a)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) ELSE (a.access IN $view.clearance AND a.recordedAt <= $view.recordedBy AND (a.retractedAt IS NULL OR a.retractedAt > $view.recordedBy) AND (a.away IS NULL OR size([instant IN a.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND a.status IN $view.statuses
    AND NOT a.dataset IN $view.excludeDatasets
    AND (a.doubts IS NULL OR none(doubt IN a.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (a)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) END
  WITH a LIMIT 1
  MATCH (record:Record {id: $to}) USING INDEX SEEK record:Record(id)
  MATCH (record)<-[:SUPERSEDED_BY*0..1]-(b) WHERE NOT b:Report AND CASE WHEN b:Entity THEN COLLECT {
    MATCH (name:Name)-[:OF]->(b)
    WHERE name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] IS NOT NULL WHEN b:Report THEN (b.access IN $view.clearance AND b.recordedAt <= $view.recordedBy AND (b.retractedAt IS NULL OR b.retractedAt > $view.recordedBy) AND (b.away IS NULL OR size([instant IN b.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND b.publishedMax <= $view.publishedBy
    AND b.reliability IN $view.reliabilities
    AND NOT b.id IN $view.excludeReports
    AND NOT b.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (b)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) ELSE (b.access IN $view.clearance AND b.recordedAt <= $view.recordedBy AND (b.retractedAt IS NULL OR b.retractedAt > $view.recordedBy) AND (b.away IS NULL OR size([instant IN b.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND b.status IN $view.statuses
    AND NOT b.dataset IN $view.excludeDatasets
    AND (b.doubts IS NULL OR none(doubt IN b.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (b)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) END
  WITH a, b LIMIT 1
  WITH a, b WHERE a.id <> b.id
  MATCH path = SHORTEST 3 GROUPS (a) ((x)-[link:OF|AT|SUBORDINATE|SUPERIOR|TO|BY|ABOUT|CONCERNS|PART|WHOLE|APPOINTED_BY|AFFIRMS|REVERSES|REPLACES|FOLLOWS WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0))]-(y
      WHERE (y:Entity OR (any(label IN labels(y) WHERE label IN $through) AND (y.access IN $view.clearance AND y.recordedAt <= $view.recordedBy AND (y.retractedAt IS NULL OR y.retractedAt > $view.recordedBy) AND (y.away IS NULL OR size([instant IN y.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND y.status IN $view.statuses
    AND NOT y.dataset IN $view.excludeDatasets
    AND (y.doubts IS NULL OR none(doubt IN y.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (y)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) })))
        AND ($on IS NULL OR y.firstMin IS NULL OR y:Incident OR CASE
    WHEN y.first IS NULL OR y.firstMin > y.lastMax THEN 'OPEN'
    WHEN $on < y.firstMin THEN CASE y.firstHardness WHEN 'FIRST_CITED' THEN 'OPEN' ELSE 'NONE' END
    WHEN $on <= y.lastMax AND EXISTS {
      MATCH (y)-[citation:CITES]->(cited:Report)
      WHERE NOT coalesce(citation.secondary, false) AND cited.publishedMax >= $on AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }))
    }
      THEN CASE WHEN $on >= y.firstMax AND $on <= y.lastMin THEN 'CITED' ELSE 'IMPRECISE' END
    WHEN y.lastHardness = 'ASSUMED_TO_CONTINUE' THEN 'ASSUMED'
    WHEN y.lastHardness = 'LAST_CITED' OR $on <= y.lastMax THEN 'OPEN'
    ELSE 'NONE' END IN $cover))){1,8} (b)
  WHERE all(node IN nodes(path) WHERE NOT node:Entity OR COLLECT {
    MATCH (name:Name)-[:OF]->(node)
    WHERE name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] IS NOT NULL)
  WITH path ORDER BY length(path), [node IN nodes(path) | node.id] LIMIT 50
  WITH [node IN nodes(path) | {id: node.id, claim: node:Claim, statement: node:Claim OR node:Finding OR node:Incident,
      label: head([label IN labels(node) WHERE NOT label IN ['Record', 'Claim', 'Entity', 'Restored', 'Relinked', 'Corrected', 'Superseded', 'Body']] + [label IN labels(node) WHERE label = 'Body'])}] AS nodes,
    [edge IN relationships(path) | {type: type(edge), from: startNode(edge).id}] AS edges
  RETURN collect({nodes: nodes, edges: edges}) AS rows
}
RETURN id, rows
