import type { Statement } from '../graph/graph.js';
import { reportCounts } from '../shared/visible.cypher.js';

/** The datasets of which the reader may see at least one report. */
export const DATASETS: Statement = {
  name: 'datasets',
  text: `UNWIND $ids AS id
CALL (id) {
  MATCH (n:Dataset) WHERE EXISTS { (report:Report) WHERE report.dataset = n.id AND ${reportCounts('report')} }
  WITH n ORDER BY n.id
  RETURN collect(n {.id, .title, .description, .licence, .attribution, .redistribute, version: n['version' + last($view.clearance)]}) AS rows
}
RETURN id, rows`,
};
