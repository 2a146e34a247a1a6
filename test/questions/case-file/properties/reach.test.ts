import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverOn } from '../../../../src/model/date-range.js';
import { words } from '../../../../src/model/vocabulary.js';
import type { CaseFile } from '../../../../src/questions/case-file/case-file.rules.js';
import { postingsOn } from '../../../../src/questions/case-file/cover.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import { GRADES } from '../../../../src/questions/command-responsibility/grade.rules.js';
import { chainAbove } from '../../../../src/questions/incident-chains/incident-chains.rules.js';
import { caseFiles, DAY, UNITS, under } from '../../../support/random-case-file.js';
import { matrixOf, risesOf } from './rises.js';

/** What the properties of this folder are about, and so must meet in random files, or they would hold of nothing. */
function reachedIn(random: CaseFile): string[] {
  const file = narrow(random, under({}));
  const postings = postingsOn(file, DAY);
  const overruled = postings.filter(({ cover, range }) => cover !== coverOn(range, DAY));
  const chains = UNITS.map((unit) => chainAbove(file, unit, DAY));
  const elements = matrixOf(file, 'person-0', 'AD_HOC_TRIBUNALS')?.elements ?? [];
  const established = elements.filter(({ grade }) => grade === 'ESTABLISHED_BY_SOURCES');
  const rises = risesOf(file, ['person-0'], 'AD_HOC_TRIBUNALS');
  return [
    ...overruled.map(({ range }) => `${coverOn(range, DAY)} beaten`),
    ...postings.map(({ cover }) => cover),
    ...chains.map(({ warnings, levels }) => (warnings.length > 0 ? 'circle' : `${levels.length} levels`)),
    ...elements.map(({ grade }) => grade),
    ...established.map(({ element }) => `${element} established`),
    ...elements.flatMap(({ supporting, weighingAgainst, context }) =>
      [...supporting, ...weighingAgainst, ...context].flatMap(({ marks }) => marks),
    ),
    ...rises.flatMap(({ reasons }) => reasons.map((reason) => `rise: ${reason}`)),
  ];
}

const PEOPLE = [
  ...['ASSUMED beaten', 'OPEN beaten', 'CITED', 'IMPRECISE', 'ASSUMED', 'OPEN', 'NONE', 'circle', '3 levels'],
  ...words(GRADES),
  ...['SUPERIOR_STATUS', 'SUBORDINATION', 'EFFECTIVE_CONTROL', 'KNOWLEDGE'].map((element) => `${element} established`),
  ...['OVERTURNED', 'REPLACED', 'AFFIRMED', 'CONFLICT', 'NOT_CHECKED', 'SUCCESSOR'],
  ...['AGAINST', 'REVERSAL', 'END', 'TIE'].map((reason) => `rise: ${reason}`),
];

test('random case files reach every case that the property tests are about', () => {
  const reached = fc.sample(caseFiles, 500).flatMap(reachedIn);
  expect(PEOPLE.filter((what) => !reached.includes(what))).toEqual([]);
});
