// merged into
// $about = {"ids":["unit-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}

UNWIND $about.ids AS id
MATCH (asked:Entity {id: id}) USING INDEX SEEK asked:Entity(id)
MATCH (asked)<-[:FROM]-(first:Merge) WHERE first.at <= $view.recordedBy AND (first.undoneAt IS NULL OR first.undoneAt > $view.recordedBy) AND ((first.dataset IS NOT NULL AND ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level] IN $view.clearance) OR EXISTS {
    (name:Name)-[:OF]->(asked) WHERE name.access IN $view.clearance AND name.recordedAt < first.at AND (name.retractedAt IS NULL OR name.retractedAt >= first.at) AND (name.away IS NULL OR size([moment IN name.away WHERE moment < first.at]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt < first.at AND (source.retractedAt IS NULL OR source.retractedAt >= first.at) AND (source.away IS NULL OR size([moment IN source.away WHERE moment < first.at]) % 2 = 0) }
  })
MATCH (asked) ((gone)<-[:FROM]-(merge:Merge WHERE merge.at <= $view.recordedBy AND (merge.undoneAt IS NULL OR merge.undoneAt > $view.recordedBy))-[:INTO]->()){1,} (n:Entity)
WHERE NOT EXISTS { (n)<-[:FROM]-(later:Merge) WHERE later.at <= $view.recordedBy AND (later.undoneAt IS NULL OR later.undoneAt > $view.recordedBy) }
WITH id, n, gone, merge, COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] AS name WHERE name IS NOT NULL
RETURN id, n {.id, name: name, label: head([label IN labels(n) WHERE NOT label IN ['Record', 'Claim', 'Entity', 'Restored', 'Relinked', 'Corrected', 'Superseded', 'Body']] + [label IN labels(n) WHERE label = 'Body']), kinds: COLLECT {
    MATCH (fact:Fact)-[:OF]->(n) WHERE fact.property = 'CLASSIFICATION' AND fact.code IS NOT NULL AND (substring(last([stood IN fact.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND fact.code IN ['ARMED_FORCES', 'STATE', 'GOVERNMENT', 'PRESIDENCY', 'MINISTRY', 'POLICE', 'INTELLIGENCE', 'NON_STATE_ARMED_GROUP', 'MIXED_FORCES']
    RETURN DISTINCT fact.code AS code ORDER BY code
  }, countries: COLLECT {
    MATCH (fact:Fact)-[:OF]->(n) WHERE fact.property = 'COUNTRY' AND fact.code IS NOT NULL AND (substring(last([stood IN fact.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank)
    RETURN DISTINCT fact.code AS code ORDER BY code
  }, .placeholder,
  formerly: [index IN range(0, size(gone) - 1) | {id: gone[index].id, until: merge[index].at}]} AS row
