// All tests of the rules as one: each mutant then loads the code once, and not once for every file of tests. The properties
// of random case files are left out: what they notice differs from run to run, and no figure would be the same twice.
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { OTHER_QUESTIONS } = require('./other-questions.cjs');

const FOLDERS = ['questions', 'entities', 'model/record'];
const RULES = /^questions\/(command-responsibility|case-file)\/[^/]*$|\.(rules|walk)\.test\.ts$/;
const tests = join(__dirname, '../../test');

const isOfTheRules = (path) =>
  /(?<!\.graph)\.test\.ts$/.test(path) && RULES.test(path) && !OTHER_QUESTIONS.some((name) => path.includes(`/${name}.`));

for (const folder of FOLDERS)
  for (const name of readdirSync(join(tests, folder), { recursive: true }).sort())
    if (isOfTheRules(`${folder}/${name}`)) require(join(tests, folder, name));
