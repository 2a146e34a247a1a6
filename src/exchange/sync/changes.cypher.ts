import type { CypherStatement } from '../../graph/graph.js';
import { KNOWABLE_BY_EXPORT, leading } from '../../graph/query/redirects.cypher.js';
import {
  contentsOf,
  couldRead,
  counts,
  heldAt,
  isDirect,
  kindOf,
  linkHeld,
  wordsCount,
} from '../../graph/query/visible.cypher.js';
import { exported, exportRow, linkExported, next, referents } from '../export/export.cypher.js';

/**
 * What differs between two views of the graph: `$before` is what a client holds, `$view` what it is to hold. Records are
 * gone through by id, either all of them or the candidates: those whose line in an export may differ, and some more.
 */

/** The same predicate under the view of what the client holds. */
const before = (predicate: string) => predicate.replaceAll('$view.', '$before.');

/** A predicate that holds under one view and not under the other; a missing value is false. */
const flipped = (predicate: string) => `coalesce(${before(predicate)}, false) <> coalesce(${predicate}, false)`;

const within = (instant: string) => `${instant} > $before.recordedBy AND ${instant} <= $view.recordedBy`;

/**
 * Binds `changed` to the records that were recorded, taken back or restored, or whose links were moved, between the two
 * instants, and to what others were merged into or out of again. A record that is restored meanwhile leaves the index of `retractedAt` and gets its label in one transaction:
 * looked for in this order, it is found in one place or the other.
 */
const CHANGED_IDS = `CALL () {
  MATCH (n:Record) WHERE ${within('n.recordedAt')} RETURN n AS changed
  UNION
  MATCH (n:Record) WHERE ${within('n.retractedAt')} RETURN n AS changed
  UNION
  MATCH (n:Restored) WHERE any(instant IN n.away WHERE ${within('instant')}) MATCH ${contentsOf('changed:Record', 'n')} RETURN changed
  UNION
  MATCH (n:Relinked) WHERE any(instant IN n.linkedAt WHERE ${within('instant')}) MATCH ${contentsOf('changed:Record', 'n')} RETURN changed
  UNION
  MATCH (former:Superseded)-[:SUPERSEDED_BY]->(changed) WHERE ${within('former.recordedAt')} OR ${within('former.retractedAt')} RETURN changed
  UNION
  MATCH (n:Record) WHERE ${within('n.redactedAt')} RETURN n AS changed
  UNION
  MATCH (n:Superseded)-[:SUPERSEDED_BY]->(changed) WHERE ${within('n.redactedAt')} RETURN changed
  UNION
  MATCH (merge:Merge) WHERE (${within('merge.at')}) OR (${within('merge.undoneAt')})
  MATCH (merge)-[:INTO]->() (()<-[:FROM]-(:Merge)-[:INTO]->()){0,} (changed:Entity) RETURN changed
}`;

/**
 * Binds `n` to the candidates. A report carries the statements that cite it, a name its entity; and a record shows its links
 * to those that are shown, with its coordinates where it shows the one to their report.
 */
const CANDIDATES = `${CHANGED_IDS}
CALL (changed) {
  RETURN changed AS moved
  UNION
  MATCH (moved:Record)-[:CITES]->(changed) RETURN moved
  UNION
  MATCH (changed)-[:OF]->(moved:Entity) RETURN moved
  UNION
  MATCH (changed)<-[:CITES]-(:Name)-[:OF]->(moved:Entity) RETURN moved
}
WITH DISTINCT moved
CALL (moved) {
  RETURN moved AS n
  UNION
  WITH moved WHERE EXISTS { MATCH ${contentsOf('moved', 'content')} WHERE ${flipped(exported('content'))} OR ${within('content.redactedAt')} }
  MATCH (n:Record)-->(moved) RETURN n
}
WITH DISTINCT n`;

/** Which records are gone through. */
export type ChangeScope = 'ALL' | 'CANDIDATES';

const PAGE: Readonly<Record<ChangeScope, string>> = {
  ALL: next('Record'),
  CANDIDATES: `${CANDIDATES} WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
WITH collect(n) AS page
RETURN page[-1].id AS last, size(page) AS scanned`,
};

/** What a record says as far as it stands in an export: of what it said before corrections, too, there is one at most. */
const contentOf = (record: string) =>
  `COLLECT { MATCH ${contentsOf(record, 'content')} WHERE ${exported('content')} RETURN content }[0]`;

