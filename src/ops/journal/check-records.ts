import type { Graph } from '../../graph/graph.js';
import { asRecorded, recordHash, type StatedLink } from '../../model/record/record-hash.js';
import { RECORDS_AFTER } from './journal.cypher.js';

/** Holds each record against its hash, and its instants against the journal. */

const PAGE = 1_000;

interface RecordRow {
  readonly after: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly StatedLink[];
}

/**
 * Reports each record that was changed without a journal entry. Returns the number of records that are older than the
 * journal.
 */
export async function checkRecords(
  graph: Graph,
  through: string,
  instants: ReadonlyMap<string, number>,
  onFault: (fault: string) => void,
): Promise<number> {
  const [first = '\uffff'] = instants.keys();
  let uncovered = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = (await graph.read(RECORDS_AFTER, { after, size: PAGE })) as unknown as RecordRow[];
    for (const row of rows) {
      const recordedAt = String(row.properties.recordedAt ?? '');
      // What is written now is in no entry yet.
      if (recordedAt > through) continue;
      if (recordedAt < first) uncovered += 1;
      else for (const fault of faultsOf(row, through, first, instants)) onFault(fault);
    }
    after = rows.at(-1)?.after;
  }
  return uncovered;
}

function faultsOf(
  { after: id, labels, properties, links }: RecordRow,
  through: string,
  first: string,
  instants: ReadonlyMap<string, number>,
): string[] {
  const { recordedAt, retractedAt, away = [], hash, recordedHash = hash } = properties;
  const instantTexts = [recordedAt, retractedAt, ...(away as string[])]
    .map((instant) => String(instant ?? ''))
    .filter(Boolean);
  const untold = instantTexts.filter((instant) => instant >= first && instant <= through && !instants.has(instant));
  const faults = untold.map(
    (instant) => `Record ${id} was changed at ${instant}, but no journal entry has that instant.`,
  );
  const isAsRecorded = recordHash(labels, asRecorded(properties), links) === recordedHash;
  if (isAsRecorded && recordHash(labels, properties, links) === hash) return faults;
  const entry = instants.get(String(recordedAt));
  return [
    `Record ${id} was changed without a journal entry: its hash does not match its content. ${entry ? `Entry ${entry} recorded it.` : ''}`.trim(),
    ...faults,
  ];
}
