import { LOCATION } from '../../model/record/fields/entity.js';
import { HISTORY_MARKS } from '../../model/record/record-hash.js';

/**
 * The one place that decides what a reader sees. Each function gives a Cypher predicate over a variable; the parameter
 * `$view` is a `View`. Hidden things are absent from every statement, so nothing about them can leak.
 */

/** A record that this graph held at an instant. `away` holds pairs of instants: when it was taken back, and when it was restored. */
export const heldAt = (node: string, instant: string) =>
  `${node}.recordedAt <= ${instant} AND (${node}.retractedAt IS NULL OR ${node}.retractedAt > ${instant}) AND (${node}.away IS NULL OR size([instant IN ${node}.away WHERE instant <= ${instant}]) % 2 = 0)`;

/** The levels that the reader reaches in a dataset, given as an expression: those of a grant, or else those of all datasets. */
const levelsIn = (dataset: string) => `coalesce($view.grants[${dataset}], $view.clearance)`;
const LEVELS_IN = /coalesce\(\$(\w+)\.grants\[[^\]]+\], \$\1\.clearance\)/g;

/** The same statement for a reader without grants, who reaches the same levels in all datasets: Neo4j plans it sooner. */
export const withoutGrants = (text: string) => text.replaceAll(LEVELS_IN, '$$$1.clearance');

/** Whether the reader reaches an access level in a dataset, both given as expressions. */
export const reaches = (level: string, dataset: string) => `${level} IN ${levelsIn(dataset)}`;

/** A record at an access level that the reader reaches: whatever else is asked of a record stands on this. */
export const mayRead = (node: string) => reaches(`${node}.access`, `${node}.dataset`);

/** A record that the reader may see at the instant asked, or could once. */
export const everHeld = (node: string) => `${mayRead(node)} AND ${node}.recordedAt <= $view.recordedBy`;

/** A version of a dataset that the reader is told: of the highest level that the reader reaches in it, and not later than the instant asked. */
export const versionFor = (version: string, dataset: string) =>
  `${version}.clearance = last(${levelsIn(`${dataset}.id`)}) AND ${version}.at <= $view.recordedBy`;

/** A record that the reader may see at the instant asked. */
export const counts = (node: string) => `${mayRead(node)} AND ${heldAt(node, '$view.recordedBy')}`;

/**
 * A link that stood at an instant. Links are as old as the record that they start from, but for those that a merge
 * moved: these bear the instants themselves, named as those of records are.
 */
export const linkHeldAt = (link: string, instant: string) =>
  `((${link}.recordedAt IS NULL OR ${link}.recordedAt <= ${instant}) AND (${link}.retractedAt IS NULL OR ${link}.retractedAt > ${instant}) AND (${link}.away IS NULL OR size([instant IN ${link}.away WHERE instant <= ${instant}]) % 2 = 0))`;

/** The same at the instant asked. */
export const linkHeld = (link: string) => linkHeldAt(link, '$view.recordedBy');

/** The access of a record; of one that was redacted, the lowest level that saw it. */
export const lastAccessOf = (record: string) => `coalesce(${record}.access, ${record}.seenBy)`;

/** A record that was redacted, and that the reader could see before. */
export const couldRead = (node: string) => reaches(`${node}.seenBy`, `${node}.dataset`);

/** A record that this graph held just before an instant, at an access level that the reader reaches. */
const heldBefore = (node: string, instant: string) =>
  `${mayRead(node)} AND ${node}.recordedAt < ${instant} AND (${node}.retractedAt IS NULL OR ${node}.retractedAt >= ${instant}) AND (${node}.away IS NULL OR size([moment IN ${node}.away WHERE moment < ${instant}]) % 2 = 0)`;

/** An entity that the reader could have known of just before an instant, by records that fit what else is asked of them. */
export const namedBefore = (entity: string, instant: string, fits: (record: string) => string = () => '') => `EXISTS {
    (name:Name)-[:OF]->(${entity}) WHERE ${fits('name')}${heldBefore('name', instant)} AND EXISTS { (name)-[:CITES]->(source:Report) WHERE ${fits('source')}${heldBefore('source', instant)} }
  }`;

/** Labels that do not say what a record is. */
const MARKS = ['Record', 'Claim', 'Entity', ...HISTORY_MARKS];

/**
 * A pattern from a record to the contents that it had: itself, and what corrections superseded. Each is held in a time of
 * its own, so a condition on the instant leaves one at most.
 */
export const contentsOf = (record: string, content: string) => `(${record})<-[:SUPERSEDED_BY*0..1]-(${content})`;

/** A content that its record has at another instant than the one asked, before a correction or after it. */
export const elsewhen = (node: string) =>
  `((${node}:Superseded AND NOT (${node}.recordedAt <= $view.recordedBy AND ${node}.retractedAt > $view.recordedBy)) OR (${node}:Corrected AND ${node}.recordedAt > $view.recordedBy))`;

