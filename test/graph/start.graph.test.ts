import { afterAll, describe, expect, test } from '@jest/globals';
import { Api, processesOn, programFolder, sweep } from '../support/api.js';
import { anyAddress } from '../support/neo4j-pool.js';

const MINUTE = 60_000;
const { uri, password } = anyAddress();

afterAll(sweep, MINUTE);

/** How a start ends that cannot succeed. */
async function failedStart(environment: NodeJS.ProcessEnv) {
  const dataDir = await programFolder();
  const outcome = await new Api({ DATA_DIR: dataDir, ...environment }).ended;
  expect(processesOn(dataDir)).toEqual([]);
  return outcome;
}

describe('a start that cannot succeed ends with exit code 1 and one sentence of its own', () => {
  test(
    'on a wrong password',
    async () => {
      expect(await failedStart({ NEO4J_URI: uri, NEO4J_PASSWORD: 'wrong-password' })).toMatchObject({
        code: 1,
        stderr: `Neo4j at ${uri} refused the password of user neo4j. Check NEO4J_USERNAME and NEO4J_PASSWORD.\n`,
      });
    },
    MINUTE,
  );

  test(
    'on a database that is not there',
    async () => {
      expect(await failedStart({ NEO4J_URI: uri, NEO4J_PASSWORD: password, NEO4J_DATABASE: 'nowhere' })).toMatchObject({
        code: 1,
        stderr: `Neo4j at ${uri} has no database nowhere. Check NEO4J_DATABASE.\n`,
      });
    },
    MINUTE,
  );

  test(
    'on a server that does not answer',
    async () => {
      const { code, stderr } = await failedStart({ NEO4J_URI: 'bolt://127.0.0.1:1', NEO4J_PASSWORD: 'secret' });
      expect(code).toBe(1);
      expect(stderr).toMatch(
        /^No Neo4j answers at bolt:\/\/127\.0\.0\.1:1: .*Check NEO4J_URI, and that the server runs\.\n$/,
      );
      expect(stderr).not.toContain('secret');
    },
    MINUTE,
  );

  test(
    'without a Java, with three ways out',
    async () => {
      const { code, stderr } = await failedStart({ JAVA_HOME: '/nonexistent' });
      expect(code).toBe(1);
      expect(stderr.split('\n')[0]).toBe('The managed Neo4j needs a JDK, and `/nonexistent/bin/java` does not run.');
      expect(stderr).toMatch(/\nThree ways out:\n {2}1\. .*\n {2}2\. .*\n {2}3\. .*\n$/);
    },
    MINUTE,
  );

  test(
    'on an environment that does not fit',
    async () => {
      expect(await failedStart({ PORT: 'http' })).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/^The configuration does not fit:\n {2}PORT="http": .*\n$/),
      });
    },
    MINUTE,
  );
});
