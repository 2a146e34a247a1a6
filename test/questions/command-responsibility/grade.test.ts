import { describe, expect, test } from '@jest/globals';
import { isChecked, type SourcedStatement } from '../../../src/questions/case-file/case-file.rules.js';
import type { PostingOn } from '../../../src/questions/case-file/cover.rules.js';
import type { Assessment } from '../../../src/questions/command-responsibility/elements/element.rules.js';
import {
  corroborated,
  GRADE_ORDER,
  GRADES,
  gradeOf,
  gradeUnder,
  stronger,
  type Weighing,
  weaker,
} from '../../../src/questions/command-responsibility/grade.rules.js';
import { attribution, caseFile, finding, link, type Piece, passage, posting, report } from '../../support/case-file.js';

const statement = (overrides: Parameters<typeof finding>[1] = {}): SourcedStatement => finding('s', overrides);
const file = caseFile(finding('all', { cites: ['archive', 'daily', 'poor'] }), report('poor', { reliability: 'C' }));
const grade = (weighing: Partial<Weighing>) => gradeOf(file, { supporting: [], against: [], ...weighing });

const FIRM = statement();
const WEAK = statement({ credibility: 3 });
const CONFLICT = statement({ status: 'CONFLICT' });
const WEAK_FINDING = finding('weak', { credibility: 3 });
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
    ['corroborating sources', { supporting: [FIRM], established: true }, 'ESTABLISHED_BY_SOURCES'],
    [
      'corroborating sources and lighter counter-evidence',
      { supporting: [FIRM], against: [WEAK], established: true },
      'INDICATED',
    ],
    [
      'corroborating sources and unchecked counter-evidence',
      { supporting: [FIRM], against: [UNCHECKED], established: true },
      'ESTABLISHED_BY_SOURCES',
    ],
  ] as const)('follows from %s', (_what, weighing, expected) => {
    expect(grade(weighing)).toBe(expected);
  });

  test('orders from nothing to established, with a sentence for each', () => {
    expect(GRADE_ORDER).toEqual(['NO_EVIDENCE', 'CONTESTED', 'ALLEGED', 'INDICATED', 'ESTABLISHED_BY_SOURCES']);
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

describe('an element with accusations', () => {
  const accused = finding('w', { type: 'WARRANT', cites: ['archive', 'daily'] });
  const saidInIt = attribution('i1', 'u3', { cites: ['archive'], byId: 'commission' });
  const weakAgainst = finding('against', { credibility: 4 });
  const under = (supporting: Assessment['supporting'], more: Partial<Assessment> = {}) =>
    gradeUnder({}, caseFile(accused, saidInIt), { supporting, against: [], because: [], missing: [], ...more });

  test.each(['SUSPICION_NOTICE', 'WARRANT', 'CHARGE', 'CONFIRMATION'] as const)(
    'is alleged where a finding of the type %s alone says so, however well sourced',
    (type) => {
      const one = finding('one', { type, cites: ['archive', 'daily'] });
      expect(under({ findings: [one, { ...one, id: 'two' }] })).toBe('ALLEGED');
    },
  );

  test('is alleged where an attribution comes from nowhere but the accusation of the same body', () => {
    expect(under({ attributions: [saidInIt] })).toBe('ALLEGED');
    for (const other of [
      { ...saidInIt, byId: 'body-other' },
      { ...saidInIt, incidentId: 'i2' },
      attribution('i1', 'u3', { cites: ['archive', 'other'], byId: 'commission' }),
    ])
      expect(under({ attributions: [other] })).toBe('INDICATED');
  });

  describe('with an attribution in the report of a warrant, on its incident and by its body', () => {
    const warrant = finding('warrant', { type: 'WARRANT', aboutIds: ['anders'] });
    const to = (toId: string) => attribution('i1', toId, { byId: 'commission' });
    const gradeOfAttribution = (toId: string, ...others: readonly Piece[]) =>
      gradeUnder({}, caseFile(warrant, to(toId), ...others), {
        supporting: { attributions: [to(toId)] },
        against: [],
        because: [],
        missing: [],
      });

    test('is alleged where it is attributed to the person whom the warrant is about', () => {
      expect(gradeOfAttribution('anders')).toBe('ALLEGED');
    });

    test('is indicated where it is attributed to another unit or another person', () => {
      expect(gradeOfAttribution('u3')).toBe('INDICATED');
      expect(gradeOfAttribution('berg')).toBe('INDICATED');
    });

    test('is alleged where another warrant of the same report is about that other person', () => {
      expect(gradeOfAttribution('berg', finding('another', { type: 'WARRANT', aboutIds: ['berg'] }))).toBe('ALLEGED');
      const elsewhere = finding('another', { type: 'WARRANT', aboutIds: ['berg'], cites: ['daily'] });
      expect(gradeOfAttribution('berg', elsewhere)).toBe('INDICATED');
    });

    test('is alleged where the same report links the unit to the person whom the warrant is about', () => {
      expect(gradeOfAttribution('u3', posting('anders', 'u3'))).toBe('ALLEGED');
      expect(gradeOfAttribution('u3', link('u3', 'u2'), posting('anders', 'u2'))).toBe('ALLEGED');
      expect(gradeOfAttribution('u3', link('u3', 'u2'), posting('berg', 'u2'))).toBe('INDICATED');
    });

    test('is indicated where only another report links the unit to that person', () => {
      expect(gradeOfAttribution('u3', posting('anders', 'u3', { cites: ['daily'] }))).toBe('INDICATED');
      expect(gradeOfAttribution('u3', link('u3', 'u2', { cites: ['daily'] }), posting('anders', 'u2'))).toBe(
        'INDICATED',
      );
      const passedOn = { ...passage('archive'), secondary: true };
      const secondHand = { ...posting('anders', 'u3'), citations: [passage('daily'), passedOn] };
      expect(gradeOfAttribution('u3', secondHand)).toBe('INDICATED');
    });

    test('is indicated where the warrant only passes on what that report says', () => {
      const passesOn = { ...warrant, citations: warrant.citations.map((one) => ({ ...one, secondary: true })) };
      const supporting = { attributions: [to('anders')] };
      const file = caseFile(passesOn, to('anders'));
      expect(gradeUnder({}, file, { supporting, against: [], because: [], missing: [] })).toBe('INDICATED');
    });
  });

  test('keeps the grade that the other evidence has, higher or lower than alleged', () => {
    expect(under({ findings: [accused], others: [WEAK_FINDING] })).toBe('INDICATED');
    const against = [weakAgainst];
    expect(under({ others: [WEAK_FINDING] }, { against })).toBe('CONTESTED');
    expect(under({ findings: [accused], others: [WEAK_FINDING] }, { against })).toBe('CONTESTED');
    expect(under({ findings: [accused] }, { gradesApart: { posts: 'CONTESTED' } })).toBe('CONTESTED');
  });

  test('is contested by whatever weighs against the accusation, and has no evidence where nothing supports it', () => {
    expect(under({ findings: [accused] }, { against: [weakAgainst] })).toBe('CONTESTED');
    expect(under({ findings: [accused] }, { reversed: true })).toBe('CONTESTED');
    expect(under({ findings: [{ ...accused, status: 'CONFLICT' }] })).toBe('CONTESTED');
    expect(under({ findings: [accused, { ...accused, status: 'CONFLICT' }] })).toBe('ALLEGED');
    expect(under({ findings: [accused] }, { against: [finding('against', { status: 'ISSUE' })] })).toBe('ALLEGED');
    expect(under({}, { against: [weakAgainst] })).toBe('NO_EVIDENCE');
    expect(under({ findings: [{ ...accused, status: 'ISSUE' }] })).toBe('NO_EVIDENCE');
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
