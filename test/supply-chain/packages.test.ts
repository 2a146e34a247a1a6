import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { readConfig } from '../../src/config.js';
import { LOCAL_NEO4J, PROJECT } from '../../src/graph/local-neo4j/place.js';

/** What the product is made of: the lock file, the licences, and the two lists of parts (SBOM, CycloneDX 1.5). */

interface Locked {
  readonly optional?: boolean;
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const json = async (...path: string[]) => JSON.parse(await readFile(join(PROJECT, ...path), 'utf8'));
const { packages } = await json('package-lock.json');
const { dependencies, devDependencies, allowScripts } = await json('package.json');
const locked = Object.entries(packages as Record<string, Locked>).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the lock file', () => {
  test('has a SHA-512 of every package', () => {
    expect(locked.length).toBeGreaterThan(300);
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  test('takes every package from the registry that npm is set to, and none from an address or a folder', () => {
    expect(locked.filter(([, { resolved, link }]) => resolved !== undefined || link)).toEqual([]);
  });

  test('has no install script but those that are switched off by name', () => {
    const names = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
    expect(names.filter((name) => allowScripts[name] !== false)).toEqual([]);
    expect(Object.values(allowScripts)).not.toContain(true);
  });

  test('pins what package.json names, to one version each', () => {
    const versions = Object.values({ ...dependencies, ...devDependencies }) as string[];
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

/** Licences that let everybody use, change and pass on a program, if they keep the notice. */
const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Zlib',
];
/** Of tests alone: they are not part of the product. */
const ALLOWED_IN_TESTS = [...ALLOWED, 'CC-BY-4.0', 'Python-2.0', 'MIT-0', 'MPL-2.0', 'Unlicense'];

/** `A AND B` needs both, `A OR B` one. */
const isAllowed = (expression: string, allowed: readonly string[]): boolean =>
  expression
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((all) => all.split(' OR ').some((one) => allowed.includes(one)));

describe('the licences', () => {
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['(MIT AND BSD-3-Clause)', true],
    ['(MIT AND GPL-3.0-only)', false],
    ['SEE LICENSE IN LICENSE.txt', false],
    ['', false],
  ])('of %j are allowed: %s', (expression, expected) => {
    expect(isAllowed(expression, ALLOWED)).toBe(expected);
  });

  const unfit = (isDevelopment: boolean, allowed: readonly string[]) =>
    locked
      .filter(([, { dev = false, license = '' }]) => dev === isDevelopment && !isAllowed(license, allowed))
      .map(([path, { license }]) => `${nameOf(path)}: ${license}`);

  test('of every package of the product ask for no more than a notice', () => {
    expect(unfit(false, ALLOWED)).toEqual([]);
  });

  test('of every package of the tests are known', () => {
    expect(unfit(true, ALLOWED_IN_TESTS)).toEqual([]);
  });
});

interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly unknown[];
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

describe('the list of parts', () => {
  let faultsOf: (document: unknown) => unknown[];
  let jars: { components: Component[] };

  beforeAll(async () => {
    const schema = (name: string) =>
      json('node_modules', '@cyclonedx', 'cyclonedx-library', 'res', 'schema', `${name}.SNAPSHOT.schema.json`);
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    ajv.addFormat('iri-reference', (text) => URL.canParse(text, 'https://example.org') && !/\s/.test(text));
    ajv.addFormat('idn-email', true);
    ajv.addSchema(await schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
    ajv.addSchema(await schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
    const validate = ajv.compile(await schema('bom-1.5'));
    faultsOf = (document) => (validate(document) ? [] : (validate.errors ?? []));
    jars = await json('src', 'graph', 'local-neo4j', 'sbom.cdx.json');
  });

  test('of npm is valid, and has each package of the product once, with its licence and hash', async () => {
    const script = [join(PROJECT, '.ci', 'sbom.js')];
    const { stdout } = await promisify(execFile)(process.execPath, script, { maxBuffer: 50_000_000 });
    const document = JSON.parse(stdout);
    expect(faultsOf(document)).toEqual([]);
    const listed = (document.components as Component[]).map(({ name, version }) => `${name}@${version}`);
    // A package for another machine is locked, and not installed here.
    const installed = locked
      .filter(([path, { dev, optional }]) => !dev && (!optional || existsSync(join(PROJECT, path))))
      .map(([path, { version }]) => `${nameOf(path)}@${version}`);
    expect([...new Set(listed)].sort()).toEqual([...new Set(installed)].sort());
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.length).toBeGreaterThan(150);
    const bare = (document.components as Component[]).filter(({ licenses, hashes }) => !licenses || !hashes);
    expect(bare).toEqual([]);
  }, 30_000);

  test('of the managed Neo4j is valid, and is of the version that the pom names', async () => {
    expect(faultsOf(jars)).toEqual([]);
    const version = /<neo4j\.version>([^<]+)</.exec(await readFile(join(LOCAL_NEO4J, 'pom.xml'), 'utf8'))?.[1];
    expect(jars.components).toContainEqual(expect.objectContaining({ name: 'neo4j', version }));
    expect(jars.components.filter(({ licenses, purl }) => !licenses || !purl.startsWith('pkg:maven/'))).toEqual([]);
  });

  test('of the managed Neo4j has each jar of the cache, with the SHA-256 of its bytes', async () => {
    const { neo4j } = readConfig({ ...process.env, NEO4J_URI: undefined });
    if (neo4j.kind !== 'managed') throw new Error('Expected the managed Neo4j.');
    const version = jars.components.find(({ name }) => name === 'neo4j')?.version;
    const folder = join(neo4j.cacheDir, `neo4j-${version}`);
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jar'));
    if (names.length === 0) return process.stdout.write(`SKIPPED: no jars in ${folder}; a first start fetches them.\n`);
    const hashes = await Promise.all(
      names.map(async (name) =>
        createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex'),
      ),
    );
    const listed = jars.components.map(({ hashes }) => hashes.find(({ alg }) => alg === 'SHA-256')?.content);
    expect(hashes.sort()).toEqual(listed.sort());
  }, 30_000);
});
