import { DOUBT } from '../../../model/vocabulary.js';
import type { ImportReport, Origin } from '../report/import-report.js';
import type { Access, ClaimBase, DoubtWord, ImportedCitation } from './imported-record.js';
import { heldProse } from './long-text.js';

/** Doubts of a file as claims carry them. */

/** What is doubtful about a row, with its words. */
export interface RowDoubt {
  readonly doubt: DoubtWord;
  readonly text: string;
  /** Who may see the words, where they are those of a cell that the claim does not cite otherwise. */
  readonly access?: Access;
}

/** Adds a doubt to those of a row, and tells it at its cell. */
export function addDoubt(
  doubts: RowDoubt[],
  report: ImportReport,
  doubt: RowDoubt,
  at: Origin,
  expected: string,
  got: string,
): void {
  report.warning(at, expected, got, DOUBT[doubt.doubt]);
  doubts.push(doubt);
}

/** Each doubt once, as the file states it. */
export function distinctDoubts(doubts: readonly RowDoubt[]): RowDoubt[] {
  return [...new Map(doubts.map((one) => [`${one.doubt} ${one.text}`, one])).values()];
}

/** Doubts as the fields of a claim; none where there are no doubts. */
export function doubtFields(doubts: readonly RowDoubt[]): Pick<ClaimBase, 'doubts' | 'doubtsAsStated'> {
  const all = distinctDoubts(doubts);
  if (all.length === 0) return {};
  return { doubts: all.map(({ doubt }) => doubt), doubtsAsStated: all.map(({ text }) => heldProse(text)) };
}

/** The words of a doubt may tell the day of an incident of sexual violence. */
export const withoutWords = ({ doubt }: RowDoubt): RowDoubt => ({ doubt, text: 'Withheld.' });

export type Doubtful = Pick<ClaimBase, 'doubts' | 'status'> & { readonly cites: readonly ImportedCitation[] };

/**
 * A claim about a range as its doubts leave it. One whose range is reversed counts for nothing. Where a source is too old,
 * the file is cited as that which says so: it only passes on what sources say, and is no evidence of a day.
 */
export function withRangeDoubts<C extends Doubtful>(claim: C, file: ImportedCitation) {
  const { doubts, cites } = claim;
  // A citation with a paraphrase is for a value, not for the range.
  const isForRange = ({ report, paraphrase }: ImportedCitation) => report === file.report && paraphrase === undefined;
  const passes = doubts?.includes('SOURCE_OLDER_THAN_DATE') && !cites.some(isForRange);
  return {
    ...claim,
    ...(doubts?.includes('RANGE_REVERSED') && { status: 'ISSUE' as const }),
    ...(passes && { cites: [...cites, { ...file, secondary: true as const }] }),
  };
}
