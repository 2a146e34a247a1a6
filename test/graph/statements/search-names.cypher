// search names
// $about = {"ids":[""]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $query = "(brigade^8 brigade*^4 =brihade^3 =brihade*^2 =brihade~2)"
// $labels = ["Person","Unit","Body","Location"]

UNWIND $about.ids AS id
CALL (id) {
  CALL db.index.fulltext.queryNodes('names', $query) YIELD node AS name
  MATCH (name)-[:OF]->(n)
  WHERE any(label IN labels(n) WHERE label IN $labels) AND (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank)
  WITH n, name LIMIT 500
  RETURN collect({id: n.id, matched: name.value, nameId: name.id,
    label: head([label IN labels(n) WHERE label IN $labels])}) AS rows
}
RETURN id, rows
