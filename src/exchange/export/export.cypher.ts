import type { CypherStatement } from '../../graph/graph.js';
import { nodesById } from '../../graph/query/by-id.cypher.js';
import { KNOWABLE_BY_EXPORT, referentsOf } from '../../graph/query/redirects.cypher.js';
import {
  citationsOf,
  claimCounts,
  contentsOf,
  couldRead,
  counts,
  everHeld,
  kindOf,
  labelsOf,
  linkHeld,
  nameOf,
  reportCounts,
  versionFor,
  withSource,
  wordsCount,
} from '../../graph/query/visible.cypher.js';
import { CITATION, CLAIM } from '../../model/record/fields/claim.js';
import { LOCATION } from '../../model/record/fields/entity.js';
import type { Field, Fields } from '../../model/record/fields/field.js';
import { CLASSIFICATION } from '../../model/record/fields/finding.js';
import { CASUALTIES } from '../../model/record/fields/inner-claims.js';
import { OWN_FIELDS } from '../../model/record/fields/kinds.js';
import { besideEnd, propertyNames } from '../../model/record/fields/stored.js';

/**
 * An export takes whole datasets in or leaves them out: a licence that forbids to pass a dataset on covers its names and
 * coordinates too, which elsewhere are labels that no lens excludes.
 */
const passedOn = (node: string) => `NOT ${node}.dataset IN $view.excludeDatasets AND ${counts(node)}`;

/** A name that an entity may be called by in an export. */
const givesName = (name: string) =>
  `${passedOn(name)} AND EXISTS { (${name})-[:CITES]->(source:Report) WHERE ${passedOn('source')} }`;

const hasVisibleName = (entity: string) => `EXISTS { (name:Name)-[:OF]->(${entity}) WHERE ${givesName('name')} }`;

const labelOf = (entity: string) => nameOf(entity, givesName);

/** A record that stands in an export. */
export const exported = (record: string) =>
  `CASE WHEN ${record}:Entity THEN ${hasVisibleName(record)} WHEN ${record}:Report THEN ${reportCounts(record)} ELSE ${claimCounts(record)} END`;

const coordinate = (location: string, axis: 'latitude' | 'longitude') =>
  withSource(location, axis, LOCATION[axis].licensedBy ?? '', passedOn);

const FIELDS: readonly [string, Field][] = [CLAIM, ...Object.values(OWN_FIELDS), { kind: CASUALTIES.kind }].flatMap(
  (fields: Fields) => Object.entries(fields),
);
const namesOf = (fields: readonly [string, Field][]) =>
  [...new Set(fields.flatMap(([name, field]) => propertyNames(name, field)))].sort();

/** Every property that an export may show: those of the tables of fields, and where and when a record was recorded. */
export const PROPERTIES = [...namesOf(FIELDS.filter(([, { licensedBy }]) => !licensedBy)), 'dataset', 'recordedAt'];

/** What goes with the report that it is from. */
const licensed = (n: string) =>
  FIELDS.filter(([, { licensedBy }]) => licensedBy).map(
    ([name, { licensedBy = '' }]) => `${name}: ${withSource(n, name, licensedBy, passedOn)}`,
  );

const LINK_PROPERTIES = [
  ...namesOf([CITATION, CLASSIFICATION].flatMap((fields: Fields) => Object.entries(besideEnd(fields)))),
  'passageSha256',
];

const projection = (names: readonly string[]) => names.map((name) => `.${name}`).join(', ');

/** The properties of a record as entries of a Cypher map. */
export const PROPERTY_ENTRIES = projection(PROPERTIES);

/** The next nodes of a label behind an id, whether or not the reader may see them: the work of a statement stays the same. */
export const next = (label: string) => `MATCH (n:Record:${label}) WHERE n.id > $after
WITH n ORDER BY n.id LIMIT $limit
WITH collect(n) AS page
RETURN page[-1].id AS last, size(page) AS scanned`;

/** A link that stands in an export. */
export const linkExported = (link: string, target: string) =>
  `${linkHeld(link)} AND type(${link}) <> 'SUPERSEDED_BY' AND (${target}:LegalCode OR ((${target}:Record OR ${target}:Superseded) AND ${exported(target)}))`;

