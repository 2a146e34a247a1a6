import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import type { SearchedWord } from '../../model/record/redaction.rules.js';
import type { JournalRecord } from '../change/journal.js';
import {
  emptyOf,
  NO_CONTENT,
  REDACTED,
  type RedactedEntry,
  type RedactedReason,
  redactedEntry,
  withoutContent,
} from '../change/redaction.js';
import type { StoredContent } from './contents.js';
import { EMPTY_ENTRIES, EMPTY_PROPOSALS, EMPTY_REASONS, ENTRIES, PROPOSALS } from './redact.cypher.js';

/** Takes what a redaction takes out of records out of the journal, proposals, merges, decisions and imports as well. */

export interface BookkeepingRedaction {
  readonly entries: readonly RedactedEntry[];
  readonly proposals: readonly string[];
  readonly reasons: readonly RedactedReason[];
}

export async function redactBookkeeping(
  tx: ManagedTransaction,
  contents: readonly StoredContent[],
  words: readonly SearchedWord[],
  change: { readonly at: string; readonly actor: string; readonly sequence: number },
): Promise<BookkeepingRedaction> {
  const search = {
    ids: contents.map(({ id }) => id),
    instants: contents.map(({ properties }) => properties.recordedAt),
    words,
  };
  const writers = await entriesOf(tx, { ...search, proposals: [] });
  const subjects = writers.flatMap((entry) => entry.subjects);
  const proposals = (await tx.run(PROPOSALS, { subjects, words })).records.map((record) => String(record.get('id')));
  const entries = await entriesOf(tx, { ...search, proposals });
  const rows = entries.map(withoutContent).map(({ sequence, content, reason }) => ({
    sequence: neo4j.int(sequence),
    content,
    reason,
  }));
  await tx.run(EMPTY_ENTRIES, { rows });
  const { at, actor, sequence } = change;
  const decision = { at, actor, sequence: neo4j.int(sequence), text: REDACTED, content: NO_CONTENT };
  await tx.run(EMPTY_PROPOSALS, { ids: proposals, ...decision });
  const reasons: RedactedReason[] = [];
  for (const { statement, property } of EMPTY_REASONS) {
    const { records } = await tx.run(statement, { words, empty: emptyOf(property) });
    reasons.push(...records.map((record) => record.toObject() as unknown as RedactedReason));
  }
  return { entries: entries.map(redactedEntry), proposals, reasons };
}

/** The entries that still hold something. */
async function entriesOf(tx: ManagedTransaction, search: object): Promise<JournalRecord[]> {
  const { records } = await tx.run(ENTRIES, search);
  return records
    .map((record) => record.get('entry') as JournalRecord)
    .filter((entry) => entry.reason !== REDACTED || withoutContent(entry).content !== entry.content);
}
