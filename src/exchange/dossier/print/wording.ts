import type { Cover } from '../../../model/date-range.js';
import { inWords } from '../../../model/words.js';
import type { Reference } from '../../../questions/case-file/answer.type.js';
import { ITEM_MARKS, type ItemMark } from '../../../questions/case-file/item.rules.js';
import { LINK_MARKS } from '../../../questions/case-file/linked-incidents.rules.js';
import type { DossierLink } from '../chains.rules.js';
import type { Dossier } from '../dossier.rules.js';
import type { DossierItem, ExhibitRef } from '../exhibits.rules.js';
import { type Line, line, quiet, span, type TextSpan } from './block.js';
import { datesInWords } from './dates.js';

/** How the values of a dossier read in print: plain English, without the words of the API. */

/** A word of a vocabulary with a capital letter at the front. */
export const asHeading = (word: string) => capital(inWords(word));

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const withoutDot = (text: string) => text.replace(/\.$/, '');

/** What a sentence of an answer says only to a user of the API. */
const FOR_THE_API: readonly (readonly [RegExp, string])[] = [
  [/\s\((?:R\d+(?:, )?)+\)/g, ''],
  [/; ask with [^.;]*(?=[.;]|$)/g, ''],
  [/^[A-Z]+(?:_[A-Z]+)+: (\w)/, '$1'],
  [/^Looked for /, 'We looked in this graph for '],
  [/\bunder this lens\b/g, 'among the evidence that counts'],
  [/\bThe graph holds\b/g, 'This graph holds'],
  [/\bthe requested incident\b/g, 'this incident'],
  [/\bfirst cited\b/g, 'first named for'],
  [/\blast cited\b/g, 'last named for'],
  [/\baccepted claim\b/g, 'checked statement'],
  [/\bfirm (sources?)(?: \(B2 or better\))?/g, '$1 graded B2 or better'],
];

/** A sentence of an answer as a reader on paper needs it. */
export const plain = (sentence: string): string =>
  capital(
    withQuotationMarks(
      datesInWords(FOR_THE_API.reduce((text, [pattern, words]) => text.replace(pattern, words), sentence)),
    ),
  );

/** Quotation marks as on paper, where editors typed straight ones. */
export const withQuotationMarks = (text: string) => text.replace(/"([^"]*)"/g, '“$1”');

/** A text in quotation marks; those inside it become single ones. */
export const quoted = (text: string) => `“${withQuotationMarks(text).replace(/“([^”]*)”/g, '‘$1’')}”`;

/** The anchor of an exhibit in the list. */
export const exhibitAnchor = (number: number) => `exhibit-${number}`;

const letter = (place: number) => (place <= 26 ? String.fromCharCode(96 + place) : `-${place}`);

/** Names exhibits as `[1, 3b]`: a letter stands for a place, where more than one is cited in an exhibit. */
export function citing({ exhibits }: Pick<Dossier, 'exhibits'>): (refs: readonly ExhibitRef[]) => TextSpan[] {
  const several = new Set(exhibits.filter(({ places }) => places.length > 1).map(({ number }) => number));
  return (refs) => [
    span(' ['),
    ...refs.flatMap(({ exhibit, place }, index) => [
      ...(index > 0 ? [span(', ')] : []),
      { text: `${exhibit}${several.has(exhibit) ? letter(place) : ''}`, to: exhibitAnchor(exhibit) },
    ]),
    span(']'),
  ];
}

export const placeLetter = letter;

const COVER_WORDS: Readonly<Record<Cover, string>> = {
  CITED: 'on the day',
  IMPRECISE: 'imprecise dates',
  ASSUMED: 'assumed to continue',
  OPEN: 'neither shown nor excluded for the day',
  NONE: 'not on the day',
};

/** How a claim covers the day, in two or three words. */
export const coverInWords = (cover: Cover) => COVER_WORDS[cover];

/** How a claim covers the day, where that is not plain. */
const coverCaveats = (cover: Cover | null) => (cover === null || cover === 'CITED' ? [] : [coverInWords(cover)]);

/** What a mark says, in few words. */
const MARK_WORDS: Readonly<Partial<Record<ItemMark, string>>> = {
  CONFLICT: 'another statement contradicts it',
  SUCCESSOR: 'the post began after the incident',
  AFTER_END_OF_POST: 'dated after the end of the post',
  AFTER_INCIDENT: 'dated after the incident',
  READ_IN_COPY: 'read in a copy',
  MODES_IN_THE_ALTERNATIVE: 'other modes of liability are stated beside; which one holds is open',
};

const isLinkMark = (mark: ItemMark) => LINK_MARKS.some((one) => one === mark);

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** A mark in words; those of a linked incident name it. */
export const markInWords = (mark: ItemMark, through?: Reference): string =>
  `${MARK_WORDS[mark] ?? lower(withoutDot(ITEM_MARKS[mark]))}${through && isLinkMark(mark) ? ` (${through.name})` : ''}`;

/** What a reader must know of an item before relying on it, beside its note. */
export const caveatsOf = ({ cover, independentPublishers, marks, throughIncident, doubts }: DossierItem): string[] => [
  ...coverCaveats(cover),
  ...(independentPublishers === 1 ? ['one publisher only'] : []),
  ...marks.map((mark) => markInWords(mark, throughIncident)),
  ...(doubts ?? []).map((doubt) => `doubt: ${inWords(doubt)}`),
];

export const caveatSpans = (item: DossierItem): TextSpan[] => {
  const caveats = caveatsOf(item);
  return caveats.length === 0 ? [] : [quiet(` ${withQuotationMarks(capital(caveats.join('; ')))}.`)];
};

/** What a statement says, its exhibits and its caveats, in one line. */
export const itemLine = (item: DossierItem, cite: ReturnType<typeof citing>, ...after: readonly TextSpan[]): Line =>
  line(plain(item.says), ...cite(item.sources), ...caveatSpans(item), ...after);

/** The label of a link on the chart, in two lines. */
export const linkLabel = ({ label, kind, cover, singlePublisher }: DossierLink): readonly string[] => [
  `${label} ${inWords(kind)}, ${coverInWords(cover)}`,
  ...(singlePublisher ? ['one publisher only'] : []),
];

/** How far a unit of a chart is from the one at its foot. */
export const linksAway = (level: number | null) =>
  level === 0 ? 'named for the incident' : level === 1 ? '1 link away' : `${level} links away`;

/** How to read the charts, once for all of them. */
export const chartLegend = (about: Dossier['about']) =>
  [
    'Arrows lead from a unit to the unit that it stands under. A dashed line rests on one publisher only.',
    ...(about === 'PERSON' ? ['A heavy frame marks where the person holds a post.'] : []),
    'Links are counted on the shortest way from the unit at the foot.',
  ].join(' ');

/** What the words for cover mean. */
export const COVER_LEGEND =
  'On the day: the day lies between the first and the last date that sources give. Imprecise dates: this is so only for some readings of a date. Assumed to continue: the day comes after the last date, and the source says that it went on.';
