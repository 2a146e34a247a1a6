import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMMAND_KINDS } from '../../src/model/command-words.js';
import { unitsReachable, type WalkLink, type WalkOptions, walk } from '../../src/questions/command/walk.rules.js';

const UP: WalkOptions = { direction: 'UP', kinds: COMMAND_KINDS, cover: ['CITED', 'IMPRECISE', 'ASSUMED'], depth: 12 };
const DOWN: WalkOptions = { ...UP, direction: 'DOWN' };

/** `b under a`, under the id `b-a`. */
function link(subordinateId: string, superiorId: string, more: Partial<WalkLink> = {}): WalkLink {
  return { id: `${subordinateId}-${superiorId}`, subordinateId, superiorId, kind: 'COMMAND', cover: 'CITED', ...more };
}

/** Each level as `unit<link,link>`, so that an expectation fits on a line. */
function walkTexts(start: string, links: readonly WalkLink[], options: WalkOptions): string[][] {
  const { levels } = walk(start, links, options);
  return levels.map((level) => level.map((step) => `${step.unitId}<${step.links.map(({ id }) => id).join(',')}>`));
}

describe('a walk up', () => {
  test('from a unit without links gives that unit alone, on level 0', () => {
    expect(walk('a', [], UP)).toEqual({ levels: [[{ unitId: 'a', links: [], otherLinks: [] }]], cycles: [] });
  });

  test('names each superior one level above its subordinate, with the link between', () => {
    expect(walkTexts('a', [link('a', 'b'), link('b', 'c')], UP)).toEqual([['a<>'], ['b<a-b>'], ['c<b-c>']]);
  });

  test('leaves out units that are not above the start', () => {
    expect(walkTexts('a', [link('a', 'b'), link('x', 'b'), link('x', 'y')], UP)).toEqual([['a<>'], ['b<a-b>']]);
  });

  test('gives several superiors on one level in the order of their ids, whatever the order of the links', () => {
    const links = [link('a', 'd'), link('a', 'b'), link('a', 'c')];
    expect(walkTexts('a', links, UP)).toEqual([['a<>'], ['b<a-b>', 'c<a-c>', 'd<a-d>']]);
    expect(walkTexts('a', links.toReversed(), UP)).toEqual([['a<>'], ['b<a-b>', 'c<a-c>', 'd<a-d>']]);
  });

  test('gives the top of a diamond once, with the links of both sides', () => {
    const links = [link('a', 'b'), link('a', 'c'), link('b', 'd'), link('c', 'd')];
    expect(walkTexts('a', links, UP)).toEqual([['a<>'], ['b<a-b>', 'c<a-c>'], ['d<b-d,c-d>']]);
    expect(walk('a', links, UP).cycles).toEqual([]);
  });

  test('gives a unit with a short and a long path on the nearer level, with both links', () => {
    const links = [link('a', 'b'), link('b', 'c'), link('a', 'c')];
    expect(walkTexts('a', links, UP)).toEqual([['a<>'], ['b<a-b>', 'c<a-c,b-c>']]);
  });

  test('keeps two links between the same two units, since two claims say so', () => {
    const links = [link('a', 'b', { id: 'one' }), link('a', 'b', { id: 'two', kind: 'OPERATIONAL' })];
    expect(walkTexts('a', links, UP)).toEqual([['a<>'], ['b<one,two>']]);
  });

  test('ends at the depth that was asked for', () => {
    const links = [link('a', 'b'), link('b', 'c'), link('c', 'd')];
    expect(walkTexts('a', links, { ...UP, depth: 0 })).toEqual([['a<>']]);
    expect(walkTexts('a', links, { ...UP, depth: 2 })).toEqual([['a<>'], ['b<a-b>'], ['c<b-c>']]);
    expect(walkTexts('a', links, { ...UP, depth: 3 })).toEqual([['a<>'], ['b<a-b>'], ['c<b-c>'], ['d<c-d>']]);
  });
});

describe('a walk down', () => {
  test('names subordinates under their superiors', () => {
    const links = [link('b', 'a'), link('c', 'a'), link('d', 'b')];
    expect(walkTexts('a', links, DOWN)).toEqual([['a<>'], ['b<b-a>', 'c<c-a>'], ['d<d-b>']]);
  });

  test('does not climb', () => {
    expect(walkTexts('b', [link('b', 'a'), link('c', 'a')], DOWN)).toEqual([['b<>']]);
  });
});

describe('a cycle', () => {
  test('of two units ends the walk, and the link that closes it is reported', () => {
    const links = [link('a', 'b'), link('b', 'a')];
    expect(walkTexts('a', links, UP)).toEqual([['a<>'], ['b<a-b>']]);
    expect(walk('a', links, UP).cycles.map(({ id }) => id)).toEqual(['b-a']);
  });

  test('of a unit with itself is reported, and the unit is given once', () => {
    const { levels, cycles } = walk('a', [link('a', 'a')], UP);
    expect([levels.length, cycles.map(({ id }) => id)]).toEqual([1, ['a-a']]);
  });

  test('further up keeps the path to it and the path out of it in the answer', () => {
    const links = [link('a', 'b'), link('b', 'c'), link('c', 'b'), link('c', 'd')];
    expect(walkTexts('a', links, UP)).toEqual([['a<>'], ['b<a-b>'], ['c<b-c>'], ['d<c-d>']]);
    expect(walk('a', links, UP).cycles.map(({ id }) => id)).toEqual(['c-b']);
  });

  test('on two paths is reported by the one link that closes it on the first of them', () => {
    const links = [link('a', 'b'), link('a', 'c'), link('b', 'c'), link('c', 'b')];
    expect(walk('a', links, UP).cycles.map(({ id }) => id)).toEqual(['c-b']);
    expect(walkTexts('a', links, UP)).toEqual([['a<>'], ['b<a-b>', 'c<a-c,b-c>']]);
  });

  test('is not reported where it is not above the start', () => {
    expect(walk('a', [link('a', 'b'), link('x', 'y'), link('y', 'x')], UP).cycles).toEqual([]);
  });
});

