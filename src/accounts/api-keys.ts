import { LRUCache } from 'lru-cache';
import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../graph/graph.js';
import { refusal } from '../model/errors.js';
import { ROLES, type Role, type Sender } from '../model/permissions.rules.js';
import { INPUT, reasonOf } from '../writing/change/reason.js';
import { CHANGE, ISSUE, KEY_BY_ID, KEYS, LOCK, MISSING_DATASETS, USE } from './api-key.cypher.js';
import { daysAfter, formerUntil, keyStateAt, type StoredKey } from './api-key.rules.js';
import { AuthenticationError } from './authentication-error.js';
import { issueSecret, newId, readKey, sameText } from './secret.js';

/**
 * The API keys of a graph. Every process asks the graph for a key that it has not read in the last second, so that a
 * key which one process revokes is refused by all of them a second later.
 */

/** How long a process remembers a key; milliseconds. */
export const KEY_AGE_MS = 1_000;
/** How many keys it remembers, those that do not exist among them. */
const MOST_KEYS = 1_000;

export const DAYS = { least: 1, most: 366, usual: 90 } as const;
export const OVERLAP_HOURS = { least: 0, most: 720, usual: 24 } as const;

/** Small letters, digits and `.-_`, so that nothing else that the journal names looks like a key. */
const NAME = /^(?![0-9a-f]{16}$)[a-z0-9][a-z0-9._-]{2,59}$/;

/** Who changes keys, and why. */
export interface KeyAuthor {
  readonly actor: string;
  readonly reason: string;
}

export interface KeyRequest extends KeyAuthor {
  readonly name: string;
  readonly role: string;
  readonly datasets?: readonly string[] | null | undefined;
  readonly days?: number | null | undefined;
}

export interface RotationRequest extends KeyAuthor {
  /** The id or the name of the key. */
  readonly key: string;
  readonly days?: number | null | undefined;
  readonly overlapHours?: number | null | undefined;
}

export interface RevocationRequest extends KeyAuthor {
  readonly key: string;
}

export interface IssuedKey {
  readonly stored: StoredKey;
  /** The whole key. It is shown to who asked for it, and stored nowhere. */
  readonly key: string;
}

export class ApiKeys {
  private readonly cache = new LRUCache<string, Promise<StoredKey | undefined>>({ max: MOST_KEYS, ttl: KEY_AGE_MS });

  constructor(
    private readonly graph: Graph,
    private readonly now: () => string = () => new Date().toISOString(),
  ) {}

  /** Who shows a key. Throws an `AuthenticationError` where it is not good. Only who has the secret learns why. */
  async senderOf(text: string): Promise<Sender> {
    const parsed = readKey(text);
    if (!parsed) throw unauthenticated('got one that is not whole');
    const stored = await this.find(parsed.id);
    const now = this.now();
    const isCurrent = stored !== undefined && sameText(parsed.hash, stored.hash);
    const isFormer = stored?.formerHash != null && sameText(parsed.hash, stored.formerHash);
    if (!stored || !(isCurrent || isFormer)) throw unauthenticated('got another');
    const { name, role, datasets, revokedAt, expiresAt, formerUntil } = stored;
    const state = keyStateAt(stored, now);
    if (state === 'REVOKED') throw unauthenticated(`got one that was revoked at ${revokedAt}`);
    if (state === 'EXPIRED') throw unauthenticated(`got one that expired at ${expiresAt}`);
    if (isFormer && (formerUntil === null || formerUntil <= now))
      throw unauthenticated(`got the former secret of a key that was rotated; it was good until ${formerUntil}`);
    await this.noteUse(stored, now.slice(0, 10));
    return { kind: 'API_KEY', role, datasets, actor: name };
  }

  /** All keys, the latest first. */
  async list(): Promise<StoredKey[]> {
    return (await this.graph.read(KEYS, {})).map(({ key }) => key as StoredKey);
  }

  /** Makes a key. Throws a `Refusal` where the request does not fit. */
  async issue({ name, role, datasets, days, ...author }: KeyRequest): Promise<IssuedKey> {
    const reason = reasonOf(author, INPUT);
    if (!NAME.test(name))
      throw misfitOf(
        'name',
        '3 to 60 small letters, digits, dots, hyphens and underscores, and not the id of a key',
        name,
      );
    if (!Object.hasOwn(ROLES, role)) throw misfitOf('role', `one of ${Object.keys(ROLES).join(', ')}`, role);
    if (datasets?.length === 0) throw misfitOf('datasets', 'ids of datasets, or nothing for all', datasets);
    const lifetime = within(days, DAYS, 'days');
    const [id, now] = [newId(), this.now()];
    const { key, hash } = issueSecret(id);
    const properties = {
      ...{ id, name, role: role as Role, hash, reason, issuedAt: now, issuedBy: author.actor },
      ...(datasets && { datasets: [...new Set(datasets)].sort() }),
      expiresAt: daysAfter(now, lifetime),
    };
    const stored = await this.graph.write('API key: issue', async (tx) => {
      await refuseMissing(tx, datasets ?? []);
      const issued = await keyIn(tx, ISSUE, { key: properties });
      if (issued?.id !== id)
        throw refusal('TAKEN', [...INPUT, 'name'], `There is a key ${name}, or was one: a name stands for one key.`, {
          got: name,
        });
      return issued;
    });
    return { stored, key };
  }

