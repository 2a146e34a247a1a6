import { contentsOf, isDirect, kindOf, lastAccessOf, quotedAll } from '../../graph/query/visible.cypher.js';
import { LEFT_PROPERTIES } from '../../model/record/redaction.rules.js';
import { SEARCH_FIELDS } from '../../model/record/search-fields.js';

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

/** What an import, a load or a merge says of itself has no content of records. */
const WITHOUT_CONTENT = "['IMPORT', 'LOAD', 'PERSON_MERGE', 'UNIT_MERGE']";

/** The entries that wrote a content at one of these instants, those of these proposals, and those of these numbers. */
export const ENTRIES = `MATCH (e:JournalEntry)
WHERE (e.at IN $instants AND NOT e.action IN ${WITHOUT_CONTENT} AND any(id IN $ids WHERE id IN e.subjects))
  OR any(id IN $proposals WHERE id IN e.subjects) OR e.sequence IN $sequences
RETURN ${ENTRY} ORDER BY e.sequence`;

/** What entries say, by number. */
export const ENTRY_TEXTS =
  'MATCH (e:JournalEntry) RETURN e.sequence AS key, [e.reason, e.content] AS texts ORDER BY key';

/** What proposals say, by id. */
export const PROPOSAL_TEXTS =
  'MATCH (p:Proposal) RETURN p.id AS key, [p.content, p.reason, p.decision] AS texts ORDER BY key';

/** The proposals that these entries are about. */
export const PROPOSALS = 'MATCH (p:Proposal) WHERE p.id IN $subjects RETURN p.id AS id ORDER BY id';

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

/** The reasons of merges, decisions and imports, and what these say of their files, by id; and what empties them. */
export const REASON_TEXTS = REASONS.map(([kind, property]) => ({
  kind,
  property,
  texts: `MATCH (n:${kind}) WHERE n.${property} IS NOT NULL RETURN n.id AS key, [n.${property}] AS texts ORDER BY key`,
  empty: `UNWIND $ids AS id MATCH (n:${kind} {id: id}) SET n.${property} = $text`,
}));

/** What nobody writes. */
const MACHINE_TEXTS = ['hash', 'recordedHash', 'recordedAt', 'retractedAt', 'previous', 'digest'];

const textsOf = (holder: string, name = 'property') =>
  `[property IN keys(${holder}) WHERE NOT property IN [${quotedAll([...SEARCH_FIELDS, ...MACHINE_TEXTS])}] AND valueType(${holder}[property]) CONTAINS 'STRING' | {property: ${name}, texts: ${holder}[property]}]`;

/** All texts of the graph, by what holds them: a label and an id. */
export const ALL_TEXTS = `CALL () {
  MATCH (n) WHERE NOT n:Migration
  RETURN n, ${textsOf('n')} AS places
  UNION ALL
  MATCH (n)-[link]->()
  WITH n, ${textsOf('link', "type(link) + '.' + property")} AS places WHERE size(places) > 0
  RETURN n, places
}
RETURN CASE WHEN n:Record OR n:Superseded THEN ${kindOf('n')} ELSE labels(n)[0] END AS kind, coalesce(n.id, n.code, toString(n.sequence)) AS id, places`;
