import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import type { Graph } from '../src/graph/graph.js';
import { DataError, type DatasetFiles, type Located } from '../src/recording/dataset.js';
import { type Draft, type DraftEdge, type DraftNode, draftOf, type Properties } from '../src/recording/draft.js';
import type { LegalCode } from '../src/recording/format.js';
import { problemsOf } from '../src/recording/invariants.js';
import { groupBy } from '../src/shared/group.js';
import { contentHash } from '../src/shared/hash.js';
import { ACCESS, words } from '../src/shared/vocabulary.js';
import { readDataset, readLegalCodes } from './read.js';

/** Brings datasets into the graph: all that is valid at once, or nothing. */

export interface Checked {
  readonly datasets: readonly DatasetFiles[];
  readonly codes: readonly Located<LegalCode>[];
  readonly draft: Draft;
}

export interface LoadReport {
  readonly created: number;
  readonly unchanged: number;
  /** Statements of these datasets that the files no longer hold: retracted, not deleted. */
  readonly retracted: number;
}

const BATCH = 2_000;

/** The datasets that the default graph holds. */
export const DEFAULT_DATASETS = ['amnesty-ukraine', 'public-record'];

/** Reads the datasets and those that they require, and holds them against every invariant. Throws a `DataError` with all that is wrong. */
export async function checkDatasets(names: readonly string[]): Promise<Checked> {
  const found = new Map<string, DatasetFiles>();
  for (const name of names) await readWithRequired(name, found);
  const datasets = [...found.values()];
  const codes = await readLegalCodes();
  return checkFiles(datasets, codes);
}

export function checkFiles(datasets: readonly DatasetFiles[], codes: readonly Located<LegalCode>[]): Checked {
  const drafts = datasets.map(draftOf);
  const draft = { nodes: drafts.flatMap(({ nodes }) => nodes), edges: drafts.flatMap(({ edges }) => edges) };
  const problems = problemsOf(draft, codes);
  if (problems.length > 0) throw new DataError(problems);
  return { datasets, codes, draft };
}

async function readWithRequired(name: string, found: Map<string, DatasetFiles>): Promise<void> {
  if (found.has(name)) return;
  const files = await readDataset(name);
  for (const required of files.dataset.requires) await readWithRequired(required, found);
  found.set(name, files);
}

export async function isEmpty(graph: Graph): Promise<boolean> {
  const [row] = await graph.read({ name: 'is empty', text: 'RETURN NOT EXISTS { (d:Dataset) } AS empty' }, {});
  return row?.empty === true;
}

/**
 * Writes checked datasets in one transaction, recorded at `now`. What is there already with the same content stays as it
 * is; a statement that the files hold no longer is retracted. Throws a `DataError` where an entity, incident, finding or
 * report is there with other content, or where a retracted statement comes back: history would be overwritten.
 */
export async function load(graph: Graph, checked: Checked, now: string): Promise<LoadReport> {
  const nodes = hashed(checked.draft);
  return graph.write('seed', async (tx) => {
    const there = await existing(tx, nodes);
    refuseOverwriting(nodes, there);
    const fresh = nodes.filter((node) => !there.has(node.id));
    await writeCodes(tx, checked.codes);
    await writeDatasets(tx, checked, now);
    await writeNodes(tx, fresh, now);
    const freshIds = new Set(fresh.map((node) => node.id));
    await writeEdges(
      tx,
      checked.draft.edges.filter((edge) => freshIds.has(edge.from)),
    );
    const retracted = await retractMissing(tx, checked, now);
    return { created: fresh.length, unchanged: nodes.length - fresh.length, retracted };
  });
}

interface HashedNode extends DraftNode {
  readonly hash: string;
}

/** A hash over what was stated; what search derives from it may change with the code. */
function hashed({ nodes, edges }: Draft): HashedNode[] {
  const leaving = groupBy(edges, (edge) => edge.from);
  return nodes.map((node) => {
    const { searchText, sortKey, ...stated } = node.properties;
    return {
      ...node,
      hash: contentHash([
        node.labels,
        stated,
        (leaving.get(node.id) ?? []).map(({ type, to, properties }) => ({ type, to, properties })),
      ]),
    };
  });
}

interface Stored {
  readonly hash: string;
  readonly retractedAt: string | null;
}

async function existing(tx: ManagedTransaction, nodes: readonly HashedNode[]): Promise<Map<string, Stored>> {
  const stored = new Map<string, Stored>();
  for (const ids of batches(nodes.map((node) => node.id))) {
    const { records } = await tx.run(
      'UNWIND $ids AS id MATCH (n:Record {id: id}) RETURN id, n.hash AS hash, n.retractedAt AS retractedAt',
      { ids },
    );
    for (const record of records)
      stored.set(record.get('id'), { hash: record.get('hash'), retractedAt: record.get('retractedAt') });
  }
  return stored;
}

function refuseOverwriting(nodes: readonly HashedNode[], there: ReadonlyMap<string, Stored>): void {
  const problems = nodes.flatMap(({ id, hash, origin }) => {
    const stored = there.get(id);
    if (!stored) return [];
    if (stored.hash !== hash) {
      return [
        {
          ...origin,
          reason: `${id} is in the graph with other content, and what was recorded is never overwritten; start afresh with \`npm run reset\`, or give the new content a new id`,
        },
      ];
    }
    if (stored.retractedAt === null) return [];
    return [
      {
        ...origin,
        reason: `${id} was retracted at ${stored.retractedAt}; to state it again, give it a note that says why`,
      },
    ];
  });
  if (problems.length > 0) throw new DataError(problems);
}

