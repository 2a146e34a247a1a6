import { contentHash } from './hash.js';

/**
 * The version of a record, for whoever wants to change it. The content of a record never changes; only its being in
 * force does. The instant of the last such change is therefore enough, and reveals nothing that the reader may not see.
 */
export const versionOf = (id: string, changedAt: string): string => contentHash([id, changedAt]).slice(0, 16);
