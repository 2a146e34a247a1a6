import type { Reader } from '../../graph/graph.js';
import { Pages } from '../export/export.loader.js';
import type { Selection } from '../export/selection.js';

/** How many records of each kind a snapshot has. What was, stays as it was: a process counts the same state once. */

type Counts = Readonly<Record<string, number>>;

/** Those who keep up with the graph all ask for the last state or two. */
const MOST_KEPT = 20;
const countsByCursor = new Map<string, Counts>();

/** The counts of a selection that no lens narrows: its cursor tells it from all others, those of other graphs too. */
export async function countsOf(reader: Reader, { cursor, view }: Selection): Promise<Counts> {
  const cachedCounts = countsByCursor.get(cursor ?? '');
  if (cachedCounts) return cachedCounts;
  const counts = await new Pages(reader, view).counts();
  if (cursor === null) return counts;
  countsByCursor.set(cursor, counts);
  const [oldest] = countsByCursor.keys();
  if (countsByCursor.size > MOST_KEPT && oldest !== undefined) countsByCursor.delete(oldest);
  return counts;
}
