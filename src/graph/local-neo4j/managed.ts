import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { openSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';
import { type Neo4jConfig } from '../../config.js';
import { ConfigError } from '../../model/errors.js';
import { ensureJars } from './jars.js';
import { findJava } from './java.js';
import { LOCAL_NEO4J } from './place.js';

type Managed = Extract<Neo4jConfig, { kind: 'managed' }>;

export interface Neo4jAddress {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

export interface ManagedNeo4j extends Neo4jAddress {
  /** Says how it ended, if it ends before `stop()`. */
  readonly lost: Promise<ConfigError>;
  stop(): Promise<void>;
}

/** How a process ended: `exit code 1`, or `signal SIGKILL`. */
type Ending = Promise<string>;

/**
 * How Java runs it. One collector thread starts a second faster than G1 and suits a heap of this size. A method is compiled
 * for good only once it ran four times as often as by default: to plan statements after a start runs much code a few times,
 * and the compiler would take the processor from it.
 */
export const JAVA_FLAGS: readonly string[] = [
  '-XX:+UseSerialGC',
  '-XX:Tier4InvocationThreshold=20000',
  '-XX:Tier4MinInvocationThreshold=2400',
  '-XX:Tier4CompileThreshold=60000',
  '-XX:Tier4BackEdgeThreshold=160000',
];

/** Neo4j reads and writes through these; without them the JVM warns and the page cache is slower. */
const OPENED_PACKAGES = ['java.nio', 'sun.nio.ch', 'java.lang'].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/**
 * Starts a Neo4j of our own on a free loopback port, with its data in the data directory and a generated password.
 * Further settings are lines of Neo4j's own configuration.
 * Throws a `ConfigError` when another process uses that directory, or when Java or the jars are not to be had.
 */
export async function startManagedNeo4j(
  config: Managed,
  say: (line: string) => void,
  furtherSettings: readonly string[] = [],
): Promise<ManagedNeo4j> {
  const java = await findJava(config.javaHome);
  const jars = await ensureJars(config, say);
  const home = join(config.dataDir, 'neo4j');
  await makePrivate(config.dataDir);
  await makePrivate(home);
  const port = await freePort();
  const conf = join(home, `neo4j-${port}.conf`);
  await writeFile(conf, [...settings(config, home, port), ...furtherSettings, ''].join('\n'), { mode: 0o600 });
  const child = launch(java, jars, home, conf, config.heap);
  const ending: Ending = new Promise((done) => {
    child.once('exit', (code, signal) => done(signal ? `signal ${signal}` : `exit code ${code}`));
  });
  try {
    await ready(child, ending, home);
  } finally {
    await rm(conf, { force: true });
  }
  const address = {
    uri: `bolt://127.0.0.1:${port}`,
    username: 'neo4j',
    password: await ensurePassword(config.dataDir, `bolt://127.0.0.1:${port}`),
  };
  await writeFile(addressFile(config.dataDir), JSON.stringify({ ...address, pid: process.pid }), { mode: 0o600 });
  let isStopping = false;
  return {
    ...address,
    lost: new Promise((done) => {
      ending.then((how) => {
        if (isStopping) return;
        done(new ConfigError(`The managed Neo4j ended (${how}); see ${launcherLog(home)}. Start the API again.`));
      });
    }),
    async stop() {
      isStopping = true;
      await rm(addressFile(config.dataDir), { force: true });
      await stop(child, ending);
    },
  };
}

/** The address of the managed Neo4j that a running API holds open on this data directory, if one does. */
export async function runningNeo4j(dataDir: string): Promise<Neo4jAddress | undefined> {
  try {
    const { pid, ...address } = JSON.parse(await readFile(addressFile(dataDir), 'utf8'));
    process.kill(pid, 0);
    return address;
  } catch {
    return undefined;
  }
}

function addressFile(dataDir: string): string {
  return join(dataDir, 'neo4j-address.json');
}

function settings(config: Managed, home: string, port: number): string[] {
  return [
    'server.bolt.enabled=true',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    'dbms.security.auth_enabled=true',
    'dbms.usage_report.enabled=false',
    `server.memory.pagecache.size=${config.pageCache}`,
    `server.directories.logs=${join(home, 'logs')}`,
    'db.logs.query.enabled=OFF',
    // The driver gives a connection up on which nothing came for twice this time: Neo4j hangs.
    'server.bolt.connection_keep_alive=10s',
    // Nobody else talks to this Neo4j, and the API has closed its driver by then.
    'internal.server.bolt.thread_pool_shutdown_wait_time=100ms',
    'db.shutdown_transaction_end_timeout=1s',
  ];
}

function launch(java: string, jars: string, home: string, conf: string, heap: string): ChildProcess {
  const log = openSync(launcherLog(home), 'a', 0o600);
  const args = [
    `-Xmx${heap}`,
    ...JAVA_FLAGS,
    ...OPENED_PACKAGES,
    '-cp',
    join(jars, '*'),
    join(LOCAL_NEO4J, 'Launcher.java'),
    home,
    conf,
    String(process.pid),
  ];
  // A process group of its own: Ctrl-C reaches us alone, and we stop Neo4j after the last answer went out.
  // The shell becomes Java; whatever Neo4j writes is for its owner alone.
  const command = ['-c', 'umask 077 && exec "$0" "$@"', java, ...args];
  return spawn('/bin/sh', command, { stdio: ['pipe', 'pipe', log], detached: true });
}

/** A folder that only its owner may enter, also where there is one that others could. */
async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700).catch((error: NodeJS.ErrnoException) => {
    // The folder of a mounted volume may belong to somebody else; all that we put there is private by itself.
    if (error.code !== 'EPERM') throw error;
  });
}

