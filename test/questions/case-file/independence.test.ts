import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { firmCitations, independentPublishers, isFirm } from '../../../src/questions/case-file/independence.rules.js';
import { caseFile, finding, passage, report } from '../../support/case-file.js';

/** Reports by the publishers that said it first; how many publishers are counted for a statement that cites all of them. */
function counted(origins: Readonly<Record<string, readonly string[]>>, cites = Object.keys(origins)): number {
  const reports = Object.entries(origins).map(([id, publishers]) => report(id, { origins: publishers }));
  return independentPublishers(caseFile(...reports), cites.map(passage));
}

describe('independent publishers', () => {
  test.each([
    ['none', {}, 0],
    ['two publisher groups', { a: ['x'], b: ['y'] }, 2],
    ['two reports of one publisher group', { a: ['x'], b: ['x'] }, 1],
    ['a chamber and its court, and another', { a: ['chamber', 'court'], b: ['court'], c: ['y'] }, 2],
    ['two sections of one publisher group', { a: ['one', 'whole'], b: ['two', 'whole'] }, 1],
    ['a wire and two that repeat it', { a: ['wire'], b: ['paper', 'wire'], c: ['journal', 'wire'] }, 1],
    ['two papers that report one announcement', { a: ['paper', 'ministry'], b: ['journal', 'ministry'] }, 1],
    ['two pages of a paper, of which one reports an announcement', { a: ['paper', 'court'], b: ['paper'] }, 1],
    ['a paper on one announcement and another on another', { a: ['paper', 'court'], b: ['journal', 'ministry'] }, 2],
    ['two that repeat a third, which repeats a wire', { a: ['x', 'third', 'wire'], b: ['y', 'third', 'wire'] }, 1],
    ['two publisher groups and one that repeats both, whatever its order', { a: ['x', 'y'], b: ['x'], c: ['y'] }, 2],
    [
      'three that repeat two publisher groups each, of which one overlaps both others',
      { a: ['x', 'y'], b: ['x', 'p'], c: ['y', 'q'] },
      2,
    ],
    [
      'four, where the one with the fewest publisher groups overlaps two others',
      { a: ['x', 'y'], b: ['x', 'p', 'r'], c: ['y', 'q', 's'], d: ['z'] },
      3,
    ],
    ['three and one that repeats two of them', { a: ['x'], b: ['x', 'y'], c: ['y'], d: ['z'] }, 3],
  ])('of %s are counted', (_what, origins, expected) => {
    expect(counted(origins)).toBe(expected);
    expect(counted(origins, Object.keys(origins).reverse())).toBe(expected);
  });

  test('count a report that is cited twice once', () => {
    expect(counted({ a: ['x'] }, ['a', 'a'])).toBe(1);
  });

  test('count no report that only passes on what another says', () => {
    const file = caseFile(report('list', { origins: ['x'] }), report('file', { origins: ['y'] }));
    expect(independentPublishers(file, [passage('list'), { ...passage('file'), secondary: true }])).toBe(1);
  });

  test('count a report without a publisher once, even where it is cited twice', () => {
    expect(counted({ a: [] }, ['a', 'a'])).toBe(1);
  });
});

const PUBLISHERS = ['a', 'b', 'c', 'd', 'e'];
const groups = fc.array(fc.subarray(PUBLISHERS, { minLength: 1 }), { minLength: 1, maxLength: 6 });
const named = (all: readonly (readonly string[])[]) => Object.fromEntries(all.map((one, at) => [`r${at}`, one]));

test('a further origin of a report never raises the number of independent publishers', () => {
  fc.assert(
    fc.property(groups, fc.nat(5), fc.constantFrom(...PUBLISHERS), (all, which, publisher) => {
      const at = which % all.length;
      const further = all.with(at, [...new Set([...(all[at] ?? []), publisher])]);
      expect(counted(named(further))).toBeLessThanOrEqual(counted(named(all)));
    }),
  );
});

test('reports that share an origin, however many there are, count as one publisher', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const shared = all.map((one) => [...new Set([...one, 'announcement'])]);
      expect(counted(named(shared))).toBe(1);
    }),
  );
});

test('independent publishers of 120 reports of forty publisher groups are forty, counted quickly', () => {
  const reports = Array.from({ length: 120 }, (_, at) => [`r${at}`, [`publisher-${at % 40}`]] as const);
  expect(counted(Object.fromEntries(reports))).toBe(40);
});

describe('a statement is firm', () => {
  const file = caseFile(
    ...(['A', 'B', 'C', 'D', 'E', 'F'] as const).map((grade) => report(grade, { reliability: grade })),
  );
  const firm = (credibility: number, ...cites: readonly string[]) => isFirm(file, finding('f', { credibility, cites }));

  test('at credibility 1 or 2', () => {
    expect([1, 2, 3, 4, 5, 6].map((credibility) => firm(credibility, 'A'))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('with one report of reliability A or B', () => {
    expect(['A', 'B', 'C', 'D', 'E', 'F'].map((grade) => firm(1, grade))).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(firm(1, 'F', 'B')).toBe(true);
    expect([firm(1), firm(1, 'not in the file')]).toEqual([false, false]);
  });

  test('by its firm citations alone', () => {
    expect(firmCitations(file, ['A', 'C', 'B', 'x'].map(passage)).map(({ reportId }) => reportId)).toEqual(['A', 'B']);
  });
});

test('a citation of a report that only passes on what another says is not firm', () => {
  const file = caseFile(report('A', { reliability: 'A' }));
  expect(firmCitations(file, [passage('A'), { ...passage('A'), secondary: true }])).toEqual([passage('A')]);
});
