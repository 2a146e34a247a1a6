// case file: reach
// $about = {"ids":["incident-one"],"persons":["person-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"recordedBy":"2026-01-01T00:00:00.000Z","rank":"1"}

MATCH (asked:Incident) WHERE asked.id IN $about.ids AND (substring(last([stood IN asked.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
CALL (asked) {
  MATCH (earlier:Incident)<-[:OF]-(attribution:Attribution)-[:TO]->(unit:Unit)
  WHERE earlier.firstMin < asked.firstMin AND any(kind IN earlier.kinds WHERE kind IN asked.kinds) AND (substring(last([stood IN earlier.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    AND attribution.mode IN ['PERPETRATOR', 'CO_PERPETRATOR', 'COMMITTED'] AND (substring(last([stood IN attribution.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(unit) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank }
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
CALL (asked, linked) {
  UNWIND asked + reduce(all = [], some IN linked | all + some) AS incident
  RETURN collect(DISTINCT incident) AS close
}
CALL (close, earlier) {
  UNWIND reduce(all = [], some IN earlier | all + some) AS incident
  WITH DISTINCT incident WHERE NOT incident IN close
  RETURN collect(incident) AS before
}
CALL (close) { UNWIND close AS incident MATCH (incident)<-[:OF]-(attribution:Attribution)-[:TO]->(to) WHERE (substring(last([stood IN attribution.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(to) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } RETURN collect(DISTINCT to) AS attributed }
CALL (close) {
  UNWIND close AS incident MATCH (incident)<-[:CONCERNS]-(n:Finding)-[link:ABOUT]->(person:Person)
  WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND EXISTS { (called:Name)-[:OF]->(person) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank }
  RETURN collect(DISTINCT person) AS accused
}
CALL () { UNWIND $about.persons AS id MATCH (person:Person {id: id}) WHERE EXISTS { (called:Name)-[:OF]->(person) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } RETURN collect(person) AS requested }
WITH asked, close, before, accused, [to IN attributed WHERE to:Unit] AS named, [to IN attributed WHERE to:Person] + accused + requested AS suspects
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
CALL (before) { UNWIND before AS incident MATCH (incident)<-[:OF]-(attribution:Attribution)-[:TO]->(to) WHERE (substring(last([stood IN attribution.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(to) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND attribution.mode IN ['PERPETRATOR', 'CO_PERPETRATOR', 'COMMITTED'] AND to:Unit RETURN collect(DISTINCT to) AS forces }
WITH *, reduce(walk = {units: forces, behind: 0}, depth IN range(1, 20) | {behind: size(walk.units), units: walk.units + COLLECT {
    UNWIND walk.units[walk.behind..] AS unit
    MATCH (unit)<-[:SUBORDINATE]-(link:CommandLink)-[:SUPERIOR]->(reached:Unit) WHERE NOT reached IN walk.units AND link.kind IN ['COMMAND', 'OPERATIONAL']
    RETURN DISTINCT reached
  }}).units AS over
WITH *, reduce(walk = {units: [unit IN over WHERE unit IN commands], behind: 0}, depth IN range(1, 20) | {behind: size(walk.units), units: walk.units + COLLECT {
    UNWIND walk.units[walk.behind..] AS unit
    MATCH (unit)<-[:SUPERIOR]-(link:CommandLink)-[:SUBORDINATE]->(reached:Unit) WHERE NOT reached IN walk.units AND reached IN over AND link.kind IN ['COMMAND', 'OPERATIONAL']
    RETURN DISTINCT reached
  }}).units AS under
CALL (before, units, under) {
  UNWIND before AS incident MATCH (incident)<-[:OF]-(attribution:Attribution)-[:TO]->(to) WHERE (substring(last([stood IN attribution.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) AND EXISTS { (called:Name)-[:OF]->(to) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND attribution.mode IN ['PERPETRATOR', 'CO_PERPETRATOR', 'COMMITTED'] AND (to IN under OR to IN units)
  RETURN collect(DISTINCT incident) AS earlier
}
CALL (asked) { UNWIND asked AS one RETURN min(one.firstMin) AS from, max(one.lastMax) AS to }
RETURN [record IN close + earlier | record.id] AS incidents, [unit IN under WHERE NOT unit IN units | unit.id] AS under, [record IN units | record.id] AS units, [record IN people | record.id] AS people, [record IN posts | record.id] AS posts,
  [record IN accused | record.id] AS accused, from, to
