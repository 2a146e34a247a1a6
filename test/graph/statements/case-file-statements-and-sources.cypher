// case file: statements and sources
// $about = {"ids":["person-one"],"reports":[],"entities":["person-one"]}
// $view = {"clearance":["PUBLIC"],"recordedBy":"2026-01-01T00:00:00.000Z"}

CALL () {
  UNWIND $about.ids AS id MATCH (:Record {id: id})<-[link:ABOUT|CONCERNS]-(first:Finding) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) MATCH (first)<-[:AFFIRMS|REVERSES|REPLACES|FOLLOWS*0..6]-(n:Finding)
  RETURN collect(DISTINCT n) AS findings
}
CALL () { UNWIND $about.ids AS id MATCH (:Record {id: id})<-[:CONCERNS]-(n:Indicator) RETURN collect(DISTINCT n) AS indicators }
CALL () { UNWIND $about.ids AS id MATCH (:Record {id: id})<-[:CONCERNS]-(n:Measure) RETURN collect(DISTINCT n) AS measures }
CALL (findings, indicators, measures) {
  UNWIND findings + indicators + measures AS n MATCH (n)-[:CITES]->(report:Report)
  RETURN collect(DISTINCT report.id) AS reportIds
}
CALL (reportIds) {
  UNWIND $about.reports + reportIds AS id MATCH (:Report {id: id})-[:DERIVED_FROM*0..5]->(:Report)-[:PUBLISHED_BY]->(publisher)
  RETURN collect(DISTINCT publisher) AS publishers
}
CALL (findings) { UNWIND findings AS n MATCH (n)-[link:BY|ABOUT]->(entity:Entity) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN collect(DISTINCT entity.id) AS entityIds }
RETURN COLLECT { UNWIND findings AS n
    WITH n WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (n)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) })
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Finding', .type, .title, .standard, .standardAsStated, .proofDomain, .inAbsentia, decidedOn: n.decided, .decidedMin, .decidedMax, publishedOn: n.published,
    .conductFrom, .conductFromMin, .conductTo, .conductToMax, turnedOn: coalesce(n.turnedOn, []), bodyId: head([(n)-[:BY]->(end) | end.id]), bodyKind: head([(n)-[:BY]->(body) | body.bodyKind]),
    aboutIds: COLLECT { MATCH (n)-[link:ABOUT]->(end) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, concernsIds: COLLECT { MATCH (n)-[link:CONCERNS]->(end) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }, conductOfIds: COLLECT { MATCH (n)-[link:CONDUCT_OF]->(end) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id },
    classifications: COLLECT { MATCH (n)-[classifies:CLASSIFIES]->(code:LegalCode) RETURN classifies {.certainty, .asStated, .modes, code: code.code, title: code.title} ORDER BY code.position, classifies.certainty, classifies.asStated },
    relations: COLLECT { MATCH (n)-[relation:AFFIRMS|REVERSES|REPLACES|FOLLOWS]->(other:Finding) RETURN {relation: type(relation), toId: other.id} ORDER BY type(relation), other.id }} ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS findings,
  COLLECT { UNWIND indicators AS n
    WITH n WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (n)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) })
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Indicator', .code, .group, .polarity, .on, .onMin, .onMax, concernsIds: COLLECT { MATCH (n)-[link:CONCERNS]->(end) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }} ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS indicators,
  COLLECT { UNWIND measures AS n
    WITH n WHERE (n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (n)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) })
    RETURN n {.id, .dataset, .status, .credibility, .note, .doubts, .doubtsAsStated, citations: COLLECT {
      MATCH (n)-[citation:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0)
      RETURN [cited.id, citation.pinpoint, citation.paraphrase, citation.document, citation.paragraph, citation.passageSha256, citation.secondary, citation.suffices] ORDER BY cited.id, citation.paragraph, citation.pinpoint
    }, label: 'Measure', .kind, .effect, .on, .onMin, .onMax, concernsIds: COLLECT { MATCH (n)-[link:CONCERNS]->(end) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) RETURN end.id ORDER BY end.id }} ORDER BY coalesce(n.onMin, n.firstMin, n.decidedMin, n.publishedMin, ''), n.id } AS measures,
  COLLECT { UNWIND $about.reports + [id IN reportIds WHERE NOT id IN $about.reports] AS id MATCH (n:Report {id: id}) WHERE n.access IN $view.clearance AND n.recordedAt <= $view.recordedBy AND (n.retractedAt IS NULL OR n.retractedAt > $view.recordedBy) AND (n.away IS NULL OR size([instant IN n.away WHERE instant <= $view.recordedBy]) % 2 = 0)
    RETURN [n.id, n.title, n.url, n.copyUrl, n.archivedUrl, n.retrievedAt, n.collectedBy, n.collectedAt, n.collectedWith, n.sha256, n.verification, n.reliability, n.dataset, n.publishedMin, n.publishedMax, n.conflictParty, n.published, head([(n)-[:PUBLISHED_BY]->(end) | end.id]), CASE WHEN EXISTS { (n)-[:DERIVED_FROM]->() } THEN COLLECT {
        MATCH (n)-[:DERIVED_FROM*0..5]->(origin:Report)-[:PUBLISHED_BY]->(publisher) WHERE origin.access IN $view.clearance AND origin.recordedAt <= $view.recordedBy AND (origin.retractedAt IS NULL OR origin.retractedAt > $view.recordedBy) AND (origin.away IS NULL OR size([instant IN origin.away WHERE instant <= $view.recordedBy]) % 2 = 0)
        RETURN DISTINCT publisher.id
      } ELSE [head([(n)-[:PUBLISHED_BY]->(end) | end.id])] END, COLLECT {
        MATCH (n)-[link:DERIVED_FROM]->(origin:Report)-[:PUBLISHED_BY]->(publisher) WHERE ((link.recordedAt IS NULL OR link.recordedAt <= $view.recordedBy) AND (link.retractedAt IS NULL OR link.retractedAt > $view.recordedBy) AND (link.away IS NULL OR size([instant IN link.away WHERE instant <= $view.recordedBy]) % 2 = 0)) AND origin.access IN $view.clearance AND origin.recordedAt <= $view.recordedBy AND (origin.retractedAt IS NULL OR origin.retractedAt > $view.recordedBy) AND (origin.away IS NULL OR size([instant IN origin.away WHERE instant <= $view.recordedBy]) % 2 = 0)
        RETURN {reportId: origin.id, title: origin.title, publisher: COLLECT {
    MATCH (name:Name)-[:OF]->(publisher)
    WHERE name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0], partyToConflict: origin.conflictParty} ORDER BY origin.id
      }] ORDER BY n.id } AS reports,
  COLLECT { UNWIND publishers AS n RETURN {id: n.id, name: COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0], group: COLLECT {
      MATCH (n) ((part)<-[:PART]-(claim:Affiliation WHERE claim.kind = 'PART_OF' AND claim.access IN $view.clearance AND claim.recordedAt <= $view.recordedBy AND (claim.retractedAt IS NULL OR claim.retractedAt > $view.recordedBy) AND (claim.away IS NULL OR size([instant IN claim.away WHERE instant <= $view.recordedBy]) % 2 = 0))-[:WHOLE]->(whole)){0,5} (member)
      RETURN DISTINCT member.id
    }} } AS publishers,
  COLLECT { UNWIND $about.entities + [id IN entityIds WHERE NOT id IN $about.entities] AS id MATCH (n:Entity {id: id})
    WITH n, COLLECT {
    MATCH (name:Name)-[:OF]->(n)
    WHERE name.access IN $view.clearance AND name.recordedAt <= $view.recordedBy AND (name.retractedAt IS NULL OR name.retractedAt > $view.recordedBy) AND (name.away IS NULL OR size([instant IN name.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (name)-[:CITES]->(source:Report) WHERE source.access IN $view.clearance AND source.recordedAt <= $view.recordedBy AND (source.retractedAt IS NULL OR source.retractedAt > $view.recordedBy) AND (source.away IS NULL OR size([instant IN source.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0] AS name WHERE name IS NOT NULL
    RETURN {id: n.id, label: head([label IN labels(n) WHERE label IN ['Person', 'Unit', 'Location']] + ['Body']), name: name, placeholder: coalesce(n.placeholder, false), bodyKind: n.bodyKind, isStateAsWhole: EXISTS { (n)<-[:OF]-(kind:Fact {property: 'CLASSIFICATION'}) WHERE kind.code IN ['STATE', 'GOVERNMENT', 'PRESIDENCY'] AND (kind.access IN $view.clearance AND kind.recordedAt <= $view.recordedBy AND (kind.retractedAt IS NULL OR kind.retractedAt > $view.recordedBy) AND (kind.away IS NULL OR size([instant IN kind.away WHERE instant <= $view.recordedBy]) % 2 = 0) AND EXISTS { (kind)-[:CITES]->(cited:Report) WHERE cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy AND (cited.retractedAt IS NULL OR cited.retractedAt > $view.recordedBy) AND (cited.away IS NULL OR size([instant IN cited.away WHERE instant <= $view.recordedBy]) % 2 = 0) }) }} ORDER BY n.id } AS entities,
  COLLECT { MATCH (n:Dataset)-[:HAD]->(version:DatasetVersion)
    WHERE version.clearance = last($view.clearance) AND version.at <= $view.recordedBy
      AND EXISTS { (report:Report) WHERE report.dataset = n.id AND report.access IN $view.clearance AND report.recordedAt <= $view.recordedBy AND (report.retractedAt IS NULL OR report.retractedAt > $view.recordedBy) AND (report.away IS NULL OR size([instant IN report.away WHERE instant <= $view.recordedBy]) % 2 = 0) }
    WITH n, version ORDER BY version.at DESC
    WITH n, collect(version)[0] AS version
    RETURN {id: n.id, version: version.version, changedAt: version.at} ORDER BY n.id } AS datasets
