import type { Driver, ManagedTransaction, Plan, Result } from 'neo4j-driver';

type Run = (text: string, parameters?: Record<string, unknown>) => Result;

/** How Neo4j planned each text that goes through a driver from now on and that `picks` takes, read or written, by the text. */
export function plansThrough(driver: Driver, picks: (text: string) => boolean): Map<string, Plan> {
  const plans = new Map<string, Plan>();
  const watched = <T extends { run: unknown }>(runner: T): T => {
    const run = (runner.run as Run).bind(runner);
    runner.run = (text: string, parameters: Record<string, unknown> = {}) => {
      if (plans.has(text) || !picks(text)) return run(text, parameters);
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
