import type { Graph, Statement } from '../../graph/graph.js';
import { recordAsOf, standingAsOf } from './as-of.js';
import { entriesAfter, KEYLESS, recordsAfter, VERSIONS_AFTER } from './backup.cypher.js';
import type { NodeLine, Properties, Reference } from './lines.js';
import { type NodeRow, nodeLine } from './node-line.js';
import type { Pin } from './pin.js';

/** Reads the nodes of a backup in their fixed order, a page at a time: records by id, the books, versions, the journal, the clock. */
export async function* nodePages(graph: Graph, pin: Pin, size: number): AsyncGenerator<readonly NodeLine[]> {
  const { keys, at, sequence, books, clock } = pin;
  const known = new Set(books.map((book) => placeOf(referenceTo(book, pin))));
  for await (const rows of paged(graph, recordsAfter(keys), { at, size }, ''))
    yield rows.map((row) => withoutLater(nodeLine(asOf(row, at)), known));
  yield books;
  for (const { labels, properties } of books) {
    if (!labels.includes('Dataset')) continue;
    for await (const rows of paged(graph, VERSIONS_AFTER, { at, size, dataset: properties.id }, ''))
      yield rows.map(nodeLine);
  }
  for await (const rows of paged(graph, entriesAfter(keys), { at, size, sequence }, 0)) yield rows.map(nodeLine);
  yield [clock];
}

async function* paged(
  graph: Graph,
  statement: Statement,
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
  const links = row.links?.map((link) => ({ ...link, properties: standingAsOf(link.properties as Properties, at) }));
  return { ...row, ...recordAsOf({ labels: row.labels, properties: row.properties as Properties }, at), links };
}

/** Books that came after the instant were not read, so a link to one is later than the instant too. */
function withoutLater({ links, ...line }: NodeLine, books: ReadonlySet<string>): NodeLine {
  const kept = links?.filter(({ to }) => PAGED_ENDS.includes(to[0]) || books.has(placeOf(to)));
  return kept && kept.length > 0 ? { ...line, links: kept } : line;
}

const PAGED_ENDS = ['Record', 'JournalEntry', KEYLESS, 'Clock'];

const placeOf = ([label, key]: Reference) => `${label} ${key}`;

function referenceTo({ labels, properties }: NodeLine, { keys }: Pin): Reference {
  const label = labels.find((one) => keys.has(one)) ?? '';
  return [label, properties[keys.get(label) ?? ''] as string | number];
}
