import {
  type ColumnHeadings,
  containsHeading,
  type HeadingWord,
  isHeading,
  MEANINGS,
  type Meaning,
  plainHeading,
} from '../words/column-headings.js';
import type { ColumnProfile } from './column-profile.js';

/** What the columns of an unknown table may hold, by their headings and values. */

/** The columns of each meaning; but for those that may be several, the first is the likeliest. */
export type ColumnMeanings = ReadonlyMap<Meaning, readonly ColumnProfile[]>;

/** What must stand in a column for it to have a meaning. */
const NEEDED: { readonly [M in Meaning]?: readonly ColumnProfile['content'][] } = {
  attachment: ['ADDRESSES'],
  appointed: ['DATES'],
  first: ['DATES'],
  last: ['DATES'],
  published: ['DATES'],
  year: ['DATES'],
  month: ['NUMBERS'],
  day: ['NUMBERS'],
  latitude: ['NUMBERS'],
  longitude: ['NUMBERS'],
  countOfSome: ['NUMBERS'],
  killed: ['NUMBERS'],
  killedLow: ['NUMBERS'],
  killedHigh: ['NUMBERS'],
  injured: ['NUMBERS'],
  injuredLow: ['NUMBERS'],
  injuredHigh: ['NUMBERS'],
  url: ['ADDRESSES'],
  surname: ['TEXTS'],
  givenName: ['TEXTS'],
  title: ['TEXTS'],
  summary: ['TEXTS'],
  kinds: ['TEXTS', 'NUMBERS'],
  place: ['TEXTS'],
  region: ['TEXTS'],
  country: ['TEXTS'],
  person: ['TEXTS'],
  unit: ['TEXTS'],
  superior: ['TEXTS'],
  role: ['TEXTS'],
  actor: ['TEXTS'],
  name: ['TEXTS'],
};

/** Meanings that several columns may have. */
const OF_MANY: readonly Meaning[] = [
  'attachment',
  'recorded',
  'countOfSome',
  'actor',
  'url',
  'sourceTitle',
  'publisher',
  'published',
  'name',
];

/** Who may be harmed or exposed: whatever else such a heading says, and whatever groups it stands in, counts for nothing. */
const SPARED: readonly Meaning[] = ['harmed', 'private'];
/** What must not be taken for what it resembles: an address of a photo for a source, a day of writing for one of acting. */
const BESIDE: readonly Meaning[] = ['attachment', 'recorded', 'countOfSome'];
const COMMON = MEANINGS.filter((meaning) => !SPARED.includes(meaning) && !BESIDE.includes(meaning));

/** A heading that is such a word counts before one that contains it, and a column that is mostly filled before another. */
export function meaningsOf(columns: readonly ColumnProfile[], headings: ColumnHeadings): ColumnMeanings {
  const meanings = new Map<Meaning, readonly ColumnProfile[]>();
  const free = new Set(columns.filter((column) => !isOfFormat(column)));
  const give = (meaning: Meaning, column: ColumnProfile | undefined) => {
    if (column === undefined || !free.delete(column)) return;
    meanings.set(meaning, [...(meanings.get(meaning) ?? []), column]);
  };
  const most = Math.max(...columns.map(({ filled }) => filled));
  const giveFitting = (meaning: Meaning, fits: (heading: string, word: HeadingWord) => boolean) => {
    const fitting = headings[meaning].flatMap((word) =>
      [...free].filter((column) => suits(meaning, column) && headingsOf(column).some((heading) => fits(heading, word))),
    );
    if (OF_MANY.includes(meaning)) for (const column of fitting) give(meaning, column);
    else if (!meanings.has(meaning)) give(meaning, fitting.find(({ filled }) => filled * 10 >= most * 9) ?? fitting[0]);
  };
  for (const meaning of SPARED)
    for (const column of free) if (isOf(column, headings[meaning]) && !isCount(column)) give(meaning, column);
  for (const meaning of BESIDE) for (const fits of [isHeading, containsHeading]) giveFitting(meaning, fits);
  for (const fits of [isHeading, containsHeading]) for (const meaning of COMMON) giveFitting(meaning, fits);
  if (!meanings.has('url'))
    give(
      'url',
      [...free].find(({ content }) => content === 'ADDRESSES'),
    );
  if (endsAlone(meanings.get('last')?.[0], free)) meanings.delete('last');
  return meanings;
}

/** What a file of GeoJSON says of itself. */
const isOfFormat = ({ name, values }: ColumnProfile) =>
  /^(geometry\.)?type$/.test(name) &&
  values.every((value) => /^(Feature|Point|(Multi)?Polygon|LineString)$/.test(value));

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

/** The heading without its number in a form, and without the groups that it stands in: `location/village`, `properties.date`. */
const ownHeading = ({ name }: ColumnProfile): string => {
  const ungrouped = withoutNumber(name).replace(/\[key=.*?\].*$/, (key) => key.replaceAll('.', ' '));
  return plainHeading(ungrouped.split(/(?<=[\p{L}\p{N}_\]])(?:[/.]|::)(?=[\p{L}_])/u).at(-1) ?? '');
};

/** A question of a form begins with its number, which is none of what it asks. */
export const withoutNumber = (name: string): string => name.replace(/^\s*[qQ№]?\s*\d+[a-z]?[.):]\s+/, '');

/** The heading, and the heading without a number of its own: `Source 2` is a source. */
const headingsOf = (column: ColumnProfile): string[] => {
  const own = ownHeading(column);
  return [own, own.replace(/(?<=\p{L}) ?\d+(?=$| )/gu, '')];
};

const suits = (meaning: Meaning, { content, isUnique }: ColumnProfile) =>
  content !== 'NOTHING' && (meaning !== 'id' || isUnique) && (NEEDED[meaning]?.includes(content) ?? true);

/** How many victims there were tells nobody's name; a telephone number is longer. */
const isCount = ({ content, values }: ColumnProfile) =>
  content === 'NUMBERS' && values.every((value) => value.length < 5);

const isOf = ({ name }: ColumnProfile, words: readonly HeadingWord[]) =>
  words.some((word) => isHeading(plainHeading(name), word) || containsHeading(plainHeading(name), word));
