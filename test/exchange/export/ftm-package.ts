import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readConfig } from '../../../src/config.js';

/** FollowTheMoney itself: the Python package, in an environment of its own that test runs share through the cache directory. */

const run = promisify(execFile);
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const REQUIREMENTS = here('ftm-requirements.txt');
const SCRIPT = here('ftm_validate.py');

const PYTHONS = ['python3', 'python3.13', 'python3.12', 'python3.11'];
/** How long pip may take; milliseconds. Tests that wait for it need some more. */
const INSTALL_TIMEOUT_MS = 180_000;
export const FTM_TIMEOUT_MS = INSTALL_TIMEOUT_MS + 60_000;

export const NO_PYTHON = 'there is no Python 3.11 or newer on the PATH';

/** A Python that FollowTheMoney runs on, with its version; nothing where there is none. */
export async function findPython(): Promise<{ command: string; version: string } | undefined> {
  for (const command of PYTHONS) {
    const script = 'import sys; print("{}.{}".format(*sys.version_info), sys.version_info >= (3, 11))';
    const [version, fits] = await run(command, ['-c', script]).then(
      ({ stdout }) => stdout.trim().split(' '),
      () => [],
    );
    if (version !== undefined && fits === 'True') return { command, version };
  }
  return undefined;
}

/** The Python of an environment with the package. What stands in the cache is whole: it is built beside it. */
async function environment(): Promise<string> {
  const python = await findPython();
  if (!python) throw new Error(NO_PYTHON);
  const { neo4j } = readConfig({ ...process.env, NEO4J_URI: undefined });
  if (neo4j.kind !== 'managed') throw new Error('Expected a configuration with a cache directory.');
  const requirements = createHash('sha256').update(await readFile(REQUIREMENTS));
  const folder = join(neo4j.cacheDir, `ftm-${python.version}-${requirements.digest('hex').slice(0, 12)}`);
  if (!(await exists(folder))) await install(python.command, neo4j.cacheDir, folder);
  return join(folder, 'bin', 'python');
}

async function install(python: string, cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const part = await mkdtemp(join(cache, 'ftm-part-'));
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--no-compile', '--only-binary', ':all:'];
  try {
    await run(python, ['-m', 'venv', part], { timeout: INSTALL_TIMEOUT_MS });
    await run(join(part, 'bin', 'python'), [...pip, '--requirement', REQUIREMENTS], { timeout: INSTALL_TIMEOUT_MS });
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another run was quicker.
    if (await exists(folder)) return;
    throw new Error(`FollowTheMoney could not be installed from PyPI, which these tests need. ${errorText(error)}`);
  }
}

/** What a command said at its end, or why it did not run. */
function errorText(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: string };
  return stderr.trim().slice(-1_000) || message;
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A value with its entity and property. */
export type Difference = readonly [string, string, string | null];

export interface Report {
  readonly entities: number;
  readonly statements?: number;
  /** What `ftm validate` left out, and what it put in its place. */
  readonly lost: readonly Difference[];
  readonly gained: readonly Difference[];
  /** Required properties that are missing, and references that lead nowhere or to something of another kind. */
  readonly misfits: readonly Difference[];
  /** Statements with other ids than FollowTheMoney gives them, and entities that do not come together from them. */
  readonly wrong?: readonly Difference[];
  readonly apart?: readonly Difference[];
}

export interface Checked {
  readonly codes: {
    readonly countries: readonly string[];
    readonly languages: Readonly<Record<string, string>>;
  };
  readonly reports: Readonly<Record<string, Report>>;
}

/** Holds the exports of a folder against the package, by their names. */
export async function checkedByFtm(folder: string, names: readonly string[]): Promise<Checked> {
  const python = await environment();
  const { stdout } = await run(python, [SCRIPT, folder, ...names], { maxBuffer: 64 * 1_024 * 1_024 });
  return JSON.parse(stdout);
}
