import { describe, expect, test } from '@jest/globals';
import { classification, conviction, finding, indicator, type Piece } from '../../support/case-file.js';
import { CHAIN, elementOf, gradeOf, ids, marked, matrixOf } from './matrix.js';

const COMMON = [
  'UNDERLYING_CRIME',
  'PERPETRATOR_LINK',
  'SUPERIOR_STATUS',
  'SUBORDINATION',
  'EFFECTIVE_CONTROL',
  'TEMPORAL_COINCIDENCE',
  'KNOWLEDGE',
] as const;
const DUTIES = ['FAILURE_TO_PREVENT', 'FAILURE_TO_PUNISH_OR_SUBMIT'] as const;
const reverses = (toId: string) => [{ relation: 'REVERSES', toId }] as const;
const acquittal = (overrides: Parameters<typeof finding>[1] = {}) =>
  conviction('acquittal', { type: 'ACQUITTAL', decided: '2025', ...overrides });
const grades = (...more: readonly Piece[]) =>
  Object.fromEntries(matrixOf([...CHAIN, ...more]).elements.map(({ element, grade }) => [element, grade]));

describe('R16: causation exists for Article 28 only and is never inferred, only cited', () => {
  test('both limbs of Article 28 have the element, and the ad hoc framework has not', () => {
    const elements = (framework: Parameters<typeof matrixOf>[1]) =>
      matrixOf(CHAIN, framework).elements.map(({ element }) => element);
    expect(elements({ framework: 'AD_HOC_TRIBUNALS' })).toEqual([...COMMON, ...DUTIES]);
    expect(elements({ framework: 'ROME_STATUTE_28A' })).toEqual([...COMMON, ...DUTIES, 'CAUSATION']);
    expect(elements({ framework: 'ROME_STATUTE_28B' })).toEqual([
      ...COMMON,
      'WITHIN_RESPONSIBILITY',
      ...DUTIES,
      'CAUSATION',
    ]);
  });

  test('no conviction supports causation, and only a source that states it does', () => {
    expect(elementOf([...CHAIN, conviction('d')], 'CAUSATION')).toMatchObject({
      grade: 'NO_EVIDENCE',
      because: ['R16'],
      missing: ['Looked for a source that says that the failure of control led to the crime, and found none.'],
    });
    const cited = indicator('CAUSATION_CITED', ['anders', 'i1']);
    const found = elementOf([...CHAIN, cited], 'CAUSATION');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R16'], missing: [] });
    expect(ids(found.supporting)).toEqual([cited.id]);
  });

  test('a source that denies causation weighs against, and one about another person or code does not count', () => {
    const against = indicator('CAUSATION_CITED', ['anders', 'i1'], { polarity: 'WEIGHS_AGAINST' });
    expect(ids(elementOf([...CHAIN, against], 'CAUSATION').weighingAgainst)).toEqual([against.id]);
    expect(elementOf([...CHAIN, against], 'CAUSATION')).toMatchObject({ supporting: [], missing: [] });
    for (const other of [indicator('CAUSATION_CITED', ['berg', 'i1']), indicator('TASKS_PERFORMED', ['anders', 'i1'])])
      expect(elementOf([...CHAIN, other], 'CAUSATION')).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
  });
});

test('concern within the responsibility of a superior is only cited, and never inferred', () => {
  const question = { framework: 'ROME_STATUTE_28B' } as const;
  const cited = indicator('WITHIN_RESPONSIBILITY', ['anders', 'u2']);
  expect(elementOf([...CHAIN, cited], 'WITHIN_RESPONSIBILITY', question)).toMatchObject({
    grade: 'INDICATED',
    because: [],
  });
  expect(elementOf(CHAIN, 'WITHIN_RESPONSIBILITY', question)).toMatchObject({
    grade: 'NO_EVIDENCE',
    missing: [
      'Looked for a source that says that the activities were within the responsibility and control of the person, and found none.',
    ],
  });
});

