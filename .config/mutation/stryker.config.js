// Run from the main folder, by `npm run mutation`. What it writes goes to dist/, which git and the tests leave alone.
const STATIC_TABLES = ['frameworks', 'legal-rules'];

export default {
  mutate: [
    'src/questions/command-responsibility/**/*.rules.ts',
    ...STATIC_TABLES.map((name) => `!src/questions/command-responsibility/${name}.rules.ts`),
    'src/questions/command/*.rules.ts',
    'src/questions/notice/notice.rules.ts',
    'src/questions/incident-chains/incident-chains.rules.ts',
    'src/questions/case-file/*.rules.ts',
    'src/entities/finding/finding.rules.ts',
  ],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
  jest: { configFile: '.config/mutation/jest.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  ignorePatterns: ['/dist', '/.data', '/seed', '/docs', '/test/tmp', '/.config/mutation/node_modules', '/.git'],
  tempDirName: 'dist/mutation/sandbox',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'dist/mutation/report.json' },
};
