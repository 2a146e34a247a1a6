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
  means: ['TEXTS'],
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
/** Words that only go beside others. */
const BESIDE_WORDS: Meaning = 'countOfAll';
const COMMON = MEANINGS.filter((meaning) => ![...SPARED, ...BESIDE, BESIDE_WORDS].includes(meaning));
const COUNTS: readonly Meaning[] = ['killedLow', 'killedHigh', 'killed', 'injuredLow', 'injuredHigh', 'injured'];

type Fits = (heading: string, word: HeadingWord) => boolean;

/** A number of the killed, and not of the soldiers or children among them: nothing else stands in its heading. */
const ofAll =
  (fits: Fits, { [BESIDE_WORDS]: neutral }: ColumnHeadings): Fits =>
  (heading, word) =>
    fits(heading, word) &&
    ` ${heading} `
      .replace(` ${word.text} `, ' ')
      .split(' ')
      .every((rest) => rest === '' || neutral.some(({ text }) => text === rest));

/** Gives the columns their meanings, one meaning after the other; a column has one. */
class Assignment {
  readonly meanings = new Map<Meaning, readonly ColumnProfile[]>();
  readonly free: Set<ColumnProfile>;
  private readonly most: number;

  constructor(
    columns: readonly ColumnProfile[],
    private readonly headings: ColumnHeadings,
  ) {
    this.free = new Set(columns.filter((column) => !isOfFormat(column)));
    this.most = Math.max(...columns.map(({ filled }) => filled));
  }

  give(meaning: Meaning, column: ColumnProfile | undefined): void {
    if (column === undefined || !this.free.delete(column)) return;
    this.meanings.set(meaning, [...(this.meanings.get(meaning) ?? []), column]);
  }

  /** Gives a meaning to all columns that fit one of its words, or one of those of another meaning. */
  giveAll(meaning: Meaning, fits: (column: ColumnProfile, word: HeadingWord) => boolean, wordsOf = meaning): void {
    for (const column of this.fitting(wordsOf, fits)) this.give(meaning, column);
  }

  /** A column that is mostly filled counts before another; of some meanings all count. */
  giveByHeading(meaning: Meaning, fits: Fits): void {
    const byHeading = (column: ColumnProfile, word: HeadingWord) =>
      suits(meaning, column) && headingsOf(column).some((heading) => fits(heading, word));
    const fitting = this.fitting(meaning, byHeading);
    if (OF_MANY.includes(meaning)) for (const column of fitting) this.give(meaning, column);
    else if (!this.meanings.has(meaning))
      this.give(meaning, fitting.find(({ filled }) => filled * 10 >= this.most * 9) ?? fitting[0]);
  }

  private fitting(meaning: Meaning, fits: (column: ColumnProfile, word: HeadingWord) => boolean): ColumnProfile[] {
    return this.headings[meaning].flatMap((word) => [...this.free].filter((column) => fits(column, word)));
  }
}

const HEADINGS_FIT = [isHeading, containsHeading] as const;

/** A heading that is such a word counts before one that contains it. */
export function meaningsOf(columns: readonly ColumnProfile[], headings: ColumnHeadings): ColumnMeanings {
  const assignment = new Assignment(columns, headings);
  const { meanings, free } = assignment;
  for (const meaning of SPARED) assignment.giveAll(meaning, (column, word) => !isCount(column) && isOf(column, word));
  for (const meaning of BESIDE) for (const fits of HEADINGS_FIT) assignment.giveByHeading(meaning, fits);
  for (const fits of HEADINGS_FIT)
    for (const meaning of COMMON)
      assignment.giveByHeading(meaning, COUNTS.includes(meaning) ? ofAll(fits, headings) : fits);
  // What still speaks of the killed or the injured counts some of them.
  for (const meaning of COUNTS)
    assignment.giveAll(
      'countOfSome',
      (column, word) => column.content === 'NUMBERS' && containsHeading(ownHeading(column), word),
      meaning,
    );
  if (!meanings.has('url'))
    assignment.give(
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

const isOf = ({ name }: ColumnProfile, word: HeadingWord) =>
  isHeading(plainHeading(name), word) || containsHeading(plainHeading(name), word);
