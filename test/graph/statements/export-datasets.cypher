// export: datasets
// $view = {"clearance":["PUBLIC"],"grants":{},"publishedBy":"9999-12-31","recordedBy":"2026-01-01T00:00:00.000Z","excludeReports":[],"excludeDatasets":[],"excludePublishers":[],"reliabilities":["A","B","C","D","E","F"],"statuses":["ACCEPTED","CONFLICT"],"withoutDoubts":[]}

MATCH (n:Dataset)-[:HAD]->(version:DatasetVersion)
WHERE version.clearance = last(coalesce($view.grants[n.id], $view.clearance)) AND version.at <= $view.recordedBy
WITH n, version ORDER BY version.at DESC
WITH n, collect(version)[0] AS version
WHERE EXISTS { (report:Report {dataset: n.id}) WHERE report.access IN coalesce($view.grants[report.dataset], $view.clearance) AND report.recordedAt <= $view.recordedBy }
  OR EXISTS { (said:Claim {dataset: n.id})-[:CITES]->(cited:Report) WHERE said.access IN coalesce($view.grants[said.dataset], $view.clearance) AND said.recordedAt <= $view.recordedBy AND cited.access IN coalesce($view.grants[cited.dataset], $view.clearance) AND cited.recordedAt <= $view.recordedBy } OR EXISTS { (said:Incident {dataset: n.id})-[:CITES]->(cited:Report) WHERE said.access IN coalesce($view.grants[said.dataset], $view.clearance) AND said.recordedAt <= $view.recordedBy AND cited.access IN coalesce($view.grants[cited.dataset], $view.clearance) AND cited.recordedAt <= $view.recordedBy } OR EXISTS { (said:Finding {dataset: n.id})-[:CITES]->(cited:Report) WHERE said.access IN coalesce($view.grants[said.dataset], $view.clearance) AND said.recordedAt <= $view.recordedBy AND cited.access IN coalesce($view.grants[cited.dataset], $view.clearance) AND cited.recordedAt <= $view.recordedBy }
RETURN n.id AS id, version.version AS version, version.at AS changedAt, n.licence AS licence, n.attribution AS attribution, n.redistribute AS redistribute
ORDER BY id
