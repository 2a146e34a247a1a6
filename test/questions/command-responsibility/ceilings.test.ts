import { describe, expect, test } from '@jest/globals';
import { RESPONSIBILITY_ELEMENT, words } from '../../../src/model/vocabulary.js';
import type { Element } from '../../../src/questions/command-responsibility/elements/element.rules.js';
import { elementAnswer, elementRules } from '../../../src/questions/command-responsibility/elements.rules.js';
import {
  type ElementName,
  type FrameworkName,
  frameworkOf,
} from '../../../src/questions/command-responsibility/frameworks.rules.js';
import { LEGAL_RULES } from '../../../src/questions/command-responsibility/legal-rules.rules.js';
import { situationOf } from '../../../src/questions/command-responsibility/situation.rules.js';
import {
  attribution,
  caseFile,
  conviction,
  finding,
  incident,
  indicator,
  link,
  measure,
  type Piece,
  posting,
  report,
  THE_DAY,
} from '../../support/case-file.js';
import { CHAIN, marked } from './matrix.js';

/** Evidence that would establish an element if no rule capped it: accepted and firm, from two independent publishers, with nothing against. */

const TWO = { cites: ['archive', 'daily'] };
const SOLID_CHAIN = [incident('i1'), attribution('i1', 'u3', TWO), link('u3', 'u2', TWO), posting('anders', 'u2', TWO)];
const APPOINTED = [...SOLID_CHAIN.slice(0, 3), indicator('FORMAL_APPOINTMENT', ['anders', 'u2'], TWO)];
const IN_PRINT = { publishedOn: '2022-03-10', publishedMin: '2022-03-10', publishedMax: '2022-03-10' };
const EARLY = { cites: ['early', 'first'] };
const NONE_BEFORE = measure('NONE_REPORTED', ['anders', 'i1'], { ...TWO, on: '2022-03-01' });
const NONE_AFTER = measure('NONE_REPORTED', ['anders', 'i1'], TWO);
const SANCTION = finding('g', { ...TWO, type: 'SANCTION' });

const citing = (code: Parameters<typeof indicator>[0]) =>
  indicator(code, ['anders', 'i1'], { ...TWO, group: 'PARTICIPATION' });

interface Capped {
  readonly pieces: readonly Piece[];
  readonly framework?: FrameworkName;
}

/** For each ceiling, as `ELEMENT kind`, evidence of that kind. */
const EVIDENCE: Readonly<Record<string, Capped>> = {
  'UNDERLYING_CRIME shortOfConviction': { pieces: [...CHAIN, finding('un', { ...TWO, aboutIds: [] })] },
  'UNDERLYING_CRIME privateBodies': { pieces: [...CHAIN, finding('ngo', { ...TWO, aboutIds: [], bodyKind: 'NGO' })] },
  'PERPETRATOR_LINK sanctionAndPublisher': { pieces: [...SOLID_CHAIN, SANCTION] },
  'SUPERIOR_STATUS commandInFact': {
    pieces: [incident('i1'), attribution('i1', 'u3'), indicator('TASKS_PERFORMED', ['anders', 'u3'], TWO)],
  },
  'KIND_OF_SUPERIOR posts': { pieces: SOLID_CHAIN },
  'KIND_OF_SUPERIOR commandInFact': {
    pieces: [incident('i1'), attribution('i1', 'u3'), indicator('TASKS_PERFORMED', ['anders', 'u3'], TWO)],
  },
  'EFFECTIVE_CONTROL indicators': {
    pieces: [incident('i1'), attribution('i1', 'u3'), indicator('TASKS_PERFORMED', ['anders', 'u3'], TWO)],
  },
  'SUPERIOR_STATUS appointments': { pieces: APPOINTED },
  'SUBORDINATION appointments': { pieces: APPOINTED },
  'EFFECTIVE_CONTROL chain': { pieces: SOLID_CHAIN },
  'TEMPORAL_COINCIDENCE uncertainDay': {
    pieces: [...SOLID_CHAIN.slice(1), incident('i1', { during: ['2022-03', '2022-03'] })],
  },
  'KNOWLEDGE indicators': {
    pieces: [...CHAIN, indicator('REPORT_ADDRESSED', ['anders', 'i1'], { ...TWO, group: 'KNOWLEDGE' })],
  },
  'KNOWLEDGE earlierIncidents': {
    pieces: [
      ...CHAIN,
      incident('i0', { on: '2022-03-05', ...EARLY }),
      attribution('i0', 'u3', EARLY),
      report('early', IN_PRINT),
      report('first', IN_PRINT),
    ],
  },
  'WITHIN_RESPONSIBILITY citations': { pieces: [...CHAIN, indicator('WITHIN_RESPONSIBILITY', ['anders', 'u2'], TWO)] },
  'FAILURE_TO_PREVENT noneReported': { pieces: [...CHAIN, NONE_BEFORE] },
  'FAILURE_TO_PUNISH_OR_SUBMIT noneReported': { pieces: [...CHAIN, NONE_AFTER] },
  'COMMON_PLAN citations': { pieces: [...CHAIN, citing('COMMON_PLAN_CITED')], framework: 'ROME_STATUTE_25_3D' },
  'CONTRIBUTION citations': { pieces: [...CHAIN, citing('CONTRIBUTION_CITED')], framework: 'ROME_STATUTE_25_3D' },
  'CONTROL_OF_CRIME citations': {
    pieces: [...CHAIN, citing('CONTROL_OF_CRIME_CITED')],
    framework: 'ROME_STATUTE_25_3A_JOINTLY',
  },
  'ORDER citations': { pieces: [...CHAIN, citing('ORDER_CITED')], framework: 'ROME_STATUTE_25_3B' },
  'ASSISTANCE citations': { pieces: [...CHAIN, citing('ASSISTANCE_CITED')], framework: 'ROME_STATUTE_25_3C' },
  'INTENT citations': { pieces: [...CHAIN, citing('INTENT_CITED')], framework: 'ROME_STATUTE_25_3C' },
  'CAUSATION citations': { pieces: [...CHAIN, indicator('CAUSATION_CITED', ['anders', 'i1'], TWO)] },
};