async function writeCodes(tx: ManagedTransaction, codes: readonly Located<LegalCode>[]): Promise<void> {
  const rows = codes.map(({ record }, position) => ({
    code: record.code,
    title: record.title,
    within: record.within ?? null,
    position: neo4j.int(position),
  }));
  await tx.run(
    'UNWIND $rows AS row MERGE (c:LegalCode {code: row.code}) SET c.title = row.title, c.position = row.position',
    { rows },
  );
  await tx.run(
    'UNWIND $rows AS row WITH row WHERE row.within IS NOT NULL MATCH (c:LegalCode {code: row.code}), (w:LegalCode {code: row.within}) MERGE (c)-[:WITHIN]->(w)',
    { rows },
  );
}

async function writeDatasets(tx: ManagedTransaction, { datasets }: Checked, now: string): Promise<void> {
  for (const files of datasets) {
    const { requires, ...properties } = files.dataset;
    await tx.run(
      `MERGE (d:Dataset {id: $id}) SET d += $properties
       WITH d UNWIND $versions AS row
       OPTIONAL MATCH (d)-[:HAD]->(before:DatasetVersion {clearance: row.clearance})
       WITH d, row, before ORDER BY before.at DESC
       WITH d, row, collect(before.version)[0] AS standing WHERE standing IS NULL OR standing <> row.version
       CREATE (d)-[:HAD]->(:DatasetVersion {clearance: row.clearance, version: row.version, at: $now})`,
      { id: files.dataset.id, properties: { ...properties, requires }, versions: versionsOf(files), now },
    );
  }
}

/**
 * A hash of a dataset's statements for each clearance: one hash over all of them would tell a public reader that
 * something hidden has changed.
 */
function versionsOf(files: DatasetFiles): { clearance: string; version: string }[] {
  const { nodes, edges } = draftOf(files);
  const access = new Map(nodes.map((node) => [node.id, String(node.properties.access ?? 'PUBLIC')]));
  const levels = words(ACCESS);
  return levels.map((clearance, rank) => {
    const within = (id: string) =>
      levels.slice(0, rank + 1).some((reached) => reached === (access.get(id) ?? 'PUBLIC'));
    const leaving = groupBy(
      edges.filter(({ to }) => within(to)),
      ({ from }) => from,
    );
    const cites = (id: string) => (leaving.get(id) ?? []).some(({ type }) => type === 'CITES');
    const shown = nodes.filter(({ id, labels }) => within(id) && (labels.includes('Report') || cites(id)));
    const links = (id: string) => (leaving.get(id) ?? []).map(({ type, to, properties }) => [type, to, properties]);
    const content = shown.map(({ id, properties }) => [id, properties, links(id)]);
    return { clearance, version: contentHash([files.dataset, content]).slice(0, 16) };
  });
}

async function writeNodes(tx: ManagedTransaction, nodes: readonly HashedNode[], now: string): Promise<void> {
  const rows = nodes.map(({ id, labels, properties, hash }) => ({
    labels,
    properties: { ...integers(properties), id, hash, recordedAt: now },
  }));
  for (const batch of batches(rows)) {
    await tx.run('UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties', { rows: batch });
  }
  await tx.run(
    'MATCH (n:Location) WHERE n.latitude IS NOT NULL AND n.point IS NULL SET n.point = point({latitude: n.latitude, longitude: n.longitude})',
  );
}

/** Codes are found by their code, all else by its id. */
async function writeEdges(tx: ManagedTransaction, edges: readonly DraftEdge[]): Promise<void> {
  const rows = edges.map(({ type, from, to, properties }) => ({ type, from, to, properties: integers(properties) }));
  const toCodes = rows.filter(({ type }) => type === 'CLASSIFIES');
  const toRecords = rows.filter(({ type }) => type !== 'CLASSIFIES');
  for (const [target, some] of [
    ['(b:LegalCode {code: row.to})', toCodes],
    ['(b:Record {id: row.to})', toRecords],
  ] as const) {
    for (const batch of batches(some)) {
      await tx.run(
        `UNWIND $rows AS row MATCH (a:Record {id: row.from}), ${target} CREATE (a)-[e:$(row.type)]->(b) SET e = row.properties`,
        { rows: batch },
      );
    }
  }
}

async function retractMissing(tx: ManagedTransaction, { datasets, draft }: Checked, now: string): Promise<number> {
  const ids = draft.nodes.map((node) => node.id);
  const { records } = await tx.run(
    `MATCH (n:Record) WHERE n.dataset IN $datasets AND n.retractedAt IS NULL AND NOT n.id IN $ids
     SET n.retractedAt = $now RETURN count(n) AS retracted`,
    { datasets: datasets.map(({ dataset }) => dataset.id), ids, now },
  );
  return records[0]?.get('retracted') ?? 0;
}

/** The driver sends JavaScript numbers as floats; whole ones are integers here. Coordinates keep their fraction. */
function integers(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const whole = typeof value === 'number' && Number.isInteger(value) && name !== 'latitude' && name !== 'longitude';
      return [name, whole ? neo4j.int(value) : value];
    }),
  );
}

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}
