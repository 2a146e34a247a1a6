import { contentHash } from '../../../model/hash.js';
import { fold, romanise } from '../../../model/names.js';
import type { Conversion } from './conversion.js';

/** Records that the files know by a name only. */

/** The name of a publisher that has none; one body bears it for all sources that give neither name nor id, so that they never count as independent. */
export const NOT_STATED = 'Publisher not stated';

/** Two spellings of one name that differ in case, accents or spaces only are the same. */
export const sameName = (name: string) => fold(name.trim().replace(/\s+/g, ' '));

/** Our id for something that the files know by its name only: stable for one dataset, and readable. */
export function idByName(conversion: Conversion, prefix: string, name: string, ...within: string[]): string {
  const hash = contentHash([conversion.options.dataset, prefix, sameName(name), ...within]).slice(0, 12);
  const words = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const slug = words
    .map((word) => (romanise(word)[0] ?? '').replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 40)
    .replace(/-+$/, '');
  return [prefix, slug, hash].filter((part) => part !== '').join('-');
}
