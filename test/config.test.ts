import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.js';
import { ConfigError } from '../src/model/errors.js';
import { temporaryFolder } from './support/temporary-folder.js';

const refusal = (environment: NodeJS.ProcessEnv): unknown => {
  try {
    return readConfig(environment);
  } catch (error) {
    return error;
  }
};

describe('an empty environment', () => {
  test('gives an API on the loopback address with a Neo4j of its own', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      dataDir: resolve('.data'),
      logLevel: 'warn',
      metricsHost: '127.0.0.1',
      database: 'neo4j',
      neo4j: {
        kind: 'managed',
        heap: '1g',
        pageCache: '256m',
        mavenDistributionUrl: undefined,
        javaHome: undefined,
        path: '',
        cacheDir: join(homedir(), '.cache', 'accountability-graph'),
        dataDir: resolve('.data'),
      },
      queryTimeoutMs: 10000,
      maxQueryDepth: 16,
      maxQueryCost: 20000,
      rateLimit: 1_000_000,
      answerCacheBytes: 64_000_000,
      uploadsMaxBytes: 5_000_000_000,
      uploadsMaxAgeMs: 604_800_000,
      introspection: true,
      startToken: true,
      startTokenMinutes: 60,
      readAuditDays: 365,
      publicReading: true,
      corsOrigins: [],
      trustedProxies: [],
    });
  });
});

describe('the configuration', () => {
  test('takes numbers as numbers, and folders as absolute paths, from the environment', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '8080',
      DATA_DIR: 'some/data',
      CACHE_DIR: 'some/cache',
      LOG_LEVEL: 'silent',
      NEO4J_DATABASE: 'graph',
      NEO4J_HEAP: '512m',
      NEO4J_PAGE_CACHE: '2G',
      JAVA_HOME: '/opt/jdk',
      PATH: '/usr/bin:/bin',
      MAVEN_DISTRIBUTION_URL: 'https://mirror.example.org/maven.zip',
      QUERY_TIMEOUT_MS: '250',
      MAX_QUERY_DEPTH: '8',
      MAX_QUERY_COST: '500',
      RATE_LIMIT: '0',
      OPERATIONS_AT_ONCE: '32',
      ANSWER_CACHE_MB: '5',
      SAFELIST_FILE: 'some/safelist.json',
      UPLOADS_MAX_MB: '7',
      UPLOADS_MAX_HOURS: '2',
      INTROSPECTION: 'off',
      START_TOKEN: 'off',
      START_TOKEN_MINUTES: '5',
      READ_AUDIT_DAYS: '30',
      OIDC_ISSUER: 'https://issuer.example/realm',
      OIDC_AUDIENCE: 'graph',
      OIDC_ROLE_CLAIM: 'realm_access.roles',
      OIDC_DATASETS_CLAIM: 'datasets',
      PUBLIC_READING: 'off',
      CORS_ORIGINS: 'https://one.example, http://localhost:5173',
      TRUSTED_PROXIES: '10.0.0.7, fd00::/8',
      WEBHOOKS_FILE: 'some/webhooks.yaml',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 8080,
      dataDir: resolve('some/data'),
      logLevel: 'silent',
      metricsHost: '127.0.0.1',
      database: 'graph',
      neo4j: {
        kind: 'managed',
        heap: '512m',
        pageCache: '2G',
        mavenDistributionUrl: 'https://mirror.example.org/maven.zip',
        javaHome: '/opt/jdk',
        path: '/usr/bin:/bin',
        cacheDir: resolve('some/cache'),
        dataDir: resolve('some/data'),
      },
      queryTimeoutMs: 250,
      maxQueryDepth: 8,
      maxQueryCost: 500,
      rateLimit: 0,
      operationsAtOnce: 32,
      answerCacheBytes: 5_000_000,
      safelistFile: resolve('some/safelist.json'),
      uploadsMaxBytes: 7_000_000,
      uploadsMaxAgeMs: 7_200_000,
      introspection: false,
      startToken: false,
      startTokenMinutes: 5,
      readAuditDays: 30,
      openId: {
        issuer: 'https://issuer.example/realm',
        audience: 'graph',
        roleClaim: 'realm_access.roles',
        datasetsClaim: 'datasets',
      },
      publicReading: false,
      corsOrigins: ['https://one.example', 'http://localhost:5173'],
      trustedProxies: ['10.0.0.7', 'fd00::/8'],
      webhooksFile: resolve('some/webhooks.yaml'),
    });
  });

  test('puts the jars into the XDG cache folder where there is one', () => {
    expect(readConfig({ XDG_CACHE_HOME: '/var/xdg' }).neo4j).toMatchObject({
      cacheDir: '/var/xdg/accountability-graph',
    });
  });

  test('puts the jars into CACHE_DIR before the XDG cache folder', () => {
    expect(readConfig({ XDG_CACHE_HOME: '/var/xdg', CACHE_DIR: '/jars' }).neo4j).toMatchObject({ cacheDir: '/jars' });
  });

  test('takes PORT=0 as any free port', () => {
    expect(readConfig({ PORT: '0' }).port).toBe(0);
  });

  test.each([
    'bolt://db:7687',
    'neo4j://db',
    'bolt+s://db',
    'neo4j+s://db.example.org:7687',
    'bolt+ssc://db',
    'neo4j+ssc://db',
  ])('may name a Neo4j that somebody else runs: %s', (uri) => {
    expect(readConfig({ NEO4J_URI: uri, NEO4J_PASSWORD: 'secret' }).neo4j).toEqual({
      kind: 'external',
      uri,
      username: 'neo4j',
      password: 'secret',
    });
  });

  test('may name the user of that Neo4j', () => {
    const { neo4j } = readConfig({ NEO4J_URI: 'bolt://db', NEO4J_USERNAME: 'reader', NEO4J_PASSWORD: 'secret' });
    expect(neo4j).toMatchObject({ username: 'reader' });
  });

  test('ignores variables that the product does not know', () => {
    expect(readConfig({ SOMETHING_ELSE: 'x' })).toEqual(readConfig({}));
  });
});

