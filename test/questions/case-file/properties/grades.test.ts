import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../../../src/model/vocabulary.js';
import type { CaseFile, FindingEntry } from '../../../../src/questions/case-file/case-file.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import { FRAMEWORKS, type FrameworkName } from '../../../../src/questions/command-responsibility/frameworks.rules.js';
import { GRADE_ORDER, type Grade } from '../../../../src/questions/command-responsibility/grade.rules.js';
import { classification, conviction, passage } from '../../../support/case-file.js';
import {
  caseFiles,
  citedCaseFiles,
  PEOPLE,
  PUBLISHERS,
  QUESTION_ID,
  REPORTS,
  UNITS,
  under,
} from '../../../support/random-case-file.js';
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

/** An accusation of anybody over the incident, by any body, under the modes of every framework. */
const accusations = fc.record({
  type: fc.constantFrom<FindingEntry['type']>('SUSPICION_NOTICE', 'WARRANT', 'CHARGE', 'CONFIRMATION'),
  bodyId: fc.constantFrom(...PUBLISHERS),
  aboutIds: fc.subarray([...PEOPLE, ...UNITS], { minLength: 1 }),
  credibility: fc.integer({ min: 1, max: 6 }),
  status: fc.constantFrom<FindingEntry['status']>('ACCEPTED', 'CONFLICT', 'WORK_NEEDED'),
  reportIds: fc.subarray(REPORTS, { minLength: 1 }),
});

test('an added accusation never lifts an element above ALLEGED', () => {
  fc.assert(
    fc.property(caseFiles, accusations, frameworks, people, (file, { reportIds, ...accusation }, framework, person) => {
      const accusing = {
        ...conviction('added', { ...accusation, bodyKind: 'COURT', concernsIds: [QUESTION_ID] }),
        classifications: [classification('code', { modes: Object.values(FRAMEWORKS).flatMap(({ modes }) => modes) })],
        citations: reportIds.map(passage),
      };
      const before = matrixOf(file, person, framework)?.elements;
      if (!before) return;
      const after = matrixOf({ ...file, findings: [...file.findings, accusing] }, person, framework)?.elements ?? [];
      for (const [at, { grade }] of after.entries()) {
        const [was, now] = [before[at]?.grade ?? 'NO_EVIDENCE', grade].map((one) => GRADE_ORDER.indexOf(one as Grade));
        if (Number(now) > Number(was)) expect(now).toBeLessThanOrEqual(GRADE_ORDER.indexOf('ALLEGED'));
      }
    }),
    { numRuns: 1000 },
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
