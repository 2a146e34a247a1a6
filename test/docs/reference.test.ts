import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isEnumType, parse, validate } from 'graphql';
import { readConfig } from '../../src/config.js';
import { readDossierRequest } from '../../src/exchange/dossier/dossier-request.js';
import { EXPORTS } from '../../src/exchange/export/export.js';
import { readExportRequest } from '../../src/exchange/export/export-request.js';
import { API_ERRORS } from '../../src/model/errors.js';
import { createSchema } from '../../src/schema.js';
import { blocksIn, PROJECT, readPage, readPages, rowNamesIn } from '../support/pages.js';

/** What the pages say of names, values and commands is what the code has. */

const pages = await readPages();
const schema = createSchema();
const configuration = await readPage('docs/configuration.md');
const code = await readFile(join(PROJECT, 'src', 'config.ts'), 'utf8');
const settings = [...code.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name = '']) => name);
const { scripts } = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8'));

test('the README has at most 130 lines and holds both commands', async () => {
  const { text } = await readPage('README.md');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(130);
  expect(text).toContain('npm ci && npm start\n');
  expect(text).toContain('npm ci && npm run check\n');
});

test('every GraphQL block is valid against the schema', () => {
  const blocks = pages.flatMap((page) => blocksIn(page, 'graphql').map((code) => [page.path, code] as const));
  expect(blocks.length).toBeGreaterThan(5);
  const faults = blocks.flatMap(([path, code]) =>
    validate(schema, parse(code)).map(({ message }) => `${path}: ${message}`),
  );
  expect(faults).toEqual([]);
});

describe('docs/configuration.md', () => {
  test('has a row for every setting but those of the shell, and no other', () => {
    expect(settings).toContain('PORT');
    expect(rowNamesIn(configuration).sort()).toEqual(settings.filter((name) => !OF_THE_SHELL.includes(name)).sort());
    expect(OF_THE_SHELL.filter((name) => !configuration.text.includes(name))).toEqual([]);
  });

  test('gives every default as the code has it', () => {
    const needed = { NEO4J_PASSWORD: 'secret', OIDC_AUDIENCE: 'graph' };
    const bases = [needed, { ...needed, NEO4J_URI: 'bolt://127.0.0.1', OIDC_ISSUER: 'https://issuer.example' }];
    for (const [, name = '', value] of configuration.text.matchAll(/^\| `(\w+)` \| (?:`([^`$]+)`|[^|]*) \|/gm)) {
      const changed = bases.map((base) => [readConfig(base), readConfig({ ...base, [name]: value ?? OTHER[name] })]);
      const same = changed.every(([one, other]) => JSON.stringify(one) === JSON.stringify(other));
      expect([name, same]).toEqual([name, value !== undefined]);
    }
  });
});

const OF_THE_SHELL = ['PATH', 'XDG_CACHE_HOME'];

/** A value that makes a difference, for each setting without a default that can be written. */
const OTHER: Readonly<Record<string, string>> = {
  METRICS_PORT: '9464',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
  CORS_ORIGINS: 'https://example.org',
  TRUSTED_PROXIES: '10.0.0.7',
  OIDC_ISSUER: 'https://other.example',
  OIDC_AUDIENCE: 'other',
  OIDC_DATASETS_CLAIM: 'datasets',
  NEO4J_PASSWORD_FILE: join(PROJECT, 'LICENSE'),
  CACHE_DIR: '/elsewhere',
  NEO4J_URI: 'bolt://elsewhere',
  NEO4J_PASSWORD: 'other',
  JAVA_HOME: '/jdk',
  MAVEN_DISTRIBUTION_URL: 'https://maven.example/maven.zip',
  WEBHOOKS_FILE: 'webhooks.yaml',
  SAFELIST_FILE: 'safelist.json',
  OPERATIONS_AT_ONCE: '32',
};

describe('commands', () => {
  test('docs/commands.md names every script of package.json', async () => {
    const { text } = await readPage('docs/commands.md');
    const missing = Object.keys(scripts).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(text));
    expect(missing).toEqual([]);
  });

  test('every `npm run` of a page is a script', () => {
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, name = '']) => [path, name] as const),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(([, name]) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('errors', () => {
  test('docs/api.md names every code of an error', async () => {
    const names = rowNamesIn(await readPage('docs/api.md'));
    expect(Object.keys(API_ERRORS).filter((code) => !names.includes(code))).toEqual([]);
  });

  test('docs/correcting.md names every code of a refusal, and no other', async () => {
    const { text } = await readPage('docs/correcting.md');
    const codes = schema.getType('UserErrorCode');
    const section = { path: '', text: text.slice(text.indexOf('## Refusals')) };
    expect(
      isEnumType(codes) &&
        codes
          .getValues()
          .map(({ name }) => name)
          .sort(),
    ).toEqual(rowNamesIn(section).sort());
  });
});

describe('parameters', () => {
  /** The names that a request may have, as a refusal lists them. */
  const namesIn = (read: (values: Record<string, string>) => unknown): string[] => {
    try {
      read({ nonsense: '1' });
    } catch (error) {
      const [, names = ''] = /Expected parameters of ([^;]+);/.exec(String(error)) ?? [];
      return names.split(', ');
    }
    return [];
  };

  test('docs/exporting.md names every export and every parameter', async () => {
    const parameters = namesIn((values) => readExportRequest(values, ['profile', 'bom', 'unit', 'on']));
    expect(parameters).toContain('dataset');
    expect(rowNamesIn(await readPage('docs/exporting.md')).sort()).toEqual(
      [...Object.keys(EXPORTS), ...parameters].sort(),
    );
  });

  test('docs/dossier.md names every parameter', async () => {
    const parameters = namesIn(readDossierRequest);
    expect(parameters).toContain('framework');
    expect(rowNamesIn(await readPage('docs/dossier.md')).sort()).toEqual(parameters.sort());
  });
});
