import type { Graph } from '../../graph/graph.js';
import type { JournalRecord } from '../../writing/change/journal.js';
import { REDACTION_ENTRIES } from './journal.cypher.js';
import { clockOf } from './journal-entries.js';

/** What each redaction took out, one a line: ids and hashes, and no content. A restore of an older backup needs it. */
export async function* redactionLines(graph: Graph): AsyncGenerator<string> {
  const { sequence } = await clockOf(graph);
  for (const { entry } of await graph.read(REDACTION_ENTRIES, { last: sequence }))
    yield `${(entry as JournalRecord).content}\n`;
}
