import { createHash } from 'node:crypto';

/** JSON whose keys are sorted, so that equal content is equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The id of a claim that follows from its content. */
export const claimIdOf = (content: unknown): string => `claim-${contentHash(content).slice(0, 24)}`;

/** A SHA-256 over a value whose keys are sorted, so that equal content has equal hashes. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}
