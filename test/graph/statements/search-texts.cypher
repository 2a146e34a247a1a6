// search texts
// $about = {"ids":[""]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $query = "(brigade^8 brigade*^4 =brihade^3 =brihade*^2 =brihade~2)"
// $labels = ["Incident","Finding","Report"]

UNWIND $about.ids AS id
CALL (id) {
  CALL db.index.fulltext.queryNodes('texts', $query) YIELD node AS text
  WITH text, CASE WHEN text:Fact THEN head(COLLECT { MATCH (text)-[:OF]->(about) RETURN about }) ELSE text END AS n
  WHERE any(label IN labels(n) WHERE label IN $labels) AND CASE WHEN n:Finding THEN (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND EXISTS { (n)-[leads:BY]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (called:Name)-[:OF]->(needed) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } } ELSE CASE WHEN n:Entity THEN COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] IS NOT NULL WHEN n:Report THEN (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END END
    AND CASE WHEN text:Fact THEN (substring(last([stood IN text.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) WHEN text:Report THEN true ELSE head([basis IN [COLLECT {
    MATCH (text)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN CASE WHEN true THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis]) END
  WITH n, text LIMIT 500
  RETURN collect({id: n.id, label: head([label IN labels(n) WHERE label IN $labels]),
    title: coalesce(text.title, text.value), summary: text.summary, words: text.searchText}) AS rows
}
RETURN id, rows
