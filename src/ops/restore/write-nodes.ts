import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import type { Graph } from '../../graph/graph.js';
import { CommandError } from '../../model/errors.js';
import type { NodeLine, NodeProperties } from '../backup/backup-lines.js';
import { type Inspected, nodesIn } from './inspect.js';
import { type Marker, move } from './marker.js';
import { links, NODES, nodesFrom } from './restore.cypher.js';

/** Writes the nodes of a backup, then its links, batch by batch; each batch moves the marker in its own transaction. */

export type ProgressListener = (phase: string, done: number, total: number) => void;
export type KeyOf = (label: string) => string;

const NODES_AT_ONCE = 2_000;
const LINKS_AT_ONCE = 5_000;

interface Numbered {
  readonly number: number;
  readonly node: NodeLine;
}

/** All nodes but the clock, and those that are made together with the link that leads to them. */
export async function writeNodes(
  graph: Graph,
  file: Inspected,
  start: Marker,
  onProgress: ProgressListener,
): Promise<Marker> {
  let marker = start;
  for await (const { batch, last, done } of batches(file, () => 1, NODES_AT_ONCE)) {
    if (last <= start.nodesDone) continue;
    const rows = batch
      .filter(({ number, node }) => number > start.nodesDone && !node.from && !node.labels.includes('Clock'))
      .map(({ node }) => ({ labels: node.labels, properties: native(node) }));
    marker = await graph.write('restore: nodes', async (tx) => {
      await tx.run(NODES, { rows });
      return move(tx, marker, { nodesDone: last });
    });
    onProgress('Nodes', done, file.nodes);
  }
  return marker;
}

/** All links, and the nodes that hang from one. */
export async function writeLinks(
  graph: Graph,
  file: Inspected,
  start: Marker,
  keyOf: KeyOf,
  onProgress: ProgressListener,
): Promise<Marker> {
  let marker = start;
  for await (const { batch, last, done } of batches(file, linksOf, LINKS_AT_ONCE)) {
    if (last <= start.linksDone) continue;
    const rows = batch.filter(({ number }) => number > start.linksDone).flatMap(({ node }) => rowsOf(node, keyOf));
    marker = await graph.write('restore: links', async (tx) => {
      for (const [statement, some] of grouped(rows)) await make(tx, statement, some, file.name);
      return move(tx, marker, { linksDone: last });
    });
    onProgress('Links', done, file.links);
  }
  return marker;
}

const linksOf = ({ links: leaving = [], from }: NodeLine) => leaving.length + (from ? 1 : 0);

/** Whole lines, as many as hold so many of what is counted. */
async function* batches(file: Inspected, count: (node: NodeLine) => number, size: number) {
  let batch: Numbered[] = [];
  let [batchSize, done] = [0, 0];
  for await (const numbered of nodesIn(file)) {
    batch.push(numbered);
    batchSize += count(numbered.node);
    if (batchSize < size) continue;
    done += batchSize;
    yield { batch, last: numbered.number, done };
    batch = [];
    batchSize = 0;
  }
  const last = batch.at(-1)?.number;
  if (last !== undefined) yield { batch, last, done: done + batchSize };
}

interface LinkRow {
  readonly statement: string;
  readonly row: object;
}

/** What is to be run for the links of a node. */
function rowsOf(node: NodeLine, keyOf: KeyOf): LinkRow[] {
  if (node.from) {
    const { type, node: owner } = node.from;
    const row = { type, from: key(owner[1]), labels: node.labels, properties: native(node) };
    return [{ statement: nodesFrom({ label: owner[0], key: keyOf(owner[0]) }), row }];
  }
  if (!node.links) return [];
  const label = ['Record', 'Superseded'].find((one) => node.labels.includes(one)) ?? (node.labels[0] as string);
  const from = { label, key: keyOf(label) };
  const own = key(node.properties[from.key] as string | number);
  return node.links.map(({ type, to: [toLabel, toKey], properties = {}, floats }) => ({
    statement: links(from, { label: toLabel, key: keyOf(toLabel) }),
    row: { type, from: own, to: key(toKey), properties: native({ properties, floats }) },
  }));
}

function grouped(rows: readonly LinkRow[]): Map<string, object[]> {
  const groups = new Map<string, object[]>();
  for (const { statement, row } of rows) {
    const group = groups.get(statement);
    if (group) group.push(row);
    else groups.set(statement, [row]);
  }
  return groups;
}

async function make(tx: ManagedTransaction, statement: string, rows: readonly object[], name: string): Promise<void> {
  const created = (await tx.run(statement, { rows })).records[0]?.get('made');
  if (created !== rows.length)
    throw new CommandError(`${name} cannot be restored: links to nodes that are not in it: ${rows.length - created}.`);
}

/** Properties as the driver takes them: it sends JavaScript numbers as floats. */
export function native({ properties, floats = [] }: Pick<NodeLine, 'properties' | 'floats'>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]: [string, NodeProperties[string]]) => {
      if (floats.includes(name)) return [name, value];
      return [name, Array.isArray(value) ? value.map(key) : key(value as string)];
    }),
  );
}

const key = (value: string | number | boolean) => (typeof value === 'number' ? neo4j.int(value) : value);
