// case file: network
// $about = {"units":["unit-one"],"persons":["person-one"],"from":"","to":""}
// $view = {"clearance":["PUBLIC"],"grants":{},"recordedBy":"2026-01-01T00:00:00.000Z","rank":"1"}

CALL () {
  UNWIND $about.units AS id MATCH (unit:Unit {id: id}) RETURN unit
  UNION
  UNWIND $about.persons AS id MATCH (:Person {id: id})<-[:OF]-(n:Posting)-[:AT]->(unit:Unit) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) RETURN unit
}
WITH collect(DISTINCT unit) AS starts
WITH reduce(walk = {units: starts, behind: 0}, depth IN range(1, 20) | {behind: size(walk.units), units: walk.units + COLLECT {
    UNWIND walk.units[walk.behind..] AS unit
    MATCH (unit)<-[:SUBORDINATE]-(link:CommandLink)-[:SUPERIOR]->(reached:Unit) WHERE NOT reached IN walk.units AND true
    RETURN DISTINCT reached
  }}).units AS units
RETURN COLLECT { UNWIND units AS unit MATCH (unit)<-[:SUBORDINATE]-(n:CommandLink)
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'CommandLink', .kind, subordinateId: head([(n)-[:SUBORDINATE]->(end) | end.id]), superiorId: head([(n)-[:SUPERIOR]->(end) | end.id]), range: {first: {text: coalesce(n.first, ''), min: n.firstMin, max: n.firstMax}, firstHardness: n.firstHardness, last: {text: coalesce(n.last, ''), min: n.lastMin, max: n.lastMax}, lastHardness: n.lastHardness}} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS links,
  COLLECT { UNWIND units AS unit MATCH (unit)<-[:AT]-(n:Posting)
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Posting', .role, .title, .rank, personId: head([(n)-[:OF]->(end) | end.id]), atId: head([(n)-[:AT]->(end) | end.id]), appointedById: head([(n)-[:APPOINTED_BY]->(end) | end.id]), range: {first: {text: coalesce(n.first, ''), min: n.firstMin, max: n.firstMax}, firstHardness: n.firstHardness, last: {text: coalesce(n.last, ''), min: n.lastMin, max: n.lastMax}, lastHardness: n.lastHardness}} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS postings,
  COLLECT { UNWIND units AS unit MATCH (unit)<-[:OF]-(n:Positioning) WHERE n.firstMin <= $about.to AND (n.lastMax >= $about.from OR n.lastHardness = 'ASSUMED_TO_CONTINUE')
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Positioning', unitId: head([(n)-[:OF]->(end) | end.id]), latitude: head([(n)-[:AT]->(place) WHERE EXISTS { (called:Name)-[:OF]->(place) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND EXISTS { (place)-[:COORDINATES_FROM]->(source:Report) WHERE substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } | place.latitude]), longitude: head([(n)-[:AT]->(place) WHERE EXISTS { (called:Name)-[:OF]->(place) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } AND EXISTS { (place)-[:COORDINATES_FROM]->(source:Report) WHERE substring(last([stood IN source.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank } | place.longitude]), range: {first: {text: coalesce(n.first, ''), min: n.firstMin, max: n.firstMax}, firstHardness: n.firstHardness, last: {text: coalesce(n.last, ''), min: n.lastMin, max: n.lastMax}, lastHardness: n.lastHardness}} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS sites
