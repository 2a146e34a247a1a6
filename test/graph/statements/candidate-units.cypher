// candidate units
// $about = {"ids":["incident-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}
// $kilometres = 35
// $days = 30

UNWIND $about.ids AS id
CALL (id) {
  MATCH (incident:Incident {id: id})-[:AT]->(place:Location)
  WHERE EXISTS { (called:Name)-[:OF]->(place) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND incident.first IS NOT NULL AND incident.firstMin <= incident.lastMax AND (substring(last([stood IN incident.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND head([basis IN [COLLECT {
    MATCH (incident)-[direct:CITES]->(cited:Report) WHERE NOT coalesce(direct.secondary, false) AND substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN CASE WHEN true THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis])
  WITH incident, place,
    toString(date(incident.firstMin) - duration({days: $days})) AS earliest,
    toString(date(incident.lastMax) + duration({days: $days})) AS latest
  MATCH (spot:Location)<-[:AT]-(n:Positioning)
  WHERE (spot = place OR (point.distance(spot.point, place.point) <= $kilometres * 1000.0 AND EXISTS { (called:Name)-[:OF]->(spot) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND EXISTS { (spot)-[:COORDINATES_FROM]->(source:Report) WHERE substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } AND EXISTS { (place)-[:COORDINATES_FROM]->(source:Report) WHERE substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank }))
    AND n.first IS NOT NULL AND n.firstMin <= latest AND (n.lastMax >= earliest OR n.lastHardness = 'ASSUMED_TO_CONTINUE')
    AND (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 26, 1) <= $view.rank) AND EXISTS { (n)-[leads:OF]->(needed) WHERE (needed:Record OR needed:Superseded) AND EXISTS { (called:Name)-[:OF]->(needed) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } }
  WITH n, incident, CASE WHEN spot = place THEN 0.0 ELSE point.distance(spot.point, place.point) / 1000.0 END AS kilometres,
    CASE
      WHEN n.firstMin > incident.lastMax THEN duration.inDays(date(incident.lastMax), date(n.firstMin)).days
      WHEN n.lastMax < incident.firstMin AND n.lastHardness <> 'ASSUMED_TO_CONTINUE' THEN duration.inDays(date(n.lastMax), date(incident.firstMin)).days
      ELSE 0
    END AS daysApart, null AS cover
  ORDER BY kilometres, daysApart, n.id
  RETURN collect({positioning: n {.id, label: 'Positioning', .dataset, .recordedAt, .retractedAt, .corrects, changedAt: coalesce(last([instant IN n.away WHERE instant <= $view.recordedBy]), n.recordedAt), .status, .credibility, .legacyConfidence, .doubts, .doubtsAsStated, .access, .note, unitId: head([(n)-[:OF]->(end) | end.id]), locationId: head([(n)-[:AT]->(end) | end.id]), .kind, range: CASE WHEN n.first IS NOT NULL THEN n {.first, .firstMin, .firstMax, .firstHardness, .last, .lastMin, .lastMax, .lastHardness} END, cover: cover, citations: COLLECT {
    MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN citation {.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id, title: cited.title, publishedMax: cited.publishedMax, counts: true} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }}, kilometres: kilometres, daysApart: daysApart}) AS rows
}
RETURN id, rows
