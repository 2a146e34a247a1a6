import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import semver from 'semver';

/**
 * `npm run advisories -- --database PATH`: holds all packages and jars that are installed against a database of known faults
 * in the OSV format, without the network. PATH is a file `all.zip` of the export of osv.dev, or a folder with such files or
 * with single advisories. Ends with 1 if one is affected, and with 2 if the database cannot be read.
 */

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const JARS = join(PROJECT, 'src', 'graph', 'local-neo4j', 'sbom.cdx.json');

/** Everything installed: the packages of the lock file, and the jars of the managed Neo4j. */
export async function installed(lockFile = join(PROJECT, 'package-lock.json'), jarsFile = JARS) {
  const { packages } = JSON.parse(await readFile(lockFile, 'utf8'));
  const { components } = JSON.parse(await readFile(jarsFile, 'utf8'));
  return [
    ...Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, { name, version, dev }]) => ({
        ecosystem: 'npm',
        name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version,
        use: dev ? 'development' : 'production',
      })),
    ...components.map(({ group, name, version }) => ({
      ecosystem: 'Maven',
      name: `${group}:${name}`,
      version,
      use: 'managed Neo4j',
    })),
  ];
}

/** Every advisory of a database that affects one of the components, and how many it has. */
export async function affecting(components, database) {
  const found = [];
  let count = 0;
  const byName = grouped(components);
  for await (const advisory of advisoriesIn(database)) {
    count += 1;
    if (!advisory.withdrawn) found.push(...affectedBy(advisory, byName));
  }
  return { found, count };
}

function grouped(components) {
  const byName = new Map();
  for (const component of components) {
    const name = nameOf(component);
    byName.set(name, [...(byName.get(name) ?? []), component]);
  }
  return byName;
}

const affectedBy = (advisory, byName) =>
  (advisory.affected ?? []).flatMap((affected) =>
    (affected.package ? (byName.get(nameOf(affected.package)) ?? []) : [])
      .filter((component) => isAffected(component, affected))
      .map((component) => ({ advisory, affected, component })),
  );

const nameOf = ({ ecosystem, name }) => `${ecosystem} ${name}`;

/** By the versions that it lists; of npm by its ranges too. One of Maven that lists no version is left to a person to look at. */
function isAffected({ ecosystem, version }, { versions = [], ranges = [] }) {
  if (versions.includes(version)) return true;
  if (ecosystem !== 'npm') return versions.length === 0 && ranges.length > 0;
  return ranges.filter(({ type }) => type === 'SEMVER').some(({ events }) => isInRange(version, events));
}

/** The events of a range, in any order: affected from each `introduced` up to the next `fixed`, or through `last_affected`. */
function isInRange(version, events) {
  const here = ordered(version);
  const before = events
    .flatMap((event) => Object.entries(event))
    .map(([kind, at]) => ({ kind, at: ordered(at) }))
    .filter(({ kind, at }) =>
      kind === 'last_affected' ? semver.gt(here, at) : kind !== 'limit' && semver.gte(here, at),
    )
    .sort((a, b) => semver.compare(a.at, b.at) || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return before.at(-1)?.kind === 'introduced';
}

const ORDER = ['fixed', 'introduced', 'last_affected'];
/** `0` stands before all versions. */
const ordered = (version) =>
  version === '0' ? '0.0.0-0' : (semver.parse(version, { loose: true }) ?? semver.coerce(version) ?? '0.0.0-0');

async function* advisoriesIn(path) {
  if ((await stat(path)).isDirectory()) {
    for (const name of (await readdir(path)).sort()) yield* advisoriesIn(join(path, name));
  } else if (path.endsWith('.json')) yield advisory(path, await readFile(path, 'utf8'));
  else if (path.endsWith('.zip')) {
    const files = unzipSync(await readFile(path), { filter: ({ name }) => name.endsWith('.json') });
    for (const [name, bytes] of Object.entries(files)) yield advisory(`${path}/${name}`, strFromU8(bytes));
  }
}

function advisory(path, text) {
  const value = JSON.parse(text);
  if (typeof value.id !== 'string') throw new Error(`${path} is no advisory: expected an id in the OSV format.`);
  return value;
}

const fixedIn = ({ ranges = [] }) => ranges.flatMap(({ events }) => events.flatMap(({ fixed }) => fixed ?? []));

/** What is to be said, and how the program ends. */
export async function report(database, components) {
  if (database === undefined)
    return {
      lines: [
        'SKIPPED: nothing was checked, because no database was given. Fetch https://osv-vulnerabilities.storage.googleapis.com/npm/all.zip (and …/Maven/all.zip), and name their folder: npm run advisories -- --database FOLDER',
      ],
      code: 0,
    };
  const { found, count } = await affecting(components, database);
  if (count === 0) return { lines: [`Expected advisories in ${database}; found none. Nothing was checked.`], code: 2 };
  const lines = found.map(({ advisory: { id, summary }, affected, component: { name, version, use } }) => {
    const fixed = fixedIn(affected);
    const remedy = fixed.length > 0 ? `fixed in ${fixed.join(', ')}` : 'no version is known to be fixed';
    return `${id}: ${name} ${version} (${use}): ${summary ?? 'no summary'}; ${remedy}`;
  });
  const verdict = `${components.length} components held against ${count} advisories: ${found.length} found.`;
  return { lines: [...lines, verdict], code: found.length > 0 ? 1 : 0 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { database } = parseArgs({ options: { database: { type: 'string' } } }).values;
    const { lines, code } = await report(database, await installed());
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = code;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
