import { setMaxListeners } from 'node:events';
import type { Driver, ManagedTransaction, QueryResult, Session, SessionMode } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import { API_ERRORS, ApiError } from '../model/errors.js';
import { Availability, isUnavailable, unavailable } from './availability.js';
import { FirstRuns } from './first-runs.js';
import { KNOWN_PUBLISHERS } from './query/publishers.cypher.js';
import { asSent } from './sent-statement.js';
import { statementMeasured } from './telemetry/instruments.js';

/** A whole load is one transaction, and may take minutes; milliseconds. */
const WRITE_TIMEOUT_MS = 600_000;
/** One command may run many transactions, such as those that delete everything; milliseconds. */
const COMMAND_TIMEOUT_MS = 3_600_000;
/** Neo4j ends a statement at its time limit. One that has not ended by then has a Neo4j that hangs; milliseconds. */
const MARGIN_MS = 1_000;

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
  private readonly publishers = new Map<string, Promise<readonly string[]>>();
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];
  private isGoingOn = false;

  constructor(
    private readonly graph: Graph,
    private readonly signal?: AbortSignal,
  ) {
    // Each statement that is under way listens: as many as the client asked for, and none afterwards.
    if (signal) setMaxListeners(0, signal);
  }

  async rows<T = ResultRow>(statement: CypherStatement, parameters: ResultRow): Promise<T[]> {
    this.signal?.throwIfAborted();
    const narrowed = hasPublishers(parameters.view)
      ? await this.withKnownPublishers(parameters, parameters.view)
      : parameters;
    return (await this.read(statement, narrowed)) as T[];
  }

  /**
   * Calls back once no statement of the request is under way. What several branches of a question come to ask meanwhile
   * is asked together then, although they do not come to it at the same moment.
   */
  whenIdle(load: () => void): void {
    this.waiting.push(load);
    this.goOnIfIdle();
  }

  private async read({ name, text }: CypherStatement, parameters: ResultRow): Promise<ResultRow[]> {
    this.statements.push(name);
    const sent = asSent(text, parameters);
    this.underWay += 1;
    try {
      return await this.graph.read({ name, text: sent.text }, sent.parameters, this.signal);
    } finally {
      this.underWay -= 1;
      this.goOnIfIdle();
    }
  }

  /** Looks once more when everybody who waits for rows has gone on with them. */
  private goOnIfIdle(): void {
    if (this.underWay > 0 || this.waiting.length === 0 || this.isGoingOn) return;
    this.isGoingOn = true;
    setImmediate(() => {
      this.isGoingOn = false;
      if (this.underWay === 0) for (const load of this.waiting.splice(0)) load();
    });
  }

  /**
   * Parameters whose view leaves out only publishers that its reader may know of: what becomes of the reports of another
   * would tell that there is such a publisher. Asked once for a view, and not in each statement, where it would take long to
   * plan.
   */
  private async withKnownPublishers(parameters: ResultRow, view: ViewOnPublishers): Promise<ResultRow> {
    const key = JSON.stringify(view);
    const publishers = this.publishers.get(key) ?? this.knownPublishers(view);
    this.publishers.set(key, publishers);
    const excludePublishers = await publishers;
    const before = parameters.before as ViewOnPublishers | undefined;
    return {
      ...parameters,
      view: { ...view, excludePublishers },
      ...(before && { before: { ...before, excludePublishers } }),
    };
  }

  private async knownPublishers(view: ViewOnPublishers): Promise<readonly string[]> {
    const parameters = { about: { ids: view.excludePublishers }, view };
    return (await this.read(KNOWN_PUBLISHERS, parameters)).map(({ id }) => String(id));
  }
}

/** A view whose lens leaves publishers out. */
interface ViewOnPublishers {
  readonly excludePublishers: readonly string[];
}

const hasPublishers = (view: unknown): view is ViewOnPublishers =>
  ((view as Partial<ViewOnPublishers> | undefined)?.excludePublishers?.length ?? 0) > 0;

