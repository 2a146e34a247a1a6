import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import type { Neo4jAddress } from '../../src/graph/local-neo4j/managed.js';

/**
 * The Neo4j servers of a test run, as many as it has workers. A test file that writes has one to itself. Files that only
 * read the same datasets share one, whichever worker they run in: datasets are then loaded once, and each statement is
 * planned once, which takes far longer than to run it. A worker has one file at a time, so there is always a free one.
 */

interface Server {
  readonly address: Neo4jAddress;
  /** The datasets that it holds for readers; null where a file wrote. */
  datasets: string | null;
  readers: number;
  /** Whether a file writes here, or loads datasets for readers. */
  isWritten: boolean;
}

/** A server for one test file, until it is given back. */
export interface Lease {
  readonly address: Neo4jAddress;
  /** Whether it holds the datasets already. */
  readonly isLoaded: boolean;
}

/** A server that nobody else uses. */
export function leaseToWrite(): Promise<Lease> {
  return retried((servers) => {
    const server = freeIn(servers);
    if (!server) return undefined;
    Object.assign(server, { datasets: null, isWritten: true });
    return { address: server.address, isLoaded: false };
  });
}

/** A server that holds the datasets, shared with others that only read; or a free one, to load them into. */
export function leaseToRead(datasets: string): Promise<Lease> {
  return retried((servers) => {
    const holder = servers.find((server) => server.datasets === datasets);
    if (holder?.isWritten) return undefined;
    const server = holder ?? freeIn(servers);
    if (!server) return undefined;
    if (holder) holder.readers += 1;
    else Object.assign(server, { datasets, isWritten: true });
    return { address: server.address, isLoaded: holder !== undefined };
  });
}

/** The datasets are loaded: whoever loaded them reads on, and others may read too. */
export async function shareLoaded({ address }: Lease): Promise<void> {
  await changed((servers) => Object.assign(serverAt(servers, address), { isWritten: false, readers: 1 }));
}

export async function giveBack({ address }: Lease): Promise<void> {
  await changed((servers) => {
    const server = serverAt(servers, address);
    if (!server.isWritten) server.readers -= 1;
    // Whoever was to load the datasets and gives back without has not loaded them.
    else Object.assign(server, { isWritten: false, datasets: null });
  });
}

/** A server that runs, for a test that only knocks at its door. */
export function anyAddress(): Neo4jAddress {
  const [server] = JSON.parse(readFileSync(stateFile(), 'utf8')) as Server[];
  if (!server) throw new Error('There is no Neo4j in the pool.');
  return server.address;
}

/** The file that holds the servers: test files run in processes of their own. */
function stateFile(): string {
  const file = process.env.TEST_NEO4J_POOL;
  if (!file) throw new Error('Graph tests need the Neo4j that `npm test` starts.');
  return file;
}

function freeIn(servers: readonly Server[]): Server | undefined {
  const free = servers.filter(({ isWritten, readers }) => !isWritten && readers === 0);
  return free.find(({ datasets }) => datasets === null) ?? free[0];
}

function serverAt(servers: readonly Server[], { uri }: Neo4jAddress): Server {
  const server = servers.find(({ address }) => address.uri === uri);
  if (!server) throw new Error(`The pool has no Neo4j at ${uri}.`);
  return server;
}

async function retried(lease: (servers: Server[]) => Lease | undefined): Promise<Lease> {
  for (;;) {
    const got = await changed(lease);
    if (got) return got;
    await pause(50);
  }
}

/** Changes the state of the pool while no other process does. */
async function changed<T>(change: (servers: Server[]) => T): Promise<T> {
  const file = stateFile();
  while (!locks(file)) await pause(5);
  try {
    const servers: Server[] = JSON.parse(readFileSync(file, 'utf8'));
    const result = change(servers);
    writeFileSync(file, JSON.stringify(servers));
    return result;
  } finally {
    rmdirSync(lockOf(file));
  }
}

const lockOf = (file: string): string => `${file}.lock`;

/** Takes the lock unless somebody has it: of several processes, one can make the folder. */
function locks(file: string): boolean {
  try {
    mkdirSync(lockOf(file));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