describe('a finding of superior responsibility against the person on the incident', () => {
  test('by a court beyond reasonable doubt establishes what the court must have found, and neither duty nor causation', () => {
    const found = grades(conviction('d'));
    for (const name of COMMON) expect([name, found[name]]).toEqual([name, 'ESTABLISHED_BY_SOURCES']);
    for (const name of [...DUTIES, 'CAUSATION']) expect([name, found[name]]).toEqual([name, 'NO_EVIDENCE']);
    expect(ids(elementOf([...CHAIN, conviction('d')], 'KNOWLEDGE').supporting)).toEqual(['d']);
  });

  test.each([
    ['a conviction at a lower standard', { standard: 'CLEAR_AND_CONVINCING' }],
    ['a conviction by no court', { bodyKind: 'COMMISSION' }],
  ] as const)('%s supports, and establishes nothing', (_which, overrides) => {
    expect(gradeOf([...CHAIN, conviction('c', overrides)], 'KNOWLEDGE')).toBe('INDICATED');
  });

  test('a warrant gives alleged, with the modes that it leaves open, and is not its own evidence', () => {
    const warrant = conviction('c', { type: 'WARRANT' });
    const court = 'A court that found knowledge, beyond reasonable doubt.';
    const found = elementOf([...CHAIN, warrant], 'KNOWLEDGE');
    expect(found).toMatchObject({ grade: 'ALLEGED', because: ['R21'] });
    expect(found.missing).toContain('Evidence other than an accusation: only a warrant of arrest says so.');
    expect(found.missing).toContain(court);
    const open = { ...warrant, ...conviction('c', { type: 'CHARGE', modes: ['28(a)', '25(3)(b)'] }) };
    expect(elementOf([...CHAIN, open], 'KNOWLEDGE').missing[0]).toBe(
      'Evidence other than an accusation: only a charge says so, and it leaves open whether by this mode or by others that it names.',
    );
    const both = elementOf([...CHAIN, warrant, { ...open, id: 'd' }], 'KNOWLEDGE');
    expect([both.grade, both.missing[0]]).toEqual([
      'ALLEGED',
      'Evidence other than an accusation: only a warrant of arrest and a charge says so.',
    ]);
    const addressed = indicator('REPORT_ADDRESSED', ['anders', 'i1'], { group: 'KNOWLEDGE' });
    expect(elementOf([...CHAIN, warrant, addressed], 'KNOWLEDGE')).toMatchObject({ grade: 'INDICATED', because: [] });
  });

  test.each([
    ['a sanction', { type: 'SANCTION' }],
    ['an assessment of a trial', { type: 'FAIR_TRIAL_ASSESSMENT' }],
    ['a discontinuance', { type: 'DISCONTINUANCE' }],
    ['a judgment against a State', { type: 'STATE_RESPONSIBILITY' }],
    ['one with a mode of another test', { modes: ['25(3)(a)'] }],
    ['one with the mode of the other limb', { modes: ['28(b)'] }],
    ['one that names no mode', { modes: [] }],
    ['one against another person', { aboutIds: ['berg'] }],
    ['one on another incident', { concernsIds: ['i2'] }],
  ] as const)('%s supports nothing', (_which, overrides) => {
    expect(elementOf([...CHAIN, conviction('c', overrides)], 'KNOWLEDGE')).toMatchObject({
      grade: 'NO_EVIDENCE',
      supporting: [],
      weighingAgainst: [],
    });
  });

  test('with other modes of liability says that they are alternatives', () => {
    const warrant = conviction('c', { type: 'WARRANT', modes: ['28(a)', '25(3)(b)'] });
    expect(marked(elementOf([...CHAIN, warrant], 'KNOWLEDGE').supporting)).toEqual(['c: MODES_IN_THE_ALTERNATIVE']);
    const two = {
      ...conviction('d'),
      classifications: [classification('a', { modes: ['28(a)'] }), classification('b')],
    };
    expect(marked(elementOf([...CHAIN, two], 'KNOWLEDGE').supporting)).toEqual(['d:']);
  });

  test('of the status WORK_NEEDED or ISSUE is context, and establishes nothing', () => {
    for (const status of ['WORK_NEEDED', 'ISSUE'] as const) {
      const found = elementOf([...CHAIN, conviction('d', { status })], 'KNOWLEDGE');
      expect(found).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
      expect(marked(found.context)).toEqual(['d: NOT_CHECKED']);
      expect(gradeOf([...CHAIN, conviction('d', { status })], 'UNDERLYING_CRIME')).toBe('NO_EVIDENCE');
    }
  });

  test('lifts what its sources alone leave without evidence', () => {
    const [incident, attribution] = CHAIN as [Piece, Piece];
    expect(gradeOf([incident, attribution, conviction('c', { type: 'WARRANT' })], 'SUBORDINATION')).toBe('ALLEGED');
    expect(gradeOf([incident, attribution, conviction('d')], 'SUBORDINATION')).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('of Article 28 without its letter means either limb, and says so', () => {
    for (const framework of ['ROME_STATUTE_28A', 'ROME_STATUTE_28B'] as const)
      expect(
        marked(elementOf([...CHAIN, conviction('d', { modes: ['28'] })], 'KNOWLEDGE', { framework }).supporting),
      ).toEqual(['d: ARTICLE_WITHOUT_LETTER']);
    expect(
      gradeOf([...CHAIN, conviction('d', { modes: ['28'] })], 'KNOWLEDGE', { framework: 'AD_HOC_TRIBUNALS' }),
    ).toBe('NO_EVIDENCE');
    expect(marked(elementOf([...CHAIN, conviction('d')], 'KNOWLEDGE').supporting)).toEqual(['d:']);
  });

  test.each([
    ['7(3)', 'AD_HOC_TRIBUNALS'],
    ['6(3)', 'AD_HOC_TRIBUNALS'],
    ['28(b)', 'ROME_STATUTE_28B'],
    ['failed to exercise proper control over the forces under their command', 'ROME_STATUTE_28A'],
  ] as const)('of the mode %s means %s', (mode, framework) => {
    expect(gradeOf([...CHAIN, conviction('d', { modes: ['x', mode] })], 'KNOWLEDGE', { framework })).toBe(
      'ESTABLISHED_BY_SOURCES',
    );
  });
});

describe('R17: a reversed finding is shown, marked, and supports nothing', () => {
  const appeal = acquittal({ relations: reverses('d') });

  test('a reversed conviction and its acquittal weigh against conduct and mind, which are contested where anything supports them', () => {
    const found = elementOf([...CHAIN, conviction('d'), appeal], 'EFFECTIVE_CONTROL');
    expect(found).toMatchObject({ grade: 'CONTESTED', because: ['R1', 'R17'] });
    expect(marked(found.weighingAgainst)).toEqual(['acquittal:', 'd: OVERTURNED']);
    expect(ids(found.supporting)).not.toContain('d');
    const knowledge = elementOf([...CHAIN, conviction('d'), appeal], 'KNOWLEDGE');
    expect(knowledge).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R17'] });
    expect(marked(knowledge.weighingAgainst)).toEqual(['acquittal:', 'd: OVERTURNED']);
  });

  test('a weak reversed conviction contests control as a strong one does', () => {
    const weak = { credibility: 5 } as const;
    const overturned = [conviction('d', weak), acquittal({ ...weak, relations: reverses('d') })];
    expect(gradeOf([...CHAIN, ...overturned], 'EFFECTIVE_CONTROL')).toBe('CONTESTED');
  });

  test('a reversed conviction is shown once, against the crime, and not as context too', () => {
    expect(elementOf([...CHAIN, conviction('d'), appeal, finding('un')], 'UNDERLYING_CRIME').context).toEqual([]);
  });

  test('a reversed conviction is shown against both duties, and elsewhere as context', () => {
    for (const name of DUTIES)
      expect(ids(elementOf([...CHAIN, conviction('d'), appeal], name).weighingAgainst)).toEqual(['acquittal', 'd']);
    const status = elementOf([...CHAIN, conviction('d'), appeal], 'SUPERIOR_STATUS');
    expect(status).toMatchObject({ grade: 'INDICATED', because: ['R17'], weighingAgainst: [] });
    expect(marked(status.context)).toEqual(['acquittal:', 'd: OVERTURNED']);
  });

  test('a reversed conviction contests the crime where another finding supports the crime', () => {
    const found = elementOf([...CHAIN, conviction('d'), appeal, finding('un')], 'UNDERLYING_CRIME');
    expect(found).toMatchObject({ grade: 'CONTESTED', because: ['R17', 'R18'] });
    expect(ids(found.supporting)).toEqual(['un']);
    expect(marked(found.weighingAgainst)).toEqual(['d: OVERTURNED', 'acquittal:']);
  });

  test('a reversal that was itself reversed leaves the conviction standing', () => {
    const again = conviction('again', { decided: '2026', aboutIds: ['berg'], relations: reverses('acquittal') });
    const found = elementOf([...CHAIN, conviction('d'), appeal, again], 'KNOWLEDGE');
    expect(found.grade).toBe('ESTABLISHED_BY_SOURCES');
    expect(marked(found.weighingAgainst)).toEqual(['acquittal: OVERTURNED']);
  });

  test('an affirmed finding stands, and a replaced one does not', () => {
    const later = (relation: 'AFFIRMS' | 'REPLACES') =>
      conviction('later', { decided: '2025', aboutIds: ['berg'], relations: [{ relation, toId: 'd' }] });
    expect(gradeOf([...CHAIN, conviction('d'), later('AFFIRMS')], 'KNOWLEDGE')).toBe('ESTABLISHED_BY_SOURCES');
    expect(gradeOf([...CHAIN, conviction('d'), later('REPLACES')], 'KNOWLEDGE')).toBe('NO_EVIDENCE');
  });

  test('the rule is not named where nothing was reversed', () => {
    for (const { because } of matrixOf([...CHAIN, conviction('d')]).elements) expect(because).not.toContain('R17');
  });
});

test('an acquittal weighs against conduct and mind, and against nothing else', () => {
  expect(grades(acquittal())).toMatchObject({
    EFFECTIVE_CONTROL: 'CONTESTED',
    SUPERIOR_STATUS: 'INDICATED',
    SUBORDINATION: 'INDICATED',
  });
  expect(ids(elementOf([...CHAIN, acquittal()], 'SUPERIOR_STATUS').context)).toEqual(['acquittal']);
});
