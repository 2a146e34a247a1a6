import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayAfter } from '../../src/model/date-range.js';
import { postingsOn } from '../../src/questions/case-file/cover.rules.js';
import { tenuresBetween } from '../../src/questions/tenures/tenures.rules.js';
import { caseFile, posting } from '../support/case-file.js';
import { caseFiles } from '../support/random-case-file.js';

const YEAR = { from: '2022-01-01', to: '2022-12-31' };

test('a tenure is cut at the window, and a unit without a commander is one gap', () => {
  const file = caseFile(posting('anders', 'u2', { during: ['2021-06-01 START', '2023-05-01 END'] }));
  const { tenures, gaps, overlaps } = tenuresBetween(file, 'u2', YEAR);
  expect(tenures).toEqual([expect.objectContaining({ ...YEAR, role: 'COMMANDER' })]);
  expect([gaps, overlaps]).toEqual([[], []]);
  expect(tenuresBetween(file, 'u3', YEAR)).toEqual({ tenures: [], gaps: [YEAR], overlaps: [] });
});

test('a person who leaves and comes back has two tenures with a gap between them', () => {
  const file = caseFile(
    posting('anders', 'u2', { during: ['2022-01-01 START', '2022-03-31 END'] }),
    posting('anders', 'u2', { during: ['2022-05-01 START', '2022-12-31 END'] }),
  );
  const { tenures, gaps } = tenuresBetween(file, 'u2', YEAR);
  expect(tenures.map(({ from, to, items }) => [from, to, items.length])).toEqual([
    ['2022-01-01', '2022-03-31', 1],
    ['2022-05-01', '2022-12-31', 1],
  ]);
  expect(gaps).toEqual([{ from: '2022-04-01', to: '2022-04-30' }]);
});

test('an assumption ends where another claim on the same tenure states its end', () => {
  const assumed = posting('anders', 'u2', { during: ['2022-01-01 START', '2022-02-01 ASSUMED_TO_CONTINUE'] });
  const ended = posting('anders', 'u2', { during: ['2022-06-30', '2022-06-30 END'] });
  expect(tenuresBetween(caseFile(assumed), 'u2', YEAR).gaps).toEqual([]);
  const { tenures, gaps } = tenuresBetween(caseFile(assumed, ended), 'u2', YEAR);
  expect(tenures[0]?.spans).toEqual([
    { from: '2022-01-01', to: '2022-02-01', role: 'COMMANDER', cover: 'CITED', isDisputed: false },
    { from: '2022-02-02', to: '2022-06-29', role: 'COMMANDER', cover: 'IMPRECISE', isDisputed: false },
    { from: '2022-06-30', to: '2022-06-30', role: 'COMMANDER', cover: 'CITED', isDisputed: false },
  ]);
  expect(gaps).toEqual([{ from: '2022-07-01', to: '2022-12-31' }]);
});

test('a commander who goes on as acting commander the next day has one tenure, with both roles in it', () => {
  const file = caseFile(
    posting('iver', 'u2', {
      role: 'ACTING',

      during: ['2022-12-11 START', '2022-12-11 LAST_CITED'],
    }),
    posting('iver', 'u2', { during: ['2022-09-19 FIRST_CITED', '2022-12-10 END'] }),
  );
  const { tenures } = tenuresBetween(file, 'u2', YEAR);
  expect(tenures).toEqual([expect.objectContaining({ from: '2022-09-19', to: '2022-12-11', role: 'COMMANDER' })]);
  expect(tenures[0]?.spans.map(({ from, to, role }) => [from, to, role])).toEqual([
    ['2022-09-19', '2022-12-10', 'COMMANDER'],
    ['2022-12-11', '2022-12-11', 'ACTING'],
  ]);
  expect(tenures[0]?.items.map(({ says }) => says)).toEqual([
    'Iver: commander, U2, first cited 2022-09-19, until 2022-12-10.',
    'Iver: acting, U2, from 2022-12-11, last cited 2022-12-11.',
  ]);
});

test('two roles of one person on the same days are two tenures', () => {
  const both = [posting('iver', 'u2', {}), posting('iver', 'u2', { role: 'HEAD' })];
  expect(
    tenuresBetween(caseFile(...both), 'u2', YEAR)
      .tenures.map(({ role }) => role)
      .sort(),
  ).toEqual(['COMMANDER', 'HEAD']);
});