/** The driver sends JavaScript numbers as floats; `LIMIT` and durations want integers. */
function withIntegers(parameters: ResultRow): ResultRow {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      Number.isInteger(value) ? neo4j.int(value as number) : value,
    ]),
  );
}

/**
 * One Neo4j database: every statement names its database, its access mode, its origin and a time limit. Throws a `TIMEOUT`
 * error where Neo4j keeps to no limit, and a `GRAPH_UNAVAILABLE` error, at once, while it is known not to answer.
 */
export class Graph {
  private readonly availability = new Availability(() => this.knock());
  /** For each statement under way, what ends the wait for it. */
  private readonly underWay = new Set<(error: Error) => void>();
  /** What this process has seen of the graph where it is written: members of a cluster that lag wait for it before they answer. */
  private bookmarks: readonly string[] = [];

  private readonly firstRuns: FirstRuns;

  constructor(
    private readonly driver: Driver,
    readonly database: string,
    private readonly timeoutMs: number,
  ) {
    this.firstRuns = new FirstRuns(timeoutMs);
  }

  read(statement: CypherStatement, parameters: ResultRow, signal?: AbortSignal): Promise<ResultRow[]> {
    const work = async (session: Session) => {
      const again = session.executeRead.bind(session);
      const { records } = await this.runAlone(session, statement, withIntegers(parameters), again);
      return records.map((record) => record.toObject());
    };
    return this.firstRuns.run(statement.text, () => {
      signal?.throwIfAborted();
      return this.inSession(statement.name, neo4j.session.READ, this.timeoutMs, work, signal);
    });
  }

  /** Reads where writers write, in a cluster at its leader. Whatever is read afterwards is no older. */
  readLatest(statement: CypherStatement, parameters: ResultRow): Promise<ResultRow[]> {
    return this.inSession(statement.name, neo4j.session.WRITE, this.timeoutMs, async (session) => {
      const again = session.executeWrite.bind(session);
      const { records } = await this.runAlone(session, statement, withIntegers(parameters), again);
      return records.map((record) => record.toObject());
    });
  }

  /** Runs several statements of `work` in one transaction that writes nothing. */
  readWith<T>(origin: string, work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    return this.inSession(origin, neo4j.session.READ, this.timeoutMs, (session) =>
      session.executeRead(this.noticed(work), transaction(origin, this.timeoutMs)),
    );
  }

  /** Runs all writes of `work` in one transaction: everything becomes visible at once, or nothing. */
  write<T>(origin: string, work: (tx: ManagedTransaction) => Promise<T>): Promise<T> {
    return this.inSession(origin, neo4j.session.WRITE, WRITE_TIMEOUT_MS, (session) =>
      session.executeWrite(this.noticed(work), transaction(origin, WRITE_TIMEOUT_MS)),
    );
  }

  /** Runs a schema command or another statement that must have a transaction of its own. */
  command(origin: string, text: string, parameters: ResultRow = {}): Promise<ResultRow[]> {
    return this.inSession(origin, neo4j.session.WRITE, COMMAND_TIMEOUT_MS, async (session) => {
      const result = await session.run(text, parameters, transaction(origin, COMMAND_TIMEOUT_MS));
      return result.records.map((record) => record.toObject());
    });
  }

  /** Whether the database answers, within two seconds. */
  isReady(): Promise<boolean> {
    return this.availability.answers();
  }

  /** Calls back whenever the database stops answering, and when it answers again. */
  onAvailability(listener: (isUp: boolean) => void): void {
    this.availability.onChange(listener);
  }

  /** The database does not come back: what is under way fails now, and all that follows at once. */
  giveUp(): void {
    this.availability.end();
    for (const fail of this.underWay) fail(unavailable());
  }

  close(): Promise<void> {
    this.giveUp();
    return this.driver.close();
  }

  /** Whether the database answered when it was last asked. */
  get isUp(): boolean {
    return this.availability.isUp;
  }

