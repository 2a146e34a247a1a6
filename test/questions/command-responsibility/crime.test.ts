import { describe, expect, test } from '@jest/globals';
import { viewOf } from '../../../src/model/lens.js';
import { CRIMES_BY_KIND, INCIDENT_KIND, words } from '../../../src/model/vocabulary.js';
import type { FindingEntry } from '../../../src/questions/case-file/case-file.rules.js';
import { narrow } from '../../../src/questions/case-file/narrow.rules.js';
import { caseFile, classification, conviction, finding, incident, type Piece } from '../../support/case-file.js';
import { CHAIN, elementOf, ids, marked } from './matrix.js';

const reverses = (toId: string) => [{ relation: 'REVERSES', toId }] as const;
const acquittal = (overrides: Parameters<typeof finding>[1] = {}) =>
  conviction('acquittal', { type: 'ACQUITTAL', decided: '2025', ...overrides });

const crime = (...more: readonly Piece[]) => elementOf([...CHAIN, ...more], 'UNDERLYING_CRIME');

describe('R18: an allegation alone caps the crime at indicated, and a sanction lifts nothing above indicated', () => {
  const ngo = (id: string) =>
    finding(id, { type: 'ALLEGATION', bodyKind: 'NGO', standard: 'NOT_STATED', cites: ['a', 'b', 'c'] });

  test('several allegations leave the crime at indicated', () => {
    const found = crime(ngo('a'), ngo('b'), ngo('c'));
    expect(found).toMatchObject({
      grade: 'INDICATED',
      because: ['R18'],
      missing: ['A conviction by a court on this incident, beyond reasonable doubt, that has not been reversed.'],
    });
    expect(ids(found.supporting)).toEqual(['a', 'b', 'c']);
  });

  const weakly = { credibility: 5, aboutIds: ['berg'] } as const;

  test('a reversal contests the crime only where it turned on the crime, and then however weak the reversed finding', () => {
    const appeal = acquittal({ ...weakly, relations: reverses('d') });
    const found = crime(conviction('d', weakly), appeal, finding('un'));
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R17', 'R23'], weighingAgainst: [] });
    expect(marked(found.context)).toEqual(['acquittal: TURNED_ON_NOT_STATED', 'd: OVERTURNED']);
    const onCrime = { ...appeal, turnedOn: ['UNDERLYING_CRIME'] } as const;
    const contested = crime(conviction('d', weakly), onCrime, finding('un'));
    expect(contested).toMatchObject({ grade: 'CONTESTED', because: ['R17', 'R23'], context: [] });
    expect(ids(contested.weighingAgainst)).toEqual(['acquittal', 'd']);
  });

  test('only what reverses an overturned finding weighs against the crime with it', () => {
    const elsewhere = acquittal({
      ...weakly,
      relations: [
        { relation: 'FOLLOWS', toId: 'd' },
        { relation: 'REVERSES', toId: 'x' },
      ],
    });
    const appeal = conviction('appeal', {
      ...weakly,
      type: 'ACQUITTAL',
      decided: '2024',
      relations: reverses('d'),
      turnedOn: ['UNDERLYING_CRIME'],
    });
    const found = crime(conviction('d', weakly), appeal, elsewhere, finding('un'));
    expect(ids(found.weighingAgainst)).toEqual(['appeal', 'd']);
    expect(ids(found.context)).toEqual(['acquittal']);
  });

  test('a sanction gives indicated at most', () => {
    expect(crime(finding('g', { type: 'SANCTION', bodyKind: 'AUTHORITY' }))).toMatchObject({
      grade: 'INDICATED',
      because: ['R18'],
    });
  });

  test('a conviction beyond reasonable doubt, of anybody, establishes the crime', () => {
    const found = crime(ngo('a'), conviction('d', { aboutIds: ['berg'], modes: [] }));
    expect(found).toMatchObject({ grade: 'ESTABLISHED_BY_SOURCES', because: [], missing: [] });
  });

  test('the incident itself is context, and supports nothing', () => {
    const found = crime();
    expect(found).toMatchObject({
      grade: 'NO_EVIDENCE',
      because: [],
      missing: [
        'Looked for findings on the incident, and found none that calls it a crime.',
        'A conviction by a court on this incident, beyond reasonable doubt, that has not been reversed.',
      ],
    });
    expect(ids(found.context)).toEqual(['i1']);
  });

  const BLAMELESS: readonly FindingEntry['type'][] = [
    'STATE_RESPONSIBILITY',
    'FAIR_TRIAL_ASSESSMENT',
    'ACQUITTAL',
    'DISCONTINUANCE',
  ];
  test.each(BLAMELESS)('a finding of the type %s is context', (type) => {
    const found = crime(finding('f', { type }));
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: [], supporting: [] });
    expect(ids(found.context)).toEqual(['f']);
    const other = crime(finding('f', { type }), finding('un'));
    expect([ids(other.supporting), ids(other.context)]).toEqual([['un'], ['f']]);
  });

  test('a conviction in conflict with another claim establishes nothing', () => {
    expect(crime(conviction('d', { status: 'CONFLICT' }))).toMatchObject({ grade: 'CONTESTED' });
  });

  test('a finding on another incident does not count', () => {
    expect(crime(finding('un', { concernsIds: ['i2'] }))).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
  });

  test('an overturned assessment of a trial does not contest the crime', () => {
    const fair = finding('h', { type: 'FAIR_TRIAL_ASSESSMENT' });
    const against = finding('k', { type: 'FAIR_TRIAL_ASSESSMENT', decided: '2024', relations: reverses('h') });
    expect(crime(fair, against, finding('un'))).toMatchObject({
      grade: 'INDICATED',
      because: ['R17', 'R23'],
      weighingAgainst: [],
    });
  });

  test('a finding that only affirms an overturned one does not weigh against the crime', () => {
    const affirms = conviction('first', {
      decided: '2024',
      aboutIds: ['berg'],
      relations: [{ relation: 'AFFIRMS', toId: 'd' }],
    });
    const appeal = acquittal({ relations: reverses('d'), turnedOn: ['UNDERLYING_CRIME'] });
    const found = crime(conviction('d'), affirms, appeal);
    expect(ids(found.weighingAgainst)).toEqual(['acquittal', 'd']);
  });
});

