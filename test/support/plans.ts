import type { Driver, ManagedTransaction, Plan, Result } from 'neo4j-driver';
import type { Graph } from '../../src/graph/graph.js';

/** Plans of statements, as Neo4j makes them on the graph as it is. */

type Run = (text: string, parameters?: Record<string, unknown>) => Result;

const hasAnId = (text: string) => /\{id: |\.id (=|IN) /.test(text);

/** How Neo4j planned each text with an id that goes to a graph from now on, read or written, by the text. */
export function plansByIdThrough(graph: Graph): Map<string, Plan> {
  const { driver } = graph as unknown as { readonly driver: Driver };
  const plans = new Map<string, Plan>();
  const watched = <T extends { run: unknown }>(runner: T): T => {
    const run = (runner.run as Run).bind(runner);
    runner.run = (text: string, parameters: Record<string, unknown> = {}) => {
      if (plans.has(text) || !hasAnId(text)) return run(text, parameters);
      const result = run(`PROFILE ${text}`, parameters);
      result.then(
        ({ summary }) => summary.profile && plans.set(text, summary.profile),
        () => undefined,
      );
      return result;
    };
    return runner;
  };
  const open = driver.session.bind(driver);
  driver.session = (config) => {
    const session = watched(open(config));
    for (const execute of ['executeRead', 'executeWrite'] as const) {
      const whole = session[execute].bind(session);
      session[execute] = (work, limits) => whole((tx: ManagedTransaction) => work(watched(tx)), limits);
    }
    return session;
  };
  return plans;
}

/** The statements that go through all records of a label, or of an index, to find those whose ids they have. */
export const scanned = (plans: ReadonlyMap<string, Plan>): string[] =>
  [...plans].flatMap(([text, plan]) => {
    const names = scansForAnId(plan);
    return names.length === 0 ? [] : [`${names.join(', ')} in ${text.slice(0, 200)}`];
  });

/** The records that a plan goes through one by one and picks by an id that it has. */
function scansForAnId(plan: Plan): string[] {
  const operators = [plan];
  for (const { children } of operators) operators.push(...children);
  const details = operators.map(({ arguments: { Details = '' } }) =>
    String(Details).replace(/cache[NR]?\[([^\]]+)\]/g, '$1'),
  );
  const read = operators.flatMap(({ operatorType }, index) =>
    /Scan(@|$)/.test(operatorType) ? (/^(?:[A-Z]+ )*([^\s:(]+)/.exec(details[index] ?? '')?.[1] ?? []) : [],
  );
  const picked = details.flatMap((text) =>
    [...text.matchAll(/(not )?([^\s(]+)\.id (?:=|IN) /gi)].flatMap(([, not, name]) => (not ? [] : (name ?? []))),
  );
  return read.filter((name) => picked.includes(name));
}
