// case file: incidents below
// $about = {"units":["unit-one"],"persons":[],"below":true,"from":"2022-01-01","to":"2022-12-31"}
// $view = {"clearance":["PUBLIC"],"recordedBy":"2026-01-01T00:00:00.000Z"}

CALL () {
  UNWIND $about.units AS id MATCH (unit:Unit {id: id}) RETURN unit
  UNION
  UNWIND $about.persons AS id MATCH (:Person {id: id})<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (n)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) }) RETURN unit
}
WITH collect(DISTINCT unit) AS starts
WITH reduce(walk = {units: starts, behind: 0}, depth IN range(1, 20) | {behind: size(walk.units), units: walk.units + COLLECT {
    UNWIND walk.units[walk.behind..] AS unit
    MATCH (unit)<-[:SUPERIOR]-(link:CommandLink)-[:SUBORDINATE]->(reached:Unit) WHERE NOT reached IN walk.units AND $about.below AND link.kind IN ['COMMAND', 'OPERATIONAL']
    RETURN DISTINCT reached
  }}).units AS units
CALL (units) {
  UNWIND units AS unit
  OPTIONAL MATCH (unit)<-[:TO]-(attribution:Attribution)-[:OF]->(incident:Incident)
  WHERE incident.firstMin <= $about.to AND incident.lastMax >= $about.from AND (attribution.access IN $view.clearance AND attribution.recordedAt <= $view.recordedBy AND (attribution.retractedAt IS NULL OR attribution.retractedAt > $view.recordedBy) AND (attribution.away IS NULL OR size([instant IN attribution.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (attribution)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) }) AND (incident.access IN $view.clearance AND incident.recordedAt <= $view.recordedBy AND (incident.retractedAt IS NULL OR incident.retractedAt > $view.recordedBy) AND (incident.away IS NULL OR size([instant IN incident.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (incident)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) })
  RETURN collect(DISTINCT incident) AS incidents, collect(DISTINCT CASE WHEN EXISTS { (unit)<-[link:ABOUT]-(:Finding) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) } THEN unit.id END) AS unitsOfFindings
}
RETURN COLLECT { UNWIND incidents AS n
    WITH n WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (n)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) })
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Incident', .title, .kinds, .precision, range: {first: {text: coalesce(n.first, ''), min: n.firstMin, max: n.firstMax}, firstHardness: n.firstHardness, last: {text: coalesce(n.last, ''), min: n.lastMin, max: n.lastMax}, lastHardness: n.lastHardness},
    latitude: head([(n)-[:AT]->(place) | place.latitude]), longitude: head([(n)-[:AT]->(place) | place.longitude])} ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS incidents,
  COLLECT { UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:Attribution)
    WITH n WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (n)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) })
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Attribution', .mode, incidentId: head([(n)-[:OF]->(end) | end.id]), toId: head([(n)-[:TO]->(end) | end.id]), byId: head([(n)-[:BY]->(end) | end.id])} ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS attributions, [] AS named, unitsOfFindings
