import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { PROJECT } from '../../../graph/local-neo4j/place.js';
import { fold } from '../../../model/names.js';

/** What columns of unknown tables may hold, by their headings. */

export const MEANINGS = [
  'private',
  'id',
  'title',
  'summary',
  'kinds',
  'latitude',
  'longitude',
  'last',
  'published',
  'first',
  'place',
  'region',
  'country',
  'url',
  'sourceTitle',
  'publisher',
  'killed',
  'injured',
  'unitKind',
  'superior',
  'surname',
  'givenName',
  'person',
  'role',
  'rank',
  'unit',
  'actor',
] as const;
export type Meaning = (typeof MEANINGS)[number];
export type ColumnHeadings = Readonly<Record<Meaning, readonly string[]>>;

/** The headings of each meaning, in their plain form. */
export function columnHeadings(): ColumnHeadings {
  const text = readFileSync(join(PROJECT, 'seed', 'column-headings.yaml'), 'utf8');
  const headings = z.record(z.enum(MEANINGS), z.array(z.string())).parse(parse(text));
  return Object.fromEntries(Object.entries(headings).map(([meaning, words]) => [meaning, words.map(plainHeading)])) as {
    [M in Meaning]: string[];
  };
}

/** A heading without case, accents and signs, with single blanks between its words. */
export const plainHeading = (heading: string): string =>
  fold(heading.replace(/\[key=(.*?)\]/g, ' $1 ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^properties /, '');
