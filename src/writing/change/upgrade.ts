import type { Graph } from '../../graph/graph.js';
import { restateFieldsAsFacts } from './fields-as-facts.js';
import { refoldNames } from './names-folded.js';
import { restateParties } from './party-restated.js';
import { upgradeStanding } from './store-standing.js';

/** Restates what an earlier version wrote in another way. What is restated already stays, so it may run at every start. */
export async function upgradeRecords(graph: Graph, now: string): Promise<void> {
  await restateFieldsAsFacts(graph, now);
  await restateParties(graph, now);
  await refoldNames(graph);
  await upgradeStanding(graph);
}
