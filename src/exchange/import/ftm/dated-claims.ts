import type { ImpreciseDate } from '../../../model/date-range.js';
import { canKnowOf } from '../../../model/record/record.rules.js';
import { doubtFields, type RowDoubt, withRangeDoubts } from '../record/doubts.js';
import type { FtmPeriod, FtmRange } from './dates.js';
import type { FtmSources } from './document-citations.js';
import type { FtmEntity } from './ftm-entity.js';
import { type Cite, type FtmWork, fileAsReportAt } from './ftm-work.js';

/** Which sources are valid for which part of a range, and what is doubtful about it. */

/** Range, sources and doubts of a claim. */
export interface FtmClaim {
  readonly first?: string;
  readonly last?: string;
  readonly cites: readonly Cite[];
}

/**
 * The claims that an interval makes. Sources that came out before its end know its beginning only: they get a claim of
 * their own, without the end. What rests on no source that can know of it has a doubt, and the file is cited for it.
 */
export function datedClaims(
  work: FtmWork,
  entity: FtmEntity,
  { range, doubts }: FtmPeriod,
  { cites, doubts: further }: FtmSources,
): FtmClaim[] {
  const claim = (ends: Pick<FtmRange, 'first' | 'last'> | undefined, sources: readonly Cite[], ...more: RowDoubt[]) =>
    withRangeDoubts(
      {
        ...(ends && { first: ends.first, last: ends.last }),
        cites: sources,
        ...doubtFields([...doubts, ...further, ...more]),
      },
      fileAsReportAt(work.conversion, entity),
    );
  const isReversed = doubts.some(({ doubt }) => doubt === 'RANGE_REVERSED');
  if (!range || isReversed) return [claim(range, cites)];
  const knows = (date: ImpreciseDate) => (cite: Cite) => isYoungEnough(work, cite, date);
  const whole = cites.filter((cite) => knows(range.start)(cite) && knows(range.end)(cite));
  if (whole.length === cites.length) return [claim(range, cites)];
  const others = cites.filter((cite) => !whole.includes(cite));
  const early = range.end.text === range.start.text ? [] : others.filter(knows(range.start));
  const doubtful = whole.length === 0 ? others : others.filter((cite) => !early.includes(cite));
  const beginning = { first: range.first, last: `${range.start.text} LAST_CITED` };
  return [
    ...(early.length === 0 ? [] : [claim(beginning, early)]),
    ...(whole.length === 0 ? [] : [claim(range, whole)]),
    ...(doubtful.length === 0 ? [] : [claim(range, doubtful, tooOld(work, entity, range.end, doubtful))]),
  ];
}

/** Whether a report may have come out on a day, or later. */
export const isYoungEnough = ({ index }: FtmWork, { report }: Cite, { min }: ImpreciseDate): boolean =>
  canKnowOf(index.published.get(report) ?? min, min);

/** The doubt that sources came out too early for a date, told. */
export function tooOld(
  { conversion }: FtmWork,
  entity: FtmEntity,
  date: ImpreciseDate,
  cites: readonly Cite[],
): RowDoubt {
  const reports = cites.map(({ report }) => report).join(', ');
  conversion.report.sourceTooOld('WARNING', entity.at('proof'), date.text, reports);
  return { doubt: 'SOURCE_OLDER_THAN_DATE', text: date.text };
}
