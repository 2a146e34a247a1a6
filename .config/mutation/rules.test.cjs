// All tests of the rules as one: each mutant then loads the code once, and not once for every file of tests.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const FOLDERS = ['questions/command-responsibility', 'questions', 'questions/case-file', 'entities'];
const RULES = /^questions\/command-responsibility\/|^questions\/(notice|incident-chains|chain-of-command)\.(rules|walk)|^questions\/case-file\/|^entities\/finding/;
const tests = join(__dirname, '../../test');

for (const folder of FOLDERS)
  for (const name of readdirSync(join(tests, folder)).sort())
    if (/(?<!\.graph)\.test\.ts$/.test(name) && RULES.test(`${folder}/${name}`)) require(join(tests, folder, name));
