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
import {
  EMPTY_ENTRIES,
  EMPTY_PROPOSALS,
  ENTRIES,
  ENTRY_TEXTS,
  PROPOSAL_TEXTS,
  PROPOSALS,
  REASON_TEXTS,
} from './redact.cypher.js';
import { keysHolding } from './search.js';

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
    sequences: await keysHolding<number>(tx, ENTRY_TEXTS, words),
  };
  const writers = await entriesOf(tx, { ...search, proposals: [] });
  const subjects = writers.flatMap((entry) => entry.subjects);
  const concerned = (await tx.run(PROPOSALS, { subjects })).records.map((record) => String(record.get('id')));
  const proposals = [...new Set([...concerned, ...(await keysHolding<string>(tx, PROPOSAL_TEXTS, words))])].sort();
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
  for (const { kind, property, texts, empty } of REASON_TEXTS) {
    const ids = await keysHolding<string>(tx, texts, words);
    await tx.run(empty, { ids, text: emptyOf(property) });
    reasons.push(...ids.map((id) => ({ kind, id, property })));
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
