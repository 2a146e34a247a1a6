import { createHash } from 'node:crypto';

/** A SHA-256 over a value whose keys are sorted, so that equal content has equal hashes. */
export function contentHash(value: unknown): string {
  const sorted = JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
  return createHash('sha256').update(sorted).digest('hex');
}