test('days that a claim neither shows nor excludes are a gap', () => {
  const file = caseFile(posting('anders', 'u2', { during: ['2022-03-01 FIRST_CITED', '2022-03-31 LAST_CITED'] }));
  expect(tenuresBetween(file, 'u2', YEAR).gaps).toEqual([
    { from: '2022-01-01', to: '2022-02-28' },
    { from: '2022-04-01', to: '2022-12-31' },
  ]);
});

test('acting commanders have tenures, and deputies and staff have none', () => {
  const deputy = posting('holt', 'u2', { role: 'DEPUTY' });
  expect(tenuresBetween(caseFile(deputy), 'u2', YEAR).tenures).toEqual([]);
  const acting = posting('holt', 'u2', { role: 'ACTING' });
  expect(tenuresBetween(caseFile(deputy, acting), 'u2', YEAR).tenures.map(({ role }) => role)).toEqual(['ACTING']);
});

test('two people overlap, without a conflict unless a claim is marked so, and one person in two roles does not', () => {
  const alone = caseFile(posting('anders', 'u2'), posting('anders', 'u2', { role: 'ACTING' }));
  expect(tenuresBetween(alone, 'u2', YEAR).overlaps).toEqual([]);
  const two = caseFile(
    posting('anders', 'u2'),
    posting('berg', 'u2', { during: ['2022-12-01 START', '2023-01-31 END'] }),
  );
  expect(tenuresBetween(two, 'u2', YEAR).overlaps).toEqual([
    {
      from: '2022-12-01',
      to: '2022-12-31',
      people: [expect.objectContaining({ id: 'anders' }), expect.objectContaining({ id: 'berg' })],
      isConflict: false,
    },
  ]);
});

test('the last day of one commander and the first of the next is no conflict, though a claim on it is disputed, and a longer overlap is one', () => {
  const overlapsOf = (...during: [string, string][]) =>
    tenuresBetween(
      caseFile(
        posting('anders', 'u2', { during: ['2022-01-01 START', '2022-03-20 END'] }),
        ...during.map((days, at) =>
          posting('berg', 'u2', { during: days, status: at === 0 ? 'CONFLICT' : 'ACCEPTED' }),
        ),
      ),
      'u2',
      YEAR,
    ).overlaps.map(({ from, to, isConflict }) => [from, to, isConflict]);
  expect(overlapsOf(['2022-03-20 START', '2022-12-31 END'])).toEqual([['2022-03-20', '2022-03-20', false]]);
  expect(overlapsOf(['2022-03-19 START', '2022-12-31 END'])).toEqual([['2022-03-19', '2022-03-20', true]]);
  expect(overlapsOf(['2022-03-20', '2022-12-31 END'])).toEqual([['2022-03-20', '2022-03-20', true]]);
  expect(overlapsOf(['2022-03-20 START', '2022-12-31 END'], ['2022-02-01 START', '2022-03-20'])).toContainEqual([
    '2022-02-01',
    '2022-03-20',
    true,
  ]);
});

test('every day of a window has the answer of that day alone', () => {
  const window = { from: '2022-05-20', to: '2022-07-10' };
  fc.assert(
    fc.property(caseFiles, (file) => {
      const { tenures, gaps, overlaps } = tenuresBetween(file, 'unit-0', window);
      for (let day = window.from; day <= window.to; day = dayAfter(day)) {
        const on = ({ from, to }: { from: string; to: string }) => from <= day && day <= to;
        const posts = postingsOn(file, day).filter(
          ({ atId, role, cover }) =>
            atId === 'unit-0' &&
            ['COMMANDER', 'HEAD', 'ACTING'].includes(role) &&
            ['CITED', 'IMPRECISE', 'ASSUMED'].includes(cover),
        );
        const lines = tenures.flatMap(({ person, spans }) =>
          spans.filter(on).map(({ role }) => `${person.id} ${role}`),
        );
        expect(lines.sort()).toEqual([...new Set(posts.map(({ personId, role }) => `${personId} ${role}`))].sort());
        const people = [...new Set(posts.map(({ personId }) => personId))].sort();
        expect(gaps.filter(on)).toHaveLength(people.length === 0 ? 1 : 0);
        expect(overlaps.filter(on).map((overlap) => overlap.people.map(({ id }) => id))).toEqual(
          people.length > 1 ? [people] : [],
        );
      }
    }),
    { numRuns: 60 },
  );
});
