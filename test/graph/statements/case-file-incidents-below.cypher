// case file: incidents below
// $about = {"units":["unit-one"],"persons":[],"below":true,"from":"2022-01-01","to":"2022-12-31"}
// $view = {"clearance":["PUBLIC"],"grants":{},"recordedBy":"2026-01-01T00:00:00.000Z","rank":"1"}

CALL () {
  UNWIND $about.units AS id MATCH (unit:Unit {id: id}) RETURN unit
  UNION
  UNWIND $about.persons AS id MATCH (:Person {id: id})<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) RETURN unit
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
  WHERE incident.firstMin <= $about.to AND incident.lastMax >= $about.from AND (substring(last([stood IN attribution.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND (substring(last([stood IN incident.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
  RETURN collect(DISTINCT incident) AS incidents, collect(DISTINCT CASE WHEN EXISTS { (unit)<-[link:ABOUT]-(finding:Finding) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND (substring(last([stood IN finding.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) } THEN unit.id END) AS unitsOfFindings
}
RETURN COLLECT { UNWIND incidents AS n
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Incident', .title, .kinds, .precision, range: {first: {text: coalesce(n.first, ''), min: n.firstMin, max: n.firstMax}, firstHardness: n.firstHardness, last: {text: coalesce(n.last, ''), min: n.lastMin, max: n.lastMax}, lastHardness: n.lastHardness}, accounts: COLLECT { MATCH (fact:Fact)-[:OF]->(n) WHERE fact.property IN ['TITLE', 'SUMMARY', 'VIOLATION_TYPE', 'MEANS', 'FIRST', 'LAST'] AND (substring(last([stood IN fact.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
      RETURN fact {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (fact)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, .property, .value, .code} AS account ORDER BY fact.id },
    latitude: head([(n)-[:AT]->(place) WHERE EXISTS { (called:Name)-[:OF]->(place) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND EXISTS { (place)-[:COORDINATES_FROM]->(source:Report) WHERE substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } | place.latitude]), longitude: head([(n)-[:AT]->(place) WHERE EXISTS { (called:Name)-[:OF]->(place) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND EXISTS { (place)-[:COORDINATES_FROM]->(source:Report) WHERE substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } | place.longitude])} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS incidents,
  COLLECT { UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:Attribution)
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Attribution', .mode, incidentId: head([(n)-[:OF]->(end) | end.id]), toId: head([(n)-[:TO]->(end) | end.id]), byId: head([(n)-[:BY]->(end) | end.id])} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS attributions,
  COLLECT { UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:IncidentLink)-[:LINKED_WITH]->(other) WHERE other IN incidents
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'IncidentLink', .kind, incidentId: head([(n)-[:OF]->(end) | end.id]), withId: head([(n)-[:LINKED_WITH]->(end) | end.id])} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS incidentLinks,
  COLLECT { UNWIND incidents AS incident MATCH (incident)<-[:OF]-(n:Fact) WHERE n.property IN ['OCCURRED_ON', 'LAST_CITED_ON']
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Fact', .property, .value, incidentId: head([(n)-[:OF]->(end) | end.id])} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS dayFacts, [] AS named, unitsOfFindings
