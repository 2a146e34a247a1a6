import { fileURLToPath } from 'node:url';
import main from '../jest.config.js';

/** The fast tests of the rules alone, compiled to CommonJS, which Stryker's runner reloads for each mutant. */
const [fast] = main.projects;
const [pattern, [swc, options]] = Object.entries(fast.transform)[0];

export default {
  ...fast,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  extensionsToTreatAsEsm: [],
  testMatch: ['<rootDir>/.config/mutation/rules.test.cjs'],
  transform: { [pattern]: [swc, { ...options, module: { type: 'commonjs' } }] },
};
