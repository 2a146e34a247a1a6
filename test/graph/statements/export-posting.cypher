// export: Posting
// …properties of records = PROPERTIES of src/exchange/export/export.cypher.ts, from the tables in src/model/record/fields
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $after = ""
// $limit = 1000

MATCH (n:Record:Posting) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
WITH collect(n) AS page
RETURN page[-1].id AS last, size(page) AS scanned, COLLECT { UNWIND page AS record MATCH (record)<-[:SUPERSEDED_BY*0..1]-(n) WHERE CASE WHEN n:Entity THEN EXISTS { (name:Name)-[:OF]->(n) WHERE NOT name.dataset IN $view.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } } WHEN n:Report THEN (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END
  RETURN {id: n.id, kind: head([label IN labels(n) WHERE NOT label IN ['Record', 'Claim', 'Entity', 'Restored', 'Relinked', 'Corrected', 'Superseded', 'Body']] + [label IN labels(n) WHERE label = 'Body']), labels: [label IN labels(n) WHERE NOT label IN ['Restored', 'Relinked', 'Corrected', 'Superseded']] + CASE WHEN n:Superseded THEN ['Record'] ELSE [] END,
    properties: n {…properties of records, latitude: CASE WHEN n.latitude IS NOT NULL AND EXISTS { (n)-[:COORDINATES_FROM]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } THEN n.latitude END, longitude: CASE WHEN n.longitude IS NOT NULL AND EXISTS { (n)-[:COORDINATES_FROM]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } THEN n.longitude END},
    links: COLLECT { MATCH (n)-[link]->(target) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND type(link) <> 'SUPERSEDED_BY' AND (target:LegalCode OR ((target:Record OR target:Superseded) AND CASE WHEN target:Entity THEN EXISTS { (name:Name)-[:OF]->(target) WHERE NOT name.dataset IN $view.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } } WHEN target:Report THEN (substring(last([stood IN target.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN target.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END))
      RETURN {type: type(link), to: coalesce(target.id, target.code), properties: link {.asStated, .certainty, .document, .modes, .paragraph, .paraphrase, .pinpoint, .secondary, .suffices, .passageSha256}} },
    referents: CASE WHEN n:Person OR n:Unit THEN COLLECT {
    MATCH (n) (()<-[:INTO]-(merge:Merge WHERE merge.at <= $view.recordedBy AND (merge.undoneAt IS NULL OR merge.undoneAt > $view.recordedBy))-[:FROM]->()){0,} (over)<-[:INTO]-(first:Merge)-[:FROM]->(gone:Entity)
    WHERE first.at <= $view.recordedBy AND (first.undoneAt IS NULL OR first.undoneAt > $view.recordedBy) AND ((first.dataset IS NOT NULL AND NOT first.dataset IN $view.excludeDatasets AND ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level] IN $view.clearance) OR EXISTS {
    (name:Name)-[:OF]->(gone) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt < first.at AND (name.retractedAt IS NULL OR name.retractedAt >= first.at) AND (name.away IS NULL OR size([moment IN name.away WHERE moment < first.at]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt < first.at AND (source.retractedAt IS NULL OR source.retractedAt >= first.at) AND (source.away IS NULL OR size([moment IN source.away WHERE moment < first.at]) % 2 = 0) }
  })
    RETURN {id: gone.id, access: ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level]} ORDER BY gone.id
  } ELSE [] END,
    ownWords: n:Entity OR n:Report OR head([basis IN [COLLECT {
    MATCH (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN CASE WHEN cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }) THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis])} ORDER BY n.id } AS rows
