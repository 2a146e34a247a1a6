import type { FINDING_STATUS, Word } from '../../model/vocabulary.js';

export type FindingStatus = Word<typeof FINDING_STATUS>;

/** One finding that points at an earlier one. */
export interface LaterFinding {
  readonly id: string;
  readonly relation: 'AFFIRMS' | 'REVERSES' | 'REPLACES' | 'FOLLOWS';
  /** The earlier finding. */
  readonly toId: string;
  /** The latest day on which the later one may have been decided; null where that is not stated. */
  readonly decidedMax: string | null;
}

const WEIGHT: Readonly<Record<LaterFinding['relation'], FindingStatus | undefined>> = {
  REVERSES: 'OVERTURNED',
  REPLACES: 'REPLACED',
  AFFIRMS: 'AFFIRMED',
  FOLLOWS: undefined,
};
const STRONGEST_FIRST: readonly FindingStatus[] = ['OVERTURNED', 'REPLACED', 'AFFIRMED'];

export interface Decided {
  readonly id: string;
  /** The earliest day on which it may have been decided; null where that is not stated: it then counts as decided. */
  readonly decidedMin: string | null;
}

/**
 * The status of a finding on a day, from all findings that refer to it or to one of those. A later finding without a
 * date counts on every day, so that a reversal is never overlooked. An overturned one no longer counts.
 */
export function statusOn(day: string, finding: Decided, later: readonly LaterFinding[]): FindingStatus {
  if (finding.decidedMin !== null && day < finding.decidedMin) return 'NOT_YET';
  const reached = later
    .filter(({ toId, decidedMax }) => toId === finding.id && (decidedMax === null || decidedMax <= day))
    .filter(({ id }) => !overturned(id, day, later, [finding.id]))
    .map(({ relation }) => WEIGHT[relation]);
  return STRONGEST_FIRST.find((status) => reached.includes(status)) ?? 'STANDING';
}

function overturned(id: string, day: string, later: readonly LaterFinding[], path: readonly string[]): boolean {
  return later.some(
    ({ id: other, relation, toId, decidedMax }) =>
      toId === id &&
      relation === 'REVERSES' &&
      (decidedMax === null || decidedMax <= day) &&
      !path.includes(other) &&
      !overturned(other, day, later, [...path, id]),
  );
}
