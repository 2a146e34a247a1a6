import { describe, expect, test } from '@jest/globals';
import { COMMAND_KINDS, COMMANDING_ROLES } from '../../src/model/command-words.js';
import type { ImpreciseRange } from '../../src/model/date-range.js';
import { nearestLevels } from '../../src/questions/chain-of-command/chain-of-command.rules.js';
import { CHAIN_GAPS, gapsOf, type UnitState } from '../../src/questions/command/chain-gap.rules.js';
import { competingHolders, type PostingLike, postsOnDay } from '../../src/questions/command/posts.rules.js';
import { span } from '../support/case-file.js';

test('links of the kinds COMMAND and OPERATIONAL form a chain, and no others', () => {
  expect(COMMAND_KINDS).toEqual(['COMMAND', 'OPERATIONAL']);
});

test('the roles of command are COMMANDER, HEAD and ACTING', () => {
  expect(COMMANDING_ROLES).toEqual(['COMMANDER', 'HEAD', 'ACTING']);
});

describe('the gaps of a unit', () => {
  const WHOLE: UnitState = { isTop: false, placeholder: false, otherLinks: [], commanderCited: true };
  const gaps = (state: Partial<UnitState>, direction: 'UP' | 'DOWN' = 'UP') =>
    gapsOf({ ...WHOLE, ...state }, direction, COMMAND_KINDS);

  test('with a commander and a superior are none', () => {
    expect(gaps({})).toEqual([]);
  });

  test('without a commander name the missing commander', () => {
    expect(gaps({ commanderCited: false })).toEqual(['NO_COMMANDER_CITED']);
  });

  test('where the chain ends name the missing superior', () => {
    expect(gaps({ isTop: true })).toEqual(['NO_SUPERIOR_CITED']);
  });

  test('of a placeholder name that the superior is unnamed, and ask for no commander of it', () => {
    expect(gaps({ placeholder: true, commanderCited: false })).toEqual(['SUPERIOR_UNNAMED']);
  });

  test('with a superior by membership alone say so', () => {
    const otherLinks = [{ kind: 'MEMBERSHIP', cover: 'CITED' as const }];
    expect(gaps({ isTop: true, otherLinks })).toEqual(['NO_SUPERIOR_CITED', 'ONLY_NON_COMMAND_LINKS']);
    expect(gaps({ isTop: false, otherLinks })).toEqual([]);
  });

  test('with a link of command of open dates say that asking for OPEN shows it', () => {
    const otherLinks = [{ kind: 'COMMAND', cover: 'OPEN' as const }];
    expect(gaps({ isTop: true, otherLinks })).toEqual(['NO_SUPERIOR_CITED', 'LINK_NOT_SHOWN_OR_EXCLUDED']);
    expect(gaps({ isTop: false, otherLinks })).toEqual(['LINK_NOT_SHOWN_OR_EXCLUDED']);
  });

  test('ignore a link of command that the dates exclude, and an open link that carries no command', () => {
    expect(gaps({ otherLinks: [{ kind: 'COMMAND', cover: 'NONE' }] })).toEqual([]);
    expect(gaps({ otherLinks: [{ kind: 'COMMAND', cover: null }] })).toEqual([]);
    expect(gaps({ otherLinks: [{ kind: 'MEMBERSHIP', cover: 'OPEN' }] })).toEqual([]);
  });

  test('at the top of a chain tell of no other link where the only one is open, or excluded by its dates', () => {
    expect(gaps({ isTop: true, otherLinks: [{ kind: 'MEMBERSHIP', cover: 'OPEN' }] })).toEqual(['NO_SUPERIOR_CITED']);
    expect(gaps({ isTop: true, otherLinks: [{ kind: 'COMMAND', cover: 'NONE' }] })).toEqual(['NO_SUPERIOR_CITED']);
  });

  test('in a chain downwards are those of commanders alone', () => {
    const otherLinks = [
      { kind: 'MEMBERSHIP', cover: 'CITED' as const },
      { kind: 'COMMAND', cover: 'OPEN' as const },
    ];
    expect(gaps({ isTop: true, otherLinks }, 'DOWN')).toEqual([]);
    expect(gaps({ isTop: true, commanderCited: false }, 'DOWN')).toEqual(['NO_COMMANDER_CITED']);
  });

  test('are each named once, however many links cause them', () => {
    const otherLinks = [
      { kind: 'MEMBERSHIP', cover: 'CITED' as const },
      { kind: 'COOPERATION', cover: 'CITED' as const },
      { kind: 'COMMAND', cover: 'OPEN' as const },
      { kind: 'OPERATIONAL', cover: 'OPEN' as const },
    ];
    expect(gaps({ isTop: true, commanderCited: false, otherLinks })).toEqual([
      'NO_COMMANDER_CITED',
      'NO_SUPERIOR_CITED',
      'ONLY_NON_COMMAND_LINKS',
      'LINK_NOT_SHOWN_OR_EXCLUDED',
    ]);
  });

  test('each have a sentence that explains them', () => {
    expect(Object.keys(CHAIN_GAPS)).toHaveLength(5);
    for (const sentence of Object.values(CHAIN_GAPS)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

function posting(id: string, personId: string, role: PostingLike['role'], cover: PostingLike['cover']): PostingLike {
  return { id, personId, role, cover, status: 'ACCEPTED' };
}

const postTexts = (postings: readonly PostingLike[]) =>
  postsOnDay(postings).map(
    ({ personId, role, cover, postings: own }) => `${personId} ${role} ${cover} ${own.map(({ id }) => id).join(',')}`,
  );

describe('the held posts of a day', () => {
  test('without postings are none', () => {
    expect(postsOnDay([])).toEqual([]);
  });

  test('are in the order of their roles, commanders first', () => {
    const roles = [
      'MEMBER',
      'SPOKESPERSON',
      'STAFF',
      'CHIEF_OF_STAFF',
      'DEPUTY',
      'ACTING',
      'HEAD',
      'COMMANDER',
    ] as const;
    expect(postsOnDay(roles.map((role) => posting(role, 'p', role, 'CITED'))).map(({ role }) => role)).toEqual([
      'COMMANDER',
      'HEAD',
      'ACTING',
      'DEPUTY',
      'CHIEF_OF_STAFF',
      'STAFF',
      'SPOKESPERSON',
      'MEMBER',
    ]);
  });

  test('of one role are in the order of their covers, and then of the person', () => {
    const postings = [
      posting('1', 'z', 'COMMANDER', 'OPEN'),
      posting('2', 'y', 'COMMANDER', 'ASSUMED'),
      posting('3', 'x', 'COMMANDER', 'IMPRECISE'),
      posting('4', 'w', 'COMMANDER', 'CITED'),
      posting('5', 'v', 'COMMANDER', 'CITED'),
    ];
    expect(postTexts(postings)).toEqual([
      'v COMMANDER CITED 5',
      'w COMMANDER CITED 4',
      'x COMMANDER IMPRECISE 3',
      'y COMMANDER ASSUMED 2',
      'z COMMANDER OPEN 1',
    ]);
  });

  test('have a commander whom no claim cites before a deputy whom one does, and an unknown role last', () => {
    const postings = [
      posting('1', 'p', 'UNKNOWN', 'CITED'),
      posting('2', 'q', 'DEPUTY', 'CITED'),
      posting('3', 'r', 'MEMBER', 'OPEN'),
      posting('4', 's', 'COMMANDER', 'OPEN'),
    ];
    expect(postTexts(postings)).toEqual([
      's COMMANDER OPEN 4',
      'q DEPUTY CITED 2',
      'r MEMBER OPEN 3',
      'p UNKNOWN CITED 1',
    ]);
  });

  test('count a claim without a cover as one that does not hold', () => {
    const postings = [posting('1', 'p', 'COMMANDER', null), posting('2', 'q', 'COMMANDER', 'OPEN')];
    expect(postTexts(postings)).toEqual(['q COMMANDER OPEN 2', 'p COMMANDER NONE 1']);
    expect(postTexts([...postings, posting('3', 'p', 'COMMANDER', 'CITED')])).toEqual([
      'p COMMANDER CITED 1,3',
      'q COMMANDER OPEN 2',
    ]);
  });

  test('have two claims of one post together, with the firmer cover, in either order', () => {
    const postings = [posting('1', 'p', 'COMMANDER', 'ASSUMED'), posting('2', 'p', 'COMMANDER', 'CITED')];
    expect(postTexts(postings)).toEqual(['p COMMANDER CITED 1,2']);
    expect(postTexts(postings.toReversed())).toEqual(['p COMMANDER CITED 2,1']);
  });

  test('keep one person in two roles apart', () => {
    const postings = [posting('1', 'p', 'DEPUTY', 'CITED'), posting('2', 'p', 'COMMANDER', 'CITED')];
    expect(postTexts(postings)).toEqual(['p COMMANDER CITED 2', 'p DEPUTY CITED 1']);
  });
});

describe('competing holders', () => {
  const posts = (...postings: PostingLike[]) =>
    competingHolders(postsOnDay(postings), '2022-03-20', () => null).map(({ personId, role }) => `${personId} ${role}`);

  test('are two persons cited in command for the same day', () => {
    expect(posts(posting('1', 'a', 'COMMANDER', 'CITED'), posting('2', 'b', 'COMMANDER', 'CITED'))).toEqual([
      'a COMMANDER',
      'b COMMANDER',
    ]);
  });

  test('are a commander and an acting one too', () => {
    expect(posts(posting('1', 'b', 'ACTING', 'CITED'), posting('2', 'a', 'COMMANDER', 'CITED'))).toEqual([
      'a COMMANDER',
      'b ACTING',
    ]);
  });

  test('are not one commander with two claims, or in two commanding roles', () => {
    expect(posts(posting('1', 'a', 'COMMANDER', 'CITED'), posting('2', 'a', 'COMMANDER', 'ASSUMED'))).toEqual([]);
    expect(posts(posting('1', 'a', 'COMMANDER', 'CITED'), posting('2', 'a', 'ACTING', 'CITED'))).toEqual([]);
  });

  test('are not a commander and a deputy', () => {
    expect(posts(posting('1', 'a', 'COMMANDER', 'CITED'), posting('2', 'b', 'DEPUTY', 'CITED'))).toEqual([]);
  });

  describe('of whom one hands the post to the other', () => {
    /** Those who compete on a day, by the ranges of their claims: the claim `a2` is the second one of person `a`. */
    const names = (day: string, ranges: Readonly<Record<string, ImpreciseRange | null>>) =>
      competingHolders(
        postsOnDay(Object.keys(ranges).map((id) => posting(id, id.charAt(0), 'COMMANDER', 'CITED'))),
        day,
        ({ id }) => ranges[id] ?? null,
      ).map(({ personId }) => personId);
    const DAY = '2022-03-20';
    const left = span('2021', `${DAY} END`);
    const came = span(`${DAY} START`, '2023');

    test('on that very day are none, whichever comes first', () => {
      expect(names(DAY, { a1: left, b1: came })).toEqual([]);
      expect(names(DAY, { a1: came, b1: left })).toEqual([]);
    });

    test('compete with a third who holds it too', () => {
      expect(names(DAY, { a1: left, b1: came, c1: span('2021', '2023') })).toEqual(['a', 'b', 'c']);
    });

    test('compete where another claim of either goes beyond that day', () => {
      expect(names(DAY, { a1: left, a2: span('2021', '2022-03-21'), b1: came })).toEqual(['a', 'b']);
      expect(names(DAY, { a1: left, b1: came, b2: span('2022-03-19', '2023') })).toEqual(['a', 'b']);
    });

    test('are none where another claim says less, or has no range', () => {
      expect(names(DAY, { a1: left, a2: span('2021', '2022-02-01'), b1: came })).toEqual([]);
      expect(names(DAY, { a1: left, b1: came, b2: span('2022-04-01', '2023') })).toEqual([]);
      expect(names(DAY, { a1: left, a2: null, b1: came })).toEqual([]);
    });

    test.each(['2022-03-01', '2022-03-20', '2022-03-31'])('in a month compete on its day %s', (day) => {
      expect(names(day, { a1: span('2021', '2022-03 END'), b1: span(`${day} START`, '2023') })).toEqual(['a', 'b']);
      expect(names(day, { a1: span('2021', `${day} END`), b1: span('2022-03 START', '2023') })).toEqual(['a', 'b']);
    });
  });

  test('are none where nobody commands', () => {
    expect(posts()).toEqual([]);
  });
});

describe('a chain of at most so many units', () => {
  const LEVELS = [['a'], ['b', 'c'], ['d']];

  test('is whole where it has no more', () => {
    expect(nearestLevels(LEVELS, 4)).toEqual(LEVELS);
    expect(nearestLevels(LEVELS, 5)).toEqual(LEVELS);
  });

  test('ends before the first level with which it would have more', () => {
    expect(nearestLevels(LEVELS, 3)).toEqual([['a'], ['b', 'c']]);
    expect(nearestLevels(LEVELS, 2)).toEqual([['a']]);
  });

  test('has its start, even where none are asked for', () => {
    expect(nearestLevels(LEVELS, 0)).toEqual([['a']]);
  });
});
