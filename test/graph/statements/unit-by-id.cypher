// Unit by id
// …fields of Unit = fieldEntries(UNIT), from the tables in src/model/record/fields
// $about = {"ids":["unit-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}

UNWIND $about.ids AS id MATCH (n:Unit {id: id}) USING INDEX SEEK n:Unit(id)
WITH id, n, COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] AS name WHERE name IS NOT NULL
RETURN id, n {.id, name: name, label: 'Unit', …fields of Unit} AS row
