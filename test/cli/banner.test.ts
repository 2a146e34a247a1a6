import { expect, test } from '@jest/globals';
import { refuseAfterBanner } from '../../src/cli/run-command.js';
import { readConfig } from '../../src/config.js';

const NPM = { npm_lifecycle_event: 'export', npm_config_user_agent: 'npm/11.19.1 node/v20.20.2 linux x64' };

test('an export into a file is refused where npm has written its own lines there first', () => {
  expect(() => refuseAfterBanner('export', false, readConfig(NPM))).toThrow(
    /^Expected standard output for the result alone; .* npm run --silent export -- …, or give --out FILE\.$/,
  );
});

test.each([
  ['to a terminal', true, NPM],
  ['with --silent', false, { ...NPM, npm_config_loglevel: 'silent' }],
  ['started without npm', false, {}],
  ['started by another script of npm', false, { ...NPM, npm_lifecycle_event: 'test' }],
])('an export is written %s', (_title, isTerminal, environment) => {
  expect(() => refuseAfterBanner('export', isTerminal, readConfig(environment))).not.toThrow();
});
