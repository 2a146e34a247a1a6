import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Lens } from '../../../../src/model/lens.js';
import { CLAIM_STATUS, RELIABILITY, words } from '../../../../src/model/vocabulary.js';
import type { CaseFile, SourcedStatement } from '../../../../src/questions/case-file/case-file.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import { caseFiles, DATASETS, PUBLISHERS, REPORTS, under } from '../../../support/random-case-file.js';

const statementsOf = (file: CaseFile): SourcedStatement[] => [
  ...file.incidents,
  ...file.attributions,
  ...file.links,
  ...file.postings,
  ...file.sites,
  ...file.findings,
  ...file.indicators,
  ...file.measures,
];

const GRADES = words(RELIABILITY);
const STATUSES = words(CLAIM_STATUS);
const PUBLISHED = ['2022-04-01', '2022-07-01', '2022-12-31', '9999-12-31'];

/** How far one axis of a lens is narrowed: the first so many words of each list. */
const steps = fc.record({
  reports: fc.nat(2),
  datasets: fc.nat(1),
  publishers: fc.nat(2),
  published: fc.nat(PUBLISHED.length - 1),
  reliability: fc.nat(GRADES.length - 1),
  statuses: fc.nat(STATUSES.length - 1),
});
type Steps = typeof steps extends fc.Arbitrary<infer S> ? S : never;

const lensAt = ({ reports, datasets, publishers, published, reliability, statuses }: Steps): Lens => ({
  excludeReports: REPORTS.slice(0, reports),
  excludeDatasets: DATASETS.slice(0, datasets),
  excludePublishers: PUBLISHERS.slice(0, publishers),
  publishedBy: PUBLISHED.at(-1 - published) ?? null,
  minReliability: GRADES.at(-1 - reliability) ?? null,
  statuses: STATUSES.slice(0, STATUSES.length - statuses),
});
const lenses = steps.map(lensAt);
/** A lens and one that is at least as narrow on every axis. */
const widerAndNarrower = fc.tuple(steps, steps).map(([a, b]) => {
  const both = Object.keys(a).map((axis) => [axis, [a[axis as keyof Steps], b[axis as keyof Steps]]] as const);
  const at = (pick: (...values: number[]) => number) =>
    lensAt(Object.fromEntries(both.map(([axis, values]) => [axis, pick(...values)])) as unknown as Steps);
  return { wider: at(Math.min), narrower: at(Math.max) };
});

test('a lens applied twice leaves the same as applied once', () => {
  fc.assert(
    fc.property(caseFiles, lenses, (file, lens) => {
      const once = narrow(file, under(lens));
      expect(narrow(once, under(lens))).toEqual(once);
    }),
    { numRuns: 300 },
  );
});

test('a wider lens leaves every statement and citation that a narrower one leaves', () => {
  fc.assert(
    fc.property(caseFiles, widerAndNarrower, (file, { wider, narrower }) => {
      const citationsById = new Map(
        statementsOf(narrow(file, under(wider))).map(({ id, citations }) => [id, citations]),
      );
      for (const { id, citations } of statementsOf(narrow(file, under(narrower))))
        for (const citation of citations) expect(citationsById.get(id)).toContainEqual(citation);
    }),
    { numRuns: 300 },
  );
});

test('two reports can be excluded in either order or at once with the same result', () => {
  fc.assert(
    fc.property(caseFiles, fc.constantFrom(...REPORTS), fc.constantFrom(...REPORTS), (file, one, other) => {
      const [first, second] = [under({ excludeReports: [one] }), under({ excludeReports: [other] })];
      const left = narrow(narrow(file, first), second);
      expect(left).toEqual(narrow(narrow(file, second), first));
      expect(left).toEqual(narrow(file, under({ excludeReports: [one, other] })));
    }),
    { numRuns: 300 },
  );
});

test('every statement that a lens leaves has a citation of a report that counts', () => {
  fc.assert(
    fc.property(caseFiles, lenses, (file, lens) => {
      const view = under(lens);
      for (const { citations } of statementsOf(narrow(file, view))) {
        expect(citations).not.toHaveLength(0);
        for (const { reportId } of citations) {
          const report = file.reports.get(reportId);
          expect(view.excludeReports).not.toContain(reportId);
          expect(view.excludePublishers).not.toContain(report?.publisherId);
          expect(view.reliabilities).toContain(report?.reliability);
          expect((report?.publishedMax ?? '') <= view.publishedBy).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});
