import { createHash, randomUUID } from 'node:crypto';
import type { Graph } from '../graph/graph.js';
import { ApiError, jsonText } from '../model/errors.js';
import type { ReadingRights } from '../model/lens.js';
import type { Role, Sender } from '../model/permissions.rules.js';
import { FORGET_READS, NOTE_READ, READS } from './reads.cypher.js';

/**
 * The audit of reads: one entry for each request of a sender who may see more than what is public. It says who asked,
 * when and where, and not what was answered. It is written before the answer is made, so that there is no answer
 * without it; nothing changes an entry, and each is removed when its time is over.
 */

const DAY_MS = 86_400_000;
/** For how many days entries are kept, unless it is set. */
const USUAL_DAYS = 365;
const MOST_AT_ONCE = 1_000;

export interface ReadEntryRow {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly role: Role;
  /** The highest level of access that the sender reaches. */
  readonly clearance: string;
  /** Method and address, without what stands in its variable parts. */
  readonly route: string;
  /** The name of the GraphQL operation; null where it has none. */
  readonly operation: string | null;
  /** SHA-256 of what was asked. */
  readonly hash: string;
}

export interface ReadRequest {
  readonly route: string;
  readonly operation?: string | null | undefined;
  /** What was asked: the address, or a document with its variables. Its hash alone is stored. */
  readonly content: readonly unknown[];
}

export interface ReadFilter {
  readonly actor?: string | null | undefined;
  /** An instant: the entries before it. */
  readonly before?: string | null | undefined;
  readonly first?: number | null | undefined;
}

export class ReadAudit {
  private sweptOn = '';

  constructor(
    private readonly graph: Graph,
    private readonly days = USUAL_DAYS,
    private readonly now: () => string = () => new Date().toISOString(),
  ) {}

  /** Writes an entry for a sender who reaches more than what is public, if only in some datasets; of others there is none. */
  async note({ actor, role }: Sender, { clearance: own, grants }: ReadingRights, request: ReadRequest): Promise<void> {
    const { route, operation, content } = request;
    const levels = [own, ...Object.values(grants)].reduce((most, each) => (each.length > most.length ? each : most));
    const clearance = levels.at(-1);
    if (levels.length < 2) return;
    const at = this.now();
    const hash = createHash('sha256').update(jsonText(content)).digest('hex');
    const entry = { ...{ id: randomUUID(), at, actor, role, clearance, route, hash }, ...(operation && { operation }) };
    await this.graph.write('read: note', (tx) => tx.run(NOTE_READ, { entry }));
    if (this.sweptOn !== at.slice(0, 10)) void this.forget(at).catch(() => undefined);
  }

  /** Entries, the latest first. */
  async list({ actor = null, before, first }: ReadFilter = {}): Promise<ReadEntryRow[]> {
    const count = first ?? 100;
    if (count < 1 || count > MOST_AT_ONCE)
      throw new ApiError('BAD_INPUT', `Expected \`first\` from 1 to ${MOST_AT_ONCE}; got ${count}.`);
    const rows = await this.graph.read(READS, { actor, before: before ?? '9999', first: count });
    return rows.map(({ entry }) => entry as ReadEntryRow);
  }

  /** Removes the entries whose time is over; each process does so once a day. */
  async forget(now: string): Promise<void> {
    this.sweptOn = now.slice(0, 10);
    const before = new Date(Date.parse(now) - this.days * DAY_MS).toISOString();
    await this.graph.command('reads: forget', FORGET_READS, { before });
  }
}
