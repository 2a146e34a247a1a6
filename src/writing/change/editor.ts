import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../graph/graph.js';
import type { Grant } from '../../model/permissions.rules.js';
import { type ChangeOutcome, type ChangeWork, changeWithEntry } from './change.js';

/** Who may write in a request: the name that the journal knows them by, and the one way to change the graph. */
export class Editor {
  constructor(
    readonly actor: string,
    private readonly graph: Graph,
    readonly grant: Grant = { role: 'EDITOR', datasets: null },
    private readonly now: () => string = () => new Date().toISOString(),
  ) {}

  /** One change in one transaction, as all of the graph are; an `ApiError` or any other error thrown by the work undoes it. */
  change<T>(work: ChangeWork<T>): Promise<ChangeOutcome<T>> {
    const { actor, grant } = this;
    return changeWithEntry(this.graph, { actor, now: this.now(), datasets: grant.datasets }, work);
  }

  /** Reads in one transaction that takes no turn among the writers. What it reads must be bounded by an instant to be of one state. */
  read<T>(work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    return this.graph.readWith('plan', work);
  }

  /** Does all of a change and undoes it, to learn whether it could be made. */
  async rehearse<T>(work: ChangeWork<T>): Promise<void> {
    await this.change(async (...change) => {
      await work(...change);
      throw new Rehearsed();
    }).catch((error: unknown) => {
      if (!(error instanceof Rehearsed)) throw error;
    });
  }
}

class Rehearsed extends Error {}
