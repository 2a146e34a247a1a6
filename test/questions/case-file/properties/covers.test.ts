import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverOn, type ImpreciseRange } from '../../../../src/model/date-range.js';
import type { CaseFile } from '../../../../src/questions/case-file/case-file.rules.js';
import { coversOn, linksOn, postingsOn, sitesOn } from '../../../../src/questions/case-file/cover.rules.js';
import { narrow } from '../../../../src/questions/case-file/narrow.rules.js';
import { caseFiles, DAY, PUBLISHERS, REPORTS, under } from '../../../support/random-case-file.js';

/** The last day of which the sources of a posting can know: before the day, on it, or after it. */
const THROUGH = ['2022-05-01', DAY, '2022-12-31'];
const through = ({ id }: { readonly id: string }) => THROUGH[Number(id.at(-1)) % THROUGH.length] ?? '';

const relation = ({ personId, atId, role }: CaseFile['postings'][number]) => [personId, atId, role].join();

/** A claim that says that the relation was over before the day, at a time when the other may have gone on. */
const endsBefore = (other: ImpreciseRange, claim: ImpreciseRange) =>
  other.lastHardness === 'END' && other.last.max < DAY && other.last.max >= claim.last.min;
const startsAfter = (other: ImpreciseRange, claim: ImpreciseRange) =>
  other.firstHardness === 'START' && other.first.min > DAY && other.first.min <= claim.first.max;

test('a claim covers a day by its own dates, but for assumptions that a stated end or start overrules', () => {
  fc.assert(
    fc.property(caseFiles, ({ postings }) => {
      for (const { cover, ...claim } of coversOn(DAY, postings, relation, through)) {
        const alone = coverOn(claim.range, DAY, through(claim));
        const overruled = postings.some(
          (other) =>
            other.id !== claim.id &&
            relation(other) === relation(claim) &&
            (endsBefore(other.range, claim.range) || startsAfter(other.range, claim.range)),
        );
        expect(cover).toBe(overruled && ['ASSUMED', 'OPEN'].includes(alone) ? 'NONE' : alone);
      }
    }),
    { numRuns: 1000 },
  );
});

test('an overruled claim is ASSUMED or OPEN by its own dates', () => {
  fc.assert(
    fc.property(caseFiles, ({ postings }) => {
      for (const claim of coversOn(DAY, postings, relation, through)) {
        const alone = coverOn(claim.range, DAY, through(claim));
        if (claim.cover !== alone) expect(['ASSUMED', 'OPEN']).toContain(alone);
      }
    }),
    { numRuns: 500 },
  );
});

/** A lens that leaves some reports out, and days around those on which reports came out. */
const lenses = fc.record({
  excludeReports: fc.subarray([...REPORTS]),
  excludePublishers: fc.subarray([...PUBLISHERS], { maxLength: 1 }),
  publishedBy: fc.constantFrom('2022-06-30', '2022-12-31', null),
});
const days = fc.constantFrom('2022-03-20', '2022-03-21', '2022-06-16', '2022-06-17', '2022-07-31', '2022-08-01', DAY);

const isPublishedSince = ({ reports }: CaseFile, citations: CaseFile['postings'][number]['citations'], day: string) =>
  citations.some(({ reportId, secondary }) => !secondary && (reports.get(reportId)?.publishedMax ?? '') >= day);

/** Claims on the same post that state an end on or after the day, by reports that can know of the day: they count for the whole tenure. */
const ends = (file: CaseFile, id: string, day: string) => {
  const posting = file.postings.find((one) => one.id === id);
  return file.postings.filter(
    (other) =>
      posting !== undefined &&
      relation(other) === relation(posting) &&
      other.range.lastHardness === 'END' &&
      other.range.last.max >= day &&
      isPublishedSince(file, other.citations, day),
  );
};

test('under every lens, no claim is CITED or IMPRECISE on a day after the last publication of what counts for it', () => {
  let past = 0;
  fc.assert(
    fc.property(caseFiles, lenses, days, (file, lens, day) => {
      const left = narrow(file, under(lens));
      for (const { id, label, cover, range, citations } of [
        ...linksOn(left, day),
        ...postingsOn(left, day),
        ...sitesOn(left, day),
      ]) {
        if (isPublishedSince(left, citations, day)) continue;
        if (label === 'Posting' && cover === 'IMPRECISE') expect(ends(left, id, day)).not.toEqual([]);
        else expect(['ASSUMED', 'OPEN', 'NONE']).toContain(cover);
        past += day >= range.first.min && day <= range.last.max ? 1 : 0;
      }
    }),
    { numRuns: 1000 },
  );
  expect(past).toBeGreaterThan(500);
});