/** The ids that lead to an entity, as far as an export may name them. */
export const referents = (entity: string) => referentsOf(entity, KNOWABLE_BY_EXPORT);

/**
 * A record as an export has it. Its links depend on the view, its coordinates, which are there together with the link to
 * their report, and whether its own words count; so the feed of changes compares links, words and the ids that lead to it. A new property that
 * depends on the view must be compared there too.
 */
export const exportRow = (n: string) => `{id: ${n}.id, kind: ${kindOf(n)}, labels: ${labelsOf(n)},
    properties: ${n} {${[PROPERTY_ENTRIES, ...licensed(n)].join(', ')}},
    links: COLLECT { MATCH (${n})-[link]->(target) WHERE ${linkExported('link', 'target')}
      RETURN {type: type(link), to: coalesce(target.id, target.code), properties: link {${projection(LINK_PROPERTIES)}}} },
    referents: CASE WHEN ${n}:Person OR ${n}:Unit THEN ${referents(n)} ELSE [] END,
    ownWords: ${n}:Entity OR ${n}:Report OR ${wordsCount(n)}}`;

/** A page of the records of a label, by id. */
export const recordsOf = (label: string): CypherStatement => ({
  name: `export: ${label}`,
  text: `${next(label)}, COLLECT { UNWIND page AS record MATCH ${contentsOf('record', 'n')} WHERE ${exported('n')}
  RETURN ${exportRow('n')} ORDER BY n.id } AS rows`,
});

/** Records by id. */
export const RECORDS: CypherStatement = {
  name: 'export: records',
  text: `UNWIND $about.ids AS id ${nodesById('record', 'Record')}
MATCH ${contentsOf('record', 'n')} WHERE ${exported('n')}
RETURN ${exportRow('n')} AS row ORDER BY id`,
};

/** What is claimed of entities by their names, identifiers and facts: the claims as an export has them. */
export const CLAIMS: CypherStatement = {
  name: 'export: claims of entities',
  text: `UNWIND $about.ids AS id MATCH (:Entity {id: id})<-[:OF]-(n:Name|Identifier|Fact) WHERE ${exported('n')}
RETURN id, ${exportRow('n')} AS row ORDER BY id, n.id`,
};

/** How many records of each kind a page of ids has. */
export const COUNTS: CypherStatement = {
  name: 'export: counts',
  text: `${next('Record')}, COLLECT { UNWIND page AS record MATCH ${contentsOf('record', 'n')} WHERE ${exported('n')}
  WITH ${kindOf('n')} AS kind, count(*) AS number RETURN {kind: kind, number: number} } AS rows`,
};

/** The dataset that named an entity first, of those that may be passed on where there are any: what links lead from it is told there. */
const declaredBy = (entity: string) => `COLLECT { MATCH (name:Name)-[:OF]->(${entity}) WHERE ${givesName('name')}
    RETURN name.dataset ORDER BY name.dataset IN $about.withheld, name.recordedAt, name.kind <> 'PREFERRED', name.dataset LIMIT 1 }[0]`;

const namedBy = (entity: string, dataset: string) =>
  `EXISTS { (name:Name {dataset: ${dataset}})-[:OF]->(${entity}) WHERE ${givesName('name')} }`;

/** Which datasets refer to records of which others, for a page of ids. What a dataset names itself is its own. */
export const REQUIRED: CypherStatement = {
  name: 'export: required datasets',
  text: `${next('Record')}, COLLECT { UNWIND page AS record MATCH ${contentsOf('record', 'n')} WHERE ${exported('n')}
  WITH n, CASE WHEN n:Entity THEN ${declaredBy('n')} ELSE n.dataset END AS dataset
  MATCH (n)-[link]->(target) WHERE (target:Entity OR target.dataset <> dataset) AND ${linkExported('link', 'target')}
  WITH DISTINCT dataset, target
  WITH dataset, CASE WHEN NOT target:Entity THEN target.dataset WHEN NOT ${namedBy('target', 'dataset')} THEN ${declaredBy('target')} END AS required
  WITH DISTINCT dataset, required WHERE required <> dataset
  RETURN {dataset: dataset, required: required} } AS rows`,
};

