import { describe, expect, test } from '@jest/globals';
import type { SourcedStatement } from '../../../src/questions/case-file/case-file.rules.js';
import type { PostingOn } from '../../../src/questions/case-file/cover.rules.js';
import {
  corroborated,
  GRADE_ORDER,
  GRADES,
  gradeOf,
  isChecked,
  stronger,
  type Weighing,
  weaker,
} from '../../../src/questions/command-responsibility/grade.rules.js';
import { caseFile, finding, posting, report } from '../../support/case-file.js';

const statement = (overrides: Parameters<typeof finding>[1] = {}): SourcedStatement => finding('s', overrides);
const file = caseFile(finding('all', { cites: ['archive', 'daily', 'poor'] }), report('poor', { reliability: 'C' }));
const grade = (weighing: Partial<Weighing>) => gradeOf(file, { supporting: [], against: [], ...weighing });

const FIRM = statement();
const WEAK = statement({ credibility: 3 });
const CONFLICT = statement({ status: 'CONFLICT' });
const UNCHECKED = statement({ status: 'WORK_NEEDED' });

describe('a grade', () => {
  test.each([
    ['nothing', {}, 'NO_EVIDENCE'],
    ['only counter-evidence', { against: [FIRM] }, 'NO_EVIDENCE'],
    ['only what was not checked', { supporting: [UNCHECKED, statement({ status: 'ISSUE' })] }, 'NO_EVIDENCE'],
    ['one accepted claim', { supporting: [WEAK] }, 'INDICATED'],
    ['claims in conflict alone', { supporting: [CONFLICT, CONFLICT] }, 'CONTESTED'],
    ['a claim in conflict together with an accepted one', { supporting: [CONFLICT, FIRM] }, 'INDICATED'],
    ['claims of equal weight', { supporting: [FIRM], against: [FIRM] }, 'CONTESTED'],
    ['weak claims of equal weight', { supporting: [WEAK], against: [WEAK] }, 'CONTESTED'],
    ['weightier counter-evidence', { supporting: [WEAK], against: [WEAK, FIRM] }, 'CONTESTED'],
    ['lighter counter-evidence', { supporting: [WEAK, FIRM], against: [WEAK] }, 'INDICATED'],
    ['unchecked counter-evidence', { supporting: [FIRM], against: [UNCHECKED] }, 'INDICATED'],
    ['a reversal and support', { supporting: [FIRM], reversed: true }, 'CONTESTED'],
    ['a reversal alone', { reversed: true }, 'NO_EVIDENCE'],
    ['a court’s finding', { established: 'BY_COURT' }, 'ESTABLISHED_BY_SOURCES'],
    [
      'a court’s finding against all else',
      { supporting: [FIRM], against: [FIRM], reversed: true, established: 'BY_COURT' },
      'ESTABLISHED_BY_SOURCES',
    ],
    ['corroborating sources', { supporting: [FIRM], established: 'BY_SOURCES' }, 'ESTABLISHED_BY_SOURCES'],
    [
      'corroborating sources and lighter counter-evidence',
      { supporting: [FIRM], against: [WEAK], established: 'BY_SOURCES' },
      'INDICATED',
    ],
    [
      'corroborating sources and unchecked counter-evidence',
      { supporting: [FIRM], against: [UNCHECKED], established: 'BY_SOURCES' },
      'ESTABLISHED_BY_SOURCES',
    ],
  ] as const)('follows from %s', (_what, weighing, expected) => {
    expect(grade(weighing)).toBe(expected);
  });

  test('orders from nothing to established, with a sentence for each', () => {
    expect(GRADE_ORDER).toEqual(['NO_EVIDENCE', 'CONTESTED', 'INDICATED', 'ESTABLISHED_BY_SOURCES']);
    expect(Object.keys(GRADES).sort()).toEqual([...GRADE_ORDER].sort());
    for (const [at, a] of GRADE_ORDER.entries())
      for (const [other, b] of GRADE_ORDER.entries()) {
        expect(weaker(a, b)).toBe(GRADE_ORDER[Math.min(at, other)]);
        expect(stronger(a, b)).toBe(GRADE_ORDER[Math.max(at, other)]);
      }
  });

  test('rests on checked statements, in conflict or not', () => {
    expect(
      (['ACCEPTED', 'CONFLICT', 'WORK_NEEDED', 'ISSUE'] as const).map((status) => isChecked(statement({ status }))),
    ).toEqual([true, true, false, false]);
  });
});

describe('whether claims corroborate one another', () => {
  const on = (overrides: Parameters<typeof posting>[2] = {}, cover: PostingOn['cover'] = 'CITED'): PostingOn => ({
    ...posting('anders', 'u2', overrides),
    cover,
  });
  const both = ['archive', 'daily'];

  test.each([
    ['by two publisher groups in one claim', [on({ cites: both })], true],
    ['by one publisher group each', [on(), on({ cites: ['daily'] })], true],
    ['by one publisher group', [on(), on()], false],
    ['where the second publisher group is of low reliability', [on({ cites: ['archive', 'poor'] })], false],
    ['where the second claim is of low credibility', [on(), on({ cites: ['daily'], credibility: 3 })], false],
    ['where it is in conflict', [on(), on({ cites: ['daily'], status: 'CONFLICT' })], false],
    ['where it covers the day imprecisely', [on(), on({ cites: ['daily'] }, 'IMPRECISE')], false],
    ['where it is assumed', [on(), on({ cites: ['daily'] }, 'ASSUMED')], false],
    ['of nothing', [], false],
  ])('is decided for claims %s', (_how, claims, expected) => {
    expect(corroborated(file, claims)).toBe(expected);
  });
});
