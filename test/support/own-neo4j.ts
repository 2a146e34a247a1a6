import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readConfig } from '../../src/config.js';
import { ensureJars } from '../../src/graph/local-neo4j/jars.js';
import { findJava } from '../../src/graph/local-neo4j/java.js';
import { JAVA_FLAGS } from '../../src/graph/local-neo4j/managed.js';
import { LOCAL_NEO4J } from '../../src/graph/local-neo4j/place.js';
import { pause } from './api.js';

/** A Neo4j of a test file alone, which it may stop, kill and start again at the same address. */
export class OwnNeo4j {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async at(folder: string): Promise<OwnNeo4j> {
    return new OwnNeo4j(folder, await freePort());
  }

  /** It asks for no password: any will do. */
  get address() {
    return { uri: `bolt://127.0.0.1:${this.port}`, username: 'neo4j', password: 'any' };
  }

  async start(): Promise<void> {
    const config = readConfig({ ...process.env, NEO4J_URI: undefined, DATA_DIR: this.folder }).neo4j;
    if (config.kind !== 'managed') throw new Error('Expected the settings of a Neo4j of our own.');
    await mkdir(this.folder, { recursive: true });
    const conf = join(this.folder, 'neo4j.conf');
    const settings = ['bolt.enabled=true', `bolt.listen_address=127.0.0.1:${this.port}`, 'memory.pagecache.size=32m'];
    await writeFile(
      conf,
      `${settings.map((line) => `server.${line}`).join('\n')}\ndbms.security.auth_enabled=false\ndbms.usage_report.enabled=false\n`,
    );
    const jars = join(await ensureJars(config, () => {}), '*');
    const launcher = [join(LOCAL_NEO4J, 'Launcher.java'), this.folder, conf, String(process.pid)];
    const flags = ['-Xmx512m', ...JAVA_FLAGS];
    this.child = spawn(await findJava(config.javaHome), [...flags, '-cp', jars, ...launcher], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    if (!this.child.stdout) throw new Error('Neo4j has no output.');
    for await (const line of createInterface({ input: this.child.stdout })) if (line === 'READY') return;
    throw new Error('The Neo4j of the test did not start.');
  }

  /** It hangs from now on: its port is open, and nothing is answered. */
  async hang(): Promise<void> {
    this.child?.kill('SIGSTOP');
    const state = () => execFileSync('ps', ['-o', 'stat=', '-p', String(this.child?.pid)], { encoding: 'utf8' });
    while (!state().startsWith('T')) await pause(20);
    // Of a process with many threads, some may still run for a moment.
    await pause(200);
  }

  goOn(): void {
    this.child?.kill('SIGCONT');
  }

  /** Kills it, as a machine that loses its power would. */
  async kill(): Promise<void> {
    if (!this.child || this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

/** A port of the loopback interface that nobody uses. */
async function freePort(): Promise<number> {
  const server = createServer((socket: Socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (!address || typeof address === 'string') throw new Error('There is no port.');
  return address.port;
}