/** Words as a list in the text of a statement; never input. */
export const quotedAll = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** The one label that says what a record is; a unit that is a body too is a unit. */
export const kindOf = (record: string) =>
  `head([label IN labels(${record}) WHERE NOT label IN [${quotedAll(MARKS)}, 'Body']] + [label IN labels(${record}) WHERE label = 'Body'])`;

/** The labels of a record, without those that only mark its history. */
export const labelsOf = (record: string) =>
  `[label IN labels(${record}) WHERE NOT label IN [${quotedAll(HISTORY_MARKS)}]] + CASE WHEN ${record}:Superseded THEN ['Record'] ELSE [] END`;

/** A report that the lens lets count, clearance and instant aside. */
export const lensCounts = (report: string) => `${report}.publishedMax <= $view.publishedBy
    AND ${report}.reliability IN $view.reliabilities
    AND NOT ${report}.id IN $view.excludeReports
    AND NOT ${report}.dataset IN $view.excludeDatasets
    AND (size($view.excludePublishers) = 0 OR NOT EXISTS { (${report})-[:PUBLISHED_BY]->(publisher) WHERE publisher.id IN $view.excludePublishers })`;

/** A report that the lens lets count. */
export const reportCounts = (report: string) => `(${counts(report)}
    AND ${lensCounts(report)})`;

/** A citation whose report says so itself, and does not only pass on what others say. */
export const isDirect = (citation: string) => `NOT coalesce(${citation}.secondary, false)`;

/** A claim, incident or finding counts if at least one of its citations counts that does not only pass on what others say. */
export const claimCounts = (claim: string) => `(${counts(claim)}
    AND ${claim}.status IN $view.statuses
    AND NOT ${claim}.dataset IN $view.excludeDatasets
    AND (${claim}.doubts IS NULL OR none(doubt IN ${claim}.doubts WHERE doubt IN $view.withoutDoubts))
    AND EXISTS { (${claim})-[direct:CITES]->(cited:Report) WHERE ${isDirect('direct')} AND ${reportCounts('cited')} })`;

/** A claim, incident or finding that the reader may see at the instant asked, whatever else the lens says. */
export const claimHeld = (claim: string) =>
  `(${counts(claim)} AND EXISTS { (${claim})-[:CITES]->(cited:Report) WHERE ${counts('cited')} })`;

/**
 * Whether the lens lets a record's own words count: a report that gives them all does, or all reports do. Asked report by
 * report: two patterns under an OR take Neo4j seconds to plan. `ownWordsCount` decides the same over a row.
 */
export const wordsCount = (record: string) => `head([basis IN [COLLECT {
    MATCH (${record})-[direct:CITES]->(cited:Report) WHERE ${isDirect('direct')} AND ${counts('cited')}
    RETURN CASE WHEN ${lensCounts('cited')} THEN CASE WHEN direct.suffices THEN 'ALL' ELSE 'SOME' END ELSE 'NONE' END
  }] | 'ALL' IN basis OR NOT 'NONE' IN basis])`;

const PASSAGE =
  '.pinpoint, .paraphrase, .passageSha256, .document, .paragraph, .secondary, .suffices, reportId: cited.id';

/**
 * All citations of a claim whose reports the reader may see, as a list of maps in a fixed order. `counts` says which the
 * lens lets count: `shownUnder` leaves these in the row, and works out of all whether its own words count.
 */
export const citationsHeld = (claim: string) => `COLLECT {
    MATCH (${claim})-[citation:CITES]->(cited:Report) WHERE ${counts('cited')}
    RETURN citation {${PASSAGE}, title: cited.title, publishedMax: cited.publishedMax, counts: ${lensCounts('cited')}} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }`;

/** The citations of a claim that count, as a list of maps in a fixed order. */
export const citationsOf = (claim: string, counts: (report: string) => string = reportCounts) => `COLLECT {
    MATCH (${claim})-[citation:CITES]->(cited:Report) WHERE ${counts('cited')}
    RETURN citation {${PASSAGE}} ORDER BY cited.id, citation.paragraph, citation.pinpoint
  }`;

/** A name that the reader may see, whether or not the lens lets it count. */
export const nameHeld = (name: string) =>
  `${counts(name)} AND EXISTS { (${name})-[:CITES]->(source:Report) WHERE ${counts('source')} }`;

/**
 * The name of an entity; null means that the reader may not know of the entity. A name is a label here, not evidence:
 * the lens on publication does not exclude it, but clearance and the recording date do. `counts` says which names may
 * be used.
 */
export const nameOf = (entity: string, counts: (name: string) => string = nameHeld) => `COLLECT {
    MATCH (name:Name)-[:OF]->(${entity})
    WHERE ${counts('name')}
    RETURN name.value ORDER BY CASE name.kind WHEN 'PREFERRED' THEN 0 WHEN 'ALIAS' THEN 1 ELSE 2 END, CASE name.script WHEN 'Latn' THEN 0 ELSE 1 END, name.sortKey, name.id LIMIT 1
  }[0]`;

/** An entity that the reader may know of. Whatever a filter asks about an end of a link, it asks of such ends alone. */
export const mayKnow = (entity: string) =>
  `EXISTS { (source:Report)<-[:CITES]-(called:Name)-[:OF]->(${entity}) WHERE ${counts('called')} AND ${counts('source')} }`;

