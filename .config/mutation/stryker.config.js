// Run from the main folder, by `npm run mutation`. What it writes goes to dist/, which git and the tests leave alone.
import otherQuestions from './other-questions.cjs';

/** Tables that are set once when they are loaded. */
const STATIC_TABLES = ['frameworks', 'legal-rules'];

export default {
  // By patterns, so that a new file of rules is mutated unless somebody leaves it out here.
  mutate: [
    'src/questions/**/*.rules.ts',
    'src/entities/**/*.rules.ts',
    'src/model/record/own-words.rules.ts',
    ...otherQuestions.OTHER_QUESTIONS.map((name) => `!src/questions/${name}/**`),
    ...STATIC_TABLES.map((name) => `!src/questions/command-responsibility/${name}.rules.ts`),
  ],
  testRunner: 'mocha',
  mochaOptions: {
    'no-config': true,
    'no-package': true,
    require: ['./.config/mutation/jest-on-mocha.cjs'],
    spec: ['.config/mutation/rules.test.cjs'],
  },
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  // Loops without an end are counted by their rounds; a test that is slow on a busy machine has noticed nothing.
  timeoutMS: 60_000,
  ignorePatterns: ['/dist', '/.data', '/docs', '/test/tmp', '/.config/mutation/node_modules', '/.git'],
  tempDirName: 'dist/mutation/sandbox',
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'dist/mutation/report.json' },
};
