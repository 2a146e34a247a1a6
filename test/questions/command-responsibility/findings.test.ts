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
    const withKind = COMMON.flatMap((name) => (name === 'SUPERIOR_STATUS' ? [name, 'KIND_OF_SUPERIOR'] : [name]));
    expect(elements({ framework: 'ROME_STATUTE_28A' })).toEqual([...withKind, ...DUTIES, 'CAUSATION']);
    expect(elements({ framework: 'ROME_STATUTE_28B' })).toEqual([
      ...withKind,
      'WITHIN_RESPONSIBILITY',
      ...DUTIES,
      'CAUSATION',
    ]);
  });

  test('a source that states causation supports it, and so does a finding under Article 28, which must find it', () => {
    expect(elementOf(CHAIN, 'CAUSATION')).toMatchObject({
      grade: 'NO_EVIDENCE',
      because: ['R16'],
      missing: ['Looked for a source that says that the failure of control led to the crime, and found none.'],
    });
    expect(elementOf([...CHAIN, conviction('d')], 'CAUSATION')).toMatchObject({
      grade: 'ESTABLISHED_BY_SOURCES',
      because: ['R16'],
      missing: [],
    });
    expect(gradeOf([...CHAIN, conviction('d', { type: 'WARRANT' })], 'CAUSATION')).toBe('ALLEGED');
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
  test('by a court beyond reasonable doubt establishes what the court must have found, and indicates each of two duties', () => {
    const found = grades(conviction('d'));
    for (const name of [...COMMON, 'CAUSATION']) expect([name, found[name]]).toEqual([name, 'ESTABLISHED_BY_SOURCES']);
    for (const name of DUTIES) expect([name, found[name]]).toEqual([name, 'INDICATED']);
    expect(ids(elementOf([...CHAIN, conviction('d')], 'KNOWLEDGE').supporting)).toEqual(['d']);
  });

  test('against another person establishes the crime, and nothing else', () => {
    const found = grades(conviction('d', { aboutIds: ['berg'] }));
    expect(Object.keys(found).filter((name) => found[name] === 'ESTABLISHED_BY_SOURCES')).toEqual(['UNDERLYING_CRIME']);
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
    expect(gradeOf([...CHAIN, two], 'KNOWLEDGE')).toBe('ESTABLISHED_BY_SOURCES');
    const open = conviction('e', { modes: ['28', '25(3)(b)'] });
    expect(marked(elementOf([...CHAIN, open], 'KNOWLEDGE').supporting)).toEqual([
      'e: ARTICLE_WITHOUT_LETTER MODES_IN_THE_ALTERNATIVE',
    ]);
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

describe('R17: a reversed finding and an acquittal are shown, marked, and weigh against what they turned on alone', () => {
  const appeal = acquittal({ relations: reverses('d') });
  const onKnowledge = acquittal({ relations: reverses('d'), turnedOn: ['KNOWLEDGE'] });
  const addressed = indicator('REPORT_ADDRESSED', ['anders', 'i1'], { group: 'KNOWLEDGE' });
  const FRAMEWORK_NAMES = ['ROME_STATUTE_28A', 'ROME_STATUTE_28B', 'AD_HOC_TRIBUNALS'] as const;

  test.each(FRAMEWORK_NAMES)(
    'without a word on what they turned on they are context of every element under %s',
    (framework) => {
      const other = framework === 'ROME_STATUTE_28A' ? '' : ' UNDER_ANOTHER_TEST';
      const bare = matrixOf([...CHAIN, addressed], { framework });
      const found = matrixOf([...CHAIN, addressed, conviction('d'), appeal], { framework });
      for (const [at, { element, grade, weighingAgainst, context, because, supporting }] of found.elements.entries()) {
        expect([element, grade]).toEqual([element, bare.elements[at]?.grade]);
        expect(weighingAgainst).toEqual([]);
        expect(marked(context)).toEqual(
          expect.arrayContaining([`acquittal: TURNED_ON_NOT_STATED${other}`, `d: OVERTURNED${other}`]),
        );
        expect(because).toContain('R17');
        expect(ids(supporting)).not.toContain('d');
      }
    },
  );

  test.each(FRAMEWORK_NAMES)(
    'a reversal that turned on knowledge contests knowledge alone, under %s too',
    (framework) => {
      const found = matrixOf([...CHAIN, addressed, conviction('d'), onKnowledge], { framework });
      const other = framework === 'ROME_STATUTE_28A' ? '' : ' UNDER_ANOTHER_TEST';
      const favourable = (mark: string) => [`acquittal:${mark}${other}`, `d: OVERTURNED${other}`];
      const [knowledge] = found.elements.filter(({ element }) => element === 'KNOWLEDGE');
      expect(knowledge?.grade).toBe('CONTESTED');
      expect(marked(knowledge?.weighingAgainst ?? [])).toEqual(favourable(''));
      for (const { grade, weighingAgainst, context } of found.elements.filter((one) => one !== knowledge)) {
        expect(grade).not.toBe('CONTESTED');
        expect(weighingAgainst).toEqual([]);
        expect(marked(context)).toEqual(expect.arrayContaining(favourable(' TURNED_ON_ANOTHER_ELEMENT')));
      }
    },
  );

  test('of two convictions only the one whose reversal turned on the element weighs against it', () => {
    const other = conviction('other appeal', { type: 'ACQUITTAL', decided: '2025', relations: reverses('e') });
    const found = elementOf([...CHAIN, addressed, conviction('d'), conviction('e'), onKnowledge, other], 'KNOWLEDGE');
    expect(ids(found.weighingAgainst)).toEqual(['acquittal', 'd']);
    expect(marked(found.context)).toEqual(
      expect.arrayContaining(['e: OVERTURNED', 'other appeal: TURNED_ON_NOT_STATED']),
    );
  });

  test('a reversal that also follows another decision reverses what it reverses', () => {
    const both = { ...onKnowledge, relations: [...onKnowledge.relations, { relation: 'FOLLOWS' as const, toId: 'x' }] };
    expect(ids(elementOf([...CHAIN, addressed, conviction('d'), both], 'KNOWLEDGE').weighingAgainst)).toEqual([
      'acquittal',
      'd',
    ]);
  });

  test('an acquittal that only follows a conviction which another decision reversed weighs alone', () => {
    const quashed = acquittal({ id: 'quashed', relations: reverses('d') });
    const follows = { ...onKnowledge, relations: [{ relation: 'FOLLOWS' as const, toId: 'd' }] };
    const found = elementOf([...CHAIN, addressed, conviction('d'), quashed, follows], 'KNOWLEDGE');
    expect(ids(found.weighingAgainst)).toEqual(['acquittal']);
  });

  test('a finding that points at another decision than the reversed one is in nobody’s favour', () => {
    const affirms = finding('affirms', { relations: [{ relation: 'AFFIRMS', toId: 'x' }] });
    const reversesAnother = finding('reverses another', { relations: reverses('x') });
    const found = elementOf([...CHAIN, addressed, conviction('d'), appeal, affirms, reversesAnother], 'KNOWLEDGE');
    expect(ids(found.context)).not.toContain('affirms');
    expect(ids(found.context)).not.toContain('reverses another');
  });

  test('a weak reversed conviction contests the element as a strong one does, and an acquittal alone is weighed', () => {
    const weak = { credibility: 5 } as const;
    const overturned = [conviction('d', weak), { ...onKnowledge, ...weak }];
    expect(gradeOf([...CHAIN, addressed, ...overturned], 'KNOWLEDGE')).toBe('CONTESTED');
    const alone = acquittal({ turnedOn: ['KNOWLEDGE'] });
    expect(gradeOf([...CHAIN, addressed, alone], 'KNOWLEDGE')).toBe('CONTESTED');
    expect(gradeOf([...CHAIN, addressed, { ...alone, ...weak }], 'KNOWLEDGE')).toBe('INDICATED');
    expect(gradeOf([...CHAIN, alone], 'KNOWLEDGE')).toBe('NO_EVIDENCE');
  });

  test('what a finding turned on weighs against another person only where it is the crime or the perpetrator', () => {
    const ofBerg = (turnedOn: Parameters<typeof acquittal>[0]) => acquittal({ aboutIds: ['berg'], ...turnedOn });
    expect(gradeOf([...CHAIN, addressed, ofBerg({ turnedOn: ['KNOWLEDGE'] })], 'KNOWLEDGE')).toBe('INDICATED');
    const noCrime = ofBerg({ turnedOn: ['UNDERLYING_CRIME', 'PERPETRATOR_LINK'] });
    expect(gradeOf([...CHAIN, finding('un'), noCrime], 'UNDERLYING_CRIME')).toBe('CONTESTED');
    expect(gradeOf([...CHAIN, noCrime], 'PERPETRATOR_LINK')).toBe('CONTESTED');
    const elsewhere = ofBerg({ turnedOn: ['UNDERLYING_CRIME'], concernsIds: ['i2'] });
    expect(gradeOf([...CHAIN, finding('un'), elsewhere], 'UNDERLYING_CRIME')).toBe('INDICATED');
  });

  test('a reversal by a finding that names neither the person nor the incident counts as well', () => {
    const quashed = finding('quashed', {
      type: 'DISCONTINUANCE',
      aboutIds: [],
      concernsIds: [],
      decided: '2025',
      relations: reverses('d'),
      turnedOn: ['KNOWLEDGE'],
    });
    const found = elementOf([...CHAIN, addressed, conviction('d'), quashed], 'KNOWLEDGE');
    expect(found.grade).toBe('CONTESTED');
    expect(ids(found.weighingAgainst)).toEqual(['quashed', 'd']);
  });

  test('a reversed conviction leaves the crime indicated where another finding supports the crime', () => {
    const found = elementOf([...CHAIN, conviction('d'), onKnowledge, finding('un')], 'UNDERLYING_CRIME');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R17', 'R23'], weighingAgainst: [] });
    expect(ids(found.supporting)).toEqual(['un']);
    expect(marked(found.context)).toEqual(['acquittal: TURNED_ON_ANOTHER_ELEMENT', 'd: OVERTURNED']);
  });

  test('a reversal that was itself reversed leaves the conviction standing', () => {
    const again = conviction('again', {
      decided: '2026',
      aboutIds: ['berg'],
      relations: reverses('acquittal'),
      turnedOn: ['KNOWLEDGE'],
    });
    const found = elementOf([...CHAIN, conviction('d'), onKnowledge, again], 'KNOWLEDGE');
    expect(found).toMatchObject({ grade: 'ESTABLISHED_BY_SOURCES', weighingAgainst: [], missing: [] });
    expect(marked(found.context)).toEqual(['acquittal: OVERTURNED']);
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
