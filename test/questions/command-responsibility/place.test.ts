import { describe, expect, test } from '@jest/globals';
import { RULE_IDS } from '../../../src/questions/command-responsibility/legal-rules.rules.js';
import { conviction, incident, link, type Piece, person, posting, site, THE_DAY } from '../../support/case-file.js';
import { CHAIN, matrixOf } from './matrix.js';

const [I1, BY_U3, U3_U2, ANDERS] = CHAIN as [Piece, Piece, Piece, Piece];
const place = (pieces: readonly Piece[], personId = 'anders') => matrixOf(pieces, { personId }).place;
const grades = (pieces: readonly Piece[], personId = 'anders') =>
  matrixOf(pieces, { personId }).elements.map(({ grade }) => grade);

describe('R15: distance in links and in kilometres is shown as context, never graded', () => {
  test('every answer names the rule', () => {
    expect(matrixOf([I1]).rules.map(({ id }) => id)).toContain('R15');
  });

  test('links are counted along the shortest path, from none where the person commands the perpetrator', () => {
    const pieces = [...CHAIN, posting('carls', 'u3'), link('u2', 'u1'), posting('dahl', 'u1')];
    expect(['carls', 'anders', 'dahl'].map((id) => place(pieces, id).links)).toEqual([0, 1, 2]);
    expect(place([...pieces, link('u3', 'u1')], 'dahl').links).toBe(1);
    expect(place([I1, BY_U3, ANDERS]).links).toBeNull();
  });

  test('kilometres are those from the incident to the nearest site of the unit on the day', () => {
    const at = incident('i1', { latitude: 10, longitude: 10 });
    const near = site('u2', { id: 'near', latitude: 11, longitude: 10 });
    const far = site('u2', { id: 'far', latitude: 10, longitude: 12 });
    const pastSite = site('u2', { id: 'gone', latitude: 10, longitude: 10, during: ['2021', '2021-12-31 END'] });
    const other = site('u3', { id: 'other', latitude: 10, longitude: 10 });
    const km = (...sites: readonly Piece[]) => place([at, BY_U3, U3_U2, ANDERS, ...sites]).kilometres;
    expect(km(near)).toBe(111.2);
    expect(km(far)).toBe(219);
    expect(km(far, near, pastSite, other)).toBe(111.2);
    expect(km(pastSite, other)).toBeNull();
    expect(km(site('u2', { latitude: -10, longitude: 170 }))).toBe(17_825.3);
  });

  test.each([
    ['the place of the incident', incident('i1', { latitude: null, longitude: 10 }), site('u2')],
    ['the longitude of the incident', incident('i1', { latitude: 10, longitude: null }), site('u2')],
    ['the latitude of the site', incident('i1', { latitude: 10, longitude: 10 }), site('u2', { latitude: null })],
    ['the longitude of the site', incident('i1', { latitude: 10, longitude: 10 }), site('u2', { longitude: null })],
  ])('an answer has no kilometres if %s is not stated', (_what, at, base) => {
    expect(place([at, BY_U3, U3_U2, ANDERS, base]).kilometres).toBeNull();
  });

  test('no grade changes with the distance in links or kilometres', () => {
    const at = incident('i1', { latitude: 10, longitude: 10 });
    const near = [at, BY_U3, U3_U2, ANDERS, site('u2', { latitude: 10, longitude: 10 })];
    const far = [at, BY_U3, U3_U2, ANDERS, site('u2', { latitude: -10, longitude: 170 })];
    expect(grades(near)).toEqual(grades(far));
    const through = [I1, BY_U3, link('u3', 'u4'), link('u4', 'u5'), link('u5', 'u2'), ANDERS];
    expect(grades(through)).toEqual(grades(CHAIN));
  });
});

