import neo4j, { type Driver } from 'neo4j-driver';
import { ConfigError } from '../model/errors.js';
import type { Neo4jAddress } from './local-neo4j/managed.js';

const OLDEST_SERVER = [5, 26] as const;

/** Patience for a connection; the driver's own defaults (60 s and 30 s) outlast any client. */
const PATIENCE_MS = 5_000;
/** How long the driver tries a statement again for want of a database. */
const RETRY_MS = 1_000;

/** Opens a driver and checks that the server answers, takes the password and is new enough; each failure is its own `ConfigError`. */
export async function openDriver(address: Neo4jAddress, database: string): Promise<Driver> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password), {
    disableLosslessIntegers: true,
    connectionAcquisitionTimeout: PATIENCE_MS,
    connectionTimeout: PATIENCE_MS,
    // A server that is back has forgotten the connections that were open when it went.
    connectionLivenessCheckTimeout: PATIENCE_MS,
    maxTransactionRetryTime: RETRY_MS,
    userAgent: 'accountability-graph',
  });
  try {
    await checkServer(driver, address, database);
    return driver;
  } catch (error) {
    await driver.close();
    throw error;
  }
}

async function checkServer(driver: Driver, address: Neo4jAddress, database: string): Promise<void> {
  const version = await serverVersion(driver, database).catch((error) => {
    throw new ConfigError(connectionFault(error, address, database));
  });
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor < OLDEST_SERVER[1])) {
    throw new ConfigError(`Neo4j ${OLDEST_SERVER.join('.')} or newer is needed; ${address.uri} runs ${version}.`);
  }
}

async function serverVersion(driver: Driver, database: string): Promise<string> {
  const { records } = await driver.executeQuery(
    "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version",
    {},
    { database, routing: 'READ' },
  );
  return String(records[0]?.get('version') ?? '0');
}

function connectionFault(error: unknown, address: Neo4jAddress, database: string): string {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === 'Neo.ClientError.Security.Unauthorized') {
    return `Neo4j at ${address.uri} refused the password of user ${address.username}. Check NEO4J_USERNAME and NEO4J_PASSWORD.`;
  }
  if (code === 'Neo.ClientError.Security.AuthenticationRateLimit') {
    return `Neo4j at ${address.uri} refused user ${address.username} after too many wrong passwords; wait a little, then check NEO4J_PASSWORD.`;
  }
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') {
    return `Neo4j at ${address.uri} has no database ${database}. Check NEO4J_DATABASE.`;
  }
  return `No Neo4j answers at ${address.uri}: ${message.split('\n')[0]} Check NEO4J_URI, and that the server runs.`;
}
