import { readFile } from 'node:fs/promises';
import type { ManagedTransaction } from 'neo4j-driver';
import neo4j from 'neo4j-driver';
import { z } from 'zod';
import { CommandError } from '../../model/errors.js';
import { contentHash } from '../../model/hash.js';
import { LEFT_PROPERTIES } from '../../model/record/redaction.rules.js';
import { commitChange } from '../../writing/change/change.js';
import { digestsSince } from '../../writing/change/change-digest.js';
import { lockClock, nextInstant } from '../../writing/change/clock.js';
import type { JournalRecord } from '../../writing/change/journal.js';
import {
  emptyOf,
  NO_CONTENT,
  REDACTED,
  REDACTION,
  type RedactedContent,
  type RedactedEntry,
  type RedactedReason,
  type RedactionContent,
  redactedEntry,
  withoutContent,
} from '../../writing/change/redaction.js';
import { storeStanding } from '../../writing/change/store-standing.js';
import type { NodeLine } from '../backup/backup-lines.js';

/**
 * What was redacted since a backup was written, applied to it while it is restored: nothing of it reaches the database, and a
 * journal entry of the restore confirms what went.
 */

const record = z.strictObject({ id: z.string(), recordedAt: z.string(), hash: z.string(), seenBy: z.string() });
const entry = z.strictObject({ sequence: z.int(), hash: z.string(), left: z.string() });
const reason = z.strictObject({ kind: z.string(), id: z.string(), property: z.string() });
const REDACTIONS = z.object({
  records: z.array(record),
  entries: z.array(entry),
  proposals: z.array(z.string()),
  reasons: z.array(reason),
});

export class RedactionsToApply {
  private readonly records = new Map<string, RedactedContent>();
  private readonly hashes = new Map<number, string>();
  private readonly proposals = new Set<string>();
  private readonly reasons = new Set<string>();
  /** What was taken out of the lines so far. */
  private readonly takenRecords = new Map<string, RedactedContent>();
  private readonly takenEntries = new Map<number, RedactedEntry>();
  private readonly takenProposals = new Set<string>();
  private readonly takenReasons = new Map<string, RedactedReason>();
  private readonly linkedAt = new Set<string>();

  /** `sha256` tells one list from another. */
  private constructor(readonly sha256: string) {}

  /** The lines that `npm run redact -- list` wrote. Throws a `CommandError` that names the line that does not fit. */
  static async read(path: string): Promise<RedactionsToApply> {
    const text = await readFile(path, 'utf8').catch((error: Error) => {
      throw new CommandError(`Expected a file of redactions that can be read; got ${path}: ${error.message}.`);
    });
    const redactions = new RedactionsToApply(contentHash(text));
    for (const [index, line] of text.split('\n').entries())
      if (line !== '') redactions.add(line, `${path}:${index + 1}`);
    return redactions;
  }

  private add(line: string, place: string): void {
    const { success, data } = REDACTIONS.safeParse(parsed(line));
    if (!success) throw new CommandError(`${place}: expected a line that \`npm run redact -- list\` wrote.`);
    for (const one of data.records) this.records.set(`${one.id} ${one.recordedAt}`, one);
    for (const { sequence, hash } of data.entries) this.hashes.set(sequence, hash);
    for (const id of data.proposals) this.proposals.add(id);
    for (const { kind, id, property } of data.reasons) this.reasons.add(`${kind} ${id} ${property}`);
  }

  /** A line without what was redacted of it. */
  applied(node: NodeLine): NodeLine {
    const { labels, properties } = node;
    if (labels.includes('JournalEntry')) return this.entry(node);
    if (labels.includes('Proposal')) return this.proposal(node);
    const content = this.records.get(`${properties.id} ${properties.recordedAt}`);
    if (content) return properties.redactedAt === undefined ? this.record(node, content) : node;
    return this.bookkeeping(node);
  }

