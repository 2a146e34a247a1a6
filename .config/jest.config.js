import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

/**
 * A process loads the code once, for all test files that it runs, and not anew in a sandbox for each: that took as long as
 * the fast tests themselves.
 */
const shared = {
  rootDir,
  runner: '<rootDir>/test/support/worker/runner.js',
  setupFiles: ['<rootDir>/test/support/worker/setup.js'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

const neo4j = {
  globalSetup: '<rootDir>/test/support/start-neo4j.js',
  globalTeardown: '<rootDir>/test/support/stop-neo4j.js',
};

/** Tests that change the code which they load: they have processes of their own. */
const ALONE = 'test/model/record/fields/';

export default {
  rootDir,
  testSequencer: '<rootDir>/test/support/fast-first.js',
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.graph\\.test\\.ts$', ALONE],
    },
    {
      ...shared,
      ...neo4j,
      displayName: 'graph',
      testMatch: ['<rootDir>/test/**/*.graph.test.ts'],
      testPathIgnorePatterns: [ALONE],
    },
    { ...shared, ...neo4j, displayName: 'made-up fields', testMatch: [`<rootDir>/${ALONE}*.test.ts`] },
  ],
};