describe('the error of the configuration for a value that does not fit', () => {
  test.each([
    ['HOST', ''],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PORT', ''],
    ['PORT', ' '],
    ['DATA_DIR', ''],
    ['CACHE_DIR', ''],
    ['XDG_CACHE_HOME', ''],
    ['LOG_LEVEL', 'loud'],
    ['LOG_LEVEL', 'WARN'],
    ['NEO4J_URI', ''],
    ['NEO4J_URI', 'http://db:7474'],
    ['NEO4J_URI', 'bolt://'],
    ['NEO4J_URI', 'db:7687'],
    ['NEO4J_USERNAME', ''],
    ['NEO4J_PASSWORD', ''],
    ['NEO4J_PASSWORD_FILE', ''],
    ['NEO4J_DATABASE', ''],
    ['NEO4J_HEAP', '1'],
    ['NEO4J_HEAP', '1 g'],
    ['NEO4J_HEAP', '1g -XX:+Evil'],
    ['NEO4J_PAGE_CACHE', 'much'],
    ['NEO4J_PAGE_CACHE', '1g\ndbms.security.auth_enabled=false'],
    ['JAVA_HOME', ''],
    ['MAVEN_DISTRIBUTION_URL', 'maven.zip'],
    ['QUERY_TIMEOUT_MS', '0'],
    ['QUERY_TIMEOUT_MS', ''],
    ['QUERY_TIMEOUT_MS', '5s'],
    ['MAX_QUERY_DEPTH', '-3'],
    ['MAX_QUERY_DEPTH', '1.5'],
    ['MAX_QUERY_COST', 'NaN'],
    ['MAX_QUERY_COST', 'Infinity'],
    ['INTROSPECTION', 'true'],
    ['CORS_ORIGINS', ''],
    ['TRUSTED_PROXIES', 'proxy.example'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['CORS_ORIGINS', 'example.org'],
    ['CORS_ORIGINS', 'https://example.org/'],
    ['CORS_ORIGINS', 'https://example.org/app'],
    ['CORS_ORIGINS', 'https://*.example.org'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'file:///x'],
  ])('names %s=%j and what was expected', (name, value) => {
    const error = refusal({ [name]: value });
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).message).toMatch(/^The configuration does not fit:\n {2}/);
    expect((error as ConfigError).message).toContain(`${name}=${JSON.stringify(value)}: `);
  });

  test('lists the words that would fit', () => {
    expect(refusal({ LOG_LEVEL: 'loud' })).toMatchObject({
      message: expect.stringContaining('"fatal"|"error"|"warn"'),
    });
    expect(refusal({ NEO4J_HEAP: 'big' })).toMatchObject({
      message: 'The configuration does not fit:\n  NEO4J_HEAP="big": expected a size such as 512m or 1g',
    });
    expect(refusal({ NEO4J_URI: 'db' })).toMatchObject({
      message: expect.stringContaining('expected bolt://, neo4j://, bolt+s:// or neo4j+s:// and a host'),
    });
  });

  test('names all such values at once', () => {
    const error = refusal({ PORT: 'http', LOG_LEVEL: 'loud', NEO4J_HEAP: 'big' }) as ConfigError;
    expect(error.message.split('\n').map((line) => line.trim().split(':')[0])).toEqual([
      'The configuration does not fit',
      'PORT="http"',
      'LOG_LEVEL="loud"',
      'NEO4J_HEAP="big"',
    ]);
  });
});

test('NEO4J_URI without NEO4J_PASSWORD says which of the two is missing', () => {
  expect(refusal({ NEO4J_URI: 'bolt://db:7687' })).toEqual(
    new ConfigError('NEO4J_URI is set, so NEO4J_PASSWORD or NEO4J_PASSWORD_FILE is needed too; neither is set.'),
  );
});

describe('NEO4J_PASSWORD_FILE', () => {
  const folder = temporaryFolder();
  const uri = { NEO4J_URI: 'bolt://db' };
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  test.each(['se cret', 'se cret\n', 'se cret\r\n', 'se cret\nof the first line\n'])(
    'gives the password, and is taken instead of NEO4J_PASSWORD: %j',
    (text) => {
      const NEO4J_PASSWORD_FILE = file('password', text);
      const environment = { ...uri, NEO4J_PASSWORD: 'other', NEO4J_PASSWORD_FILE };
      expect(readConfig(environment).neo4j).toMatchObject({ password: 'se cret' });
    },
  );

  test('stops the start where there is no file, or nothing in it, with its path and never its content', () => {
    const nowhere = join(folder, 'nowhere');
    expect(refusal({ ...uri, NEO4J_PASSWORD_FILE: nowhere })).toEqual(
      new ConfigError(`NEO4J_PASSWORD_FILE=${nowhere}: expected a file that can be read; got ENOENT.`),
    );
    const empty = file('empty', '\nsecret');
    expect(refusal({ ...uri, NEO4J_PASSWORD_FILE: empty })).toEqual(
      new ConfigError(`NEO4J_PASSWORD_FILE=${empty}: expected a secret on the first line; it is empty.`),
    );
  });
});
