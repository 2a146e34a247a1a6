import { type Checked, checkDatasets, checkFiles } from '../../src/exchange/seed/load-datasets.js';
import type { DatasetFiles } from '../../src/model/record/located-records.js';
import { graph } from './graph.js';

/** The fictional dataset, as it is and with changes, and what stands in the graph after it was loaded. */

export const fictional = await checkDatasets(['fictional']);
export const files = fictional.datasets[0] as DatasetFiles;

type Records = DatasetFiles['records'];

/** Every node with its labels and properties, without what stands ready, and every relationship with its ends, sorted, as text. */
export async function dump(): Promise<string[]> {
  const nodes = await graph().read(
    { name: 'dump', text: 'MATCH (n) WHERE NOT n:Migration RETURN labels(n) AS labels, properties(n) AS properties' },
    {},
  );
  const edges = await graph().read(
    {
      name: 'dump',
      text: 'MATCH (a)-[e]->(b) RETURN coalesce(a.id, a.code) AS from, type(e) AS type, properties(e) AS properties, coalesce(b.id, b.code) AS to',
    },
    {},
  );
  return [...nodes, ...edges].map((row) => JSON.stringify(row, sortedKeys)).sort();
}

function sortedKeys(key: string, value: unknown): unknown {
  if (key === 'standing') return undefined;
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fictional dataset with some of its files changed. */
export function changed(change: (records: Records) => Partial<Records>): Checked {
  return checkFiles(
    [{ ...files, records: { ...files.records, ...change(files.records) } } as DatasetFiles],
    fictional.codes,
  );
}

/** The fictional dataset with other content in the first record of one file. */
export function changedFirst(file: keyof Records, content: Record<string, unknown>): Checked {
  return changed((records) => ({
    [file]: records[file].map((item, at) => (at === 0 ? { ...item, record: { ...item.record, ...content } } : item)),
  }));
}

/** The fictional dataset without its first measure, a REMINDER_OF_LAW that concerns unit-fx-u3. */
export const withoutMeasure = () => changed(({ measures }) => ({ measures: measures.slice(1) }));