/** Entities by id, with what they are called, their coordinates, the names that they may be called by and the codes that facts give them. */
export const ENTITIES: CypherStatement = {
  name: 'export: entities',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Entity')}
WITH n, ${labelOf('n')} AS called WHERE called IS NOT NULL
RETURN n.id AS id, ${kindOf('n')} AS kind, called AS name, ${coordinate('n', 'latitude')} AS latitude, ${coordinate('n', 'longitude')} AS longitude,
  COLLECT { MATCH (said:Name)-[:OF]->(n) WHERE ${givesName('said')}
    RETURN said {.value, .kind, .lang, .dataset, .recordedAt, counts: ${claimCounts('said')}, citations: ${citationsOf('said')}} AS name ORDER BY said.id } AS names,
  COLLECT { MATCH (fact:Fact)-[:OF]->(n) WHERE fact.code IS NOT NULL AND ${claimCounts('fact')}
    RETURN fact {.property, .code, .dataset, .recordedAt} AS code ORDER BY fact.property, fact.code, fact.id } AS codes`,
};

/** Reports by id, with what their publishers are called. */
export const REPORTS: CypherStatement = {
  name: 'export: reports',
  text: `UNWIND $about.ids AS id ${nodesById('n', 'Report')} WHERE ${reportCounts('n')}
RETURN n.id AS id, n.title AS title, n.url AS url, n.copyUrl AS copyUrl, COLLECT { MATCH (n)-[:PUBLISHED_BY]->(publisher) WHERE ${hasVisibleName('publisher')} RETURN ${labelOf('publisher')} }[0] AS publisher`,
};

/** The people and units to whom incidents are attributed, with who says so. */
export const ATTRIBUTED: CypherStatement = {
  name: 'export: attributed',
  text: `UNWIND $about.ids AS id MATCH (:Record {id: id})<-[:OF]-(said:Attribution)-[:TO]->(subject:Entity)
WHERE ${claimCounts('said')} AND ${hasVisibleName('subject')}
WITH id, said, subject.id AS subject ORDER BY subject, said.id
RETURN id, collect(said {id: subject, .mode, .dataset, .recordedAt, citations: ${citationsOf('said')}}) AS subjects`,
};

/** A claim, incident or finding of dataset `n` that the reader may see, or could once. */
const onceStated = (label: string) =>
  `EXISTS { (said:${label} {dataset: n.id})-[:CITES]->(cited:Report) WHERE ${everHeld('said')} AND ${everHeld('cited')} }`;

/** Something that the reader could see before it was redacted. */
const wasRedacted = (node: string) => `${node}.redactedAt > '' AND ${couldRead(node)}`;

/** When something of dataset `n` was redacted last, as a list with one instant or none. */
const lastRedaction = (label: string) =>
  `COLLECT { MATCH (lost:${label} {dataset: n.id}) WHERE ${wasRedacted('lost')} RETURN lost.redactedAt ORDER BY lost.redactedAt DESC LIMIT 1 }`;

/**
 * The datasets in which the reader may see something at an instant, or could see something before: the disappearance of
 * the last record is a change too.
 */
export const DATASETS: CypherStatement = {
  name: 'export: datasets',
  text: `MATCH (n:Dataset)-[:HAD]->(version:DatasetVersion)
WHERE ${versionFor('version', 'n')}
WITH n, version ORDER BY version.at DESC
WITH n, collect(version)[0] AS version
WHERE EXISTS { (report:Report {dataset: n.id}) WHERE ${everHeld('report')} }
  OR ${['Claim', 'Incident', 'Finding'].map(onceStated).join(' OR ')}
  OR EXISTS { (lost:Record {dataset: n.id}) WHERE ${wasRedacted('lost')} AND lost.recordedAt <= $view.recordedBy }
RETURN n.id AS id, version.version AS version, version.at AS changedAt, n.licence AS licence, n.attribution AS attribution, n.redistribute AS redistribute, ${lastRedaction('Record')} + ${lastRedaction('Superseded')} AS redactions
ORDER BY id`,
};
