import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { PROJECT } from '../../../graph/local-neo4j/place.js';
import { fold } from '../../../model/names/letters.js';

/** What columns of unknown tables may hold, by their headings. */

/** In the order in which they are looked for: what must not be mistaken for anything else comes first. */
export const MEANINGS = [
  'harmed',
  'private',
  'attachment',
  'recorded',
  'countOfSome',
  'id',
  'title',
  'summary',
  'kinds',
  'means',
  'latitude',
  'longitude',
  'appointed',
  'last',
  'published',
  'first',
  'year',
  'month',
  'day',
  'place',
  'region',
  'country',
  'url',
  'sourceTitle',
  'publisher',
  'countOfAll',
  'killedLow',
  'killedHigh',
  'killed',
  'injuredLow',
  'injuredHigh',
  'injured',
  'unitKind',
  'unitCode',
  'superiorCode',
  'superior',
  'surname',
  'givenName',
  'alias',
  'nationality',
  'person',
  'role',
  'rank',
  'unit',
  'actor',
  'name',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** A word of a heading: `=word` has to be the whole of it, and `word*` has any ending. */
export interface HeadingWord {
  readonly text: string;
  readonly isWhole: boolean;
  readonly isStem: boolean;
}
export type ColumnHeadings = Readonly<Record<Meaning, readonly HeadingWord[]>>;

/** The words of each meaning. */
export function columnHeadings(): ColumnHeadings {
  const text = readFileSync(join(PROJECT, 'seed', 'column-headings.yaml'), 'utf8');
  const headings = z.record(z.enum(MEANINGS), z.array(z.string())).parse(parse(text));
  return Object.fromEntries(
    Object.entries(headings).map(([meaning, words]) => [meaning, words.map(headingWord)]),
  ) as unknown as ColumnHeadings;
}

const headingWord = (word: string): HeadingWord => ({
  text: plainHeading(word),
  isWhole: word.startsWith('='),
  isStem: word.endsWith('*'),
});

/** Whether a plain heading is a word. */
export const isHeading = (heading: string, { text, isStem }: HeadingWord): boolean =>
  isStem ? heading.startsWith(text) && !heading.includes(' ', text.length) : heading === text;

/** Whether a plain heading contains a word; a word of a few letters is in too many of them to be a hint. */
export const containsHeading = (heading: string, { text, isWhole, isStem }: HeadingWord): boolean =>
  text.length > 3 && !isWhole && ` ${heading} `.includes(` ${text}${isStem ? '' : ' '}`);

/** A heading without case, accents and signs, with single blanks between its words. */
export const plainHeading = (heading: string): string =>
  fold(heading.replace(/\[key=(.*?)\]/g, ' $1 ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^properties /, '');
