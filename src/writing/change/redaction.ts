import { type JournalRecord, withHash } from './journal.js';

/**
 * What a redaction says of itself in the journal. It confirms the hashes of what it took out, so that the journal is whole
 * without it, and the hashes of what it left, so that nothing else can be put in the place.
 */

export const REDACTION = 'RECORD_REDACT';

/** What stands where a text was. */
export const REDACTED = 'Redacted.';

/** What stands where the content of an entry or a proposal was. */
export const NO_CONTENT = '{}';

/** What stands where the names of files were. */
const NO_FILES = '[]';

/** What stands where a property of a merge, a decision or an import held a word. */
export const emptyOf = (property: string): string => ({ files: NO_FILES, counts: NO_CONTENT })[property] ?? REDACTED;

export interface RedactedContent {
  readonly id: string;
  readonly recordedAt: string;
  /** The hash of what it stated. */
  readonly hash: string;
  /** The lowest level that saw it. */
  readonly seenBy: string;
}

/** The reason of a merge, a decision or an import, or what it says of its files, that held a word. */
export interface RedactedReason {
  readonly kind: string;
  readonly id: string;
  readonly property: string;
}

export interface RedactedEntry {
  readonly sequence: number;
  /** The hash of the whole entry. */
  readonly hash: string;
  /** The hash of what is left of it. */
  readonly left: string;
}

/** The digest that the records of an entry have since: those whose links a merge has moved have no links any more. */
export interface RedactedDigest {
  readonly sequence: number;
  readonly digest: string;
}

export interface RedactionContent {
  readonly records: readonly RedactedContent[];
  readonly entries: readonly RedactedEntry[];
  readonly digests: readonly RedactedDigest[];
  readonly proposals: readonly string[];
  readonly reasons: readonly RedactedReason[];
}

/** An entry without what was asked for and why; of a redaction itself the reason alone goes. */
export function withoutContent(entry: JournalRecord): JournalRecord {
  const content = entry.action === REDACTION ? entry.content : NO_CONTENT;
  return { ...entry, reason: REDACTED, content };
}

export const redactedEntry = (entry: JournalRecord): RedactedEntry => ({
  sequence: entry.sequence,
  hash: entry.hash,
  left: withHash(withoutContent(entry)).hash,
});

/** What all redactions of a journal confirm. */
export class Redactions {
  private readonly records = new Map<string, string>();
  private readonly entries = new Map<number, RedactedEntry>();
  private readonly digests = new Map<number, string>();

  /** Learns what an entry confirms, if it is a redaction. Entries come in the order of their numbers. */
  learn({ action, content }: Pick<JournalRecord, 'action' | 'content'>): void {
    if (action !== REDACTION) return;
    const { records = [], entries = [], digests = [] } = JSON.parse(content) as Partial<RedactionContent>;
    for (const { id, recordedAt, hash } of records) this.records.set(keyOf(id, recordedAt), hash);
    for (const entry of entries) this.entries.set(entry.sequence, entry);
    for (const { sequence, digest } of digests) this.digests.set(sequence, digest);
  }

  /** The hash of what a record stated that was recorded at an instant, if it was redacted. */
  recordHash(id: string, recordedAt: string): string | undefined {
    return this.records.get(keyOf(id, recordedAt));
  }

  entry(sequence: number): RedactedEntry | undefined {
    return this.entries.get(sequence);
  }

  digest(sequence: number): string | undefined {
    return this.digests.get(sequence);
  }

  /** How many entries are redacted. */
  get entryCount(): number {
    return this.entries.size;
  }
}

const keyOf = (id: string, recordedAt: string) => `${id} ${recordedAt}`;
