import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph.js';
import { type Draft, draftOf } from '../../model/record/draft.js';
import { problemsOf } from '../../model/record/invariants.js';
import { DataError, type DatasetFiles, type Located } from '../../model/record/located-records.js';
import type { LegalCodeRecord } from '../../model/record/record-shapes.js';
import { change } from '../../writing/change/change.js';
import { recordsToLeave } from '../../writing/change/redacted-records.js';
import {
  type HashedNode,
  hashed,
  retract,
  type Stored,
  states,
  stored,
  writeDataset,
  writeEdges,
  writeNodes,
} from '../../writing/change/write-records.js';
import { allRedirects, redirected } from '../../writing/merge/follow-redirects.js';
import { readDataset, readLegalCodes } from './read-datasets.js';

/** Brings datasets into the graph: all that is valid at once, or nothing. */

export interface Checked {
  readonly datasets: readonly DatasetFiles[];
  readonly codes: readonly Located<LegalCodeRecord>[];
  readonly draft: Draft;
}

export interface LoadReport {
  readonly created: number;
  readonly unchanged: number;
  /** Statements of these datasets that the files no longer hold: retracted, not deleted. */
  readonly retracted: number;
  /** Records of the files that were redacted, or that lead to such: they stay out. Absent where there are none. */
  readonly redacted?: number;
}

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

