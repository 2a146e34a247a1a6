import { describe, expect, test } from '@jest/globals';
import { peopleOf, peopleThrough } from '../../../src/questions/command/people-above.rules.js';
import {
  attribution,
  caseFile,
  finding,
  incident,
  incidentLink,
  indicator,
  link,
  type Piece,
  posting,
  THE_DAY,
  unit,
} from '../../support/case-file.js';
import { CHAIN } from './matrix.js';

const [I1, BY_U3, U3_U2, ANDERS] = CHAIN as [Piece, Piece, Piece, Piece];

describe('the people of a table', () => {
  const people = (...pieces: readonly Piece[]) => {
    const file = caseFile(...pieces);
    const [first] = file.incidents.filter(({ id }) => id === 'i1');
    return first ? peopleOf(file, first, THE_DAY) : [];
  };

  test('are in the order of their place in the chain, then of role, then of id', () => {
    const pieces = [
      I1,
      BY_U3,
      U3_U2,
      link('u2', 'u1'),
      posting('dahl', 'u1'),
      posting('holt', 'u2', { role: 'DEPUTY' }),
      posting('zorn', 'u2'),
      posting('anders', 'u2'),
      posting('chief', 'u3', { role: 'CHIEF_OF_STAFF' }),
      posting('acting', 'u3', { role: 'ACTING' }),
      posting('head', 'u3', { role: 'HEAD' }),
      posting('carls', 'u3'),
    ];
    const sorted = ['carls', 'head', 'acting', 'chief', 'anders', 'zorn', 'holt', 'dahl'];
    expect(people(...pieces)).toEqual(sorted);
    expect(people(...pieces.toReversed())).toEqual(sorted);
  });

  test('are each at the nearest of their places, once', () => {
    expect(people(...CHAIN, posting('carls', 'u3'), posting('anders', 'u3', { role: 'DEPUTY' }))).toEqual([
      'carls',
      'anders',
    ]);
    const two = [attribution('i1', 'u2'), attribution('i1', 'u3')];
    expect(people(I1, ...two, U3_U2, posting('anders', 'u2'), posting('zorn', 'u3'))).toEqual(['anders', 'zorn']);
    expect(people(I1, ...two.toReversed(), U3_U2, posting('anders', 'u2'), posting('zorn', 'u3'))).toEqual([
      'anders',
      'zorn',
    ]);
  });

  test.each([
    ['who only serve on a staff', posting('berg', 'u2', { role: 'STAFF' })],
    ['who command elsewhere', posting('berg', 'u9')],
    ['who commanded at another time', posting('berg', 'u2', { during: ['2021', '2021-12-31 END'] })],
  ])('are not those %s', (_who, other) => {
    expect(people(...CHAIN, other)).toEqual(['anders']);
  });

  test('end with those whom sources name on the incident', () => {
    const named = [
      attribution('i1', 'zorn', { mode: 'ORDERED' }),
      finding('f', { aboutIds: ['kurz', 'u3', 'anders'] }),
    ];
    expect(people(...CHAIN, ...named)).toEqual(['anders', 'kurz', 'zorn']);
    expect(
      people(...CHAIN, attribution('i2', 'zorn'), finding('f', { aboutIds: ['kurz'], concernsIds: ['i2'] })),
    ).toEqual(['anders']);
    expect(people(...CHAIN, ...named, unit('kurz'))).toEqual(['anders', 'zorn']);
  });

  test('do not include people hidden from the reader', () => {
    const file = { ...caseFile(I1, BY_U3, attribution('i1', 'zorn')), entities: new Map() };
    expect(file.incidents.flatMap((one) => peopleOf(file, one, THE_DAY))).toEqual([]);
  });

  test('of an incident without a named unit are none', () => {
    expect(people(I1, U3_U2, ANDERS, indicator('TASKS_PERFORMED', ['anders']))).toEqual([]);
  });
});

describe('the people of a table over several days', () => {
  const CAMPAIGN = incident('i2', { during: ['2022-03-01', '2022-05-31'] });
  const MAY = { during: ['2022-05-01 START', '2022-05-20 END'] } as const;
  const through = (...pieces: readonly Piece[]) => {
    const file = caseFile(CAMPAIGN, ...pieces);
    const [campaign] = file.incidents.filter(({ id }) => id === 'i2');
    return campaign ? peopleThrough(file, campaign, { from: '2022-03-01', to: '2022-05-31' }) : [];
  };
  const byU3 = attribution('i2', 'u3');

  test('are all who held a post in the chain on some of them', () => {
    expect(through(byU3, posting('anders', 'u3', MAY))).toEqual(['anders']);
    expect(through(byU3, link('u3', 'u2'), posting('anders', 'u2', MAY))).toEqual(['anders']);
    expect(through(byU3, link('u3', 'u2', MAY), posting('anders', 'u2'))).toEqual(['anders']);
  });

  test('are none at whom its conduct is aimed, though sources name them on a part', () => {
    const sentence = finding('sentence', { aboutIds: ['kurz'], concernsIds: ['i2'], conductOfIds: ['i2'] });
    const part = [incident('i1'), incidentLink('i1', 'i2'), attribution('i1', 'kurz'), attribution('i2', 'kurz')];
    expect(through(byU3, posting('carls', 'u3'), sentence, ...part)).toEqual(['carls']);
  });
});
