import { contentHash } from './hash.js';

/**
 * The version of a record for who wants to change it. What a record says never changes; what changes is whether it stands,
 * so the instant of the last such change tells all, and nothing that its reader may not see.
 */
export const versionOf = (id: string, changedAt: string): string => contentHash([id, changedAt]).slice(0, 16);
