import { fileURLToPath } from 'node:url';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

const shared = {
  rootDir,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
};

export default {
  rootDir,
  // Neo4j plans a statement on first use, which takes seconds on a busy machine.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/fast-first.js',
  projects: [
    {
      ...shared,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['\\.graph\\.test\\.ts$'],
    },
    {
      ...shared,
      displayName: 'graph',
      testMatch: ['<rootDir>/test/**/*.graph.test.ts'],
      globalSetup: '<rootDir>/test/support/start-neo4j.js',
      globalTeardown: '<rootDir>/test/support/stop-neo4j.js',
    },
  ],
};
