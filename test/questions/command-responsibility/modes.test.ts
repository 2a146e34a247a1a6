import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { frameworksIn } from '../../../src/questions/command-responsibility/frameworks/frameworks.table.js';
import { FRAMEWORKS } from '../../../src/questions/command-responsibility/frameworks.rules.js';
import { attribution, conviction, indicator, type Piece } from '../../support/case-file.js';
import { CHAIN, elementOf, gradeOf, ids, marked, matrixOf } from './matrix.js';

const SEED = readFileSync('seed/frameworks.yaml', 'utf8');
const grades = (framework: string, ...more: readonly Piece[]) =>
  Object.fromEntries(
    matrixOf([...CHAIN, ...more], { framework }).elements.map(({ element, grade }) => [element, grade]),
  );

describe('a legal test of a made-up code', () => {
  const made = `
- name: MADE_UP_CODE
  title: Made-up Criminal Code, section 9
  basis: Made-up Criminal Code, section 9
  elements: [UNDERLYING_CRIME, KNOWLEDGE, ASSISTANCE]
  modes: [section 9]
  entails: [UNDERLYING_CRIME, KNOWLEDGE]
  asks: { ASSISTANCE: the person lent a hand }
  knowledge: { test: certainty, direct: [OWN_LOCATION], lesser: [] }
`;

  test('is added by data alone: an answer has its elements, its words and its test of knowledge', () => {
    const table = FRAMEWORKS as Record<string, unknown>;
    table.MADE_UP_CODE = frameworksIn(SEED + made).MADE_UP_CODE;
    try {
      const addressed = indicator('REPORT_ADDRESSED', ['anders', 'i1'], { group: 'KNOWLEDGE' });
      const warrant = conviction('w', { type: 'WARRANT', modes: ['section 9'] });
      const found = matrixOf([...CHAIN, addressed, warrant], { framework: 'MADE_UP_CODE' });
      expect(found.elements.map(({ element, grade }) => [element, grade])).toEqual([
        ['UNDERLYING_CRIME', 'ALLEGED'],
        ['KNOWLEDGE', 'ALLEGED'],
        ['ASSISTANCE', 'NO_EVIDENCE'],
      ]);
      expect(found.elements[2]?.missing).toEqual([
        'Looked for a source that says that the person lent a hand, and found none.',
      ]);
    } finally {
      delete table.MADE_UP_CODE;
    }
  });

  test.each([
    ['an element that no test has', '[UNDERLYING_CRIME, KNOWLEDGE, ASSISTANCE]', '[GUILT]', /GUILT|elements/],
    [
      'what it entails but does not ask',
      'entails: [UNDERLYING_CRIME',
      'entails: [ORDER',
      /expected one of its elements; got ORDER/,
    ],
    ['evidence of knowledge that is unknown', '[OWN_LOCATION]', '[RUMOUR]', /knowledge\.direct/],
    [
      'knowledge without a test',
      '  knowledge: { test: certainty, direct: [OWN_LOCATION], lesser: [] }\n',
      '',
      /expected `knowledge` with the element KNOWLEDGE/,
    ],
    [
      'a kind of superior without its roles',
      '[UNDERLYING_CRIME, KNOWLEDGE,',
      '[KIND_OF_SUPERIOR, UNDERLYING_CRIME, KNOWLEDGE,',
      /expected `superiors` with the element KIND_OF_SUPERIOR/,
    ],
    ['a name in small letters', 'MADE_UP_CODE', 'made-up', /expected capitals, digits and underscores/],
    ['a name that is taken', 'MADE_UP_CODE', 'ROME_STATUTE_28A', /expected each name once; got ROME_STATUTE_28A twice/],
    ['a key that is unknown', 'title:', 'tittle: x\n  title:', /tittle/],
  ])('is refused with %s, and the message says where', (_what, from, to, message) => {
    expect(made).toContain(from);
    expect(() => frameworksIn(SEED + made.replace(from, to))).toThrow(message);
  });
});

test('no test has an element twice, and each is one of the file', () => {
  const file = Object.values(frameworksIn(SEED));
  expect(file).toEqual(Object.values(FRAMEWORKS));
  for (const { elements, unspecific, modes } of file) {
    expect(new Set(elements).size).toBe(elements.length);
    for (const mode of unspecific) expect(modes).toContain(mode);
  }
});

