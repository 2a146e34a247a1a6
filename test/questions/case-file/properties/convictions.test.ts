import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { words } from '../../../../src/model/vocabulary.js';
import type { CaseFile, FindingEntry } from '../../../../src/questions/case-file/case-file.rules.js';
import {
  type ElementName,
  FRAMEWORKS,
  type FrameworkName,
} from '../../../../src/questions/command-responsibility/frameworks.rules.js';
import { caseFiles, PEOPLE, QUESTION_ID } from '../../../support/random-case-file.js';
import { matrixOf } from './rises.js';

/** What a person could do, knew and did: no claim on posts and links establishes it. */
const MATTERS_FOR_A_COURT: readonly ElementName[] = [
  'EFFECTIVE_CONTROL',
  'KNOWLEDGE',
  'FAILURE_TO_PREVENT',
  'FAILURE_TO_PUNISH_OR_SUBMIT',
  'CAUSATION',
];

const isReversed = ({ findings }: CaseFile, id: string): boolean =>
  findings.some(
    (later) =>
      later.relations.some(({ relation, toId }) => toId === id && ['REVERSES', 'REPLACES'].includes(relation)) &&
      !findings.some((last) =>
        last.relations.some(({ relation, toId }) => toId === later.id && relation === 'REVERSES'),
      ),
  );

const convicts = (file: CaseFile, finding: FindingEntry, person: string) =>
  finding.type === 'CONVICTION' &&
  finding.bodyKind === 'COURT' &&
  finding.standard === 'BEYOND_REASONABLE_DOUBT' &&
  finding.aboutIds.includes(person) &&
  finding.concernsIds.includes(QUESTION_ID) &&
  ['ACCEPTED', 'CONFLICT'].includes(finding.status) &&
  !isReversed(file, finding.id);

const cases = [caseFiles, fc.constantFrom(...PEOPLE), fc.constantFrom<FrameworkName[]>(...words(FRAMEWORKS))] as const;

test('only a standing conviction of the person on the incident, beyond reasonable doubt, lifts control, knowledge and failures above INDICATED', () => {
  fc.assert(
    fc.property(...cases, (file, person, framework) => {
      const convicted = file.findings.some((finding) => convicts(file, finding, person));
      for (const { element, grade } of matrixOf(file, person, framework)?.elements ?? [])
        if (grade === 'ESTABLISHED_BY_SOURCES' && MATTERS_FOR_A_COURT.includes(element)) expect(convicted).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('an answer states the presumption of innocence where the case file has no conviction', () => {
  fc.assert(
    fc.property(...cases, (file, person, framework) => {
      const convicted = file.findings.some(
        ({ type, aboutIds, concernsIds, status }) =>
          type === 'CONVICTION' &&
          aboutIds.includes(person) &&
          concernsIds.includes(QUESTION_ID) &&
          ['ACCEPTED', 'CONFLICT'].includes(status),
      );
      if (!convicted) expect(matrixOf(file, person, framework)?.presumption).toContain('presumed innocent');
    }),
    { numRuns: 500 },
  );
});
