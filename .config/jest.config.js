const shared = {
  rootDir: '..',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
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
  rootDir: '..',
  projects: [
    { ...shared, displayName: 'fast', testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['\\.graph\\.test\\.ts$'] },
    { ...shared, displayName: 'graph', testMatch: ['<rootDir>/test/**/*.graph.test.ts'], globalSetup: '<rootDir>/test/support/start-neo4j.ts', globalTeardown: '<rootDir>/test/support/stop-neo4j.ts' },
  ],
};
