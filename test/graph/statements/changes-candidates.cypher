// changes: candidates
// …properties of records = PROPERTIES of src/exchange/export/export.cypher.ts, from the tables in src/model/record/fields
// $before = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2025-06-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $after = ""
// $limit = 1000
// $most = 1001

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
WITH DISTINCT n WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
WITH collect(n) AS page
RETURN page[-1].id AS last, size(page) AS scanned, COLLECT { UNWIND page AS n
  WITH n, COLLECT { MATCH (n)<-[:SUPERSEDED_BY*0..1]-(content) WHERE CASE WHEN content:Entity THEN EXISTS { (name:Name)-[:OF]->(content) WHERE NOT name.dataset IN $before.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $before.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank } } WHEN content:Report THEN (substring(last([stood IN content.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank) ELSE (substring(last([stood IN content.standing WHERE stood < $before.recordedBy]), 26, 1) <= $before.rank) END RETURN content }[0] AS earlier, COLLECT { MATCH (n)<-[:SUPERSEDED_BY*0..1]-(content) WHERE CASE WHEN content:Entity THEN EXISTS { (name:Name)-[:OF]->(content) WHERE NOT name.dataset IN $view.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } } WHEN content:Report THEN (substring(last([stood IN content.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN content.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END RETURN content }[0] AS held, EXISTS { MATCH (n)<-[:SUPERSEDED_BY*0..1]-(content) WHERE content.redactedAt > $before.recordedBy AND content.redactedAt <= $view.recordedBy AND content.recordedAt <= $before.recordedBy
      AND content.seenBy IN $view.clearance AND NOT coalesce(content.dataset IN $before.excludeDatasets, false) } AS isRedacted, COLLECT {
    MATCH (n)<-[:SUPERSEDED_BY*0..1]-(citing) WHERE substring(last([stood IN citing.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank AND NOT coalesce(citing.dataset IN $before.excludeDatasets, false) AND coalesce(citing.status IN $before.statuses, true)
    MATCH (citing)-[link]->(lost) WHERE lost.redactedAt > $before.recordedBy AND lost.redactedAt <= $view.recordedBy AND lost.seenBy IN $before.clearance AND lost.recordedAt <= $before.recordedBy AND (lost.retractedAt IS NULL OR lost.retractedAt > $before.recordedBy) AND (lost.away IS NULL OR size([instant IN lost.away WHERE instant <= $before.recordedBy]) % 2 = 0) AND ((link.recordedAt IS NULL OR link.recordedAt <= $before.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $before.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $before.recordedBy]) % 2 = 0)) AND NOT coalesce(lost.dataset IN $before.excludeDatasets, false)
    RETURN DISTINCT type(link) = 'CITES' AND NOT coalesce(link.secondary, false)
  } AS lost
  WITH n, earlier, held, isRedacted, lost, earlier IS NOT NULL OR isRedacted OR true IN lost AS was, held IS NOT NULL AS is
  WHERE isRedacted OR was <> is OR (was AND is AND (size(lost) > 0 OR earlier <> held OR COLLECT {
    MATCH (held)-[link]->(target) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $before.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $before.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $before.recordedBy]) % 2 = 0)) AND type(link) <> 'SUPERSEDED_BY' AND (target:LegalCode OR ((target:Record OR target:Superseded) AND CASE WHEN target:Entity THEN EXISTS { (name:Name)-[:OF]->(target) WHERE NOT name.dataset IN $before.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $before.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank } } WHEN target:Report THEN (substring(last([stood IN target.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank) ELSE (substring(last([stood IN target.standing WHERE stood < $before.recordedBy]), 26, 1) <= $before.rank) END))
    RETURN DISTINCT type(link) + ' ' + coalesce(target.id, target.code) AS place ORDER BY place
  } <> COLLECT {
    MATCH (held)-[link]->(target) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND type(link) <> 'SUPERSEDED_BY' AND (target:LegalCode OR ((target:Record OR target:Superseded) AND CASE WHEN target:Entity THEN EXISTS { (name:Name)-[:OF]->(target) WHERE NOT name.dataset IN $view.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } } WHEN target:Report THEN (substring(last([stood IN target.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN target.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END))
    RETURN DISTINCT type(link) + ' ' + coalesce(target.id, target.code) AS place ORDER BY place
  }))
    OR (was AND is AND (held:Incident OR held:Finding OR held.note IS NOT NULL OR held.doubtsAsStated IS NOT NULL) AND coalesce(head([basis IN [COLLECT {
    MATCH (held)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND substring(last([stood IN cited.standing WHERE stood < $before.recordedBy]), 24, 1) <= $before.rank
    RETURN CASE WHEN true THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis]), false) <> coalesce(head([basis IN [COLLECT {
    MATCH (held)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN CASE WHEN true THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis]), false))
    OR (was AND is AND (n:Person OR n:Unit) AND COLLECT {
    MATCH (n) (()<-[:INTO]-(merge:Merge WHERE merge.at <= $before.recordedBy AND (merge.undoneAt IS NULL OR merge.undoneAt > $before.recordedBy))-[:FROM]->()){0,} (over)<-[:INTO]-(first:Merge)-[:FROM]->(gone:Entity)
    WHERE first.at <= $before.recordedBy AND (first.undoneAt IS NULL OR first.undoneAt > $before.recordedBy) AND ((first.dataset IS NOT NULL AND NOT first.dataset IN $before.excludeDatasets AND ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level] IN $before.clearance) OR EXISTS {
    (name:Name)-[:OF]->(gone) WHERE NOT name.dataset IN $before.excludeDatasets AND name.access IN $before.clearance AND name.recordedAt < first.at AND (name.retractedAt IS NULL OR name.retractedAt >= first.at) AND (name.away IS NULL OR size([moment IN name.away WHERE moment < first.at]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $before.excludeDatasets AND source.access IN $before.clearance AND source.recordedAt < first.at AND (source.retractedAt IS NULL OR source.retractedAt >= first.at) AND (source.away IS NULL OR size([moment IN source.away WHERE moment < first.at]) % 2 = 0) }
  })
    RETURN {id: gone.id, access: ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level]} ORDER BY gone.id
  } <> COLLECT {
    MATCH (n) (()<-[:INTO]-(merge:Merge WHERE merge.at <= $view.recordedBy AND (merge.undoneAt IS NULL OR merge.undoneAt > $view.recordedBy))-[:FROM]->()){0,} (over)<-[:INTO]-(first:Merge)-[:FROM]->(gone:Entity)
    WHERE first.at <= $view.recordedBy AND (first.undoneAt IS NULL OR first.undoneAt > $view.recordedBy) AND ((first.dataset IS NOT NULL AND NOT first.dataset IN $view.excludeDatasets AND ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level] IN $view.clearance) OR EXISTS {
    (name:Name)-[:OF]->(gone) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt < first.at AND (name.retractedAt IS NULL OR name.retractedAt >= first.at) AND (name.away IS NULL OR size([moment IN name.away WHERE moment < first.at]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt < first.at AND (source.retractedAt IS NULL OR source.retractedAt >= first.at) AND (source.away IS NULL OR size([moment IN source.away WHERE moment < first.at]) % 2 = 0) }
  })
    RETURN {id: gone.id, access: ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level]} ORDER BY gone.id
  })
  WITH n, was, is, held, isRedacted ORDER BY n.id LIMIT $most
  RETURN {op: CASE WHEN NOT was THEN 'ADD' WHEN is THEN 'MOD' ELSE 'DEL' END, id: n.id, kind: head([label IN labels(n) WHERE NOT label IN ['Record', 'Claim', 'Entity', 'Restored', 'Relinked', 'Corrected', 'Superseded', 'Body']] + [label IN labels(n) WHERE label = 'Body']), isRedacted: isRedacted, mergedInto: CASE WHEN NOT is THEN COLLECT {
    MATCH (n)<-[:FROM]-(first:Merge) WHERE first.at <= $view.recordedBy AND (first.undoneAt IS NULL OR first.undoneAt > $view.recordedBy) AND ((first.dataset IS NOT NULL AND NOT first.dataset IN $view.excludeDatasets AND ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level] IN $view.clearance) OR EXISTS {
    (name:Name)-[:OF]->(n) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt < first.at AND (name.retractedAt IS NULL OR name.retractedAt >= first.at) AND (name.away IS NULL OR size([moment IN name.away WHERE moment < first.at]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt < first.at AND (source.retractedAt IS NULL OR source.retractedAt >= first.at) AND (source.away IS NULL OR size([moment IN source.away WHERE moment < first.at]) % 2 = 0) }
  })
MATCH (n) ((gone)<-[:FROM]-(merge:Merge WHERE merge.at <= $view.recordedBy AND (merge.undoneAt IS NULL OR merge.undoneAt > $view.recordedBy))-[:INTO]->()){1,} (left:Entity)
WHERE NOT EXISTS { (left)<-[:FROM]-(later:Merge) WHERE later.at <= $view.recordedBy AND (later.undoneAt IS NULL OR later.undoneAt > $view.recordedBy) } AND CASE WHEN left:Entity THEN EXISTS { (name:Name)-[:OF]->(left) WHERE NOT name.dataset IN $view.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } } WHEN left:Report THEN (substring(last([stood IN left.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN left.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END
    RETURN left.id LIMIT 1
  }[0] END, record: CASE WHEN is THEN {id: held.id, kind: head([label IN labels(held) WHERE NOT label IN ['Record', 'Claim', 'Entity', 'Restored', 'Relinked', 'Corrected', 'Superseded', 'Body']] + [label IN labels(held) WHERE label = 'Body']), labels: [label IN labels(held) WHERE NOT label IN ['Restored', 'Relinked', 'Corrected', 'Superseded']] + CASE WHEN held:Superseded THEN ['Record'] ELSE [] END,
    properties: held {…properties of records, latitude: CASE WHEN held.latitude IS NOT NULL AND EXISTS { (held)-[:COORDINATES_FROM]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } THEN held.latitude END, longitude: CASE WHEN held.longitude IS NOT NULL AND EXISTS { (held)-[:COORDINATES_FROM]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } THEN held.longitude END},
    links: COLLECT { MATCH (held)-[link]->(target) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND type(link) <> 'SUPERSEDED_BY' AND (target:LegalCode OR ((target:Record OR target:Superseded) AND CASE WHEN target:Entity THEN EXISTS { (name:Name)-[:OF]->(target) WHERE NOT name.dataset IN $view.excludeDatasets AND substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } } WHEN target:Report THEN (substring(last([stood IN target.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank) ELSE (substring(last([stood IN target.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) END))
      RETURN {type: type(link), to: coalesce(target.id, target.code), properties: link {.asStated, .certainty, .document, .modes, .paragraph, .paraphrase, .pinpoint, .secondary, .suffices, .passageSha256}} },
    referents: CASE WHEN held:Person OR held:Unit THEN COLLECT {
    MATCH (held) (()<-[:INTO]-(merge:Merge WHERE merge.at <= $view.recordedBy AND (merge.undoneAt IS NULL OR merge.undoneAt > $view.recordedBy))-[:FROM]->()){0,} (over)<-[:INTO]-(first:Merge)-[:FROM]->(gone:Entity)
    WHERE first.at <= $view.recordedBy AND (first.undoneAt IS NULL OR first.undoneAt > $view.recordedBy) AND ((first.dataset IS NOT NULL AND NOT first.dataset IN $view.excludeDatasets AND ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level] IN $view.clearance) OR EXISTS {
    (name:Name)-[:OF]->(gone) WHERE NOT name.dataset IN $view.excludeDatasets AND name.access IN $view.clearance AND name.recordedAt < first.at AND (name.retractedAt IS NULL OR name.retractedAt >= first.at) AND (name.away IS NULL OR size([moment IN name.away WHERE moment < first.at]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE NOT source.dataset IN $view.excludeDatasets AND source.access IN $view.clearance AND source.recordedAt < first.at AND (source.retractedAt IS NULL OR source.retractedAt >= first.at) AND (source.away IS NULL OR size([moment IN source.away WHERE moment < first.at]) % 2 = 0) }
  })
    RETURN {id: gone.id, access: ['PUBLIC', 'PARTNER', 'CONFIDENTIAL'][first.level]} ORDER BY gone.id
  } ELSE [] END,
    ownWords: held:Entity OR held:Report OR head([basis IN [COLLECT {
    MATCH (held)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN CASE WHEN true THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis])} END}
  ORDER BY n.id } AS rows
