/** What became of a finding by a day. */
export const FINDING_STATUS = {
  NOT_YET: 'Decided after that day.',
  STANDING: 'Decided, and not touched since by a finding in this graph.',
  AFFIRMED: 'Affirmed by a later finding.',
  REPLACED: 'Replaced by a later finding.',
  OVERTURNED: 'Reversed by a later finding; it stays visible, and supports nothing.',
} as const;

export type FindingStatus = keyof typeof FINDING_STATUS;

export interface LaterFinding {
  readonly relation: 'AFFIRMS' | 'REVERSES' | 'REPLACES' | 'FOLLOWS';
  /** The latest day on which it may have been decided; null where that is not stated. */
  readonly decidedMax: string | null;
}

const WEIGHT: Readonly<Record<LaterFinding['relation'], FindingStatus | undefined>> = {
  REVERSES: 'OVERTURNED',
  REPLACES: 'REPLACED',
  AFFIRMS: 'AFFIRMED',
  FOLLOWS: undefined,
};
const STRONGEST_FIRST: readonly FindingStatus[] = ['OVERTURNED', 'REPLACED', 'AFFIRMED'];

/**
 * The status of a finding on a day, from the dated findings that point at it. A finding whose own date is not stated
 * counts as decided; a later finding without a date counts on every day, so that a reversal is never overlooked.
 */
export function statusOn(day: string, decidedMin: string | null, later: readonly LaterFinding[]): FindingStatus {
  if (decidedMin !== null && day < decidedMin) return 'NOT_YET';
  const reached = later
    .filter(({ decidedMax }) => decidedMax === null || decidedMax <= day)
    .map(({ relation }) => WEIGHT[relation]);
  return STRONGEST_FIRST.find((status) => reached.includes(status)) ?? 'STANDING';
}
