import type { Graph } from '../../graph/graph.js';
import type { JournalRecord } from '../../writing/change/journal.js';
import { CLOCK, ENTRIES_AFTER } from './journal.cypher.js';

/** What the journal holds, read in pages. */

const PAGE = 500;

export interface JournalHead {
  readonly at: string;
  readonly sequence: number;
  readonly head: string;
}

/** What the clock says of the journal; nothing was recorded where there is none. */
export async function clockOf(graph: Graph): Promise<JournalHead> {
  const [row] = await graph.read(CLOCK, {});
  return { at: String(row?.at ?? ''), sequence: Number(row?.sequence ?? 0), head: String(row?.head ?? '') };
}

/** The entries in their order, from after one number through another. */
export async function* entriesOf(graph: Graph, last: number, from = 0): AsyncGenerator<JournalRecord> {
  for (let after: number | undefined = from; after !== undefined; ) {
    const rows = await graph.read(ENTRIES_AFTER, { after, last, size: PAGE });
    for (const { entry } of rows) yield entry as JournalRecord;
    after = rows.at(-1)?.after as number | undefined;
  }
}
