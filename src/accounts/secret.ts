import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The text of an API key: a prefix by which scanners and people know it, the id of the key, and a secret of 256 random
 * bits. Of the secret a plain SHA-256 is stored: nobody can guess one of 2^256, so a slow hash, which protects words
 * that people choose, would only slow down every request.
 */

export const PREFIX = 'agk_';
const KEY = /^agk_([0-9a-f]{16})_([0-9a-f]{64})$/;

/** Whether a text holds what looks like a whole key. */
export const holdsKey = (text: string): boolean => /agk_[0-9a-f]{16}_[0-9a-f]{64}/i.test(text);

export const newId = (): string => randomBytes(8).toString('hex');

export interface IssuedSecret {
  /** The whole key, which is shown once. */
  readonly key: string;
  readonly hash: string;
}

export function issueSecret(id: string): IssuedSecret {
  const key = `${PREFIX}${id}_${randomBytes(32).toString('hex')}`;
  return { key, hash: hashOf(key) };
}

/** The id that a key names, and the hash of the key; undefined where it is none. */
export function readKey(text: string): { readonly id: string; readonly hash: string } | undefined {
  const [, id] = KEY.exec(text) ?? [];
  return id === undefined ? undefined : { id, hash: hashOf(text) };
}

const hashOf = (key: string) => createHash('sha256').update(key).digest('hex');

/** Takes the same time for all texts of one length. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
