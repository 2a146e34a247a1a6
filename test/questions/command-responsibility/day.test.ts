import { describe, expect, test } from '@jest/globals';
import { incident, link, type Piece, posting, report, undatedIncident } from '../../support/case-file.js';
import { CHAIN, elementOf, gradeOf, ids, marked } from './matrix.js';

const [I1, BY_U3, U3_U2] = CHAIN as [Piece, Piece, Piece];
const TWO = { cites: ['archive', 'daily'] } as const;
const post = (overrides: Parameters<typeof posting>[2] = {}) => posting('anders', 'u2', overrides);

describe('R8: no responsibility for crimes before assuming command', () => {
  const later = post({ during: ['2022-03-21 START', '2022-12-31'] });

  test('a post that began after the incident gives no evidence, and the rule is named', () => {
    const found = elementOf([I1, BY_U3, U3_U2, later], 'TEMPORAL_COINCIDENCE');
    expect(found).toMatchObject({ grade: 'NO_EVIDENCE', because: ['R8', 'R9'], supporting: [] });
    expect(marked(found.context)).toEqual([`${later.id}: SUCCESSOR`]);
    expect(found.missing).toEqual(['Looked for posts of command on 2022-03-20, and found none.']);
  });

  test.each([
    ['a post that ended before', post({ during: ['2021', '2022-03-19 END'] })],
    ['a post that may have begun on the day', post({ during: ['2022-03-20 START', '2022-12-31'], role: 'STAFF' })],
    ['a later post that is not of command', post({ during: ['2022-03-21 START', '2022-12-31'], role: 'DEPUTY' })],
  ])('%s does not name the rule', (_which, other) => {
    expect(elementOf([I1, BY_U3, U3_U2, other], 'TEMPORAL_COINCIDENCE')).toMatchObject({ because: [], context: [] });
  });

  test('a post that began on the last day of an incident does not name the rule for its first day', () => {
    const long = incident('i1', { during: ['2022-03-18', '2022-03-22'] });
    const late = post({ during: ['2022-03-22 START', '2022-12-31'] });
    const question = { day: '2022-03-18' };
    expect(elementOf([long, BY_U3, U3_U2, late], 'TEMPORAL_COINCIDENCE', question)).toMatchObject({
      because: [],
      context: [],
    });
    expect(marked(elementOf([long, BY_U3, U3_U2, late], 'SUPERIOR_STATUS', question).context)).toEqual([`${late.id}:`]);
    expect(elementOf([long, BY_U3, U3_U2, late], 'FAILURE_TO_PUNISH_OR_SUBMIT', question).because).toEqual(['R14']);
  });

  test('a later post of a person who held one on the day does not name the rule', () => {
    const next = posting('anders', 'u1', { during: ['2022-06-01 START', '2022-12-31'] });
    expect(elementOf([...CHAIN, next], 'TEMPORAL_COINCIDENCE')).toMatchObject({
      grade: 'INDICATED',
      because: [],
      context: [],
    });
  });
});

