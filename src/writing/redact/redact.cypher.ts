import { contentsOf, isDirect, kindOf, lastAccessOf } from '../../graph/query/visible.cypher.js';
import { SEARCH_FIELDS } from '../../model/record/search-fields.js';
import { LEFT_PROPERTIES } from '../change/redaction.js';

/** The statements of a redaction. A content is a record, or what it stated before a correction; `key` is its element id. */

const visibilityOf = (
  n: string,
) => `{own: ${lastAccessOf(n)}, reports: CASE WHEN ${n}.redactedAt IS NOT NULL OR ${n}:Report
    THEN [${lastAccessOf(n)}] ELSE COLLECT { MATCH (${n})-[:CITES]->(cited:Report) RETURN DISTINCT ${lastAccessOf('cited')} } END}`;

const row = (n: string) => `elementId(${n}) AS key, ${n}.id AS id, ${kindOf(n)} AS kind, properties(${n}) AS properties,
  COLLECT { MATCH (${n})-[link]->(end) WHERE type(link) <> 'SUPERSEDED_BY'
    RETURN {type: type(link), to: coalesce(end.id, end.code), properties: properties(link)} } AS links,
  CASE WHEN ${n}:Entity THEN COLLECT { MATCH (name:Name)-[:OF]->(${n}) RETURN ${visibilityOf('name')} } ELSE [${visibilityOf(n)}] END AS visibilities`;

/** The contents of records; with `$former` only what corrections superseded. */
export const CONTENTS = `UNWIND $ids AS asked MATCH (record:Record {id: asked})
MATCH ${contentsOf('record', 'n')} WHERE n.redactedAt IS NULL AND (n:Superseded OR NOT $former)
RETURN ${row('n')} ORDER BY id, n.recordedAt`;

/** Which of some ids the graph has. */
export const EXISTING = 'UNWIND $ids AS asked MATCH (n:Record {id: asked}) RETURN n.id AS id';

/** Claims that were made of others, or that others were made of. */
export const RELATED = `UNWIND $keys AS key MATCH (n:Claim) WHERE elementId(n) = key
CALL (n) {
  MATCH (claim:Claim) WHERE claim.restates = n.id RETURN claim
  UNION MATCH (claim:Claim) WHERE claim.restates = n.restates RETURN claim
  UNION MATCH (claim:Claim) WHERE claim.corrects = n.id RETURN claim
  UNION MATCH (claim:Claim {id: n.restates}) RETURN claim
  UNION MATCH (claim:Claim {id: n.corrects}) RETURN claim
}
WITH key AS original, claim WHERE claim.redactedAt IS NULL AND NOT elementId(claim) IN $keys
RETURN original, ${row('claim')} ORDER BY id`;

/** A correction leaves links to what was said before: they are about the record, so they rest on that alone while it stands. */
const isRestedOn = (content: string) =>
  `(NOT ${content}:Superseded OR EXISTS { MATCH (${content})-[:SUPERSEDED_BY]->(record) WHERE record.redactedAt IS NOT NULL OR elementId(record) IN $keys })`;

/**
 * What cannot be without the contents: claims about an entity or an incident, statements without another report that says so
 * itself, indicators and measures that concern nothing else. What was retracted or corrected since is among them.
 */
export const DEPENDENT = `MATCH (content)<-[link]-(n:Claim|Incident|Finding) WHERE elementId(content) IN $keys AND type(link) <> 'SUPERSEDED_BY'
  AND ${isRestedOn('content')}
  AND n.redactedAt IS NULL AND NOT elementId(n) IN $keys
WITH n, collect(DISTINCT {type: type(link), isEntity: content:Entity, isIncident: content:Incident}) AS targets
WHERE (n:Claim AND any(target IN targets WHERE target.isEntity OR (target.isIncident AND target.type IN ['OF', 'LINKED_WITH'])))
  OR (any(target IN targets WHERE target.type = 'CITES')
    AND NOT EXISTS { MATCH (n)-[direct:CITES]->(report:Report) WHERE ${isDirect('direct')} AND report.redactedAt IS NULL AND NOT elementId(report) IN $keys })
  OR (n:Claim AND any(target IN targets WHERE target.type = 'CONCERNS')
    AND NOT EXISTS { MATCH (n)-[:CONCERNS]->(other) WHERE other.redactedAt IS NULL AND NOT elementId(other) IN $keys })
RETURN ${row('n')} ORDER BY id, n.recordedAt`;

