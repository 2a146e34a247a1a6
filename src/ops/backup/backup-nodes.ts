import type { CypherStatement, Graph } from '../../graph/graph.js';
import { recordAsOf, standingAsOf } from './as-of.js';
import { entriesAfter, KEYLESS, recordsAfter, VERSIONS_AFTER } from './backup.cypher.js';
import type { NodeLine, NodeProperties, NodeReference } from './backup-lines.js';
import { type NodeRow, nodeLine } from './node-line.js';
import type { Pin } from './pin.js';

/**
 * Reads the nodes of a backup in their fixed order, a page at a time: records by id, bookkeeping nodes, versions, the
 * journal, the clock.
 */
export async function* nodePages(graph: Graph, pin: Pin, size: number): AsyncGenerator<readonly NodeLine[]> {
  const { keys, at, sequence, bookkeeping, clock } = pin;
  const bookkeepingPlaces = new Set(bookkeeping.map((book) => placeOf(referenceTo(book, pin))));
  for await (const rows of paged(graph, recordsAfter(keys), { at, size }, ''))
    yield rows.map((row) => withoutLater(nodeLine(asOf(row, at)), bookkeepingPlaces));
  yield bookkeeping;
  for (const { labels, properties } of bookkeeping) {
    if (!labels.includes('Dataset')) continue;
    for await (const rows of paged(graph, VERSIONS_AFTER, { at, size, dataset: properties.id }, ''))
      yield rows.map(nodeLine);
  }
  for await (const rows of paged(graph, entriesAfter(keys), { at, size, sequence }, 0)) yield rows.map(nodeLine);
  yield [clock];
}

async function* paged(
  graph: Graph,
  statement: CypherStatement,
  parameters: Record<string, unknown>,
  first: string | number,
): AsyncGenerator<readonly NodeRow[]> {
  for (let after: string | number | undefined = first; after !== undefined; ) {
    const rows = (await graph.read(statement, { ...parameters, after })) as unknown as NodeRow[];
    if (rows.length > 0) yield rows;
    after = rows.at(-1)?.after;
  }
}

function asOf(row: NodeRow, at: string): NodeRow {
  const links = row.links?.map((link) => ({
    ...link,
    properties: standingAsOf(link.properties as NodeProperties, at),
  }));
  return { ...row, ...recordAsOf({ labels: row.labels, properties: row.properties as NodeProperties }, at), links };
}

/** Bookkeeping nodes that are newer than the instant were not read, so a link to one is newer too. */
function withoutLater({ links, ...line }: NodeLine, bookkeeping: ReadonlySet<string>): NodeLine {
  const linksToKeep = links?.filter(({ to }) => PAGED_ENDS.includes(to[0]) || bookkeeping.has(placeOf(to)));
  return linksToKeep && linksToKeep.length > 0 ? { ...line, links: linksToKeep } : line;
}

const PAGED_ENDS = ['Record', 'JournalEntry', KEYLESS, 'Clock'];

const placeOf = ([label, key]: NodeReference) => `${label} ${key}`;

function referenceTo({ labels, properties }: NodeLine, { keys }: Pin): NodeReference {
  const label = labels.find((one) => keys.has(one)) ?? '';
  return [label, properties[keys.get(label) ?? ''] as string | number];
}
