import type { Driver, ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';

/** A whole load is one transaction, and may take minutes; milliseconds. */
const WRITE_TIMEOUT_MS = 600_000;

/** A row as Cypher returned it: scalars, lists and maps, never driver types. */
export type ResultRow = Record<string, unknown>;

/** A Cypher text under the name that transaction metadata and statement counts know it by. */
export interface CypherStatement {
  readonly name: string;
  readonly text: string;
}

/** Reads for one request. Counts its statements and stops them when the client disconnects. */
export class Reader {
  /** Names of the statements that ran, in order. */
  readonly statements: string[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly signal?: AbortSignal,
  ) {}

  async rows<T = ResultRow>(statement: CypherStatement, parameters: ResultRow): Promise<T[]> {
    this.signal?.throwIfAborted();
    this.statements.push(statement.name);
    return (await this.graph.read(statement, parameters, this.signal)) as T[];
  }
}

/** The driver sends JavaScript numbers as floats; `LIMIT` and durations want integers. */
function withIntegers(parameters: ResultRow): ResultRow {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      Number.isInteger(value) ? neo4j.int(value as number) : value,
    ]),
  );
}

/** One Neo4j database: every statement names its database, its access mode, its origin and a time limit. */
export class Graph {
  constructor(
    private readonly driver: Driver,
    readonly database: string,
    private readonly timeoutMs: number,
  ) {}

  async read(statement: CypherStatement, parameters: ResultRow, signal?: AbortSignal): Promise<ResultRow[]> {
    const session = this.driver.session({ database: this.database, defaultAccessMode: neo4j.session.READ });
    const giveUp = () => void session.close();
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      const result = await session.executeRead(
        (tx) => tx.run(statement.text, withIntegers(parameters)),
        this.transaction(statement.name),
      );
      return result.records.map((record) => record.toObject());
    } finally {
      signal?.removeEventListener('abort', giveUp);
      await session.close();
    }
  }

  /** Runs several statements of `work` in one transaction that writes nothing. */
  async readWith<T>(origin: string, work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    const session = this.driver.session({ database: this.database, defaultAccessMode: neo4j.session.READ });
    try {
      return await session.executeRead(work, this.transaction(origin));
    } finally {
      await session.close();
    }
  }

  /** Runs all writes of `work` in one transaction: everything becomes visible at once, or nothing. */
  async write<T>(origin: string, work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    const session = this.driver.session({ database: this.database, defaultAccessMode: neo4j.session.WRITE });
    try {
      return await session.executeWrite(work, {
        timeout: WRITE_TIMEOUT_MS,
        metadata: { app: 'accountability-graph', origin },
      });
    } finally {
      await session.close();
    }
  }

  /** Runs a schema command or another statement that must have a transaction of its own. */
  async command(origin: string, text: string, parameters: ResultRow = {}): Promise<ResultRow[]> {
    const session = this.driver.session({ database: this.database, defaultAccessMode: neo4j.session.WRITE });
    try {
      const result = await session.run(text, parameters, { metadata: { app: 'accountability-graph', origin } });
      return result.records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  }

  async isReady(): Promise<boolean> {
    return this.read({ name: 'ready', text: 'RETURN 1 AS one' }, {}).then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  private transaction(origin: string) {
    return { timeout: this.timeoutMs, metadata: { app: 'accountability-graph', origin } };
  }
}
