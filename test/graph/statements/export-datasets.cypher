// export: datasets
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[],"rank":"1"}

MATCH (n:Dataset)-[:HAD]->(version:DatasetVersion)
WHERE version.clearance = last($view.clearance) AND version.at <= $view.recordedBy
WITH n, version ORDER BY version.at DESC
WITH n, collect(version)[0] AS version
WHERE EXISTS { (report:Report {dataset: n.id}) WHERE report.access IN $view.clearance AND report.recordedAt <= $view.recordedBy }
  OR EXISTS { (said:Claim {dataset: n.id})-[:CITES]->(cited:Report) WHERE said.access IN $view.clearance AND said.recordedAt <= $view.recordedBy AND cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy } OR EXISTS { (said:Incident {dataset: n.id})-[:CITES]->(cited:Report) WHERE said.access IN $view.clearance AND said.recordedAt <= $view.recordedBy AND cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy } OR EXISTS { (said:Finding {dataset: n.id})-[:CITES]->(cited:Report) WHERE said.access IN $view.clearance AND said.recordedAt <= $view.recordedBy AND cited.access IN $view.clearance AND cited.recordedAt <= $view.recordedBy }
  OR EXISTS { (lost:Record {dataset: n.id}) WHERE lost.redactedAt > '' AND lost.seenBy IN $view.clearance AND lost.recordedAt <= $view.recordedBy }
RETURN n.id AS id, version.version AS version, version.at AS changedAt, n.licence AS licence, n.attribution AS attribution, n.redistribute AS redistribute, COLLECT { MATCH (lost:Record {dataset: n.id}) WHERE lost.redactedAt > '' AND lost.seenBy IN $view.clearance RETURN lost.redactedAt ORDER BY lost.redactedAt DESC LIMIT 1 } + COLLECT { MATCH (lost:Superseded {dataset: n.id}) WHERE lost.redactedAt > '' AND lost.seenBy IN $view.clearance RETURN lost.redactedAt ORDER BY lost.redactedAt DESC LIMIT 1 } AS redactions
ORDER BY id
