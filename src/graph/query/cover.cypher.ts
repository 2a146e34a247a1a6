import { isDirect, reportCounts } from './visible.cypher.js';

/** True if a report counts for a claim that may have come out on the day or later, and does not only pass on what others say. */
const knownOn = (claim: string, day: string) => `EXISTS {
      MATCH (${claim})-[citation:CITES]->(cited:Report)
      WHERE ${isDirect('citation')} AND cited.publishedMax >= ${day} AND ${reportCounts('cited')}
    }`;

/**
 * How a claim covers the day `$on`, as a Cypher expression: the table of `coverOn` in `date-range.ts`, over the day bounds
 * that the loader computed from the source's dates.
 */
export const coverOf = (claim: string, day = '$on', isKnown = knownOn(claim, day)) => `CASE
    WHEN ${claim}.first IS NULL OR ${claim}.firstMin > ${claim}.lastMax THEN 'OPEN'
    WHEN ${day} < ${claim}.firstMin THEN CASE ${claim}.firstHardness WHEN 'FIRST_CITED' THEN 'OPEN' ELSE 'NONE' END
    WHEN ${day} <= ${claim}.lastMax AND ${isKnown}
      THEN CASE WHEN ${day} >= ${claim}.firstMax AND ${day} <= ${claim}.lastMin THEN 'CITED' ELSE 'IMPRECISE' END
    WHEN ${claim}.lastHardness = 'ASSUMED_TO_CONTINUE' THEN 'ASSUMED'
    WHEN ${claim}.lastHardness = 'LAST_CITED' OR ${day} <= ${claim}.lastMax THEN 'OPEN'
    ELSE 'NONE' END`;

/**
 * True if `other`, a claim about the same relation, says that it ended before `$on` and not before `claim` last saw it,
 * or that it began after `$on` and not after `claim` first saw it: a stated end beats an assumption.
 */
export const overrules = (other: string, claim: string, day = '$on') =>
  `((${other}.lastHardness = 'END' AND ${other}.lastMax < ${day} AND ${other}.lastMax >= ${claim}.lastMin)
    OR (${other}.firstHardness = 'START' AND ${other}.firstMin > ${day} AND ${other}.firstMin <= ${claim}.firstMax))`;
