// paths between
// $about = {"ids":[""]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
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
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] IS NOT NULL WHEN a:Report THEN (substring(last([stood IN a.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN a.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END
  WITH a LIMIT 1
  MATCH (record:Record {id: $to}) USING INDEX SEEK record:Record(id)
  MATCH (record)<-[:SUPERSEDED_BY*0..1]-(b) WHERE NOT b:Report AND CASE WHEN b:Entity THEN COLLECT {
    MATCH (name:Name)-[:OF]->(b)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] IS NOT NULL WHEN b:Report THEN (substring(last([stood IN b.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN b.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END
  WITH a, b LIMIT 1
  WITH a, b WHERE a.id <> b.id
  MATCH path = SHORTEST 3 GROUPS (a) ((x)-[link:OF|AT|SUBORDINATE|SUPERIOR|TO|BY|ABOUT|CONCERNS|PART|WHOLE|APPOINTED_BY|AFFIRMS|REVERSES|REPLACES|FOLLOWS WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0))]-(y
      WHERE (y:Entity OR (any(label IN labels(y) WHERE label IN $through) AND (substring(last([stood IN y.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank)))
        AND ($on IS NULL OR y.firstMin IS NULL OR y:Incident OR CASE
    WHEN y.first IS NULL OR y.firstMin > y.lastMax THEN 'OPEN'
    WHEN $on < y.firstMin THEN CASE y.firstHardness WHEN 'FIRST_CITED' THEN 'OPEN' ELSE 'NONE' END
    WHEN $on <= y.lastMax AND EXISTS {
      MATCH (y)-[citation:CITES]->(cited:Report)
      WHERE NOT coalesce(citation.secondary, false) AND cited.publishedMax >= $on AND (substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank)
    }
      THEN CASE WHEN $on >= y.firstMax AND $on <= y.lastMin THEN 'CITED' ELSE 'IMPRECISE' END
    WHEN y.lastHardness = 'ASSUMED_TO_CONTINUE' THEN 'ASSUMED'
    WHEN y.lastHardness = 'LAST_CITED' OR $on <= y.lastMax THEN 'OPEN'
    ELSE 'NONE' END IN $cover))){1,8} (b)
  WHERE all(node IN nodes(path) WHERE NOT node:Entity OR COLLECT {
    MATCH (name:Name)-[:OF]->(node)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] IS NOT NULL)
  WITH path ORDER BY length(path), [node IN nodes(path) | node.id] LIMIT 50
  WITH [node IN nodes(path) | {id: node.id, claim: node:Claim, statement: node:Claim OR node:Finding OR node:Incident,
      label: head([label IN labels(node) WHERE NOT label IN ['Record', 'Claim', 'Entity', 'Restored', 'Relinked', 'Corrected', 'Superseded', 'Body']] + [label IN labels(node) WHERE label = 'Body'])}] AS nodes,
    [edge IN relationships(path) | {type: type(edge), from: startNode(edge).id}] AS edges
  RETURN collect({nodes: nodes, edges: edges}) AS rows
}
RETURN id, rows
