import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from '../../model/errors.js';

const OLDEST_JAVA = 17;

const WAYS_OUT = `Three ways out:
  1. install a JDK ${OLDEST_JAVA} or newer, and have \`java\` on the PATH or JAVA_HOME set;
  2. point NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD at a Neo4j 5.26 or newer that runs already;
  3. start one with Docker: docker compose -f .config/compose.yaml up -d --wait, and set NEO4J_URI and NEO4J_PASSWORD as that file says.`;

/** The path of a Java of at least version 17. Throws a `ConfigError` with the three ways out when there is none. */
export async function findJava(javaHome: string | undefined): Promise<string> {
  const java = javaHome ? join(javaHome, 'bin', 'java') : 'java';
  const version = await javaVersion(java);
  if (version === undefined) {
    throw new ConfigError(`The managed Neo4j needs a JDK, and \`${java}\` does not run.\n${WAYS_OUT}`);
  }
  if (version < OLDEST_JAVA) {
    throw new ConfigError(
      `The managed Neo4j needs a JDK ${OLDEST_JAVA} or newer; \`${java}\` is version ${version}.\n${WAYS_OUT}`,
    );
  }
  return java;
}

async function javaVersion(java: string): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(java, ['-version']);
    const found = /version "(?:1\.)?(\d+)/.exec(stdout + stderr);
    return found ? Number(found[1]) : undefined;
  } catch {
    return undefined;
  }
}
