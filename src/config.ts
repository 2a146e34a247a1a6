import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { ConfigError } from './model/errors.js';

/** Everything that the environment may set, in one place: nothing else in the product reads `process.env` (`dev.ts` hands it on). */

const memory = z.string().regex(/^\d+[kmg]$/i, 'expected a size such as 512m or 1g');
const whole = z
  .string()
  .regex(/^\d{1,9}$/, 'expected a whole number')
  .transform(Number);
const port = whole.pipe(z.number().max(65_535));
const positive = whole.pipe(z.number().positive());

const origins = z.string().transform((text, { addIssue }) => {
  const list = text.split(',').map((origin) => origin.trim());
  const isOrigin = (one: string) =>
    one === '*' || (/^https?:[^*]+$/.test(one) && URL.canParse(one) && new URL(one).origin === one);
  if (!list.every(isOrigin))
    addIssue('expected * or origins such as https://example.org, without a path, with commas between them');
  return list;
});

const issuer = z.string().transform((text, { addIssue }) => {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(address?.hostname ?? '');
  if (address?.protocol !== 'https:' && !(isHere && address?.protocol === 'http:'))
    addIssue('expected the https address of an issuer, or an http one on this machine');
  return text;
});

const addresses = z.string().transform((text, { addIssue }) => {
  const list = text.split(',').map((address) => address.trim());
  if (!list.every((one) => ipaddr.isValid(one) || ipaddr.isValidCIDR(one)))
    addIssue('expected addresses or networks such as 10.0.0.7 or 10.0.0.0/8, with commas between them');
  return list;
});

const ENVIRONMENT = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.prefault('4000'),
  DATA_DIR: z.string().min(1).default('.data'),
  CACHE_DIR: z.string().min(1).optional(),
  XDG_CACHE_HOME: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+/, 'expected bolt://, neo4j://, bolt+s:// or neo4j+s:// and a host')
    .optional(),
  NEO4J_USERNAME: z.string().min(1).default('neo4j'),
  NEO4J_PASSWORD: z.string().min(1).optional(),
  NEO4J_PASSWORD_FILE: z.string().min(1).optional(),
  NEO4J_DATABASE: z.string().min(1).default('neo4j'),
  NEO4J_HEAP: memory.default('1g'),
  NEO4J_PAGE_CACHE: memory.default('256m'),
  JAVA_HOME: z.string().min(1).optional(),
  PATH: z.string().default(''),
  MAVEN_DISTRIBUTION_URL: z.url().optional(),
  QUERY_TIMEOUT_MS: positive.prefault('10000'),
  MAX_QUERY_DEPTH: positive.prefault('16'),
  MAX_QUERY_COST: positive.prefault('20000'),
  RATE_LIMIT: whole.prefault('1000000'),
  OPERATIONS_AT_ONCE: positive.optional(),
  ANSWER_CACHE_MB: whole.prefault('64'),
  UPLOADS_MAX_MB: positive.prefault('5000'),
  UPLOADS_MAX_HOURS: positive.prefault('168'),
  SAFELIST_FILE: z.string().min(1).optional(),
  INTROSPECTION: z.enum(['on', 'off']).default('on'),
  START_TOKEN: z.enum(['on', 'off']).default('on'),
  START_TOKEN_MINUTES: positive.prefault('60'),
  READ_AUDIT_DAYS: positive.prefault('365'),
  PUBLIC_READING: z.enum(['on', 'off']).default('on'),
  OIDC_ISSUER: issuer.optional(),
  OIDC_AUDIENCE: z.string().min(1).optional(),
  OIDC_ROLE_CLAIM: z.string().min(1).default('role'),
  OIDC_DATASETS_CLAIM: z.string().min(1).optional(),
  CORS_ORIGINS: origins.optional(),
  TRUSTED_PROXIES: addresses.optional(),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  WEBHOOKS_FILE: z.string().min(1).optional(),
  npm_lifecycle_event: z.string().optional(),
  npm_config_loglevel: z.string().optional(),
  npm_config_user_agent: z.string().default(''),
});

/** Where the graph lives: a Neo4j of our own in the data directory, or one that somebody else runs. */
export type Neo4jConfig =
  | {
      readonly kind: 'managed';
      readonly heap: string;
      readonly pageCache: string;
      readonly mavenDistributionUrl: string | undefined;
      readonly javaHome: string | undefined;
      /** Where to look for `mvn`. */
      readonly path: string;
      readonly cacheDir: string;
      readonly dataDir: string;
    }
  | { readonly kind: 'external'; readonly uri: string; readonly username: string; readonly password: string };

/** Whose tokens are good here. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly audience: string;
  /** The claim with the role; of several roles the highest counts. A name with dots may lead into an object. */
  readonly roleClaim: string;
  /** The claim with the datasets; without it nobody is limited to datasets. */
  readonly datasetsClaim: string | undefined;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: string;
  readonly database: string;
  readonly neo4j: Neo4jConfig;
  readonly queryTimeoutMs: number;
  readonly maxQueryDepth: number;
  readonly maxQueryCost: number;
  /** Points that one client may ask for in a minute; 0 sets no limit. */
  readonly rateLimit: number;
  /** Operations that run at once; one for each processor without it, and two at least. */
  readonly operationsAtOnce: number | undefined;
  /** What the answers may take that are kept for who asks the same while the graph is unchanged; bytes. 0 keeps none. */
  readonly answerCacheBytes: number;
  /** What all files that editors have sent for imports may take; bytes. */
  readonly uploadsMaxBytes: number;
  /** For how long each of them is kept; milliseconds. */
  readonly uploadsMaxAgeMs: number;
  /** The file that names the documents which are answered; all without it. */
  readonly safelistFile: string | undefined;
  readonly introspection: boolean;
  /** Whether each start makes a token with which an administrator acts from this machine. */
  readonly startToken: boolean;
  /** How long that token is good after the start. */
  readonly startTokenMinutes: number;
  /** Whether who shows nothing may read what is public. */
  readonly publicReading: boolean;
  /** How long it is remembered who read what is not public. */
  readonly readAuditDays: number;
  /** The issuer of OpenID Connect whose tokens are good here; none without it. */
  readonly openId: OpenIdSettings | undefined;
  /** Origins whose pages may read the answers; `*` for all. */
  readonly corsOrigins: readonly string[];
  /** Addresses and networks of proxies that are believed when they say for whom they ask. */
  readonly trustedProxies: readonly string[];
  readonly metricsHost: string;
  /** The port of the metrics page; none without it. */
  readonly metricsPort: number | undefined;
  /** Where traces and metrics are sent by OTLP, without the paths of either; nowhere without it. */
  readonly otlpEndpoint: string | undefined;
  /** The file with the webhooks. */
  readonly webhooksFile: string | undefined;
  /** The script that npm has announced on standard output before it started us. */
  readonly announcedScript: string | undefined;
}

