import { contentHash } from '../../../model/hash.js';

/** As long as what follows the first word of an id may be, less room for what it begins with. */
const LONGEST = 60;

/**
 * An id that hangs on these texts alone. Short texts of Latin letters and digits stand in it as they are; of others it has
 * a hash. Two texts that differ in capitals or signs alone would have one id; an import refuses it if they name different things.
 */
export function stableId(prefix: string, texts: readonly string[]): string {
  const plain = texts.filter((text) => text !== '').map((text) => text.trim().toLowerCase());
  const readable = plain.map((text) => text.replace(/[\s_.-]+/g, '-')).join('-');
  const isReadable = readable.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(readable);
  return `${prefix}-${isReadable ? readable : contentHash(plain).slice(0, 16)}`;
}
