// changes: width
// $before = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2025-06-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
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
  WITH moved WHERE EXISTS { MATCH (moved)<-[:SUPERSEDED_BY*0..1]-(content) WHERE coalesce(CASE WHEN content:Entity THEN EXISTS { (name:Name)-[:OF]->(content) WHERE NOT name.dataset IN $before.excludeDatasets AND name.access IN $before.clearance AND name.recordedAt <= $before.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $before.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $before.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $before.excludeDatasets AND source.access IN $before.clearance AND source.recordedAt <= $before.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $before.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $before.recordedBy]) % 2 = 0) } } WHEN content:Report THEN (content.access IN $before.clearance AND content.recordedAt <= $before.recordedBy AND (content.retractedAt IS NULL OR content.retractedAt > $before.recordedBy) AND (content.away IS NULL OR size([instant IN content.away WHERE instant <= $before.recordedBy]) % 2 = 0)
    AND content.publishedMax <= $before.publishedBy
    AND content.reliability IN $before.reliabilities
    AND NOT content.id IN $before.excludeReports
    AND NOT content.dataset IN $before.excludeDatasets
    AND (size($before.excludePublishers) = 0 OR NOT EXISTS { (content)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $before.excludePublishers })) ELSE (content.access IN $before.clearance AND content.recordedAt <= $before.recordedBy AND (content.retractedAt IS NULL OR content.retractedAt > $before.recordedBy) AND (content.away IS NULL OR size([instant IN content.away WHERE instant <= $before.recordedBy]) % 2 = 0)
    AND content.status IN $before.statuses
    AND NOT content.dataset IN $before.excludeDatasets
    AND (content.doubts IS NULL OR none(doubt IN content.doubts WHERE doubt IN $before.withoutDoubts))
    AND EXISTS { (content)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $before.clearance AND cited.recordedAt <= $before.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $before.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $before.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $before.publishedBy
    AND cited.reliability IN $before.reliabilities
    AND NOT cited.id IN $before.excludeReports
    AND NOT cited.dataset IN $before.excludeDatasets
    AND (size($before.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $before.excludePublishers })) }) END, false) <> coalesce(CASE WHEN content:Entity THEN EXISTS { (name:Name)-[:OF]->(content) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } } WHEN content:Report THEN (content.access IN $view.clearance AND content.recordedAt <= $view.recordedBy AND (content.retractedAt IS NULL OR content.retractedAt > $view.recordedBy) AND (content.away IS NULL OR size([instant IN content.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND content.publishedMax <= $view.publishedBy
    AND content.reliability IN $view.reliabilities
    AND NOT content.id IN $view.excludeReports
    AND NOT content.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (content)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) ELSE (content.access IN $view.clearance AND content.recordedAt <= $view.recordedBy AND (content.retractedAt IS NULL OR content.retractedAt > $view.recordedBy) AND (content.away IS NULL OR size([instant IN content.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND content.status IN $view.statuses
    AND NOT content.dataset IN $view.excludeDatasets
    AND (content.doubts IS NULL OR none(doubt IN content.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (content)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) END, false) OR content.redactedAt > $before.recordedBy AND content.redactedAt <= $view.recordedBy }
  MATCH (n:Record)-->(moved) RETURN n
}
WITH DISTINCT n LIMIT $limit RETURN count(n) AS width
