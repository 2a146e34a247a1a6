import { type AccessLevel, levelsUpTo } from './access.rules.js';
import { ApiError } from './errors.js';

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

/** What can be done in some datasets and not in others. All else concerns the whole graph. */
const OF_DATASETS: readonly Permission[] = ['READ', 'WRITE', 'IMPORT'];

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
  readonly grants: readonly string[] | null;
}

/** Who sends a request. */
export interface Sender extends Grant {
  /** How it was recognised; a sender who shows nothing is anybody. */
  readonly kind: 'ANYBODY' | 'START_TOKEN' | 'API_KEY' | 'OPENID';
  /** What the journal calls it; null of anybody. */
  readonly actor: string | null;
}

export const ANYBODY: Sender = { kind: 'ANYBODY', role: 'READER', grants: null, actor: null };

const rolesWith = (permission: Permission): readonly Role[] =>
  (Object.keys(ROLES) as Role[]).filter((role) => PERMISSIONS_OF[role].includes(permission));

/**
 * Whether a sender has a permission: in a dataset where one is named, else in the whole graph. Whoever is limited to
 * datasets has no permission that concerns the whole graph.
 */
export function isPermitted({ role, grants }: Grant, permission: Permission, dataset?: string): boolean {
  if (!PERMISSIONS_OF[role].includes(permission)) return false;
  if (grants === null) return true;
  return OF_DATASETS.includes(permission) && (dataset === undefined || grants.includes(dataset));
}

/**
 * The levels of access that a sender reaches. Whoever is limited to datasets sees what is public alone: no statement
 * of the graph is read by dataset yet.
 */
export const clearanceOf = ({ role, grants }: Grant): readonly AccessLevel[] =>
  levelsUpTo(grants === null ? LEVEL_OF[role] : 'PUBLIC');

/** The error for a sender without a permission. It says nothing of what was asked for. */
export const forbidden = (permission: Permission): ApiError =>
  new ApiError(
    'FORBIDDEN',
    `Expected a sender with the permission ${permission} for what this concerns; got one without it. ${rolesWith(permission).join(' and ')} have it: show an API key of theirs, or the token of the start.`,
  );