  /** Gives a key a new secret and a new time; the former secret stays good for a while. */
  async rotate({ key: idOrName, days, overlapHours, ...author }: RotationRequest): Promise<IssuedKey> {
    const rotatedReason = reasonOf(author, INPUT);
    const lifetime = within(days, DAYS, 'days');
    const overlap = within(overlapHours, OVERLAP_HOURS, 'overlapHours');
    return this.change(idOrName, (stored) => {
      const now = this.now();
      if (keyStateAt(stored, now) !== 'ACTIVE')
        throw refusal('RETRACTED', [...INPUT, 'key'], `The key ${stored.name} is not good any more: issue another.`);
      const { key, hash } = issueSecret(stored.id);
      const properties = {
        ...{ hash, formerHash: stored.hash, formerUntil: formerUntil(stored, now, overlap) },
        ...{ rotatedAt: now, rotatedBy: author.actor, rotatedReason, expiresAt: daysAfter(now, lifetime) },
      };
      return { key, properties };
    });
  }

  /** Ends a key, with all its secrets. One that was revoked before stays as it is. */
  async revoke({ key: idOrName, ...author }: RevocationRequest): Promise<StoredKey> {
    const revokedReason = reasonOf(author, INPUT);
    const { stored } = await this.change(idOrName, ({ revokedAt }) => ({
      key: '',
      properties: revokedAt === null ? { revokedAt: this.now(), revokedBy: author.actor, revokedReason } : {},
    }));
    return stored;
  }

  private async change(
    idOrName: string,
    decide: (stored: StoredKey) => { readonly key: string; readonly properties: object },
  ): Promise<IssuedKey> {
    const issued = await this.graph.write('API key: change', async (tx) => {
      const stored = await keyIn(tx, LOCK, { key: idOrName });
      if (!stored) throw refusal('NOT_FOUND', [...INPUT, 'key'], `There is no key ${idOrName}.`, { got: idOrName });
      const { key, properties } = decide(stored);
      return { key, stored: (await keyIn(tx, CHANGE, { id: stored.id, properties })) ?? stored };
    });
    this.cache.delete(issued.stored.id);
    return issued;
  }

  private find(id: string): Promise<StoredKey | undefined> {
    const cached = this.cache.get(id);
    if (cached) return cached;
    const found = this.graph.read(KEY_BY_ID, { id }).then(([row]) => row?.key as StoredKey | undefined);
    found.catch(() => this.cache.delete(id));
    this.cache.set(id, found);
    return found;
  }

  /** Remembers the day, which no answer depends on. */
  private async noteUse({ id, usedOn }: StoredKey, day: string): Promise<void> {
    if (usedOn === day) return;
    await this.graph.write('API key: use', (tx) => tx.run(USE, { id, day })).catch(() => undefined);
    this.cache.delete(id);
  }
}

async function keyIn(tx: ManagedTransaction, text: string, parameters: object): Promise<StoredKey | undefined> {
  return (await tx.run(text, parameters)).records[0]?.get('key');
}

async function refuseMissing(tx: ManagedTransaction, datasets: readonly string[]): Promise<void> {
  const { records } = await tx.run(MISSING_DATASETS, { datasets });
  const [missing] = records.map((record) => String(record.get('id')));
  if (missing === undefined) return;
  throw refusal('NOT_FOUND', [...INPUT, 'datasets'], `There is no dataset ${missing}.`, { got: missing });
}

function within(
  value: number | null | undefined,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number },
  field: string,
): number {
  const number = value ?? usual;
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw misfitOf(field, `a whole number from ${least} to ${most}`, value);
}

const misfitOf = (field: string, expected: string, got: unknown) =>
  refusal('BAD_INPUT', [...INPUT, field], `Expected ${expected}; got ${JSON.stringify(got)}.`, { expected, got });

const unauthenticated = (got: string) =>
  new AuthenticationError(
    'UNAUTHENTICATED',
    `Expected \`authorization: Bearer\` with an API key of this server; ${got}.`,
  );
