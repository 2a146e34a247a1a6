import type { Reader } from '../../graph/graph.js';
import { RecordPages } from '../export/export.loader.js';
import type { Selection } from '../export/selection.js';

/** Number of records of each kind in a snapshot. A past state changes only by a redaction, so a process counts it once for each. */

type Counts = Readonly<Record<string, number>>;

/** Clients that keep up with the graph request the last one or two states. */
const MOST_KEPT = 20;
const countsByCursor = new Map<string, Counts>();

/** The counts of a selection that no lens narrows: its cursor tells it from all others, those of other graphs too. */
export async function countsOf(reader: Reader, { cursor, view, redactedAt }: Selection): Promise<Counts> {
  const key = `${cursor} ${redactedAt}`;
  const cachedCounts = countsByCursor.get(key);
  if (cachedCounts) return cachedCounts;
  const counts = await new RecordPages(reader, view).counts();
  if (cursor === null) return counts;
  countsByCursor.set(key, counts);
  const [oldest] = countsByCursor.keys();
  if (countsByCursor.size > MOST_KEPT && oldest !== undefined) countsByCursor.delete(oldest);
  return counts;
}
