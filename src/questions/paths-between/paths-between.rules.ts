import type { PathStep } from './paths-between.type.js';

/** How a path through the graph becomes steps that a person can read: pure functions. */

export interface PathNode {
  readonly id: string;
  readonly label: string;
  readonly claim: boolean;
  readonly statement: boolean;
}

export interface PathEdge {
  readonly type: string;
  /** The id of the node at which the edge starts: always the statement. */
  readonly from: string;
}

/** A step as the path gives it, before what was asked is added. */
export type PlainStep = Pick<PathStep, 'from' | 'to' | 'by' | 'relation'>;

/**
 * Folds the alternation of records and edges into steps: a claim between two records is one step made by that claim;
 * an edge of an incident or finding is a step made by that incident or finding. A path that starts or ends in a claim
 * has that claim as an end.
 */
export function stepsOf(nodes: readonly PathNode[], edges: readonly PathEdge[]): PlainStep[] {
  const steps: PlainStep[] = [];
  for (let index = 0; index < edges.length; index += 1) {
    const [from, middle, to] = [nodes[index], nodes[index + 1], nodes[index + 2]];
    const [edge, next] = [edges[index], edges[index + 1]];
    if (!from || !middle || !edge) break;
    if (middle.claim && to && next) {
      steps.push({ from, to, by: middle, relation: `${edge.type} → ${next.type}` });
      index += 1;
    } else {
      steps.push({
        from,
        to: middle,
        by: edge.from === from.id ? from : middle,
        relation: edge.from === from.id ? edge.type : `${edge.type} of`,
      });
    }
  }
  return steps;
}