/** Reads and checks the environment. Throws a `ConfigError` that names every value that does not fit. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = ENVIRONMENT.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name}=${JSON.stringify(environment[name])}: ${issue.message}`;
    });
    throw new ConfigError(`The configuration does not fit:\n  ${faults.join('\n  ')}`);
  }
  const env = parsed.data;
  const dataDir = resolve(env.DATA_DIR);
  return {
    host: env.HOST,
    port: env.PORT,
    dataDir,
    logLevel: env.LOG_LEVEL,
    database: env.NEO4J_DATABASE,
    neo4j: neo4jConfig(env, dataDir),
    queryTimeoutMs: env.QUERY_TIMEOUT_MS,
    maxQueryDepth: env.MAX_QUERY_DEPTH,
    maxQueryCost: env.MAX_QUERY_COST,
    rateLimit: env.RATE_LIMIT,
    operationsAtOnce: env.OPERATIONS_AT_ONCE,
    answerCacheBytes: env.ANSWER_CACHE_MB * 1_000_000,
    uploadsMaxBytes: env.UPLOADS_MAX_MB * 1_000_000,
    uploadsMaxAgeMs: env.UPLOADS_MAX_HOURS * 3_600_000,
    safelistFile: env.SAFELIST_FILE && resolve(env.SAFELIST_FILE),
    introspection: env.INTROSPECTION === 'on',
    startToken: env.START_TOKEN === 'on',
    startTokenMinutes: env.START_TOKEN_MINUTES,
    readAuditDays: env.READ_AUDIT_DAYS,
    publicReading: env.PUBLIC_READING === 'on',
    openId: openIdSettings(env),
    corsOrigins: env.CORS_ORIGINS ?? [],
    trustedProxies: env.TRUSTED_PROXIES ?? [],
    metricsHost: env.METRICS_HOST,
    metricsPort: env.METRICS_PORT,
    otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/$/, ''),
    webhooksFile: env.WEBHOOKS_FILE && resolve(env.WEBHOOKS_FILE),
    announcedScript: announcedScript(env),
  };
}

function openIdSettings({
  OIDC_ISSUER,
  OIDC_AUDIENCE,
  ...env
}: z.output<typeof ENVIRONMENT>): OpenIdSettings | undefined {
  if (OIDC_ISSUER === undefined) return undefined;
  if (OIDC_AUDIENCE === undefined)
    throw new ConfigError('OIDC_ISSUER is set, so OIDC_AUDIENCE is needed too; it is not set.');
  const { OIDC_ROLE_CLAIM: roleClaim, OIDC_DATASETS_CLAIM: datasetsClaim } = env;
  return { issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE, roleClaim, datasetsClaim };
}

/** npm announces each script on standard output, unless it is silent. */
function announcedScript(env: z.output<typeof ENVIRONMENT>): string | undefined {
  const isAnnounced = env.npm_config_user_agent.startsWith('npm/') && env.npm_config_loglevel !== 'silent';
  return isAnnounced ? env.npm_lifecycle_event : undefined;
}

function neo4jConfig(env: z.output<typeof ENVIRONMENT>, dataDir: string): Neo4jConfig {
  if (env.NEO4J_URI === undefined) {
    return {
      kind: 'managed',
      heap: env.NEO4J_HEAP,
      pageCache: env.NEO4J_PAGE_CACHE,
      mavenDistributionUrl: env.MAVEN_DISTRIBUTION_URL,
      javaHome: env.JAVA_HOME,
      path: env.PATH,
      cacheDir: env.CACHE_DIR
        ? resolve(env.CACHE_DIR)
        : join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'accountability-graph'),
      dataDir,
    };
  }
  const password = env.NEO4J_PASSWORD_FILE
    ? secretIn('NEO4J_PASSWORD_FILE', env.NEO4J_PASSWORD_FILE)
    : env.NEO4J_PASSWORD;
  if (password === undefined) {
    throw new ConfigError('NEO4J_URI is set, so NEO4J_PASSWORD or NEO4J_PASSWORD_FILE is needed too; neither is set.');
  }
  return { kind: 'external', uri: env.NEO4J_URI, username: env.NEO4J_USERNAME, password };
}

/** The secret in a file, as container engines hand secrets over: its first line. The message never shows it. */
function secretIn(name: string, path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(
      `${name}=${path}: expected a file that can be read; got ${(error as NodeJS.ErrnoException).code}.`,
    );
  }
  const [secret = ''] = text.split(/\r?\n/, 1);
  if (secret === '') throw new ConfigError(`${name}=${path}: expected a secret on the first line; it is empty.`);
  return secret;
}