  /** How many sessions are in use, or wait for a connection. */
  get sessionCount(): number {
    return this.underWay.size;
  }

  /** The work of a session under its name, measured. */
  private inSession<T>(
    name: string,
    defaultAccessMode: SessionMode,
    limitMs: number,
    work: (session: Session) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    return statementMeasured(name, () => this.unmeasured(defaultAccessMode, limitMs, work, signal));
  }

  /**
   * The work of a session, which is closed whatever comes of it. Whoever waits no longer, because the time is over or the
   * client is gone, leaves the closing to itself: a Neo4j that hangs would not answer that either.
   */
  private async unmeasured<T>(
    defaultAccessMode: SessionMode,
    limitMs: number,
    work: (session: Session) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    this.availability.check();
    const isReading = defaultAccessMode === neo4j.session.READ;
    const { database, bookmarks } = this;
    const session = this.driver.session({
      database,
      defaultAccessMode,
      ...(isReading && { bookmarks: [...bookmarks] }),
    });
    let stopWaiting = () => {};
    try {
      const result = await new Promise<T>((done, fail) => {
        const timer = setTimeout(() => fail(new ApiError('TIMEOUT', API_ERRORS.TIMEOUT)), limitMs + MARGIN_MS);
        const abort = () => fail(signal?.reason);
        signal?.addEventListener('abort', abort);
        this.underWay.add(fail);
        stopWaiting = () => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', abort);
          this.underWay.delete(fail);
        };
        work(session)
          .finally(() => session.close())
          .then(done, fail);
      });
      if (!isReading) this.remember(session.lastBookmarks(), bookmarks);
      return result;
    } catch (error) {
      session.close().catch(() => undefined);
      const hangs = error instanceof ApiError && error.code === 'TIMEOUT';
      if (isUnavailable(error)) this.firstRuns.forget();
      if (hangs || isUnavailable(error)) void this.availability.suspect();
      throw isUnavailable(error) ? unavailable() : error;
    } finally {
      stopWaiting();
    }
  }

  /**
   * Runs a statement that only reads as a transaction by itself: to Neo4j and back once, where one that is begun and ended
   * takes three turns. The driver does not try such a one again, so where it fails by what may pass, `again` runs it.
   */
  private async runAlone(
    session: Session,
    { name, text }: CypherStatement,
    parameters: ResultRow,
    again: Session['executeRead'],
  ): Promise<QueryResult> {
    const settings = transaction(name, this.timeoutMs);
    try {
      return await this.noticing(() => session.run(text, parameters, settings));
    } catch (error) {
      if (!neo4j.isRetryableError(error)) throw error;
      return again(
        this.noticed((tx) => tx.run(text, parameters)),
        settings,
      );
    }
  }

  /** A session where writers write has seen all that was remembered when it began. */
  private remember(latest: readonly string[], earlier: readonly string[]): void {
    if (latest.length === 0) return;
    this.bookmarks = [...this.bookmarks.filter((bookmark) => !earlier.includes(bookmark)), ...latest];
  }

  /** The driver tries again what failed for want of a connection, but there is no sense in it where there is no database. */
  private noticed<T>(work: (tx: ManagedTransaction) => Promise<T> | T): (tx: ManagedTransaction) => Promise<T> {
    return (tx) => this.noticing(() => work(tx));
  }

  private async noticing<T>(work: () => PromiseLike<T> | T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isUnavailable(error) && !(await this.availability.suspect())) throw unavailable();
      throw error;
    }
  }

  private async knock(): Promise<void> {
    const session = this.driver.session({ database: this.database, defaultAccessMode: neo4j.session.READ });
    try {
      await session.run('RETURN 1', {}, transaction('ready', this.timeoutMs));
    } finally {
      await session.close();
    }
  }
}

const transaction = (origin: string, timeout: number) => ({
  timeout,
  metadata: { app: 'accountability-graph', origin },
});
