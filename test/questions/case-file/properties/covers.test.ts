import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverOn, type ImpreciseRange } from '../../../../src/model/date-range.js';
import type { CaseFile } from '../../../../src/questions/case-file/case-file.rules.js';
import { coversOn } from '../../../../src/questions/case-file/cover.rules.js';
import { caseFiles, DAY } from '../../../support/random-case-file.js';

const relation = ({ personId, atId, role }: CaseFile['postings'][number]) => [personId, atId, role].join();

/** A claim that says that the relation was over before the day, at a time when the other may have gone on. */
const endsBefore = (other: ImpreciseRange, claim: ImpreciseRange) =>
  other.lastHardness === 'END' && other.last.max < DAY && other.last.max >= claim.last.min;
const startsAfter = (other: ImpreciseRange, claim: ImpreciseRange) =>
  other.firstHardness === 'START' && other.first.min > DAY && other.first.min <= claim.first.max;

test('a claim covers a day by its own dates, but for assumptions that a stated end or start overrules', () => {
  fc.assert(
    fc.property(caseFiles, ({ postings }) => {
      for (const { cover, ...claim } of coversOn(DAY, postings, relation)) {
        const alone = coverOn(claim.range, DAY);
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
      for (const claim of coversOn(DAY, postings, relation))
        if (claim.cover !== coverOn(claim.range, DAY)) expect(['ASSUMED', 'OPEN']).toContain(coverOn(claim.range, DAY));
    }),
    { numRuns: 500 },
  );
});
