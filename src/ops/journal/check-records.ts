import type { Graph } from '../../graph/graph.js';
import { asRecorded, recordHash, type StatedLink } from '../../model/record/record-hash.js';
import { contentLeftIn } from '../../model/record/redaction.rules.js';
import type { Redactions } from '../../writing/change/redaction.js';
import { RECORDS_AFTER } from './journal.cypher.js';

/** Holds each record against its hash, and its instants against the journal. */

const PAGE = 1_000;

interface RecordRow {
  readonly after: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly StatedLink[];
}

/** What the journal says: through which instant it goes, which entry each instant has, and what was redacted. */
interface JournalContent {
  readonly through: string;
  readonly instants: ReadonlyMap<string, number>;
  readonly redactions: Redactions;
}

/**
 * Reports each record that was changed without a journal entry. Returns the number of records that are older than the
 * journal.
 */
export async function checkRecords(
  graph: Graph,
  journal: JournalContent,
  onFault: (fault: string) => void,
): Promise<number> {
  const { through, instants } = journal;
  const [first = '\uffff'] = instants.keys();
  let uncovered = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = (await graph.read(RECORDS_AFTER, { after, size: PAGE })) as unknown as RecordRow[];
    for (const row of rows) {
      const recordedAt = String(row.properties.recordedAt ?? '');
      // What is written now is in no entry yet.
      if (recordedAt > through) continue;
      if (recordedAt < first) uncovered += 1;
      else for (const fault of faultsOf(row, first, journal)) onFault(fault);
    }
    after = rows.at(-1)?.after;
  }
  return uncovered;
}

function faultsOf(
  { after: id, labels, properties, links }: RecordRow,
  first: string,
  { through, instants, redactions }: JournalContent,
): string[] {
  const { recordedAt, retractedAt, away = [], hash, recordedHash = hash } = properties;
  const instantTexts = [recordedAt, retractedAt, ...(away as string[])]
    .map((instant) => String(instant ?? ''))
    .filter(Boolean);
  const untold = instantTexts.filter((instant) => instant >= first && instant <= through && !instants.has(instant));
  const faults = untold.map(
    (instant) => `Record ${id} was changed at ${instant}, but no journal entry has that instant.`,
  );
  const redactedHash = redactions.recordHash(id, String(recordedAt));
  if (properties.redactedAt !== undefined) {
    if (redactedHash !== recordedHash)
      return [`Record ${id} has lost its content, but no redaction in the journal is of it.`, ...faults];
    const left = [...new Set([...contentLeftIn(properties), ...links.map(({ type }) => type)])];
    return left.length === 0 ? faults : [`Record ${id} was redacted, but its ${left.join(', ')} is there.`, ...faults];
  }
  if (redactedHash !== undefined) return [`Record ${id} was redacted, but its content is there.`, ...faults];
  const isAsRecorded = recordHash(labels, asRecorded(properties), links) === recordedHash;
  if (isAsRecorded && recordHash(labels, properties, links) === hash) return faults;
  const entry = instants.get(String(recordedAt));
  return [
    `Record ${id} was changed without a journal entry: its hash does not match its content. ${entry ? `Entry ${entry} recorded it.` : ''}`.trim(),
    ...faults,
  ];
}
