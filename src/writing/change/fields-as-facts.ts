import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../graph/graph.js';
import { type Draft, Drafter, type Properties } from '../../model/record/draft.js';
import { LOCATION, UNIT } from '../../model/record/fields/entity.js';
import { recordHash, type StatedLink } from '../../model/record/record-hash.js';
import { FILES } from '../../model/record/record-shapes.js';
import { change } from './change.js';
import { batches, hashed, writeEdges, writeNodes } from './write-records.js';

/**
 * Restates what graphs of before hold on a node and facts say now: the kind and country of a unit, the country of a place.
 * The facts have the dataset, the access and the citations of the earliest name. The node keeps what it stated under other
 * names, with the hash of then, so that the journal still proves it.
 */

interface NameOfEntity {
  readonly dataset: string;
  readonly access: string;
  readonly status: string;
  readonly cites: readonly { readonly report: string; readonly place: Readonly<Record<string, unknown>> }[];
}

interface OlderEntity {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly StatedLink[];
  /** The earliest name in force; none where all were retracted. */
  readonly name: NameOfEntity | null;
}

const IS_OLDER = '(n:Unit AND (n.kind IS NOT NULL OR n.country IS NOT NULL)) OR (n:Location AND n.country IS NOT NULL)';

const OLDER = `MATCH (n:Entity) WHERE ${IS_OLDER}
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties,
  COLLECT { MATCH (n)-[link]->(end) RETURN {type: type(link), to: coalesce(end.id, end.code), properties: properties(link)} } AS links,
  COLLECT { MATCH (name:Name)-[:OF]->(n) WHERE name.retractedAt IS NULL
    RETURN name {.dataset, .access, .status, cites: COLLECT { MATCH (name)-[cites:CITES]->(report) RETURN {report: report.id, place: properties(cites)} }}
    ORDER BY name.recordedAt, name.id LIMIT 1 }[0] AS name
ORDER BY id`;

/** Nothing is being written into the graph: no import, and no backup. */
export const AT_REST =
  'NOT EXISTS { (:Restore) } AND NOT EXISTS { MATCH (clock:Clock) WHERE clock.writing IS NOT NULL }';

const HAS_WORK = `MATCH (n:Entity) WHERE ${IS_OLDER}
WITH n LIMIT 1 WHERE ${AT_REST}
RETURN n.id AS id`;

/** The same node without the fields; what it stated stays under names that nobody reads but the check of the journal. */
const MOVE = `UNWIND $rows AS row MATCH (n:Entity {id: row.id})
SET n.recordedHash = n.hash, n.hash = row.hash, n.formerCountry = n.country, n.country = null,
  n.formerKind = CASE WHEN n:Unit THEN n.kind END, n.kind = CASE WHEN n:Unit THEN null ELSE n.kind END`;

/** Restates the fields as one change. Returns how many entities had some; while an import or a backup is being written into the graph, none. */
export async function restateFieldsAsFacts(graph: Graph, now: string): Promise<number> {
  const rows = await graph.read({ name: 'fields to restate', text: HAS_WORK }, {});
  if (rows.length === 0) return 0;
  return change(graph, { actor: 'upgrade', now }, async (tx, at) => {
    const { records } = await tx.run(OLDER);
    const entities = records.map((record) => record.toObject() as unknown as OlderEntity);
    const drafts = entities.map(factsOf);
    const draft = { nodes: drafts.flatMap(({ nodes }) => nodes), edges: drafts.flatMap(({ edges }) => edges) };
    await writeNew(tx, draft, at);
    for (const some of batches(entities)) await tx.run(MOVE, { rows: some.map(moved) });
    const journalNote = {
      action: 'UPGRADE',
      reason: 'Kinds of units and countries are facts from this version on.',
      subjects: [],
      content: { entities: entities.length, facts: draft.nodes.length },
    };
    // Another instance that starts at the same moment may have been faster.
    return { result: entities.length, journalNote: entities.length > 0 ? journalNote : undefined };
  });
}

/** Facts that an author has stated already are there. */
async function writeNew(tx: ManagedTransaction, draft: Draft, at: string): Promise<void> {
  const ids = draft.nodes.map(({ id }) => id);
  const { records } = await tx.run('UNWIND $ids AS id MATCH (n:Record {id: id}) RETURN id', { ids });
  const there = new Set(records.map((record) => record.get('id')));
  await writeNodes(
    tx,
    hashed(draft).filter(({ id }) => !there.has(id)),
    at,
  );
  await writeEdges(
    tx,
    draft.edges.filter(({ from }) => !there.has(from)),
  );
}

function factsOf({ id, labels, properties, name }: OlderEntity): Draft {
  if (!name) return { nodes: [], edges: [] };
  const isUnit = labels.includes('Unit');
  const values = [
    [UNIT.kind.fact, isUnit ? properties.kind : undefined],
    [(isUnit ? UNIT : LOCATION).country.fact, properties.country],
  ].filter(([, value]) => value !== undefined);
  const { access, status } = name;
  const cites = name.cites.map(({ report, place: { passageSha256: _hash, ...place } }) => ({ report, ...place }));
  const facts = values.map(([property, value]) => ({ property, value, code: value, access, status, cites }));
  const record = FILES[isUnit ? 'units' : 'locations'].parse({ id, extends: true, facts });
  const hashes = name.cites.flatMap(({ place: { document, paragraph, passageSha256 } }): [string, string][] =>
    typeof passageSha256 === 'string' ? [[`${document}#${paragraph}`, passageSha256]] : [],
  );
  const drafter = new Drafter(name.dataset, new Map(hashes));
  return drafter.take(isUnit ? 'units' : 'locations', { record: record as never, origin: { file: 'graph', line: 1 } });
}

function moved({ id, labels, properties, links }: OlderEntity) {
  const { country: _country, kind, ...rest } = properties as Properties;
  const others = labels.includes('Unit') || kind === undefined ? rest : { ...rest, kind };
  return { id, hash: recordHash(labels, others, links) };
}