export function checkFiles(datasets: readonly DatasetFiles[], codes: readonly Located<LegalCodeRecord>[]): Checked {
  const drafts = datasets.map(draftOf);
  const draft = { nodes: drafts.flatMap(({ nodes }) => nodes), edges: drafts.flatMap(({ edges }) => edges) };
  const problems = problemsOf(draft, new Set(codes.map(({ record }) => record.code)));
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
 * Writes checked datasets as one change, recorded at `now`. Records that exist with the same content stay as they are;
 * a statement that the files no longer hold is retracted. Throws a `DataError` if an entity, incident, finding or
 * report exists with other content, or if a retracted statement comes back: history would be overwritten.
 */
export async function load(graph: Graph, checked: Checked, now: string): Promise<LoadReport> {
  const all = hashed(checked.draft);
  return change(graph, { actor: 'seed', now }, async (tx, at) => {
    const leave = await recordsToLeave(tx, async function* () {
      yield checked.draft;
    });
    const draft = {
      nodes: checked.draft.nodes.filter(({ id }) => !leave.has(id)),
      edges: checked.draft.edges.filter(({ from }) => !leave.has(from)),
    };
    const nodes = all.filter(({ id }) => !leave.has(id));
    const there = await stored(
      tx,
      nodes.map(({ id }) => id),
    );
    refuseOverwriting(nodes, there);
    const { fresh, edges, ids } = await withIdsLeft(tx, draft, there);
    const newCodes = await writeCodes(tx, checked.codes);
    const news = await writeDatasets(tx, checked.datasets, at);
    await writeNodes(tx, fresh, at);
    await writeEdges(tx, edges);
    const retracted = await retract(tx, await missing(tx, checked.datasets, [...ids, ...leave]), at, 'MISSING');
    const result = {
      created: fresh.length,
      unchanged: nodes.length - fresh.length,
      retracted,
      ...(leave.size > 0 && { redacted: leave.size }),
    };
    const datasets = checked.datasets.map(({ dataset }) => dataset.id);
    const changed = newCodes || news || fresh.length > 0 || retracted > 0;
    const journalNote = {
      action: 'LOAD',
      reason: 'The data files of the seed folder.',
      subjects: datasets,
      content: result,
    };
    return { result, journalNote: changed ? journalNote : undefined };
  });
}

/** What is to be written, where what names a person or unit that was merged away goes to the one that is left, and all ids that the files state. */
async function withIdsLeft(tx: ManagedTransaction, draft: Draft, there: ReadonlyMap<string, Stored>) {
  const isNew = (id: string) => !there.has(id);
  const news = {
    nodes: draft.nodes.filter(({ id }) => isNew(id)),
    edges: draft.edges.filter(({ from }) => isNew(from)),
  };
  const followed = redirected(news, await allRedirects(tx));
  const nodes = hashed(followed);
  const existing = await stored(
    tx,
    nodes.map(({ id }) => id),
  );
  const fresh = nodes.filter(({ id }) => !existing.has(id));
  const freshIds = new Set(fresh.map(({ id }) => id));
  return {
    fresh,
    edges: followed.edges.filter(({ from }) => freshIds.has(from)),
    ids: [...draft.nodes, ...nodes].map(({ id }) => id),
  };
}

function refuseOverwriting(nodes: readonly HashedNode[], there: ReadonlyMap<string, Stored>): void {
  const problems = nodes.flatMap(({ id, hash, origin }) => {
    const found = there.get(id);
    if (!found) return [];
    if (!states(found, hash)) {
      return [
        {
          ...origin,
          reason: `${id} is in the graph with other content, and what was recorded is never overwritten; start afresh with \`npm run reset\`, or give the new content a new id`,
        },
      ];
    }
    // What was merged stands as another claim, which says so.
    if (found.retractedAt === null || found.retraction === 'MERGED') return [];
    return [
      {
        ...origin,
        reason: `${id} was retracted at ${found.retractedAt}; to state it again, give it a note with the reason`,
      },
    ];
  });
  if (problems.length > 0) throw new DataError(problems);
}

/** Writes the legal codes; returns whether any of them is new, or stands otherwise in the graph. */
async function writeCodes(tx: ManagedTransaction, codes: readonly Located<LegalCodeRecord>[]): Promise<boolean> {
  const rows = codes.map(({ record }, position) => ({
    code: record.code,
    title: record.title,
    within: record.within ?? null,
    position: neo4j.int(position),
  }));
  const { records } = await tx.run(
    `UNWIND $rows AS row OPTIONAL MATCH (c:LegalCode {code: row.code, title: row.title, position: row.position})
     WITH row, c WHERE c IS NULL OR coalesce(head([(c)-[:WITHIN]->(w) | w.code]), '') <> coalesce(row.within, '')
     RETURN count(row) AS news`,
    { rows },
  );
  await tx.run(
    'UNWIND $rows AS row MERGE (c:LegalCode {code: row.code}) SET c.title = row.title, c.position = row.position',
    { rows },
  );
  await tx.run(
    'UNWIND $rows AS row MATCH (:LegalCode {code: row.code})-[old:WITHIN]->(w:LegalCode) WHERE w.code <> coalesce(row.within, "") DELETE old',
    { rows },
  );
  await tx.run(
    'UNWIND $rows AS row WITH row WHERE row.within IS NOT NULL MATCH (c:LegalCode {code: row.code}), (w:LegalCode {code: row.within}) MERGE (c)-[:WITHIN]->(w)',
    { rows },
  );
  return Number(records[0]?.get('news')) > 0;
}

/** Writes the description of the datasets; returns whether any of it is new. */
async function writeDatasets(tx: ManagedTransaction, datasets: readonly DatasetFiles[], at: string): Promise<boolean> {
  const news = await Promise.all(datasets.map(({ dataset }) => writeDataset(tx, dataset, at)));
  return news.includes(true);
}

/** The statements of these datasets that the files no longer hold. */
async function missing(
  tx: ManagedTransaction,
  datasets: readonly DatasetFiles[],
  ids: readonly string[],
): Promise<string[]> {
  const { records } = await tx.run(
    'MATCH (n:Record) WHERE n.dataset IN $datasets AND n.retractedAt IS NULL AND NOT coalesce(n.restates, n.id) IN $ids RETURN n.id AS id',
    { datasets: datasets.map(({ dataset }) => dataset.id), ids },
  );
  return records.map((record) => record.get('id'));
}