describe('the place of a person', () => {
  test('is the post in the chain, before another post of command, before a post that is not', () => {
    expect(place([posting('anders', 'u9'), ...CHAIN])).toMatchObject({
      unit: { id: 'u2', label: 'Unit', name: 'U2' },
      role: 'COMMANDER',
    });
    expect(
      place([I1, BY_U3, posting('anders', 'u9', { role: 'DEPUTY' }), posting('anders', 'u8', { role: 'HEAD' })]),
    ).toMatchObject({ unit: { id: 'u8' }, role: 'HEAD' });
    expect(place([I1, BY_U3, posting('anders', 'u9', { role: 'DEPUTY' })])).toMatchObject({
      unit: { id: 'u9' },
      role: 'DEPUTY',
    });
  });

  test('has every post of the day, the accepted and best covered one first', () => {
    const posts = [
      posting('anders', 'u5', { status: 'CONFLICT', during: ['2017 START', '2022 END'] }),
      posting('anders', 'u6', { during: ['2022-03-18 START', '2022-03-18 ASSUMED_TO_CONTINUE'] }),
      posting('anders', 'u7', { role: 'HEAD' }),
      posting('anders', 'u8', { role: 'DEPUTY' }),
    ];
    const of = (pieces: readonly Piece[]) =>
      place([I1, BY_U3, ...pieces]).posts.map(({ unit, role, cover, isDisputed }) =>
        [unit.id, role, cover, ...(isDisputed ? ['disputed'] : [])].join(' '),
      );
    const expected = ['u7 HEAD CITED', 'u6 COMMANDER ASSUMED', 'u5 COMMANDER IMPRECISE disputed', 'u8 DEPUTY CITED'];
    expect(of(posts)).toEqual(expected);
    expect(of(posts.toReversed())).toEqual(expected);
    expect(place([I1, BY_U3, ...posts])).toMatchObject({ unit: { id: 'u7' }, role: 'HEAD' });
    expect(of([...posts, link('u3', 'u5')])[0]).toBe('u5 COMMANDER IMPRECISE disputed');
  });

  test('has one post for each unit and role, with all claims on it, disputed only where each of them is', () => {
    const claims = [
      posting('anders', 'u9', { id: 'a', role: 'DEPUTY', status: 'CONFLICT' }),
      posting('anders', 'u9', { id: 'b', role: 'DEPUTY' }),
      posting('anders', 'u8', { id: 'c', role: 'DEPUTY', status: 'CONFLICT' }),
    ];
    const { posts } = place([I1, BY_U3, ...claims]);
    expect(posts.map(({ unit, isDisputed, items }) => [unit.id, isDisputed, ...items.map(({ id }) => id)])).toEqual([
      ['u9', false, 'a', 'b'],
      ['u8', true, 'c'],
    ]);
    expect(posts[0]?.items[0]).toMatchObject({ cover: 'CITED', sources: [{ reportId: 'archive' }] });
  });

  test('is none where no post is held on the day', () => {
    const past = posting('anders', 'u9', { role: 'DEPUTY', during: ['2021', '2021-12-31 END'] });
    expect(place([I1, BY_U3, past, person('anders')])).toEqual({
      on: THE_DAY,
      links: null,
      unit: null,
      role: null,
      posts: [],
      kilometres: null,
      otherSuperiors: [],
    });
  });

  test('lists by R6 all others who command units of the chain on the day, each once', () => {
    const pieces = [
      ...CHAIN,
      posting('carls', 'u3'),
      link('u2', 'u1'),
      posting('dahl', 'u1'),
      posting('dahl', 'u3', { role: 'ACTING' }),
      posting('holt', 'u2', { role: 'DEPUTY' }),
      posting('doe', 'u9'),
    ];
    expect(place(pieces).otherSuperiors.map(({ id }) => id)).toEqual(['carls', 'dahl']);
  });
});