function answerUnder(element: Element, name: ElementName, { pieces, framework = 'ROME_STATUTE_28A' }: Capped) {
  const file = caseFile(...pieces);
  const [first] = file.incidents.filter(({ id }) => id === 'i1');
  if (!first) throw new Error('A file on incident i1 is asked for.');
  return elementAnswer(situationOf(file, first, 'anders', framework, { from: THE_DAY, to: THE_DAY }), name, element);
}

const withoutCeiling = (element: Element, kind: string): Element => ({
  ...element,
  ceilings: Object.fromEntries(Object.entries(element.ceilings).filter(([other]) => other !== kind)),
});

const CEILINGS = words(RESPONSIBILITY_ELEMENT).flatMap((name) =>
  Object.entries(elementRules(name).ceilings).flatMap(([kind, ceiling]) =>
    ceiling ? [{ name, kind, ...ceiling }] : [],
  ),
);
const ON_PERSON = 'findingsOnPerson';
const ONE_OF_TWO = 'oneOfTwoDuties';
/** Ceilings of the sources of an element itself, without what findings on the person add to each. */
const OWN = CEILINGS.filter(({ kind }) => ![ON_PERSON, ONE_OF_TWO].includes(kind));
/** The test that has every element, and a finding on the person by its mode. */
const TEST = 'ROME_STATUTE_28B';
const { entails: ENTAILED, entailsOneOf: DUTIES } = frameworkOf(TEST);
const onPerson = (overrides: Parameters<typeof conviction>[1]) =>
  ({
    pieces: [incident('i1'), conviction('d', { ...TWO, modes: ['28(b)'], ...overrides })],
    framework: TEST,
  }) as const;
const CEILINGS_ON_PERSON = CEILINGS.filter(({ kind, name }) => kind === ON_PERSON && ENTAILED.includes(name));
const CEILINGS_OF_DUTIES = CEILINGS.filter(({ kind, name }) => kind === ONE_OF_TWO && DUTIES.includes(name));

test('these tests have evidence for every ceiling that an element declares', () => {
  expect(OWN.map(({ name, kind }) => `${name} ${kind}`).sort()).toEqual(Object.keys(EVIDENCE).sort());
  expect(CEILINGS_ON_PERSON.map(({ name }) => name).sort()).toEqual([...ENTAILED].sort());
  expect(CEILINGS_OF_DUTIES.map(({ name }) => name)).toEqual(DUTIES);
});

describe('the rule that an element names as its ceiling is the one that caps it', () => {
  test.each(OWN)('$name: $kind at $at by $by', ({ name, kind, at, by }) => {
    const capped = EVIDENCE[`${name} ${kind}`];
    if (!capped) throw new Error(`There is no evidence for ${name} ${kind}.`);
    const element = elementRules(name);
    const answer = answerUnder(element, name, capped);
    expect(answer.grade).toBe(at);
    expect(answer.because.filter((rule) => rule === by)).toEqual(by in LEGAL_RULES ? [by] : []);
    expect(answerUnder(withoutCeiling(element, kind), name, capped).grade).toBe('ESTABLISHED_BY_SOURCES');
  });
});

