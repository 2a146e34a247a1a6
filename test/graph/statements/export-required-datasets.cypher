// export: required datasets
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $after = ""
// $limit = 1000
// $about = {"withheld":["withheld"]}

MATCH (n:Record:Record) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
WITH collect(n) AS page
RETURN page[-1].id AS last, size(page) AS scanned, COLLECT { UNWIND page AS record MATCH (record)<-[:SUPERSEDED_BY*0..1]-(n) WHERE CASE WHEN n:Entity THEN EXISTS { (name:Name)-[:OF]->(n) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } } WHEN n:Report THEN (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND n.publishedMax <= $view.publishedBy
    AND n.reliability IN $view.reliabilities
    AND NOT n.id IN $view.excludeReports
    AND NOT n.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (n)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) ELSE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND n.status IN $view.statuses
    AND NOT n.dataset IN $view.excludeDatasets
    AND (n.doubts IS NULL OR none(doubt IN n.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) END
  WITH n, CASE WHEN n:Entity THEN COLLECT { MATCH (name:Name)-[:OF]->(n) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.dataset ORDER BY name.dataset IN $about.withheld, name.recordedAt, name.kind <> 'PREFERRED', name.dataset LIMIT 1 }[0] ELSE n.dataset END AS dataset
  MATCH (n)-[link]->(target) WHERE (target:Entity OR target.dataset <> dataset) AND ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND type(link) <> 'SUPERSEDED_BY' AND (target:LegalCode OR ((target:Record OR target:Superseded) AND CASE WHEN target:Entity THEN EXISTS { (name:Name)-[:OF]->(target) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } } WHEN target:Report THEN (target.access IN $view.clearance AND target.recordedAt <= $view.recordedBy AND (target.retractedAt IS NULL OR target.retractedAt > $view.recordedBy) AND (target.away IS NULL OR size([instant IN target.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND target.publishedMax <= $view.publishedBy
    AND target.reliability IN $view.reliabilities
    AND NOT target.id IN $view.excludeReports
    AND NOT target.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (target)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) ELSE (target.access IN $view.clearance AND target.recordedAt <= $view.recordedBy AND (target.retractedAt IS NULL OR target.retractedAt > $view.recordedBy) AND (target.away IS NULL OR size([instant IN target.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND target.status IN $view.statuses
    AND NOT target.dataset IN $view.excludeDatasets
    AND (target.doubts IS NULL OR none(doubt IN target.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (target)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) END))
  WITH DISTINCT dataset, target
  WITH dataset, CASE WHEN NOT target:Entity THEN target.dataset WHEN NOT EXISTS { (name:Name {dataset: dataset})-[:OF]->(target) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } } THEN COLLECT { MATCH (name:Name)-[:OF]->(target) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.dataset ORDER BY name.dataset IN $about.withheld, name.recordedAt, name.kind <> 'PREFERRED', name.dataset LIMIT 1 }[0] END AS required
  WITH DISTINCT dataset, required WHERE required <> dataset
  RETURN {dataset: dataset, required: required} } AS rows
