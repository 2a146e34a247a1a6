import { describe, expect, test } from '@jest/globals';
import type { FindingEntry } from '../../../src/questions/case-file/case-file.rules.js';
import { conviction, finding, type Piece } from '../../support/case-file.js';
import { CHAIN, elementOf, ids, marked } from './matrix.js';

const reverses = (toId: string) => [{ relation: 'REVERSES', toId }] as const;
const acquittal = (overrides: Parameters<typeof finding>[1] = {}) =>
  conviction('acquittal', { type: 'ACQUITTAL', decided: '2025', ...overrides });

describe('R18: an allegation alone caps the crime at indicated, and a sanction lifts nothing above indicated', () => {
  const crime = (...more: readonly Piece[]) => elementOf([...CHAIN, ...more], 'UNDERLYING_CRIME');
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

  test('any reversal contests the crime by R17, however weak the reversed finding', () => {
    const appeal = acquittal({ ...weakly, relations: reverses('d') });
    const found = crime(conviction('d', weakly), appeal, finding('un'));
    expect(found).toMatchObject({ grade: 'CONTESTED', because: ['R17', 'R18'], context: [] });
  });

  test('only what reverses an overturned finding weighs against the crime', () => {
    const elsewhere = acquittal({
      ...weakly,
      relations: [
        { relation: 'FOLLOWS', toId: 'd' },
        { relation: 'REVERSES', toId: 'x' },
      ],
    });
    const appeal = conviction('appeal', { ...weakly, type: 'ACQUITTAL', decided: '2024', relations: reverses('d') });
    const found = crime(conviction('d', weakly), appeal, elsewhere, finding('un'));
    expect(ids(found.weighingAgainst)).toEqual(['d', 'appeal']);
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
      because: ['R18'],
      weighingAgainst: [],
    });
  });

  test('a finding that only affirms an overturned one does not weigh against the crime', () => {
    const affirms = conviction('first', {
      decided: '2024',
      aboutIds: ['berg'],
      relations: [{ relation: 'AFFIRMS', toId: 'd' }],
    });
    const found = crime(conviction('d'), affirms, acquittal({ relations: reverses('d') }));
    expect(ids(found.weighingAgainst)).toEqual(['d', 'acquittal']);
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