/** What is left of a content: that it was there, from when until when, and for whom. Links that lead to it stay: others state them. */
export const EMPTY = `UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.key
CALL (n) { MATCH (n)-[link]->() WHERE type(link) <> 'SUPERSEDED_BY' DELETE link }
WITH n, row, n {${LEFT_PROPERTIES.map((name) => `.${name}`).join(', ')}} AS left
SET n = left, n.retractedAt = coalesce(left.retractedAt, $at), n.retraction = 'REDACTED', n.redactedAt = $at, n.seenBy = row.seenBy`;

const ENTRY = 'e {.sequence, .at, .actor, .action, .reason, .subjects, .content, .digest, .previous, .hash} AS entry';

/** Whether a property of a node holds one of the words; `form` says as what it is written. */
const holds = (property: string, form: 'plain' | 'json' = 'plain') =>
  `any(word IN $words WHERE toLower(coalesce(${property}, '')) CONTAINS word.${form})`;

/** What an import, a load or a merge says of itself has no content of records. */
const WITHOUT_CONTENT = "['IMPORT', 'LOAD', 'PERSON_MERGE', 'UNIT_MERGE']";

/** The entries that wrote a content at one of these instants, those of these proposals, and those that hold a word. */
export const ENTRIES = `MATCH (e:JournalEntry)
WHERE (e.at IN $instants AND NOT e.action IN ${WITHOUT_CONTENT} AND any(id IN $ids WHERE id IN e.subjects))
  OR any(id IN $proposals WHERE id IN e.subjects) OR ${holds('e.reason')} OR ${holds('e.content', 'json')}
RETURN ${ENTRY} ORDER BY e.sequence`;

/** The proposals that these entries are about, and those that hold a word. */
export const PROPOSALS = `MATCH (p:Proposal) WHERE p.id IN $subjects
  OR ${holds('p.content', 'json')} OR ${holds('p.reason')} OR ${holds('p.decision')}
RETURN p.id AS id ORDER BY id`;

export const EMPTY_ENTRIES = `UNWIND $rows AS row MATCH (e:JournalEntry {sequence: row.sequence})
SET e.content = row.content, e.reason = row.reason`;

export const EMPTY_PROPOSALS = `UNWIND $ids AS id MATCH (p:Proposal {id: id})
FOREACH (open IN CASE WHEN p.state = 'OPEN' THEN [p] ELSE [] END |
  SET open.state = 'REJECTED', open.decidedBy = $actor, open.decidedAt = $at, open.decision = $text, open.entry = $sequence)
SET p.content = $content, p.reason = $text, p.decision = CASE WHEN p.decision IS NOT NULL THEN $text END`;

const REASONS = [
  ['Merge', 'reason'],
  ['Merge', 'undoneReason'],
  ['NotSame', 'reason'],
  ['ImportBatch', 'reason'],
  ['ImportBatch', 'files'],
  ['ImportBatch', 'counts'],
] as const;

/** Empties the reasons of merges, decisions and imports, and what these say of their files, that hold a word. */
export const EMPTY_REASONS = REASONS.map(([label, property]) => ({
  property,
  statement: `MATCH (n:${label}) WHERE ${holds(`n.${property}`, property.endsWith('eason') ? 'plain' : 'json')}
SET n.${property} = $empty RETURN '${label}' AS kind, n.id AS id, '${property}' AS property ORDER BY id`,
}));

const textsIn = (
  holder: string,
) => `UNWIND [name IN keys(${holder}) WHERE NOT name IN [${SEARCH_FIELDS.map((name) => `'${name}'`).join(', ')}]] AS property
WITH *, CASE WHEN valueType(${holder}[property]) STARTS WITH 'STRING' THEN [${holder}[property]] WHEN valueType(${holder}[property]) STARTS WITH 'LIST<STRING' THEN ${holder}[property] ELSE [] END AS texts
WHERE any(text IN texts WHERE any(word IN $words WHERE toLower(text) CONTAINS word.plain OR toLower(text) CONTAINS word.json))`;

/** Where words still stand: a label, an id and a property for each. */
export const REMAINS = `CALL () {
  MATCH (n) WHERE NOT n:Migration
  ${textsIn('n')}
  RETURN n, property
  UNION ALL
  MATCH (n)-[link]->()
  ${textsIn('link')}
  RETURN n, type(link) + '.' + property AS property
}
RETURN DISTINCT CASE WHEN n:Record OR n:Superseded THEN ${kindOf('n')} ELSE labels(n)[0] END AS kind,
  coalesce(n.id, n.code, toString(n.sequence)) AS id, property ORDER BY kind, id, property LIMIT $limit`;