  private bookkeeping(node: NodeLine): NodeLine {
    const { labels, properties } = node;
    const [kind = ''] = labels;
    const id = String(properties.id);
    const changes: Record<string, string> = {};
    for (const [property, value] of Object.entries(properties)) {
      const place = `${kind} ${id} ${property}`;
      const empty = emptyOf(property);
      if (!this.reasons.has(place) || value === empty) continue;
      this.takenReasons.set(place, { kind, id, property });
      changes[property] = empty;
    }
    return { ...node, properties: { ...properties, ...changes } };
  }

  private record({ labels, properties, links = [] }: NodeLine, content: RedactedContent): NodeLine {
    this.takenRecords.set(`${content.id} ${content.recordedAt}`, content);
    for (const instant of (properties.linkedAt ?? []) as string[]) this.linkedAt.add(instant);
    return {
      labels,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => LEFT_PROPERTIES.includes(name))),
      links: links.filter(({ type }) => type === 'SUPERSEDED_BY'),
    };
  }

  private entry(node: NodeLine): NodeLine {
    const before = node.properties as unknown as JournalRecord;
    const hash = this.hashes.get(before.sequence);
    if (hash === undefined) return node;
    if (hash !== before.hash)
      throw new CommandError(
        `Expected redactions of the graph that the backup is of; its journal has another entry ${before.sequence}.`,
      );
    const { reason, content } = withoutContent(before);
    if (before.content !== content || before.reason !== reason)
      this.takenEntries.set(before.sequence, redactedEntry(before));
    return { ...node, properties: { ...node.properties, content, reason } };
  }

  private proposal(node: NodeLine): NodeLine {
    const { properties } = node;
    if (!this.proposals.has(String(properties.id)) || properties.content === NO_CONTENT) return node;
    this.takenProposals.add(String(properties.id));
    const isOpen = properties.state === 'OPEN';
    const decision = { state: 'REJECTED', decidedBy: RESTORE, decidedAt: String(properties.at) };
    return {
      ...node,
      properties: {
        ...properties,
        ...(isOpen && decision),
        content: NO_CONTENT,
        reason: REDACTED,
        ...((isOpen || properties.decision !== undefined) && { decision: REDACTED }),
      },
    };
  }

  /** Confirms in the journal what was taken out, in the transaction that publishes the restored graph. */
  async confirm(tx: ManagedTransaction, now: string): Promise<void> {
    const { takenRecords, takenEntries, takenProposals, takenReasons } = this;
    if ([takenRecords, takenEntries, takenProposals, takenReasons].every(({ size }) => size === 0)) return;
    const clock = await lockClock(tx);
    const at = nextInstant(clock, now);
    const records = [...takenRecords.values()];
    const rows = records.map(({ id, recordedAt, seenBy }) => ({ id, recordedAt, seenBy }));
    await tx.run(MARK, { rows, at });
    const content: RedactionContent = {
      records,
      entries: [...takenEntries.values()],
      digests: await digestsSince(tx, [...this.linkedAt]),
      proposals: [...takenProposals],
      reasons: [...takenReasons.values()],
    };
    const subjects = [...new Set(records.map(({ id }) => id))];
    await tx.run('MATCH (p:Proposal) WHERE p.id IN $ids AND p.decidedBy = $actor SET p.entry = $entry', {
      ids: content.proposals,
      actor: RESTORE,
      entry: neo4j.int(clock.sequence + 1),
    });
    await storeStanding(tx, at);
    await commitChange(tx, clock, at, RESTORE, { action: REDACTION, reason: AGAIN, subjects, content });
  }
}

const RESTORE = 'restore';
const AGAIN = 'It was redacted after the backup was written.';

const MARK = `UNWIND $rows AS row
CALL (row) {
  MATCH (n:Record {id: row.id}) WHERE n.recordedAt = row.recordedAt RETURN n
  UNION
  MATCH (n:Superseded {supersededKey: row.id + ' ' + row.recordedAt}) RETURN n
}
SET n.retractedAt = coalesce(n.retractedAt, $at), n.retraction = 'REDACTED', n.redactedAt = $at, n.seenBy = row.seenBy`;

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
