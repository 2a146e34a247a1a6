import type { Work } from '../change/change.js';
import { type Plan, planMerge } from './plan.change.js';

/** What a merge of two would do now. It takes its turn among the writers, so that it tells of one state, and writes nothing. */
export const previewWork =
  (from: string, into: string): Work<{ readonly plan: Plan; readonly seenAt: string }> =>
  async (tx, at) => {
    const plan = await planMerge(tx, { from, into }, at, []);
    const { records } = await tx.run("MATCH (c:Clock {id: 'graph'}) RETURN c.at AS at");
    return { result: { plan, seenAt: records[0]?.get('at') || at }, told: undefined };
  };
