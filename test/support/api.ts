import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDriver } from '../../src/graph/driver.js';
import { Graph } from '../../src/graph/graph.js';
import { PROJECT } from '../../src/graph/local-neo4j/place.js';

/** Real processes of the API, each in a data directory of its own, ended and swept with `sweep()`. */

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Such a Neo4j lives for seconds: code that the JVM compiles again, for speed later on, would never pay. */
const QUICK_START = '-XX:TieredStopAtLevel=1';

const started: ChildProcess[] = [];
const folders: string[] = [];

/** A new empty folder for programs, which `sweep()` removes once they have ended: after the hooks of the test file it would be too early. */
export async function programFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'accountability-graph-crash-'));
  folders.push(folder);
  return folder;
}

/** One `node dist/src/main.js`, as `npm start` runs it, or another of our programs with its arguments. */
export class Api {
  readonly ended: Promise<Outcome>;
  private readonly child: ChildProcess;
  private stdout = '';
  private stderr = '';

  constructor(environment: NodeJS.ProcessEnv, command: readonly string[] = [join('dist', 'src', 'main.js')]) {
    const { NODE_OPTIONS: _options, NEO4J_URI: _uri, ...inherited } = process.env;
    const env = { ...inherited, PORT: '0', NODE_ENV: 'production', JDK_JAVA_OPTIONS: QUICK_START, ...environment };
    this.child = spawn(process.execPath, command, {
      cwd: PROJECT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    started.push(this.child);
    this.child.stdout?.on('data', (text) => {
      this.stdout += text;
    });
    this.child.stderr?.on('data', (text) => {
      this.stderr += text;
    });
    this.ended = new Promise((done) => {
      this.child.on('close', (code, signal) => done({ code, signal, stdout: this.stdout, stderr: this.stderr }));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until the output holds a text, and gives its match. Throws when the process ends before. */
  async says(text: RegExp): Promise<RegExpMatchArray> {
    while (true) {
      const found = text.exec(this.stdout) ?? text.exec(this.stderr);
      if (found) return found;
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`The API ended before it said ${text}:\n${this.stdout}${this.stderr}`);
      await pause(5);
    }
  }

  /** Waits until the API answers, and gives its URL. */
  async ready(): Promise<string> {
    return (await this.says(/The API answers at (http:\S+)\/graphql/))[1] ?? '';
  }

  kill(signal: NodeJS.Signals): Promise<Outcome> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Runs one of our command-line programs to its end, as `npm run NAME -- REST` does. */
export function runProgram(environment: NodeJS.ProcessEnv, name: string, ...rest: string[]): Promise<Outcome> {
  return new Api(environment, [join('dist', 'src', 'cli', `${name}.js`), ...rest]).ended;
}

/** The graph of the API that runs on a data directory. */
export async function openGraphOf(dataDir: string): Promise<Graph> {
  const address = JSON.parse(await readFile(join(dataDir, 'neo4j-address.json'), 'utf8'));
  return new Graph(await openDriver(address, 'neo4j'), 'neo4j', 20_000);
}

/** The processes whose command line names a folder: the Neo4j of an API names its data directory. */
export function processesOn(folder: string): string[] {
  const rows = execFileSync('ps', ['-axww', '-o', 'pid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return rows.filter((row) => row.includes(folder) && !/^\s*\d+\s+Z/.test(row)).map((row) => row.trim());
}

/** Waits until no process names the folder; gives those that still do after the patience has run out. */
export async function processesLeftOn(folder: string, patienceMs = 20_000): Promise<string[]> {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(100))
    if (processesOn(folder).length === 0) return [];
  return processesOn(folder);
}

export async function sweep(): Promise<void> {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) {
    await processesLeftOn(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
