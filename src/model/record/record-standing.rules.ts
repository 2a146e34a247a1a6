import { ACCESS_LEVELS, rankOf } from '../access.rules.js';
import { DEFAULT_STATUSES } from '../lens.js';

/**
 * What stands ready on a record: from which instant on it is held, is held with a source, and counts without a lens, and how
 * many access levels a reader must reach. Cypher defines the same in `visible.cypher.ts`, for one instant and one reader; a
 * check holds one against the other.
 */

/** What is worked out: it is raised with the definitions, and a start of the API then stores it anew. */
export const STANDING_VERSION = 1;

/** An instant without its `Z`: with what follows, it comes before the instant itself. */
const INSTANT_LENGTH = 23;
/** Where the ranks begin in an entry. */
export const RANKS_AT = INSTANT_LENGTH + 1;
/** The rank where no reader reaches it. */
const NOBODY = '9';
/** The entry before all instants: no reader sees anything. */
const NEVER = `${' '.repeat(RANKS_AT)}${NOBODY.repeat(3)}`;

/** The questions that an entry answers, by the place of the rank. */
export const QUESTION = { HELD: 0, SOURCED: 1, COUNTED: 2 } as const;

/** When a record was recorded and taken back, and at which level. */
export interface TimeOfRecord {
  readonly access: string | null;
  readonly recordedAt: string | null;
  readonly retractedAt: string | null;
  /** Pairs of instants: when it was taken back, and when it was restored. */
  readonly away: readonly string[] | null;
}

export interface ReportCited extends TimeOfRecord {
  /** Whether it only passes on what others say. */
  readonly secondary: boolean | null;
}

/** The rank of the readers for whom something stands, as entries hold it. */
export const rankFor = (levels: number): string => String(levels);

/** How an entry of an instant begins. */
export const entryBegins = (instant: string): string => instant.slice(0, INSTANT_LENGTH);

/** The entries of a record, one for each instant at which something changes; before them the one for all earlier instants. */
export function standingOf(
  record: TimeOfRecord & { readonly status: string | null },
  cited: readonly ReportCited[],
): string[] {
  const counts = DEFAULT_STATUSES.some((status) => status === record.status);
  const direct = cited.filter(({ secondary }) => secondary !== true);
  const entries = [NEVER];
  for (const instant of [...new Set([record, ...cited].flatMap(instantsOf))].sort()) {
    const own = levelsAt(record, instant);
    const ranks = [
      own,
      sourced(own, cited, instant),
      counts ? sourced(own, direct, instant) : Number.POSITIVE_INFINITY,
    ];
    const text = ranks.map((rank) => (rank > ACCESS_LEVELS.length ? NOBODY : rankFor(rank))).join('');
    if (!entries.at(-1)?.endsWith(text)) entries.push(`${entryBegins(instant)} ${text}`);
  }
  return entries;
}

const instantsOf = ({ recordedAt, retractedAt, away }: TimeOfRecord): string[] =>
  [recordedAt, retractedAt, ...(away ?? [])].filter((instant) => instant !== null);

/** How many levels a reader must reach to see it at an instant; infinitely many where it was not held. */
function levelsAt({ access, recordedAt, retractedAt, away }: TimeOfRecord, instant: string): number {
  const isThere = recordedAt !== null && recordedAt <= instant && (retractedAt === null || retractedAt > instant);
  const isAway = (away ?? []).filter((moment) => moment <= instant).length % 2 === 1;
  return isThere && !isAway ? rankOf(access) + 1 : Number.POSITIVE_INFINITY;
}

/** The levels for a record and one of its reports. */
const sourced = (own: number, cited: readonly ReportCited[], instant: string): number =>
  Math.max(own, Math.min(...cited.map((report) => levelsAt(report, instant))));
