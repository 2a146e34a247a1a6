// case file: incidents
// $about = {"ids":["incident-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"recordedBy":"2026-01-01T00:00:00.000Z","rank":"1"}

MATCH (asked:Incident) WHERE asked.id IN $about.ids AND (substring(last([stood IN asked.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
CALL (asked) {
  MATCH (earlier:Incident)<-[:OF]-(attribution:Attribution)-[:TO]->(unit:Unit)
  WHERE earlier.firstMin < asked.firstMin AND any(kind IN earlier.kinds WHERE kind IN asked.kinds) AND (substring(last([stood IN earlier.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    AND (substring(last([stood IN attribution.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(unit) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank }
  WITH DISTINCT earlier ORDER BY earlier.firstMin DESC, earlier.id LIMIT 500
  RETURN collect(earlier) AS earlier
}
CALL (asked) {
  WITH asked, reduce(walk = [asked], depth IN range(1, 5) | walk + COLLECT {
    UNWIND walk AS incident
    MATCH (incident)<-[:OF|LINKED_WITH]-(link:IncidentLink {kind: 'SAME_EVENT'})-[:OF|LINKED_WITH]->(linked:Incident)
    WHERE NOT linked IN walk AND (substring(last([stood IN link.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND (substring(last([stood IN linked.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN DISTINCT linked ORDER BY linked.id LIMIT 500
  }) AS accounts
  WITH asked, accounts, reduce(walk = accounts, depth IN range(1, 5) | walk + COLLECT {
    UNWIND walk AS incident
    MATCH (incident)<-[:OF]-(link:IncidentLink {kind: 'PART_OF'})-[:LINKED_WITH]->(linked:Incident)
    WHERE NOT linked IN walk AND (substring(last([stood IN link.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND (substring(last([stood IN linked.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN DISTINCT linked ORDER BY linked.id LIMIT 500
  }) AS wholes
  WITH asked, reduce(walk = accounts, depth IN range(1, 5) | walk + COLLECT {
    UNWIND walk AS incident
    MATCH (incident)<-[:LINKED_WITH]-(link:IncidentLink {kind: 'PART_OF'})-[:OF]->(linked:Incident)
    WHERE NOT linked IN walk AND (substring(last([stood IN link.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND (substring(last([stood IN linked.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN DISTINCT linked ORDER BY linked.id LIMIT 500
  }) AS parts, reduce(walk = wholes, depth IN range(1, 1) | walk + COLLECT {
    UNWIND walk AS incident
    MATCH (incident)<-[:LINKED_WITH]-(link:IncidentLink {kind: 'PART_OF'})-[:OF]->(linked:Incident)
    WHERE NOT linked IN walk AND (substring(last([stood IN link.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND (substring(last([stood IN linked.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN DISTINCT linked ORDER BY linked.id LIMIT 500
  }) AS siblings
  RETURN parts + siblings AS linked
}
WITH collect(asked) AS asked, collect(earlier) AS earlier, collect(linked) AS linked
CALL (asked, earlier, linked) {
  UNWIND asked + reduce(all = [], some IN earlier + linked | all + some) AS incident
  RETURN collect(DISTINCT incident) AS incidents
}
CALL (asked, linked) {
  UNWIND asked + reduce(all = [], some IN linked | all + some) AS incident
  RETURN collect(DISTINCT incident) AS close
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
    }, label: 'Fact', .property, .value, incidentId: head([(n)-[:OF]->(end) | end.id])} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS dayFacts,
  COLLECT { UNWIND close AS incident MATCH (incident)<-[:CONCERNS]-(n:Finding)-[link:ABOUT]->(person:Person) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND EXISTS { (called:Name)-[:OF]->(person) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } RETURN DISTINCT person.id ORDER BY person.id } AS named, [] AS unitsOfFindings
