import { type ColumnHeadings, MEANINGS, type Meaning, plainHeading } from '../words/column-headings.js';
import type { ColumnProfile } from './column-profile.js';

/** What the columns of an unknown table may hold, by their headings and values. */

/** The columns of each meaning; but for those that may be several, the first is the likeliest. */
export type ColumnMeanings = ReadonlyMap<Meaning, readonly ColumnProfile[]>;

/** What must stand in a column for it to have a meaning. */
const NEEDED: { readonly [M in Meaning]?: readonly ColumnProfile['content'][] } = {
  first: ['DATES'],
  last: ['DATES'],
  published: ['DATES'],
  latitude: ['NUMBERS'],
  longitude: ['NUMBERS'],
  killed: ['NUMBERS'],
  injured: ['NUMBERS'],
  url: ['ADDRESSES'],
  surname: ['TEXTS'],
  givenName: ['TEXTS'],
  title: ['TEXTS'],
  summary: ['TEXTS'],
  kinds: ['TEXTS', 'NUMBERS'],
  place: ['TEXTS'],
  person: ['TEXTS'],
  unit: ['TEXTS'],
  superior: ['TEXTS'],
  role: ['TEXTS'],
};

/** The meanings that several columns may have. */
const OF_MANY: readonly Meaning[] = ['actor', 'private', 'url', 'sourceTitle', 'publisher', 'published'];

const COMMON = MEANINGS.filter((meaning) => meaning !== 'private');

/** A heading that is such a word counts before one that contains it, and values alone count last. */
export function meaningsOf(columns: readonly ColumnProfile[], headings: ColumnHeadings): ColumnMeanings {
  const meanings = new Map<Meaning, readonly ColumnProfile[]>();
  const free = new Set(columns);
  const give = (meaning: Meaning, column: ColumnProfile | undefined) => {
    const earlier = meanings.get(meaning) ?? [];
    if (column === undefined || (earlier.length > 0 && !OF_MANY.includes(meaning))) return;
    meanings.set(meaning, [...earlier, column]);
    free.delete(column);
  };
  const giveFitting = (meaning: Meaning, fits: (heading: string, word: string) => boolean) => {
    for (const word of headings[meaning])
      for (const column of free)
        if (suits(meaning, column) && headingsOf(column).some((heading) => fits(heading, word))) give(meaning, column);
  };
  // Whoever may be harmed comes first: such a column has no other meaning, whatever else its heading says.
  for (const column of columns) if (isOf(column, headings.private) && !isCount(column)) give('private', column);
  for (const fits of [isHeading, containsHeading]) for (const meaning of COMMON) giveFitting(meaning, fits);
  const holding = (content: ColumnProfile['content']) => [...free].find((column) => column.content === content);
  give('first', holding('DATES'));
  if (!meanings.has('url')) give('url', holding('ADDRESSES'));
  if (endsAlone(meanings.get('last')?.[0], free)) meanings.delete('last');
  return meanings;
}

/** An `end` whose `start` is not the first date is the end of something else, such as an interview. */
function endsAlone(last: ColumnProfile | undefined, free: ReadonlySet<ColumnProfile>): boolean {
  const pair = PAIRS.find(([, end]) => last && ownHeading(last) === end);
  return pair !== undefined && [...free].some((column) => ownHeading(column) === pair[0]);
}

const PAIRS = [
  ['start', 'end'],
  ['from', 'to'],
  ['since', 'until'],
] as const;

/** The heading without the groups that it stands in: `location/village` in a form, `properties.date` in JSON. */
const ownHeading = ({ name }: ColumnProfile): string => {
  const ungrouped = name.replace(/\[key=.*?\].*$/, (key) => key.replaceAll('.', ' '));
  return plainHeading(ungrouped.split(/(?<=[\p{L}\p{N}_\]])(?:[/.]|::)(?=[\p{L}_])/u).at(-1) ?? '');
};

/** The heading, and the heading without a number of its own: `Source 2` is a source. */
const headingsOf = (column: ColumnProfile): string[] => {
  const own = ownHeading(column);
  return [own, own.replace(/(?<=\p{L}) \d+(?=$| )/gu, '')];
};

const suits = (meaning: Meaning, { content, isUnique }: ColumnProfile) =>
  content !== 'NOTHING' && (meaning !== 'id' || isUnique) && (NEEDED[meaning]?.includes(content) ?? true);

const isHeading = (heading: string, word: string) => heading === word;
/** A word of a few letters is in too many headings to be a hint. */
const containsHeading = (heading: string, word: string) => word.length > 3 && ` ${heading} `.includes(` ${word} `);

/** How many victims there were tells nobody's name; a telephone number is longer. */
const isCount = ({ content, values }: ColumnProfile) =>
  content === 'NUMBERS' && values.every((value) => value.length < 5);

const isOf = ({ name }: ColumnProfile, words: readonly string[]) =>
  words.some((word) => isHeading(plainHeading(name), word) || containsHeading(plainHeading(name), word));
