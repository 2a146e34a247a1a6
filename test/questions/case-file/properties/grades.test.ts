import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../../../src/model/vocabulary.js';
import type { CaseFile } from '../../../../src/questions/case-file/case-file.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import { FRAMEWORKS, type FrameworkName } from '../../../../src/questions/command-responsibility/frameworks.rules.js';
import { caseFiles, citedCaseFiles, PEOPLE, under } from '../../../support/random-case-file.js';
import { matrixOf, risesOf } from './rises.js';

const frameworks = fc.constantFrom<FrameworkName[]>(...words(FRAMEWORKS));
const people = fc.constantFrom(...PEOPLE);

test('without a report, a grade rises only where the report supported what weighs against it', () => {
  fc.assert(
    fc.property(caseFiles, frameworks, (random, framework) => {
      const rises = risesOf(narrow(random, under({})), PEOPLE, framework);
      expect(rises.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const backwards = (file: CaseFile): CaseFile => ({
  ...file,
  attributions: file.attributions.toReversed(),
  links: file.links.toReversed(),
  postings: file.postings.toReversed(),
  findings: file.findings.toReversed(),
  indicators: file.indicators.toReversed(),
  measures: file.measures.toReversed(),
});

test('the order of the statements in a file changes no grade', () => {
  fc.assert(
    fc.property(citedCaseFiles, frameworks, people, (file, framework, person) => {
      const grades = (one: CaseFile) => matrixOf(one, person, framework)?.elements.map(({ grade }) => grade);
      expect(grades(backwards(file))).toEqual(grades(file));
    }),
    { numRuns: 500 },
  );
});
