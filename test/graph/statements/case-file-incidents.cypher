// case file: incidents
// $about = {"ids":["incident-one"]}
// $view = {"clearance":["PUBLIC"],"recordedBy":"2026-01-01T00:00:00.000Z"}

MATCH (asked:Incident) WHERE asked.id IN $about.ids AND (asked.access IN $view.clearance AND asked.recordedAt <= $view.recordedBy AND (asked.retractedAt IS NULL OR asked.retractedAt > $view.recordedBy) AND (asked.away IS NULL OR size([instant IN asked.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (asked)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) })
CALL (asked) {
  MATCH (earlier:Incident)<-[:OF]-(:Attribution)-[:TO]->(:Unit)
  WHERE earlier.firstMin < asked.firstMin AND any(kind IN earlier.kinds WHERE kind IN asked.kinds) AND (earlier.access IN $view.clearance AND earlier.recordedAt <= $view.recordedBy AND (earlier.retractedAt IS NULL OR earlier.retractedAt > $view.recordedBy) AND (earlier.away IS NULL OR size([instant IN earlier.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (earlier)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) })
  WITH DISTINCT earlier ORDER BY earlier.firstMin DESC, earlier.id LIMIT 500
  RETURN collect(earlier) AS earlier
}
WITH collect(asked) AS asked, collect(earlier) AS earlier
CALL (asked, earlier) {
  UNWIND asked + reduce(all = [], some IN earlier | all + some) AS incident
  RETURN collect(DISTINCT incident) AS incidents
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
    }, label: 'Attribution', .mode, incidentId: head([(n)-[:OF]->(end) | end.id]), toId: head([(n)-[:TO]->(end) | end.id]), byId: head([(n)-[:BY]->(end) | end.id])} ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS attributions,
  COLLECT { UNWIND asked AS incident MATCH (incident)<-[:CONCERNS]-(n:Finding)-[link:ABOUT]->(person:Person) WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (n)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) }) AND ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN DISTINCT person.id ORDER BY person.id } AS named, [] AS unitsOfFindings