describe('the presumption of innocence', () => {
  const presumption = (...more: readonly Piece[]) => matrixOf([...CHAIN, ...more]).presumption;
  const INNOCENT = 'Anders is presumed innocent: the sources show no final conviction on this incident.';
  const affirmed = conviction('appeal', {
    decided: '2024',
    relations: [{ relation: 'AFFIRMS', toId: 'd' }],
    aboutIds: [],
  });

  test('is stated without a conviction', () => {
    expect(presumption()).toBe(INNOCENT);
  });

  test.each([
    ['a warrant', conviction('d', { type: 'WARRANT' })],
    ['a conviction of somebody else', conviction('d', { aboutIds: ['berg'] })],
    ['a conviction on another incident', conviction('d', { concernsIds: ['i2'] })],
  ])('is stated with %s', (_what, other) => {
    expect(presumption(other)).toBe(INNOCENT);
  });

  test('is stated after a conviction was reversed', () => {
    expect(
      presumption(
        conviction('d'),
        conviction('e', { type: 'ACQUITTAL', decided: '2025', relations: [{ relation: 'REVERSES', toId: 'd' }] }),
      ),
    ).toBe(INNOCENT);
  });

  test('is kept for a conviction that the sources do not show to be final', () => {
    expect(presumption(conviction('d'))).toBe(
      'Anders was convicted on this incident; the sources do not show that the conviction is final. Every person is presumed innocent until finally convicted.',
    );
  });

  test.each(['WORK_NEEDED', 'ISSUE'] as const)('is stated with a conviction of the status %s', (status) => {
    expect(presumption(conviction('d', { status }), affirmed)).toBe(INNOCENT);
  });

  test('gives way only to a conviction that a later finding upheld', () => {
    expect(presumption(conviction('d'), affirmed)).toBe(
      'Anders was finally convicted on this incident: Court, 2023-01-01.',
    );
  });

  const upheld = { decided: '2024', aboutIds: [], relations: [{ relation: 'AFFIRMS' as const, toId: 'd' }] };
  test.each([
    ['an NGO upheld', [conviction('h', { ...upheld, type: 'ALLEGATION', bodyKind: 'NGO' })]],
    [
      'no court upheld, though one upheld that of somebody else',
      [
        conviction('x', { aboutIds: ['berg'] }),
        conviction('h', { ...upheld, relations: [{ relation: 'AFFIRMS', toId: 'x' }] }),
      ],
    ],
    [
      'a later judgment follows without upholding it',
      [conviction('h', { ...upheld, relations: [{ relation: 'FOLLOWS', toId: 'd' }] })],
    ],
    ['an unchecked finding upheld', [conviction('h', { ...upheld, status: 'WORK_NEEDED' })]],
    [
      'an appeal upheld that was itself reversed',
      [
        affirmed,
        conviction('k', { decided: '2025', aboutIds: [], relations: [{ relation: 'REVERSES', toId: 'appeal' }] }),
      ],
    ],
  ] as const)('does not give way to a conviction that %s', (_what, later) => {
    expect(presumption(conviction('d'), ...later)).toMatch(/do not show that the conviction is final/);
  });
});

test('an answer on responsibility names person, incident, day and framework, and lists each rule that it names, in order', () => {
  const matrix = matrixOf([...CHAIN, link('u2', 'u1'), posting('dahl', 'u1')]);
  expect(matrix).toMatchObject({
    person: { id: 'anders', label: 'Person', name: 'Anders' },
    incident: { id: 'i1', label: 'Incident', name: 'Incident i1' },
    on: THE_DAY,
    framework: 'ROME_STATUTE_28A',
  });
  expect(matrix.rules.map(({ id }) => id)).toEqual(['R1', 'R6', 'R7', 'R14', 'R15', 'R16']);
  for (const { sentence, basis } of matrix.rules) expect(`${sentence} ${basis}`).toMatch(/^[A-Z].*\. .+/);
});

test('the rules of command responsibility are numbered without a gap', () => {
  expect(RULE_IDS).toEqual(RULE_IDS.map((_, at) => `R${at + 1}`));
});