test('a finding on the crime that was not checked is context, and one in conflict leaves the crime contested', () => {
  for (const status of ['WORK_NEEDED', 'ISSUE'] as const) {
    const found = elementOf([...CHAIN, finding('un', { status })], 'UNDERLYING_CRIME');
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', supporting: [] });
    expect(marked(found.context)).toContain('un: NOT_CHECKED');
  }
  const found = elementOf([...CHAIN, finding('un', { status: 'CONFLICT' })], 'UNDERLYING_CRIME');
  expect(found.grade).toBe('CONTESTED');
  expect(marked(found.supporting)).toEqual(['un: CONFLICT']);
});

describe('R22: a finding supports the crime only if it names one, or if the incident is of a kind that is a crime', () => {
  const facts = (overrides: Parameters<typeof finding>[1] = {}) => finding('un', { classifications: [], ...overrides });
  const ofKinds = (...kinds: string[]) => incident('i1', { kinds });

  test.each(['FACTUAL_FINDING', 'ALLEGATION', 'SANCTION'] as const)(
    'a finding of the type %s that names no crime is context, and says so',
    (type) => {
      const found = crime(facts({ type }));
      expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R22'], supporting: [] });
      expect(marked(found.context)).toEqual(['un: NO_CRIME_NAMED']);
      expect(found.missing).toContain('Looked for findings on the incident, and found none that calls it a crime.');
    },
  );

  test('a violation of the law of war or of human rights is no crime by that alone, unless a crime is named beside it', () => {
    const under = (...codes: string[]) => facts({ classifications: codes.map((code) => classification(code)) });
    for (const type of ['ALLEGATION', 'LEGAL_QUALIFICATION'] as const)
      expect(crime({ ...under('IHL_VIOLATION', 'IHRL_VIOLATION'), type })).toMatchObject({ grade: 'NO_EVIDENCE' });
    expect(crime(under('ACT_OF_AGGRESSION', '8bis(2)'))).toMatchObject({ grade: 'NO_EVIDENCE' });
    expect(crime(under('IHL_VIOLATION', 'WAR_CRIMES'))).toMatchObject({ grade: 'INDICATED', because: ['R23'] });
  });

  test('a legal qualification, a conviction and an accusation name a crime by what they are', () => {
    expect(crime(facts({ type: 'LEGAL_QUALIFICATION' }))).toMatchObject({ grade: 'INDICATED', because: ['R23'] });
    expect(crime(facts({ type: 'CONVICTION' }))).toMatchObject({ grade: 'INDICATED', because: ['R23'] });
    for (const type of ['SUSPICION_NOTICE', 'WARRANT', 'CHARGE', 'CONFIRMATION'] as const)
      expect(crime(facts({ type }))).toMatchObject({ grade: 'ALLEGED', because: ['R21'] });
  });

  test('a legal qualification whose codes are given by a report outside the lens may be one of a mere violation', () => {
    const under = (code: string, excludeReports: string[]) => {
      const classifications = [classification(code)];
      const whole = facts({ type: 'LEGAL_QUALIFICATION', cites: ['early', 'late'], classifications });
      return crime(...narrow(caseFile(whole), viewOf(['PUBLIC'], { excludeReports })).findings);
    };
    expect(under('IHL_VIOLATION', ['late'])).toMatchObject({ grade: 'NO_EVIDENCE' });
    expect(under('WAR_CRIMES', ['late'])).toMatchObject({ grade: 'NO_EVIDENCE' });
    expect(under('WAR_CRIMES', [])).toMatchObject({ grade: 'INDICATED' });
  });

  test.each(Object.keys(CRIMES_BY_KIND))('facts of an incident of the kind %s support the crime', (kind) => {
    expect(crime(ofKinds(kind), facts())).toMatchObject({ grade: 'INDICATED', because: ['R23'] });
    expect(crime(ofKinds(kind, 'KILLING'), facts())).toMatchObject({ grade: 'NO_EVIDENCE' });
  });

  test('facts of an incident of any other kind, or of none, are context', () => {
    const others = words(INCIDENT_KIND).filter((kind) => !(kind in CRIMES_BY_KIND));
    expect(others.length).toBeGreaterThan(15);
    for (const kind of others) expect(crime(ofKinds(kind), facts())).toMatchObject({ grade: 'NO_EVIDENCE' });
    expect(crime(ofKinds(), facts())).toMatchObject({ grade: 'NO_EVIDENCE' });
  });
});

test('the rule that caps the crime is that on NGOs and the media only where nobody else calls the incident a crime', () => {
  const by = (bodyKind: FindingEntry['bodyKind']) => finding(bodyKind, { bodyKind });
  expect(crime(by('NGO'), by('NEWSPAPER'), finding('g', { type: 'SANCTION' })).because).toEqual(['R18']);
  expect(crime(by('NGO'), by('COMMISSION')).because).toEqual(['R23']);
});
