import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FindingEntry } from '../../../../src/questions/case-file/case-file.rules.js';
import { responsibilityOver } from '../../../../src/questions/command-responsibility/command-responsibility.rules.js';
import { GRADE_ORDER } from '../../../../src/questions/command-responsibility/grade.rules.js';
import {
  attribution,
  caseFile,
  conviction,
  finding,
  incident,
  incidentLink,
  indicator,
  link,
  measure,
  type Piece,
  posting,
} from '../../../support/case-file.js';

/** A strike i1 and a campaign i2, over whose days Anders is assessed. */

const STRIKE = incident('i1');
const CAMPAIGN = incident('i2', { during: ['2022-03-01', '2022-05-31'] });
const PART = incidentLink('i1', 'i2');

const elements = (pieces: readonly Piece[]) =>
  responsibilityOver(caseFile(...pieces), CAMPAIGN, 'anders', 'ROME_STATUTE_28A', {
    from: CAMPAIGN.range.first.min,
    to: CAMPAIGN.range.last.max,
  }).elements;

test('adding a part to a campaign never lowers what the campaign shows', () => {
  const anyPiece = (id: string): fc.Arbitrary<Piece> =>
    fc.oneof(
      fc.constantFrom(attribution(id, 'u3'), attribution(id, 'u4')),
      fc
        .constantFrom('ACQUITTAL', 'WARRANT', 'CONVICTION', 'SANCTION')
        .map((type) => conviction(`${type} ${id}`, { type: type as FindingEntry['type'], concernsIds: [id] })),
      fc.constant(
        finding(`reversal ${id}`, {
          concernsIds: [id],
          relations: [{ relation: 'REVERSES', toId: `CONVICTION ${id}` }],
        }),
      ),
      fc.constant(finding(`facts ${id}`, { concernsIds: [id] })),
      fc.constant(indicator('REPORT_ADDRESSED', ['anders', id], { group: 'KNOWLEDGE', polarity: 'WEIGHS_AGAINST' })),
      fc
        .constantFrom('NONE_REPORTED', 'INQUIRY_OPENED', 'ORDER_TO_PREVENT')
        .map((kind) => measure(kind as 'NONE_REPORTED', ['anders', id], { on: '2022-03-25' })),
    );
  const whole = fc.array(anyPiece('i2'), { maxLength: 5 });
  const part = fc.array(anyPiece('i1'), { maxLength: 5 });
  const posts = fc.subarray<Piece>([
    link('u3', 'u2'),
    link('u4', 'u2'),
    posting('anders', 'u2', { id: 'a', during: ['2022-01-01', '2022-04-10 END'] }),
    posting('anders', 'u4', { id: 'b', during: ['2022-04-01 START', '2022-12-31'] }),
    posting('berg', 'u4', { id: 'c', during: ['2022-04-20', '2022-12-31'] }),
    posting('berg', 'u2', { id: 'd', status: 'CONFLICT' }),
  ]);
  fc.assert(
    fc.property(whole, part, posts, (ofWhole, ofPart, command) => {
      const pieces = [CAMPAIGN, STRIKE, ...command, ...ofWhole, ...ofPart];
      const [before, after] = [elements(pieces), elements([...pieces, PART])];
      for (const [at, { element, grade, supporting }] of before.entries()) {
        const now = after[at];
        expect([element, GRADE_ORDER.indexOf(now?.grade ?? 'NO_EVIDENCE') >= GRADE_ORDER.indexOf(grade)]).toEqual([
          element,
          true,
        ]);
        const idsAfter = new Set(now?.supporting.map(({ id }) => id));
        expect(supporting.filter(({ id }) => !idsAfter.has(id))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