test('units that links of any kind and cover reach are those on the way, with the units where it starts', () => {
  const links = [link('a', 'b', { kind: 'MEMBERSHIP' }), link('b', 'c', { cover: null }), link('x', 'y')];
  expect([...unitsReachable(['a'], links, 'subordinateId', 'superiorId')]).toEqual(['a', 'b', 'c']);
  expect([...unitsReachable(['c', 'x'], links, 'superiorId', 'subordinateId')]).toEqual(['c', 'x', 'b', 'a']);
});

describe('among the other links of a chain of command', () => {
  test.each(['ADMINISTRATIVE', 'MEMBERSHIP', 'COOPERATION'] as const)('is a link of the kind %s', (kind) => {
    const { levels } = walk('a', [link('a', 'b', { kind })], UP);
    expect(levels).toHaveLength(1);
    expect(levels[0]?.[0]?.otherLinks.map(({ id }) => id)).toEqual(['a-b']);
  });

  test.each(['OPEN', 'NONE', null] as const)('is a link with the cover %s', (cover) => {
    const { levels } = walk('a', [link('a', 'b', { cover })], UP);
    expect(levels).toHaveLength(1);
    expect(levels[0]?.[0]?.otherLinks.map(({ id }) => id)).toEqual(['a-b']);
  });

  test('each link is with its subordinate, and not with its superior', () => {
    const links = [link('a', 'b'), link('b', 'x', { kind: 'MEMBERSHIP' }), link('y', 'b', { kind: 'MEMBERSHIP' })];
    const { levels } = walk('a', links, UP);
    expect(levels.map((level) => level.map(({ otherLinks }) => otherLinks.map(({ id }) => id)))).toEqual([
      [[]],
      [['b-x']],
    ]);
  });

  test('is no open link where OPEN is asked for', () => {
    expect(walkTexts('a', [link('a', 'b', { cover: 'OPEN' })], { ...UP, cover: ['OPEN'] })).toEqual([
      ['a<>'],
      ['b<a-b>'],
    ]);
  });
});

describe('any graph of links', () => {
  const unit = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const kind = fc.constantFrom('COMMAND', 'OPERATIONAL', 'MEMBERSHIP' as const);
  const links = fc
    .array(fc.tuple(unit, unit, kind), { maxLength: 20 })
    .map((ends) => ends.map(([from, to, of], index) => link(from, to, { id: String(index), kind: of })));
  const unlimited = { ...UP, depth: 50 };

  function reachable(start: string, all: readonly WalkLink[]): string[] {
    const found = new Set([start]);
    for (let round = 0; round < 10; round += 1)
      for (const { subordinateId, superiorId, kind: of } of all)
        if (of !== 'MEMBERSHIP' && found.has(subordinateId)) found.add(superiorId);
    return [...found].sort();
  }

  test('gives every reachable unit, each once', () => {
    fc.assert(
      fc.property(links, (all) => {
        const units = walk('a', all, unlimited)
          .levels.flat()
          .map(({ unitId }) => unitId);
        expect(units.sort()).toEqual(reachable('a', all));
      }),
      { numRuns: 500 },
    );
  });

  test('gives a chain without a cycle, since units without subordinates can be removed until none is left', () => {
    fc.assert(
      fc.property(links, (all) => {
        const steps = walk('a', all, unlimited).levels.flat();
        let left = steps.flatMap((step) => step.links);
        for (let round = 0; round < 10; round += 1)
          left = left.filter(({ subordinateId }) => left.some(({ superiorId }) => superiorId === subordinateId));
        expect(left).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('gives every unit above level 0 a link from the level below it', () => {
    fc.assert(
      fc.property(links, (all) => {
        const { levels } = walk('a', all, unlimited);
        levels.slice(1).forEach((level, index) => {
          const below = levels[index]?.map(({ unitId }) => unitId) ?? [];
          for (const step of level)
            expect(step.links.some(({ subordinateId }) => below.includes(subordinateId))).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('has each of its links in the chain, among the cyclic ones, among the other links or out of reach', () => {
    fc.assert(
      fc.property(links, (all) => {
        const { levels, cycles } = walk('a', all, unlimited);
        const steps = levels.flat();
        const linkIds = [...steps.flatMap((step) => [...step.links, ...step.otherLinks]), ...cycles].map(
          ({ id }) => id,
        );
        const units = reachable('a', all);
        const near = all.filter(({ subordinateId }) => units.includes(subordinateId)).map(({ id }) => id);
        expect(linkIds.sort()).toEqual(near.sort());
      }),
      { numRuns: 500 },
    );
  });
});