const launcherLog = (home: string): string => join(home, 'launcher.log');

function ready(child: ChildProcess, ending: Ending, home: string): Promise<void> {
  return new Promise((done, fail) => {
    child.on('error', fail);
    ending.then((how) => fail(new ConfigError(`The managed Neo4j ended at start (${how}); see ${launcherLog(home)}.`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, ...rest] = line.split(' ');
      if (word === 'READY') done();
      if (word === 'FAILED') fail(new ConfigError(`The managed Neo4j did not start: ${rest.join(' ')}`));
      if (word === 'LOCKED') {
        fail(
          new ConfigError(
            `Another API (process ${rest.join(' ') || 'unknown'}) uses the data directory ${join(home, '..')}. Stop it, or set DATA_DIR to another directory.`,
          ),
        );
      }
    });
  });
}

/**
 * Sets the generated password on first use. It is written to disk before it is set, so that a crash in between does not
 * lock us out.
 */
async function ensurePassword(dataDir: string, uri: string): Promise<string> {
  const file = join(dataDir, 'neo4j-password');
  const savedPassword = await readFile(file, 'utf8').catch(() => undefined);
  if (savedPassword !== undefined && (await opens(uri, savedPassword))) return savedPassword;
  const password = savedPassword ?? randomBytes(24).toString('base64url');
  if (savedPassword === undefined) await writeFile(file, password, { mode: 0o600 });
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', 'neo4j'));
  try {
    await driver.executeQuery(
      'ALTER CURRENT USER SET PASSWORD FROM $from TO $to',
      { from: 'neo4j', to: password },
      { database: 'system' },
    );
  } catch {
    throw new ConfigError(
      `The password in ${file} does not open the managed Neo4j. Restore that file, or delete the directory ${join(dataDir, 'neo4j')} to start afresh.`,
    );
  } finally {
    await driver.close();
  }
  return password;
}

async function opens(uri: string, password: string): Promise<boolean> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password));
  try {
    await driver.verifyConnectivity();
    return true;
  } catch {
    return false;
  } finally {
    await driver.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))));
    });
  });
}

async function stop(child: ChildProcess, ending: Ending): Promise<void> {
  child.stdin?.end();
  const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ending;
  clearTimeout(impatience);
}