/** Where the links of `held` lead that stand in an export: not to which content of a record. */
const LINKS = `COLLECT {
    MATCH (held)-[link]->(target) WHERE ${linkExported('link', 'target')}
    RETURN DISTINCT type(link) + ' ' + coalesce(target.id, target.code) AS place ORDER BY place
  }`;

/** Whether the line of a record has own words, which may count under one view and not under the other. */
const hasOwnWords = (record: string) =>
  `(${record}:Incident OR ${record}:Finding OR ${record}.note IS NOT NULL OR ${record}.doubtsAsStated IS NOT NULL)`;

/**
 * Something of `n` that the reader may have been given, at whatever instant before, and that was redacted since. Whoever keeps
 * what went before must drop it there too.
 */
const HAS_REDACTION = `EXISTS { MATCH ${contentsOf('n', 'content')} WHERE ${within('content.redactedAt')} AND content.recordedAt <= $before.recordedBy
      AND ${couldRead('content')} AND NOT coalesce(content.dataset IN $before.excludeDatasets, false) }`;

/**
 * What `n` has lost with records that were redacted since, and that the reader held: for each kind of link, whether it was a
 * source by which `n` may have counted.
 */
const LOST = `COLLECT {
    MATCH ${contentsOf('n', 'citing')} WHERE ${before(`${counts('citing')} AND NOT coalesce(citing.dataset IN $view.excludeDatasets, false) AND coalesce(citing.status IN $view.statuses, true)`)}
    MATCH (citing)-[link]->(lost) WHERE ${within('lost.redactedAt')} AND ${before(`${couldRead('lost')} AND ${heldAt('lost', '$view.recordedBy')} AND ${linkHeld('link')} AND NOT coalesce(lost.dataset IN $view.excludeDatasets, false)`)}
    RETURN DISTINCT type(link) = 'CITES' AND ${isDirect('link')}
  }`;

/**
 * Keeps those of `n` whose line differs, or of which something was redacted; `was` and `is` tell whether there is a line at all, and `held` is what `n` says now. Coordinates go with the link to
 * their report.
 */
const DIFFERENT = `WITH n, ${before(contentOf('n'))} AS earlier, ${contentOf('n')} AS held, ${HAS_REDACTION} AS isRedacted, ${LOST} AS lost
  WITH n, earlier, held, isRedacted, lost, earlier IS NOT NULL OR isRedacted OR true IN lost AS was, held IS NOT NULL AS is
  WHERE isRedacted OR was <> is OR (was AND is AND (size(lost) > 0 OR earlier <> held OR ${before(LINKS)} <> ${LINKS}))
    OR (was AND is AND ${hasOwnWords('held')} AND ${flipped(wordsCount('held'))})
    OR (was AND is AND (n:Person OR n:Unit) AND ${before(referents('n'))} <> ${referents('n')})`;

/** Where the reader finds what a record was merged into. */
const MERGED_INTO = `COLLECT {
    ${leading('n', 'left', KNOWABLE_BY_EXPORT)} AND ${exported('left')}
    RETURN left.id LIMIT 1
  }[0]`;

/** How many candidates there are, up to a limit. */
export const WIDTH: CypherStatement = {
  name: 'changes: width',
  text: `${CANDIDATES} LIMIT $limit RETURN count(n) AS width`,
};

/** The next records that are gone through, and those of them that differ, the first `$most`. */
export const changesIn = (scope: ChangeScope): CypherStatement => ({
  name: `changes: ${scope.toLowerCase()}`,
  text: `${PAGE[scope]}, COLLECT { UNWIND page AS n
  ${DIFFERENT}
  WITH n, was, is, held, isRedacted ORDER BY n.id LIMIT $most
  RETURN {op: CASE WHEN NOT was THEN 'ADD' WHEN is THEN 'MOD' ELSE 'DEL' END, id: n.id, kind: ${kindOf('n')}, isRedacted: isRedacted, mergedInto: CASE WHEN NOT is THEN ${MERGED_INTO} END, record: CASE WHEN is THEN ${exportRow('held')} END}
  ORDER BY n.id } AS rows`,
});

/** How many records differ. */
export const countIn = (scope: ChangeScope): CypherStatement => ({
  name: `changes: count ${scope.toLowerCase()}`,
  text: `${scope === 'ALL' ? 'MATCH (n:Record)' : CANDIDATES}
${DIFFERENT}
RETURN count(n) AS total`,
});
