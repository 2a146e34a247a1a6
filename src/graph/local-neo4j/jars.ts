import { spawn } from 'node:child_process';
import { access, chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { ConfigError } from '../../model/errors.js';
import { LOCAL_NEO4J } from './place.js';

const SIZES = 'sizes.json';
const EXPECTED_JARS = 214;
/** Where the Maven Wrapper gets Maven from when there is none on the PATH; `MAVEN_DISTRIBUTION_URL` names another place. */
const MAVEN_DISTRIBUTION = 'https://archive.apache.org/dist/maven/maven-3/3.9.11/binaries/apache-maven-3.9.11-bin.zip';

interface JarPlaces {
  readonly cacheDir: string;
  readonly path: string;
  readonly mavenDistributionUrl: string | undefined;
}

/**
 * Makes sure that the jars of the pinned Neo4j are in the cache and complete; returns their folder. They are downloaded
 * into a folder beside it and moved in one step, so that an interrupted download is never taken for a cache.
 */
export async function ensureJars(places: JarPlaces, say: (line: string) => void): Promise<string> {
  const version = /<neo4j\.version>([^<]+)</.exec(await readFile(join(LOCAL_NEO4J, 'pom.xml'), 'utf8'))?.[1];
  const jars = join(places.cacheDir, `neo4j-${version}`);
  if (await isWhole(jars)) return jars;
  await mkdir(places.cacheDir, { recursive: true });
  await sweep(places.cacheDir);
  await rm(jars, { recursive: true, force: true });
  const partial = `${jars}.partial-${process.pid}`;
  say(`Fetching Neo4j ${version} from Maven Central (${EXPECTED_JARS} jars, 116 MB; once per machine) …`);
  await download(partial, places, say);
  await writeFile(join(partial, SIZES), JSON.stringify(await jarSizes(partial)));
  await rename(partial, jars).catch(async (error) => {
    // Another start may have been faster; its cache is as good as ours.
    await rm(partial, { recursive: true, force: true });
    if (!(await isWhole(jars))) throw error;
  });
  return jars;
}

async function isWhole(jars: string): Promise<boolean> {
  try {
    const expected: Record<string, number> = JSON.parse(await readFile(join(jars, SIZES), 'utf8'));
    const actual = await jarSizes(jars);
    const sizes = Object.entries(expected);
    return sizes.length === EXPECTED_JARS && sizes.every(([name, size]) => actual[name] === size);
  } catch {
    return false;
  }
}

async function jarSizes(folder: string): Promise<Record<string, number>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jar'));
  const sizes = await Promise.all(names.map(async (name) => [name, (await stat(join(folder, name))).size] as const));
  return Object.fromEntries(sizes);
}

/** Removes what interrupted downloads left behind. */
async function sweep(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(cacheDir, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function download(target: string, places: JarPlaces, say: (line: string) => void): Promise<void> {
  const project = join(target, 'project');
  await mkdir(project, { recursive: true });
  await copyFile(join(LOCAL_NEO4J, 'pom.xml'), join(project, 'pom.xml'));
  const maven = (await findMaven(places.path)) ?? (await mavenWrapper(project, places.mavenDistributionUrl, say));
  const goal = ['-B', '-f', join(project, 'pom.xml'), 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  await runMaven(maven, [...goal, `-DoutputDirectory=${target}`], say);
  await rm(project, { recursive: true });
}

async function findMaven(path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    const candidate = join(folder, 'mvn');
    if (
      await access(candidate).then(
        () => true,
        () => false,
      )
    )
      return candidate;
  }
  return undefined;
}

async function mavenWrapper(
  project: string,
  distributionUrl: string | undefined,
  say: (line: string) => void,
): Promise<string> {
  say('There is no `mvn` on the PATH; the Maven Wrapper brings one.');
  const wrapper = join(project, 'mvnw');
  await copyFile(join(LOCAL_NEO4J, 'mvnw'), wrapper);
  await chmod(wrapper, 0o755);
  await mkdir(join(project, '.mvn', 'wrapper'), { recursive: true });
  await writeFile(
    join(project, '.mvn', 'wrapper', 'maven-wrapper.properties'),
    `distributionUrl=${distributionUrl ?? MAVEN_DISTRIBUTION}\n`,
  );
  return wrapper;
}

async function runMaven(maven: string, args: string[], say: (line: string) => void): Promise<void> {
  const child = spawn(maven, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const tail: string[] = [];
  let fetched = 0;
  const read = (line: string) => {
    tail.push(line);
    if (tail.length > 40) tail.shift();
    if (!/Downloaded from .*\.jar /.test(line)) return;
    fetched += 1;
    if (fetched % 25 === 0) say(`  ${fetched} files fetched`);
  };
  createInterface({ input: child.stdout }).on('line', read);
  createInterface({ input: child.stderr }).on('line', read);
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0) {
    const reasons = tail.filter((line) => line.includes('ERROR')).slice(0, 5);
    throw new ConfigError(
      `Maven could not fetch the jars of Neo4j (exit code ${code}):\n${(reasons.length > 0 ? reasons : tail.slice(-5)).join('\n')}`,
    );
  }
}
