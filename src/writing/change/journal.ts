import { contentHash } from '../../model/hash.js';

/** The journal: one entry for each change, each hashed together with the hash of the entry before it. */

/** What a change says about itself. */
export interface JournalNote {
  /** What was done, such as `IMPORT` or `CLAIM_RETRACT`. */
  readonly action: string;
  /** Why, in the words of who did it. */
  readonly reason: string;
  /** The ids that it is about, as far as they are few. */
  readonly subjects: readonly string[];
  /** The requested change, in full. */
  readonly content: unknown;
}

export interface JournalRecord extends Omit<JournalNote, 'content'> {
  readonly sequence: number;
  /** The instant of the change. */
  readonly at: string;
  readonly actor: string;
  /** The requested change, as JSON. */
  readonly content: string;
  /** A hash over what the change did to records. */
  readonly digest: string;
  /** The hash of the entry before; empty for the first. */
  readonly previous: string;
  readonly hash: string;
}

/** Adds the hash of an entry. */
export function withHash(entry: Omit<JournalRecord, 'hash'>): JournalRecord {
  const { sequence, at, actor, action, reason, subjects, content, digest, previous } = entry;
  const hash = contentHash([sequence, at, actor, action, reason, subjects, content, digest, previous]);
  return { sequence, at, actor, action, reason, subjects, content, digest, previous, hash };
}

/** The hashes that a later redaction confirms: of an entry as it was, and of what is left of it. */
type RedactionOf = (sequence: number) => { readonly hash: string; readonly left: string } | undefined;

/** What is wrong with a journal, in one sentence for each entry that does not fit. */
export class Verification {
  readonly faults: string[] = [];
  private last: JournalRecord | undefined;

  constructor(private readonly redactionOf: RedactionOf = () => undefined) {}

  /** Checks the next entry, in the order of the numbers. */
  check(entry: JournalRecord): void {
    const { sequence, previous, at, hash } = entry;
    const expected = (this.last?.sequence ?? 0) + 1;
    if (sequence !== expected) this.faults.push(`Entry ${expected} is missing: entry ${sequence} stands in its place.`);
    else if (previous !== (this.last?.hash ?? ''))
      this.faults.push(`Entry ${sequence} does not follow the entry before it: one of the two was changed or moved.`);
    const redaction = this.redactionOf(sequence);
    const own = withHash(entry).hash;
    if (redaction && own === hash && own !== redaction.left)
      this.faults.push(`Entry ${sequence} was redacted, but its content is there.`);
    else if (redaction ? hash !== redaction.hash || own !== redaction.left : own !== hash)
      this.faults.push(`Entry ${sequence} was changed: its hash does not match its content.`);
    if (this.last && at <= this.last.at)
      this.faults.push(`Entry ${sequence} of ${at} is not later than the entry before it, of ${this.last.at}.`);
    this.last = entry;
  }

  /** Checks the end: the number of entries, and the hash of the last. */
  close(count: number, head: string): void {
    const found = this.last?.sequence ?? 0;
    if (found !== count) this.faults.push(`Expected ${count} entries; the last that is there has the number ${found}.`);
    else if (head !== (this.last?.hash ?? ''))
      this.faults.push(`Expected ${head || 'no hash'} at the head; got ${this.last?.hash}.`);
  }
}