describe('a finding of the person that is no conviction beyond reasonable doubt is capped for every element that it entails', () => {
  test.each(CEILINGS_ON_PERSON)('$name: at $at', ({ name, at }) => {
    const element = elementRules(name);
    const found = onPerson({ standard: 'CLEAR_AND_CONVINCING' });
    expect(answerUnder(element, name, found).grade).toBe(at);
    expect(answerUnder(withoutCeiling(element, ON_PERSON), name, found).grade).toBe('ESTABLISHED_BY_SOURCES');
  });
});

describe('a conviction that does not say which of two duties was breached lifts each to indicated at most, by R24', () => {
  test.each(CEILINGS_OF_DUTIES)('$name', ({ name, at, by }) => {
    const element = elementRules(name);
    const answer = answerUnder(element, name, onPerson({}));
    expect([answer.grade, at, by]).toEqual(['INDICATED', 'INDICATED', 'R24']);
    expect(answer.because).toContain('R24');
    expect(marked(answer.supporting)).toEqual(['d: ONE_OF_TWO_DUTIES']);
    expect(answer.missing).toContain(
      'A source that says which of the two duties the decision is about: to prevent, or to punish or submit to the authorities.',
    );
    expect(answerUnder(withoutCeiling(element, ONE_OF_TWO), name, onPerson({})).grade).toBe('ESTABLISHED_BY_SOURCES');
  });
});

describe('an accusation of the person, however well sourced, gives alleged for every element and duty, by R21', () => {
  test.each([...CEILINGS_ON_PERSON, ...CEILINGS_OF_DUTIES])('$name', ({ name, kind }) => {
    const element = elementRules(name);
    const answer = answerUnder(element, name, onPerson({ type: 'WARRANT' }));
    expect(answer.grade).toBe('ALLEGED');
    expect(answer.because).toContain('R21');
    expect(answerUnder(withoutCeiling(element, kind), name, onPerson({ type: 'WARRANT' })).grade).toBe('ALLEGED');
  });
});

test('a court’s finding beyond reasonable doubt is above every ceiling, and one that it did not make is above none', () => {
  const convicted = { pieces: [...CHAIN, conviction('d', TWO)] };
  const grades = words(RESPONSIBILITY_ELEMENT).map((name) => [
    name,
    answerUnder(elementRules(name), name, convicted).grade,
  ]);
  expect(Object.fromEntries(grades)).toEqual({
    UNDERLYING_CRIME: 'ESTABLISHED_BY_SOURCES',
    PERPETRATOR_LINK: 'ESTABLISHED_BY_SOURCES',
    SUPERIOR_STATUS: 'ESTABLISHED_BY_SOURCES',
    KIND_OF_SUPERIOR: 'ESTABLISHED_BY_SOURCES',
    SUBORDINATION: 'ESTABLISHED_BY_SOURCES',
    EFFECTIVE_CONTROL: 'ESTABLISHED_BY_SOURCES',
    TEMPORAL_COINCIDENCE: 'ESTABLISHED_BY_SOURCES',
    KNOWLEDGE: 'ESTABLISHED_BY_SOURCES',
    WITHIN_RESPONSIBILITY: 'NO_EVIDENCE',
    FAILURE_TO_PREVENT: 'INDICATED',
    FAILURE_TO_PUNISH_OR_SUBMIT: 'INDICATED',
    CAUSATION: 'ESTABLISHED_BY_SOURCES',
    COMMON_PLAN: 'NO_EVIDENCE',
    CONTRIBUTION: 'NO_EVIDENCE',
    CONTROL_OF_CRIME: 'NO_EVIDENCE',
    ORDER: 'NO_EVIDENCE',
    ASSISTANCE: 'NO_EVIDENCE',
    INTENT: 'NO_EVIDENCE',
  });
});

test('no ceiling applies to posts, links and days that sources cite, or to a body together with a publisher', () => {
  const body = finding('un', { cites: ['un'] });
  const established = words(RESPONSIBILITY_ELEMENT).filter(
    (name) =>
      answerUnder(elementRules(name), name, { pieces: [...SOLID_CHAIN, body] }).grade === 'ESTABLISHED_BY_SOURCES',
  );
  expect(established).toEqual(['PERPETRATOR_LINK', 'SUPERIOR_STATUS', 'SUBORDINATION', 'TEMPORAL_COINCIDENCE']);
});

test('R18: a sanction does not lower a link that a fact-finding body establishes', () => {
  const { pieces = [] } = EVIDENCE['PERPETRATOR_LINK sanctionAndPublisher'] ?? {};
  const name = 'PERPETRATOR_LINK';
  const answer = answerUnder(elementRules(name), name, { pieces: [...pieces, finding('un', { cites: ['un'] })] });
  expect(answer).toMatchObject({ grade: 'ESTABLISHED_BY_SOURCES', because: ['R7'], missing: [] });
});
