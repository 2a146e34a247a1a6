// case file: statements and sources
// $about = {"ids":["person-one"],"reports":[],"entities":["person-one"]}
// $view = {"clearance":["PUBLIC"],"grants":{},"recordedBy":"2026-01-01T00:00:00.000Z","rank":"1"}

CALL () {
  UNWIND $about.ids AS id MATCH (:Record {id: id})<-[link:ABOUT|CONCERNS]-(first:Finding) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND (substring(last([stood IN first.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) MATCH (first) (()<-[:AFFIRMS|REVERSES|REPLACES|FOLLOWS]-(step:Finding WHERE (substring(last([stood IN step.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank))){0,6} (n:Finding)
  RETURN collect(DISTINCT n) AS findings
}
CALL () { UNWIND $about.ids AS id MATCH (:Record {id: id})<-[:CONCERNS]-(n:Indicator) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) RETURN collect(DISTINCT n) AS indicators }
CALL () { UNWIND $about.ids AS id MATCH (:Record {id: id})<-[:CONCERNS]-(n:Measure) WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) RETURN collect(DISTINCT n) AS measures }
CALL (findings, indicators, measures) {
  UNWIND findings + indicators + measures AS n MATCH (n)-[:CITES]->(report:Report) WHERE substring(last([stood IN report.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
  RETURN collect(DISTINCT report.id) AS reportIds
}
CALL (reportIds) {
  UNWIND $about.reports + reportIds AS id MATCH (:Report {id: id}) (()-[:DERIVED_FROM]->(via:Report WHERE substring(last([stood IN via.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank)){0,5} (:Report)-[:PUBLISHED_BY]->(publisher)
  RETURN collect(DISTINCT publisher) AS publishers
}
CALL (findings) { UNWIND findings AS n MATCH (n)-[link:BY|ABOUT]->(entity:Entity) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN collect(DISTINCT entity.id) AS entityIds }
RETURN COLLECT { UNWIND findings AS n
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Finding', .type, .title, .standard, .standardAsStated, .proofDomain, .inAbsentia, decidedOn: n.decided, .decidedMin, .decidedMax, publishedOn: n.published,
    .conductFrom, .conductFromMin, .conductTo, .conductToMax, turnedOn: coalesce(n.turnedOn, []), bodyId: head([(n)-[:BY]->(end) | end.id]), bodyKind: head([(n)-[:BY]->(body) WHERE EXISTS { (called:Name)-[:OF]->(body) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } | body.bodyKind]),
    aboutIds: COLLECT { MATCH (n)-[link:ABOUT]->(end:Record|Superseded) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND CASE WHEN end:Entity THEN EXISTS { (called:Name)-[:OF]->(end) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } WHEN end:Report THEN substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank ELSE (substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) END RETURN DISTINCT end.id AS endId ORDER BY endId }, concernsIds: COLLECT { MATCH (n)-[link:CONCERNS]->(end:Record|Superseded) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND CASE WHEN end:Entity THEN EXISTS { (called:Name)-[:OF]->(end) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } WHEN end:Report THEN substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank ELSE (substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) END RETURN DISTINCT end.id AS endId ORDER BY endId }, conductOfIds: COLLECT { MATCH (n)-[link:CONDUCT_OF]->(end:Record|Superseded) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND CASE WHEN end:Entity THEN EXISTS { (called:Name)-[:OF]->(end) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } WHEN end:Report THEN substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank ELSE (substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) END RETURN DISTINCT end.id AS endId ORDER BY endId },
    classifications: COLLECT { MATCH (n)-[classifies:CLASSIFIES]->(code:LegalCode) RETURN classifies {.certainty, .asStated, .modes, code: code.code, title: code.title} ORDER BY code.position, classifies.certainty, classifies.asStated },
    relations: COLLECT { MATCH (n)-[relation:AFFIRMS|REVERSES|REPLACES|FOLLOWS]->(other:Finding) WHERE (substring(last([stood IN other.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) RETURN {relation: type(relation), toId: other.id} ORDER BY type(relation), other.id }} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS findings,
  COLLECT { UNWIND indicators AS n
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Indicator', .code, .group, .polarity, .on, .onMin, .onMax, concernsIds: COLLECT { MATCH (n)-[link:CONCERNS]->(end:Record|Superseded) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND CASE WHEN end:Entity THEN EXISTS { (called:Name)-[:OF]->(end) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } WHEN end:Report THEN substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank ELSE (substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) END RETURN DISTINCT end.id AS endId ORDER BY endId }} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS indicators,
  COLLECT { UNWIND measures AS n
    WITH n WHERE (substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE substring(last([stood IN cited.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Measure', .kind, .effect, .on, .onMin, .onMax, concernsIds: COLLECT { MATCH (n)-[link:CONCERNS]->(end:Record|Superseded) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND CASE WHEN end:Entity THEN EXISTS { (called:Name)-[:OF]->(end) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank } WHEN end:Report THEN substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank ELSE (substring(last([stood IN end.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) END RETURN DISTINCT end.id AS endId ORDER BY endId }} AS entry ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS measures,
  COLLECT { UNWIND $about.reports + [id IN reportIds WHERE NOT id IN $about.reports] AS id MATCH (n:Report {id: id}) WHERE substring(last([stood IN n.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
    RETURN [n.id, n.title, n.url, n.copyUrl, n.archivedUrl, n.retrievedAt, n.collectedBy, n.collectedAt, n.collectedWith, n.sha256, n.verification, n.reliability, n.dataset, n.publishedMin, n.publishedMax, n.conflictParty, n.published, head([(n)-[:PUBLISHED_BY]->(end) | end.id]), CASE WHEN EXISTS { (n)-[:DERIVED_FROM]->() } THEN COLLECT {
        MATCH (n) (()-[:DERIVED_FROM]->(via:Report WHERE substring(last([stood IN via.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank)){0,5} (origin:Report)-[:PUBLISHED_BY]->(publisher)
        RETURN DISTINCT publisher.id
      } ELSE [head([(n)-[:PUBLISHED_BY]->(end) | end.id])] END, COLLECT {
        MATCH (n)-[link:DERIVED_FROM]->(origin:Report)-[:PUBLISHED_BY]->(publisher) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND substring(last([stood IN origin.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank
        RETURN {reportId: origin.id, title: origin.title, publisher: COLLECT {
    MATCH (name:Name)-[:OF]->(publisher)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0], partyToConflict: origin.conflictParty} ORDER BY origin.id
      }] ORDER BY n.id } AS reports,
  COLLECT { UNWIND publishers AS n RETURN {id: n.id, name: COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0], group: COLLECT {
      MATCH (n) ((part)<-[:PART]-(claim:Affiliation WHERE claim.kind = 'PART_OF' AND (substring(last([stood IN claim.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank))-[:WHOLE]->(whole WHERE EXISTS { (called:Name)-[:OF]->(whole) WHERE substring(last([stood IN called.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank })){0,5} (member)
      RETURN DISTINCT member.id
    }} } AS publishers,
  COLLECT { UNWIND $about.entities + [id IN entityIds WHERE NOT id IN $about.entities] AS id MATCH (n:Entity {id: id})
    WITH n, COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE (substring(last([stood IN name.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank)
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] AS name WHERE name IS NOT NULL
    RETURN {id: n.id, label: head([label IN labels(n) WHERE label IN ['Person', 'Unit', 'Location']] + ['Body']), name: name, placeholder: coalesce(n.placeholder, false), bodyKind: n.bodyKind, isStateAsWhole: EXISTS { (n)<-[:OF]-(kind:Fact {property: 'CLASSIFICATION'}) WHERE kind.code IN ['STATE', 'GOVERNMENT', 'PRESIDENCY'] AND (substring(last([stood IN kind.standing WHERE stood < $view.recordedBy]), 25, 1) <= $view.rank) }} ORDER BY n.id } AS entities,
  COLLECT { MATCH (n:Dataset)-[:HAD]->(version:DatasetVersion)
    WHERE version.clearance = last($view.clearance) AND version.at <= $view.recordedBy
      AND EXISTS { (report:Report) WHERE report.dataset = n.id AND substring(last([stood IN report.standing WHERE stood < $view.recordedBy]), 24, 1) <= $view.rank }
    WITH n, version ORDER BY version.at DESC
    WITH n, collect(version)[0] AS version
    RETURN {id: n.id, version: version.version, changedAt: version.at} ORDER BY n.id } AS datasets
