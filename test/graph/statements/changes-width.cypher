// changes: width
// $before = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2025-06-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $limit = 50001

CALL () {
  MATCH (n:Record) WHERE n.recordedAt > $before.recordedBy AND n.recordedAt <= $view.recordedBy RETURN n AS changed
  UNION
  MATCH (n:Record) WHERE n.retractedAt > $before.recordedBy AND n.retractedAt <= $view.recordedBy RETURN n AS changed
  UNION
  MATCH (n:Restored) WHERE any(instant IN n.away WHERE instant > $before.recordedBy AND instant <= $view.recordedBy) MATCH (changed:Record)<-[:SUPERSEDED_BY*0..1]-(n) RETURN changed
  UNION
  MATCH (n:Relinked) WHERE any(instant IN n.linkedAt WHERE instant > $before.recordedBy AND instant <= $view.recordedBy) MATCH (changed:Record)<-[:SUPERSEDED_BY*0..1]-(n) RETURN changed
  UNION
  MATCH (former:Superseded)-[:SUPERSEDED_BY]->(changed) WHERE former.recordedAt > $before.recordedBy AND former.recordedAt <= $view.recordedBy OR former.retractedAt > $before.recordedBy AND former.retractedAt <= $view.recordedBy RETURN changed
  UNION
  MATCH (n:Record) WHERE n.redactedAt > $before.recordedBy AND n.redactedAt <= $view.recordedBy RETURN n AS changed
  UNION
  MATCH (n:Superseded)-[:SUPERSEDED_BY]->(changed) WHERE n.redactedAt > $before.recordedBy AND n.redactedAt <= $view.recordedBy RETURN changed
  UNION
  MATCH (merge:Merge) WHERE (merge.at > $before.recordedBy AND merge.at <= $view.recordedBy) OR (merge.undoneAt > $before.recordedBy AND merge.undoneAt <= $view.recordedBy)
  MATCH (merge)-[:INTO]->() (()<-[:FROM]-(:Merge)-[:INTO]->()){0,} (changed:Entity) RETURN changed
}
CALL (changed) {
  RETURN changed AS moved
  UNION
  MATCH (moved:Record)-[:CITES]->(changed) RETURN moved
  UNION
  MATCH (changed)-[:OF]->(moved:Entity) RETURN moved
  UNION
  MATCH (changed)<-[:CITES]-(:Name)-[:OF]->(moved:Entity) RETURN moved
}
WITH DISTINCT moved
CALL (moved) {
  RETURN moved AS n
  UNION
  WITH moved WHERE EXISTS { MATCH (moved)<-[:SUPERSEDED_BY*0..1]-(content) WHERE coalesce(CASE WHEN content:Entity THEN EXISTS { (name:Name)-[:OF]->(content) WHERE NOT name.dataset IN $before.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $before.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank } } WHEN content:Report THEN (substring(last([stood IN content.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank) ELSE (substring(last([stood IN content.standing WHERE stood < $before.recordedBy]), 26, 1) <= $before.rank) END, false) <> coalesce(CASE WHEN content:Entity THEN EXISTS { (name:Name)-[:OF]->(content) WHERE NOT name.dataset IN $view.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } } WHEN content:Report THEN (substring(last([stood IN content.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN content.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END, false) OR content.redactedAt > $before.recordedBy AND content.redactedAt <= $view.recordedBy }
  MATCH (n:Record)-->(moved) RETURN n
}
WITH DISTINCT n LIMIT $limit RETURN count(n) AS width
