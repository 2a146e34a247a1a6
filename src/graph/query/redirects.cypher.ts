import { PERSON, UNIT } from '../../model/record/fields/entity.js';
import { ACCESS, words } from '../../model/vocabulary.js';
import type { CypherStatement } from '../graph.js';
import { nodesById } from './by-id.cypher.js';
import { fieldEntries } from './record-row.cypher.js';
import { kindOf, namedBefore, nameOf, quotedAll, reaches } from './visible.cypher.js';

/** Where ids lead that were merged into others: the one place that follows them. */

/** A merge that was in force at the instant asked. */
export const inForce = (merge: string) =>
  `${merge}.at <= $view.recordedBy AND (${merge}.undoneAt IS NULL OR ${merge}.undoneAt > $view.recordedBy)`;

/** The lowest access level that could know of the record that a merge took away. */
const accessOf = (merge: string) => `[${quotedAll(words(ACCESS))}][${merge}.level]`;

/**
 * Whether the reader could have known of the record that a merge took away just before, by records that fit: an id may say
 * as much as a name. A merge that a dump of others brought has a dataset, and says itself who may know.
 */
const knowable =
  (fits: (record: string) => string): Knowable =>
  (former, merge) =>
    `((${merge}.dataset IS NOT NULL AND ${fits(merge)}${reaches(accessOf(merge), `${merge}.dataset`)}) OR ${namedBefore(former, `${merge}.at`, fits)})`;
type Knowable = (former: string, merge: string) => string;

const KNOWABLE = knowable(() => '');
/** The same by records of datasets that the view does not leave out, for exports. */
export const KNOWABLE_BY_EXPORT = knowable((record) => `NOT ${record}.dataset IN $view.excludeDatasets AND `);

/** `MATCH` clauses that lead from an entity that was merged away, over one merge or several, to the one that is left. */
export const leading = (from: string, into: string, mayKnow = KNOWABLE) =>
  `MATCH (${from})<-[:FROM]-(first:Merge) WHERE ${inForce('first')} AND ${mayKnow(from, 'first')}
MATCH (${from}) ((gone)<-[:FROM]-(merge:Merge WHERE ${inForce('merge')})-[:INTO]->()){1,} (${into}:Entity)
WHERE NOT EXISTS { (${into})<-[:FROM]-(later:Merge) WHERE ${inForce('later')} }`;

/** The ids that lead to an entity, in order, each with the lowest access level that may know it. */
export const referentsOf = (entity: string, mayKnow = KNOWABLE) => `COLLECT {
    MATCH (${entity}) (()<-[:INTO]-(merge:Merge WHERE ${inForce('merge')})-[:FROM]->()){0,} (over)<-[:INTO]-(first:Merge)-[:FROM]->(gone:Entity)
    WHERE ${inForce('first')} AND ${mayKnow('gone', 'first')}
    RETURN {id: gone.id, access: ${accessOf('first')}} ORDER BY gone.id
  }`;

/** The person or unit that one has been merged into, by the id of the one that is gone. */
export const REDIRECTED: CypherStatement = {
  name: 'merged into',
  text: `UNWIND $about.ids AS id
${nodesById('asked', 'Entity')}
${leading('asked', 'n')}
WITH id, n, gone, merge, ${nameOf('n')} AS name WHERE name IS NOT NULL
RETURN id, n {.id, name: name, label: ${kindOf('n')}, ${fieldEntries({ ...PERSON, ...UNIT }).join(', ')},
  formerly: [index IN range(0, size(gone) - 1) | {id: gone[index].id, until: merge[index].at}]} AS row`,
};

/** The ids that have been merged into a person or unit, from A to Z. */
export const MERGED_IDS: CypherStatement = {
  name: 'merged ids',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Entity')}
RETURN id, ${referentsOf('n')} AS rows`,
};
