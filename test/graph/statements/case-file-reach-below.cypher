// case file: reach below
// $about = {"units":["unit-one"],"persons":[],"below":true,"from":"2022-01-01","to":"2022-12-31"}
// $view = {"clearance":["PUBLIC"],"grants":{},"recordedBy":"2026-01-01T00:00:00.000Z","rank":"1"}

CALL () { UNWIND $about.units AS id MATCH (unit:Unit {id: id}) RETURN collect(unit) AS own }
CALL () { UNWIND $about.persons AS id MATCH (person:Person {id: id}) WHERE EXISTS { (called:Name)-[:OF]->(person) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } RETURN collect(person) AS requested }
CALL (requested) { UNWIND requested AS person MATCH (person)<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(unit) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } RETURN collect(DISTINCT unit) AS held }
WITH own, requested, reduce(walk = {units: own + held, behind: 0}, depth IN range(1, 20) | {behind: size(walk.units), units: walk.units + COLLECT {
    UNWIND walk.units[walk.behind..] AS unit
    MATCH (unit)<-[:SUPERIOR]-(link:CommandLink)-[:SUBORDINATE]->(reached:Unit) WHERE NOT reached IN walk.units AND $about.below AND link.kind IN ['COMMAND', 'OPERATIONAL']
    RETURN DISTINCT reached
  }}).units AS below
CALL (below) {
  UNWIND below AS unit
  OPTIONAL MATCH (unit)<-[:TO]-(attribution:Attribution)-[:OF]->(incident:Incident)
  WHERE incident.firstMin <= $about.to AND incident.lastMax >= $about.from AND (substring(last([stood IN attribution.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND (substring(last([stood IN incident.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
  RETURN collect(DISTINCT incident) AS incidents, collect(DISTINCT CASE WHEN EXISTS { (unit)<-[link:ABOUT]-(finding:Finding) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND (substring(last([stood IN finding.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) } THEN unit END) AS judged
}
CALL (incidents) { UNWIND incidents AS incident MATCH (incident)<-[:OF]-(attribution:Attribution)-[:TO]->(to) WHERE (substring(last([stood IN attribution.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(to) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } RETURN collect(DISTINCT to) AS attributed }
WITH incidents, own + judged + [to IN attributed WHERE to:Unit] AS named, [to IN attributed WHERE to:Person] + requested AS suspects
CALL (named, suspects) {
  CALL (named, suspects) { UNWIND named AS unit RETURN unit UNION UNWIND suspects AS person MATCH (person)<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(unit) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } RETURN unit }
  RETURN collect(unit) AS starts
}
WITH *, reduce(walk = {units: starts, behind: 0}, depth IN range(1, 20) | {behind: size(walk.units), units: walk.units + COLLECT {
    UNWIND walk.units[walk.behind..] AS unit
    MATCH (unit)<-[:SUBORDINATE]-(link:CommandLink)-[:SUPERIOR]->(reached:Unit) WHERE NOT reached IN walk.units AND true
    RETURN DISTINCT reached
  }}).units AS units
CALL (units, suspects) {
  CALL (units, suspects) {
    UNWIND units AS unit MATCH (unit)<-[:AT]-(n:Posting)-[:OF]->(person:Person) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(person) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } RETURN person
    UNION
    UNWIND suspects AS person RETURN person
  }
  RETURN collect(person) AS people
}
CALL (people) {
  UNWIND people AS person MATCH (person)<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(unit) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank }
  RETURN collect(DISTINCT unit) AS posts, collect(DISTINCT CASE WHEN n.role IN ['COMMANDER', 'HEAD', 'ACTING'] THEN unit END) AS commands
}
RETURN [record IN incidents | record.id] AS incidents, [] AS under, [record IN units | record.id] AS units, [record IN people | record.id] AS people, [record IN posts | record.id] AS posts, [] AS accused, $about.from AS from, $about.to AS to
