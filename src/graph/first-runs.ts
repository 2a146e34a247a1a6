import { LRUCache } from 'lru-cache';

/** How many texts are remembered: no fewer than Neo4j keeps plans of. */
const MOST_TEXTS = 5_000;

/**
 * Lets one go ahead where several ask a text for the first time. Neo4j plans a text on its first run, which takes seconds,
 * and each of several that come meanwhile would have it planned again.
 */
export class FirstRuns {
  private readonly texts = new LRUCache<string, true>({ max: MOST_TEXTS });
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    /** Who has waited so long waits for nobody else: a text may be one that never ends in time. Milliseconds. */
    private readonly patienceMs: number,
  ) {}

  /** Runs `work`, which asks the text: at once where it has run before, or else when nobody is ahead. */
  async run<T>(text: string, work: () => Promise<T>): Promise<T> {
    const until = Date.now() + this.patienceMs;
    for (let ahead = this.underWay.get(text); ahead && Date.now() < until; ahead = this.underWay.get(text)) await ahead;
    if (this.texts.has(text) || this.underWay.has(text)) return work();
    const run = work();
    const ended = run.then(
      () => void this.texts.set(text, true),
      () => undefined,
    );
    this.underWay.set(
      text,
      ended.finally(() => this.underWay.delete(text)),
    );
    return run;
  }

  /** Neo4j may have been started again: then it has no plans. */
  forget(): void {
    this.texts.clear();
  }
}
