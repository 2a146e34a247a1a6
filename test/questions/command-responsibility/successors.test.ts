import { describe, expect, test } from '@jest/globals';
import { successorPostings } from '../../../src/questions/command/successors.rules.js';
import { caseFile, incident, type Piece, posting } from '../../support/case-file.js';

/** Who took command of unit u2 after incident i1 of 18 to 24 March 2022. */

const INCIDENT = incident('i1', { during: ['2022-03-18', '2022-03-24'] });
const postsAfter = (...pieces: readonly Piece[]) =>
  successorPostings(caseFile(...pieces), INCIDENT, 'anders').map(({ atId, range }) => `${atId} ${range.first.text}`);
const later = (unitId: string, from = '2022-03-25', role: 'COMMANDER' | 'STAFF' = 'COMMANDER') =>
  posting('anders', unitId, { during: [`${from} START`, '2022-12-31'], role });

describe('a post of command that was taken after an incident', () => {
  test('begins, as a source states, after its last day', () => {
    expect(postsAfter(later('u2'))).toEqual(['u2 2022-03-25']);
    expect(postsAfter(later('u2', '2022-03-24'))).toEqual([]);
    expect(postsAfter(posting('anders', 'u2', { during: ['2022-03-25', '2022-12-31'] }))).toEqual([]);
    expect(postsAfter(later('u2', '2022-03'))).toEqual([]);
    expect(postsAfter(posting('anders', 'u2', { during: ['2021-01-01 START', '2021-12-31 END'] }))).toEqual([]);
  });

  test('is one of that person, and one of command', () => {
    expect(postsAfter({ ...later('u2'), personId: 'berg' })).toEqual([]);
    expect(postsAfter(later('u2', '2022-03-25', 'STAFF'))).toEqual([]);
  });

  test.each([
    ['on its first day', ['2022-01-01', '2022-03-18 END']],
    ['on a day between', ['2022-03-20 START', '2022-03-21 END']],
    ['on its last day', ['2022-03-24 START', '2022-03-24 END']],
    ['maybe, as an older claim leaves open', ['2021-01-01', '2021-12-31']],
  ] as const)('is none where the person held the same post %s', (_when, during) => {
    expect(postsAfter(later('u2'), posting('anders', 'u2', { during }))).toEqual([]);
  });

  test('is taken beside another post that was held then', () => {
    expect(postsAfter(later('u2'), later('u5', '2022-04-01'), posting('anders', 'u5'))).toEqual(['u2 2022-03-25']);
  });

  test('is taken where somebody else held it then, or the person served on its staff', () => {
    expect(postsAfter(later('u2'), posting('berg', 'u2'))).toEqual(['u2 2022-03-25']);
    expect(postsAfter(later('u2'), posting('anders', 'u2', { role: 'STAFF' }))).toEqual(['u2 2022-03-25']);
  });
});