describe('R28: what a mode of participation asks for is only cited', () => {
  test.each([
    ['ROME_STATUTE_25_3A_JOINTLY', ['COMMON_PLAN', 'CONTRIBUTION', 'CONTROL_OF_CRIME', 'INTENT']],
    ['ROME_STATUTE_25_3A_THROUGH_ANOTHER', ['CONTROL_OF_CRIME', 'INTENT']],
    ['ROME_STATUTE_25_3B', ['ORDER', 'INTENT']],
    ['ROME_STATUTE_25_3C', ['ASSISTANCE', 'INTENT']],
    ['ROME_STATUTE_25_3D', ['COMMON_PLAN', 'CONTRIBUTION', 'INTENT']],
    ['AD_HOC_JOINT_CRIMINAL_ENTERPRISE', ['COMMON_PLAN', 'CONTRIBUTION', 'INTENT']],
    ['AD_HOC_ORDERING', ['ORDER', 'INTENT']],
  ] as const)('a post and a chain of command give nothing for the elements of %s', (framework, elements) => {
    const found = matrixOf(CHAIN, { framework }).elements;
    for (const name of elements) {
      const element = found.find((one) => one.element === name);
      expect(element).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R28'], supporting: [] });
      expect(element?.missing).toEqual([
        expect.stringMatching(/^Looked for a source that says that .*, and found none\.$/),
      ]);
    }
  });

  test('a source that says so gives indicated, for this person and incident alone', () => {
    const cited = indicator('ORDER_CITED', ['anders', 'i1'], { group: 'PARTICIPATION' });
    const framework = 'ROME_STATUTE_25_3B';
    expect(elementOf([...CHAIN, cited], 'ORDER', { framework })).toMatchObject({ grade: 'INDICATED', missing: [] });
    for (const about of [
      ['berg', 'i1'],
      ['anders', 'i9'],
    ])
      expect(
        gradeOf([...CHAIN, indicator('ORDER_CITED', about, { group: 'PARTICIPATION' })], 'ORDER', { framework }),
      ).toBe('NO_EVIDENCE');
  });

  test.each([
    ['ORDERED', 'ORDER', 'ROME_STATUTE_25_3B'],
    ['AIDED', 'ASSISTANCE', 'ROME_STATUTE_25_3C'],
    ['CO_PERPETRATOR', 'COMMON_PLAN', 'ROME_STATUTE_25_3A_JOINTLY'],
  ] as const)('an attribution by which the person %s supports %s', (mode, name, framework) => {
    const named = attribution('i1', 'anders', { mode });
    const found = elementOf([...CHAIN, named], name, { framework });
    expect(found).toMatchObject({ grade: 'INDICATED', missing: [] });
    expect(ids(found.supporting)).toEqual([named.id]);
    for (const other of [
      attribution('i1', 'anders', { mode: 'FAILED_TO_CONTROL' }),
      attribution('i1', 'berg', { mode }),
      attribution('i2', 'anders', { mode }),
    ])
      expect(gradeOf([...CHAIN, other], name, { framework })).toBe('NO_EVIDENCE');
  });

  test('an attribution that stands in the warrant of the same body alone is alleged, as the warrant is', () => {
    const warrant = conviction('w', { type: 'WARRANT', modes: ['28(a)'] });
    const named = attribution('i1', 'anders', { mode: 'ORDERED', byId: 'court' });
    const found = elementOf([...CHAIN, warrant, named], 'ORDER', { framework: 'ROME_STATUTE_25_3B' });
    expect(found.grade).toBe('ALLEGED');
    expect(found.missing).toContain('Evidence other than an accusation: only an accusation says so.');
  });

  test('a conviction by the mode establishes what it entails, and one by an article that leaves the mode open does not', () => {
    const ordered = conviction('d', { modes: ['ordered'] });
    expect(grades('ROME_STATUTE_25_3B', ordered)).toMatchObject({
      ORDER: 'ESTABLISHED_BY_SOURCES',
      INTENT: 'ESTABLISHED_BY_SOURCES',
      PERPETRATOR_LINK: 'INDICATED',
    });
    // Article 25(3)(b) is about soliciting and inducing too.
    expect(grades('ROME_STATUTE_25_3B', conviction('d', { modes: ['25(3)(b)'] }))).toMatchObject({
      ORDER: 'INDICATED',
      INTENT: 'INDICATED',
    });
    const open = conviction('d', { modes: ['25(3)(a)'] });
    expect(grades('ROME_STATUTE_25_3A_JOINTLY', open)).toMatchObject({ COMMON_PLAN: 'INDICATED', INTENT: 'INDICATED' });
    const plan = elementOf([...CHAIN, open], 'COMMON_PLAN', { framework: 'ROME_STATUTE_25_3A_JOINTLY' });
    expect(marked(plan.supporting)).toEqual(['d: ARTICLE_WITHOUT_LETTER']);
    expect(gradeOf([...CHAIN, conviction('d', { modes: ['28'] })], 'KNOWLEDGE')).toBe('INDICATED');
  });
});
