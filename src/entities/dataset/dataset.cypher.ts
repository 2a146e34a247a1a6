import type { CypherStatement } from '../../graph/graph.js';
import { fieldEntries } from '../../graph/query/record-row.cypher.js';
import { claimCounts, reportCounts, versionFor } from '../../graph/query/visible.cypher.js';
import { DATASET } from '../../model/record/fields/dataset.js';

/** A statement of a dataset that the reader sees: its reports may all be of another. */
const states = (label: string) => `EXISTS { (said:${label} {dataset: n.id}) WHERE ${claimCounts('said')} }`;

/** The datasets of which the reader may see at least one record. */
export const DATASETS: CypherStatement = {
  name: 'datasets',
  text: `UNWIND $about.ids AS id
CALL (id) {
  MATCH (n:Dataset) WHERE EXISTS { (report:Report) WHERE report.dataset = n.id AND ${reportCounts('report')} }
    OR ${['Claim', 'Incident', 'Finding'].map(states).join(' OR ')}
  WITH n ORDER BY n.id
  RETURN collect(n {${fieldEntries(DATASET).join(', ')}, version: COLLECT { MATCH (n)-[:HAD]->(v:DatasetVersion) WHERE ${versionFor('v', 'n')} RETURN v.version ORDER BY v.at DESC LIMIT 1 }[0]}) AS rows
}
RETURN id, rows`,
};
