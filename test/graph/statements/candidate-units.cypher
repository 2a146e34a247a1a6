// candidate units
// $about = {"ids":["incident-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}
// $kilometres = 35
// $days = 30

UNWIND $about.ids AS id
CALL (id) {
  MATCH (incident:Incident {id: id})-[:AT]->(place:Location)
  WHERE EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(place) WHERE called.access IN $view.clearance AND called.recordedAt <= $view.recordedBy AND (called.retractedAt IS NULL OR called.retractedAt > $view.recordedBy) AND (called.away IS NULL OR size([instant IN called.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } AND incident.first IS NOT NULL AND incident.firstMin <= incident.lastMax AND (incident.access IN $view.clearance AND incident.recordedAt <= $view.recordedBy AND (incident.retractedAt IS NULL OR incident.retractedAt > $view.recordedBy) AND (incident.away IS NULL OR size([instant IN incident.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND incident.status IN $view.statuses
    AND NOT incident.dataset IN $view.excludeDatasets
    AND (incident.doubts IS NULL OR none(doubt IN incident.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (incident)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) AND head([basis IN [COLLECT {
    MATCH (incident)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    RETURN CASE WHEN cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }) THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis])
  WITH incident, place,
    toString(date(incident.firstMin) - duration({days: $days})) AS earliest,
    toString(date(incident.lastMax) + duration({days: $days})) AS latest
  MATCH (spot:Location)<-[:AT]-(n:Positioning)
  WHERE (spot = place OR (point.distance(spot.point, place.point) <= $kilometres * 1000.0 AND EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(spot) WHERE called.access IN $view.clearance AND called.recordedAt <= $view.recordedBy AND (called.retractedAt IS NULL OR called.retractedAt > $view.recordedBy) AND (called.away IS NULL OR size([instant IN called.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } AND EXISTS { (spot)-[:COORDINATES_FROM]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } AND EXISTS { (place)-[:COORDINATES_FROM]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }))
    AND n.first IS NOT NULL AND n.firstMin <= latest AND (n.lastMax >= earliest OR n.lastHardness = 'ASSUMED_TO_CONTINUE')
    AND (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND n.status IN $view.statuses
    AND NOT n.dataset IN $view.excludeDatasets
    AND (n.doubts IS NULL OR none(doubt IN n.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })) }) AND EXISTS { (n)-[leads:OF]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(needed) WHERE called.access IN $view.clearance AND called.recordedAt <= $view.recordedBy AND (called.retractedAt IS NULL OR called.retractedAt > $view.recordedBy) AND (called.away IS NULL OR size([instant IN called.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) } }
  WITH n, incident, CASE WHEN spot = place THEN 0.0 ELSE point.distance(spot.point, place.point) / 1000.0 END AS kilometres,
    CASE
      WHEN n.firstMin > incident.lastMax THEN duration.inDays(date(incident.lastMax), date(n.firstMin)).days
      WHEN n.lastMax < incident.firstMin AND n.lastHardness <> 'ASSUMED_TO_CONTINUE' THEN duration.inDays(date(n.lastMax), date(incident.firstMin)).days
      ELSE 0
    END AS daysApart, null AS cover
  ORDER BY kilometres, daysApart, n.id
  RETURN collect({positioning: n {.id, label: 'Positioning', .dataset, .recordedAt, .retractedAt, .corrects, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note, unitId: head([(n)-[:OF]->(end) | end.id]), locationId: head([(n)-[:AT]->(end) | end.id]), .kind, range: CASE WHEN n.first IS NOT NULL THEN n {.first, .firstMin, .firstMax, .firstHardness, .last, .lastMin, .lastMax, .lastHardness} END, cover: cover, knownThrough: COLLECT {
    MATCH (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }))
    RETURN cited.publishedMax ORDER BY cited.publishedMax DESC LIMIT 1
  }[0], citations: COLLECT {
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE (cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    AND cited.publishedMax <= $view.publishedBy
    AND cited.reliability IN $view.reliabilities
    AND NOT cited.id IN $view.excludeReports
    AND NOT cited.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (cited)-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers }))
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }, sourceCount: COUNT { (n)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) }}, kilometres: kilometres, daysApart: daysApart}) AS rows
}
RETURN id, rows