/** A record of any kind that the reader may know of, whatever the lens says. */
export const mayKnowAny = (record: string) =>
  `CASE WHEN ${record}:Entity THEN ${mayKnow(record)} WHEN ${record}:Report THEN ${counts(record)} ELSE ${claimHeld(record)} END`;

/** The ids that an edge leads to, as a list in a fixed order. Whoever tells one reads its record first, under the view. */
export const idsAlong = (node: string, edge: string) =>
  `COLLECT { MATCH (${node})-[link:${edge}]->(end:Record) WHERE ${linkHeld('link')} RETURN end.id ORDER BY end.id }`;

const idsOfKnown = (node: string, edge: string, label: string, isKnown: (end: string) => string) =>
  `COLLECT { MATCH (${node})-[link:${edge}]->(end:${label}) WHERE ${linkHeld('link')} AND ${isKnown('end')} RETURN DISTINCT end.id AS endId ORDER BY endId }`;

/** The ids that an edge leads to of records that the reader may know of, by what they said at the instant, as a list in a fixed order. */
export const heldIdsAlong = (node: string, edge: string) => idsOfKnown(node, edge, 'Record|Superseded', mayKnowAny);

/** The same for an edge that leads to reports alone. */
export const heldReportsAlong = (node: string, edge: string) => idsOfKnown(node, edge, 'Report', counts);

/** A property that goes with the report that it is from: null where that report may not be used. */
export const withSource = (node: string, property: string, link: string, mayUse = counts) =>
  `CASE WHEN ${node}.${property} IS NOT NULL AND EXISTS { (${node})-[:${link}]->(source:Report) WHERE ${mayUse('source')} } THEN ${node}.${property} END`;

const COORDINATES_FROM = LOCATION.latitude.licensedBy ?? '';

/** A place whose coordinates the reader may know: a report that gives them may be seen. */
export const hasCoordinates = (place: string) =>
  `EXISTS { (${place})-[:${COORDINATES_FROM}]->(source:Report) WHERE ${counts('source')} }`;

/** The coordinates of a place as entries of a Cypher map, null where the reader may not know them. */
export const coordinatesOf = (place: string) =>
  ['latitude', 'longitude'].map((axis) => `${axis}: ${withSource(place, axis, COORDINATES_FROM)}`).join(', ');

/** The same of the place that a record leads to; the reader may know of the place too. */
export const coordinatesAt = (record: string) =>
  ['latitude', 'longitude']
    .map(
      (axis) =>
        `${axis}: head([(${record})-[:AT]->(place) WHERE ${mayKnow('place')} AND ${hasCoordinates('place')} | place.${axis}])`,
    )
    .join(', ');

/**
 * A path over the places around a place, each of which the reader may know of; so is the place itself. A hidden place in
 * between hides what lies around it. Each path of a statement has a place of its own name.
 */
export const placesAround = (place: string, least: 0 | 1 = 0) =>
  `(${place}:Location WHERE ${mayKnow(place)}) (()-[:WITHIN]->(${place}Around:Location WHERE ${mayKnow(`${place}Around`)})){${least},8}`;

/** A record of any kind that the reader may see and the lens lets count. */
export const visible = (record: string) =>
  `CASE WHEN ${record}:Entity THEN ${nameOf(record)} IS NOT NULL WHEN ${record}:Report THEN ${reportCounts(record)} ELSE ${claimCounts(record)} END`;

/** Binds the name of `n`, and drops what the reader may not know of. */
export const namedOnly = `WITH n, ${nameOf('n')} AS name WHERE name IS NOT NULL`;

/** A fact about an entity whose value stands for a code, and which counts. */
const givesCode = (fact: string, property: string) =>
  `${fact}.property = '${property}' AND ${fact}.code IS NOT NULL AND ${claimCounts(fact)}`;

/** The codes that the facts about an entity with this property stand for, each once, from A to Z; `among` says which may be used. */
export const codesOf = (entity: string, property: string, among?: readonly string[]) =>
  `COLLECT {
    MATCH (fact:Fact)-[:OF]->(${entity}) WHERE ${givesCode('fact', property)}${among ? ` AND fact.code IN [${quotedAll(among)}]` : ''}
    RETURN DISTINCT fact.code AS code ORDER BY code
  }`;

/** Whether a fact about an entity with this property stands for one of the codes. */
export const hasCode = (entity: string, property: string, codes: string) =>
  `EXISTS { (fact:Fact)-[:OF]->(${entity}) WHERE fact.code IN ${codes} AND ${givesCode('fact', property)} }`;

/** What lists of entities are ordered by: the folded label. */
export const NAME_ORDERS = { NAME: { key: 'toLower(name)' }, NAME_DESC: { key: 'toLower(name)', descending: true } };

/** Entities one of whose names holds the folded text. */
export const NAME_FILTER = `EXISTS { (candidate:Name)-[:OF]->(n) WHERE candidate.sortKey CONTAINS $filter.name AND ${claimCounts('candidate')} }`;
