import { contentHash } from '../shared/hash.js';
import { fold, romanise } from '../shared/romanisation.js';
import { sameName } from './register.js';
import type { Run } from './run.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The UUID of a cell in lower case; undefined where it is none. */
export function uuidOf(text: string): string | undefined {
  const lower = text.trim().toLowerCase();
  return UUID.test(lower) ? lower : undefined;
}

/** Our id for a record of the Security Force Monitor. */
export const idOf = (prefix: string, uuid: string) => `${prefix}-sfm-${uuid}`;

/** Our id for something that the sheets know by its name only: stable for one dataset, and readable. */
export function idByName(job: Run, prefix: string, name: string, ...within: string[]): string {
  const hash = contentHash([job.options.dataset, prefix, sameName(name), ...within]).slice(0, 12);
  const words = fold(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  const slug = words
    .map((word) => (romanise(word)[0] ?? '').replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 40)
    .replace(/-+$/, '');
  return [prefix, slug, hash].filter((part) => part !== '').join('-');
}
