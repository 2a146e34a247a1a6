import { contentHash } from '../../../model/hash.js';
import { fold } from '../../../model/names/letters.js';
import { ukrainian } from '../../../model/names/romanisation.js';
import type { Conversion } from './conversion.js';

/** Records that the files know by a name only. */

/** The name of a publisher that has none; one body bears it for all sources that give neither name nor id, so that they never count as independent. */
export const NOT_STATED = 'Publisher not stated';

/** Two spellings of one name that differ in case, accents or spaces only are the same. */
export const sameName = (name: string) => fold(name.trim().replace(/\s+/g, ' '));

/** How names are folded in ids. It never changes, so that a table that is imported again finds its records. */
export const foldForId = (name: string): string =>
  [...name.normalize('NFC').toLowerCase()]
    .map((letter) => (/\p{Script=Cyrillic}/u.test(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, '')))
    .join('')
    .replace(/[`ʼ]/g, '’');

/** Our id for something that the files know by its name only: stable for one dataset, and readable. */
export function idByName(conversion: Conversion, prefix: string, name: string, ...within: string[]): string {
  const folded = foldForId(name.trim().replace(/\s+/g, ' '));
  const hash = contentHash([conversion.options.dataset, prefix, folded, ...within]).slice(0, 12);
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const slug = words
    .map((word) => ukrainian(word).replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 40)
    .replace(/-+$/, '');
  return [prefix, slug, hash].filter((part) => part !== '').join('-');
}
