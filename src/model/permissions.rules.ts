import { type AccessLevel, levelsUpTo } from './access.rules.js';
import { ApiError } from './errors.js';
import type { ReadingRights } from './lens.js';

/** Who may do what: the roles, and the permissions that each has. */

export const ROLES = {
  READER: 'Sees what is public.',
  PARTNER: 'Sees what is for partners too.',
  EDITOR: 'Sees everything, writes, imports and merges.',
  ADMIN: 'An editor who also keeps API keys, takes content out of all instants, and reads who read what is not public.',
} as const;

export type Role = keyof typeof ROLES;

export const PERMISSIONS = {
  READ: 'to read what its role may see',
  WRITE: 'to add, correct, dispute, accept and retract records',
  REVIEW: 'to read the journal and merges, to look for duplicates, and to make, read and decide proposals',
  IMPORT: 'to import files, and to read what was imported',
  MERGE: 'to merge people or units, to undo it, and to say that two are not the same',
  WEBHOOKS: 'to see webhooks, and to send to them',
  ADMINISTER: 'to keep API keys, and to read who read what is not public',
  REDACT: 'to take content out of all instants',
} as const;

export type Permission = keyof typeof PERMISSIONS;

const OF_EDITORS = ['READ', 'WRITE', 'REVIEW', 'IMPORT', 'MERGE', 'WEBHOOKS'] as const;

const PERMISSIONS_OF: Readonly<Record<Role, readonly Permission[]>> = {
  READER: ['READ'],
  PARTNER: ['READ'],
  EDITOR: OF_EDITORS,
  ADMIN: [...OF_EDITORS, 'ADMINISTER', 'REDACT'],
};

const LEVEL_OF: Readonly<Record<Role, AccessLevel>> = {
  READER: 'PUBLIC',
  PARTNER: 'PARTNER',
  EDITOR: 'CONFIDENTIAL',
  ADMIN: 'CONFIDENTIAL',
};

/** What a sender was granted. */
export interface Grant {
  readonly role: Role;
  /**
   * The datasets in which it may write, and whose statements for partners and confidential ones it may read; null for
   * all.
   */
  readonly datasets: readonly string[] | null;
}

/** Who sends a request. */
export interface Sender extends Grant {
  /** How it was recognised; a sender who shows nothing is anybody. */
  readonly kind: 'ANYBODY' | 'START_TOKEN' | 'API_KEY' | 'OPENID';
  /** What the journal calls it; null of anybody. */
  readonly actor: string | null;
}

export const ANYBODY: Sender = { kind: 'ANYBODY', role: 'READER', datasets: null, actor: null };

/**
 * Whether a sender has a permission: in a dataset where one is named, else in any. Whoever is limited to datasets may read
 * everywhere what is public, and write in those; all else concerns the whole graph. So does an import: it is held against
 * all that the graph has, and its reports quote that.
 */
export function isPermitted({ role, datasets }: Grant, permission: Permission, dataset?: string): boolean {
  if (!PERMISSIONS_OF[role].includes(permission)) return false;
  if (datasets === null || permission === 'READ') return true;
  return permission === 'WRITE' && (dataset === undefined ? datasets.length > 0 : datasets.includes(dataset));
}

/** What a sender may read: the levels of its role, in its datasets where it is limited to some; what is public in all. */
export function readingRightsOf({ role, datasets }: Grant): ReadingRights {
  const levels = levelsUpTo(LEVEL_OF[role]);
  if (datasets === null) return { clearance: levels, grants: {} };
  return { clearance: levelsUpTo('PUBLIC'), grants: Object.fromEntries(datasets.map((id) => [id, levels])) };
}

/** The error for a sender without a permission. It says nothing of what was asked for, and no word of a hidden schema. */
export const forbidden = (permission: Permission): ApiError =>
  new ApiError(
    'FORBIDDEN',
    `Expected a sender with the permission ${permission} for what this concerns; got one without it. Show an API key whose role has it, or the token of the start.`,
  );
