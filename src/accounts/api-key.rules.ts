import type { Role } from '../model/permissions.rules.js';

/** What state an API key is in at an instant. */

/** A key as the graph stores it; what it has not is null. All times are instants in UTC. */
export interface StoredKey {
  readonly id: string;
  /** What the journal calls who uses it. */
  readonly name: string;
  readonly role: Role;
  /** Null for all. */
  readonly datasets: readonly string[] | null;
  readonly hash: string;
  readonly reason: string;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly expiresAt: string;
  /** The hash of the secret before the last rotation, and until when that one is good. */
  readonly formerHash: string | null;
  readonly formerUntil: string | null;
  readonly rotatedAt: string | null;
  readonly rotatedBy: string | null;
  readonly rotatedReason: string | null;
  readonly revokedAt: string | null;
  readonly revokedBy: string | null;
  readonly revokedReason: string | null;
  /** The last day on which it was used, in UTC. */
  readonly usedOn: string | null;
}

export const KEY_STATES = {
  ACTIVE: 'It is good.',
  EXPIRED: 'Its time is over.',
  REVOKED: 'It was revoked.',
} as const;

export type KeyState = keyof typeof KEY_STATES;

export function keyStateAt({ revokedAt, expiresAt }: StoredKey, now: string): KeyState {
  if (revokedAt !== null) return 'REVOKED';
  return expiresAt <= now ? 'EXPIRED' : 'ACTIVE';
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export const daysAfter = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString();

/** Until when the former secret of a key is good that is rotated now: it does not outlive its own time. */
export function formerUntil({ expiresAt }: StoredKey, now: string, overlapHours: number): string {
  const until = new Date(Date.parse(now) + overlapHours * HOUR_MS).toISOString();
  return until < expiresAt ? until : expiresAt;
}
