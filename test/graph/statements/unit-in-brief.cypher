// Unit in brief
// $about = {"ids":["unit-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}

UNWIND $about.ids AS id MATCH (n:Unit {id: id}) USING INDEX SEEK n:Unit(id)
WITH id, n, COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] AS name WHERE name IS NOT NULL
RETURN id, n {.id, name: name, label: 'Unit'} AS row
