/**
 * How a claim's range covers the day `$on`, as a Cypher expression: the table of `coverOn` in `date-range.ts`, over the day
 * bounds that the loader computed from the source's dates.
 */
export const coverOf = (claim: string, day = '$on') => `CASE
    WHEN ${day} >= ${claim}.firstMax AND ${day} <= ${claim}.lastMin THEN 'CITED'
    WHEN ${day} >= ${claim}.firstMin AND ${day} <= ${claim}.lastMax THEN 'IMPRECISE'
    WHEN ${day} > ${claim}.lastMax THEN CASE ${claim}.lastHardness WHEN 'ASSUMED_TO_CONTINUE' THEN 'ASSUMED' WHEN 'LAST_CITED' THEN 'OPEN' ELSE 'NONE' END
    WHEN ${claim}.firstHardness = 'FIRST_CITED' THEN 'OPEN'
    ELSE 'NONE' END`;

/**
 * True if `other`, a claim about the same relation, says that it ended before `$on` and not before `claim` last saw it,
 * or that it began after `$on` and not after `claim` first saw it: a stated end beats an assumption.
 */
export const overrules = (other: string, claim: string, day = '$on') =>
  `((${other}.lastHardness = 'END' AND ${other}.lastMax < ${day} AND ${other}.lastMax >= ${claim}.lastMin)
    OR (${other}.firstHardness = 'START' AND ${other}.firstMin > ${day} AND ${other}.firstMin <= ${claim}.firstMax))`;