describe('R19: cover IMPRECISE or ASSUMED caps temporal coincidence at indicated', () => {
  const sure = [I1, BY_U3, link('u3', 'u2', TWO), post(TWO)];
  const day = (pieces: readonly Piece[]) => elementOf(pieces, 'TEMPORAL_COINCIDENCE');

  test('a day that two sources cite for post and chain is established', () => {
    expect(day(sure)).toMatchObject({ grade: 'ESTABLISHED_BY_SOURCES', because: [], missing: [] });
  });

  const POST_MISSING = 'A source that cites the post on the day itself.';
  const CHAIN_MISSING = 'Sources that cite each link of a chain up to the post on the day itself.';
  test.each([
    ['a post covered imprecisely', [I1, BY_U3, U3_U2, post({ ...TWO, during: ['2022', '2022'] })], POST_MISSING],
    [
      'a post assumed to go on',
      [I1, BY_U3, U3_U2, post({ ...TWO, during: ['2021', '2022-01-01 ASSUMED_TO_CONTINUE'] })],
      POST_MISSING,
    ],
    [
      'a link covered imprecisely',
      [I1, BY_U3, link('u3', 'u2', { during: ['2022', '2022'] }), post(TWO)],
      CHAIN_MISSING,
    ],
  ])('%s leaves temporal coincidence at indicated', (_which, pieces, missing) => {
    const found = day(pieces);
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R19'] });
    expect(found.missing).toContain(missing);
  });

  test.each([
    ['2022-03-20', ['2022-03', '2022-03-31 END']],
    ['2022-03-20', ['2022-03-01', '2022-03']],
    ['2022-03-20', ['2022', '2022']],
  ] as const)(
    'an incident that only may be of the day leaves temporal coincidence at indicated: %s of %j',
    (on, during) => {
      const found = elementOf(
        [incident('i1', { during }), BY_U3, link('u3', 'u2', TWO), post(TWO)],
        'TEMPORAL_COINCIDENCE',
        { day: on },
      );
      expect(found).toMatchObject({
        grade: 'INDICATED',
        because: ['R19'],
        missing: ['A source that dates the incident to the day.'],
      });
    },
  );

  test.each([
    ['that no source dates', [undatedIncident('i1')]],
    [
      'whose sources came out before the day',
      [incident('i1', { cites: ['old'] }), report('old', { publishedOn: '2022-03-19' })],
    ],
  ])('an incident %s leaves temporal coincidence at indicated', (_which, pieces) => {
    const found = elementOf([...pieces, BY_U3, link('u3', 'u2', TWO), post(TWO)], 'TEMPORAL_COINCIDENCE');
    expect(found).toMatchObject({ grade: 'INDICATED', because: ['R19'] });
    expect(found.missing).toContain('A source that dates the incident to the day.');
  });

  test('an incident over several days is dated to each of them, first and last', () => {
    const long = [incident('i1', { during: ['2022-03-18', '2022-03-22'] }), BY_U3, link('u3', 'u2', TWO), post(TWO)];
    for (const on of ['2022-03-18', '2022-03-22'])
      expect(gradeOf(long, 'TEMPORAL_COINCIDENCE', { day: on })).toBe('ESTABLISHED_BY_SOURCES');
  });

  test('a post without a chain to the perpetrators leaves temporal coincidence at indicated, and the chain is named as missing', () => {
    expect(day([I1, BY_U3, post(TWO)])).toMatchObject({ grade: 'INDICATED', because: [], missing: [CHAIN_MISSING] });
  });

  test('one well-sourced post that is cited for the day is enough, whatever the other', () => {
    const other = posting('anders', 'u8', { during: ['2022', '2022'] });
    expect(day([...sure, other])).toMatchObject({ grade: 'ESTABLISHED_BY_SOURCES', because: [] });
    expect(day([other, ...sure])).toMatchObject({ grade: 'ESTABLISHED_BY_SOURCES', because: [] });
  });

  test('command of the perpetrator itself needs no links', () => {
    expect(gradeOf([I1, BY_U3, posting('carls', 'u3', TWO)], 'TEMPORAL_COINCIDENCE', { personId: 'carls' })).toBe(
      'ESTABLISHED_BY_SOURCES',
    );
  });

  test('one source alone leaves temporal coincidence at indicated without this rule', () => {
    expect(day(CHAIN)).toMatchObject({
      grade: 'INDICATED',
      because: [],
      missing: ['A second independent firm source for the post on the day.'],
    });
  });

  test('a claim that excludes the day contests temporal coincidence where its time meets that of a claim that covers the day', () => {
    const meets = (other: Piece, own: Piece = post()) => ids(day([I1, BY_U3, U3_U2, own, other]).weighingAgainst);
    const early = post({ during: ['2022-01-01 START', '2022-03-19 END'] });
    expect(meets(early)).toEqual([early.id]);
    expect(day([...CHAIN, early]).grade).toBe('CONTESTED');
    expect(meets(post({ during: ['2021-01-01 START', '2021-12-31 END'] }))).toEqual([]);
    const touching = post({ during: ['2021-01-01 START', '2022-01-01 END'] });
    expect(meets(touching)).toEqual([touching.id]);
    const late = post({ during: ['2022-03-21 START', '2023-12-31 END'] });
    expect(meets(late)).toEqual([late.id]);
    const open = post({ during: ['2022-01-01', '2022-03-31'] });
    const autumn = post({ during: ['2022-09-01 START', '2023-12-31 END'] });
    expect(meets(autumn, open)).toEqual([autumn.id]);
    const ended = post({ during: ['2022-01-01', '2022-04-14 END'] });
    expect(meets(post({ during: ['2022-04-15 START', '2022-12-31 END'] }), ended)).toEqual([]);
    const sameDay = post({ during: ['2022-04-14 START', '2022-12-31 END'] });
    expect(meets(sameDay, ended)).toEqual([sameDay.id]);
    expect(meets(posting('anders', 'u2', { during: ['2022-01-01 START', '2022-03-19 END'], role: 'HEAD' }))).toEqual(
      [],
    );
    expect(meets(posting('anders', 'u1', { during: ['2022-01-01 START', '2022-03-19 END'] }))).toEqual([]);
    expect(meets(post({ during: ['2022-01-01', '2022-03-19 LAST_CITED'] }))).toEqual([]);
  });
});
