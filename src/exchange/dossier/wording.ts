import type { Cover } from '../../model/date-range.js';
import { inWords } from '../../model/words.js';
import type { AnswerBasis } from '../../questions/case-file/answer.type.js';
import { ITEM_MARKS } from '../../questions/case-file/item.rules.js';
import type { DossierLink } from './chains.rules.js';
import type { DossierPlace } from './dossier.rules.js';
import type { DossierItem, DossierSource } from './sources.rules.js';

/** How the values of a dossier read in print; every format says them in the same words. */

/** The same with a capital letter at the front. */
export const asHeading = (word: string) => word.charAt(0) + inWords(word).slice(1);

/** A name and what stands behind it, as two cells of a table. */
export type LabelledValue = readonly [name: string, value: string];

const COVER_WORDS: Readonly<Record<Cover, string>> = {
  CITED: 'cited on the day',
  IMPRECISE: 'imprecise dates',
  ASSUMED: 'assumed to continue',
  OPEN: 'neither shown nor excluded',
  NONE: 'not on the day',
};

/** How a claim covers the day, in two or three words. */
export const coverInWords = (cover: Cover) => COVER_WORDS[cover];

/** What the words for cover mean, under a chart. */
export const COVER_LEGEND =
  'Cited on the day: the day lies between the first and the last date that sources give. Imprecise dates: this is so only for some readings of a date. Assumed to continue: it comes after the last date, and the source assumes that it continued.';

const publishers = (count: number) => (count === 1 ? 'a single publisher' : `${count} independent publishers`);

/** How firm an item is, and what a reader must know before relying on it. */
export function itemFacts({ cover, status, credibility, independentPublishers, firm, marks }: DossierItem): string {
  const grade = credibility === 6 ? 'credibility cannot be judged' : `credibility ${credibility} of 5 (1 is best)`;
  return [
    inWords(status),
    ...(cover ? [coverInWords(cover)] : []),
    publishers(independentPublishers),
    `${grade}${firm ? ', firm' : ''}`,
    ...marks.map((mark) => ITEM_MARKS[mark].replace(/\.$/, '')),
  ].join(' · ');
}

/** The label of a link on the chart, in two lines. */
export const linkLabel = ({ label, kind, cover, singlePublisher }: DossierLink): readonly string[] => [
  `${label} ${inWords(kind)}, ${coverInWords(cover)}`,
  ...(singlePublisher ? ['single publisher'] : []),
];

/** Where the person stands to those named; context, never graded. */
export function placeLines({ links, unit, role, kilometres, otherSuperiors }: DossierPlace): LabelledValue[] {
  const distance = links === null ? 'no chain of command in the sources' : links === 1 ? '1 link' : `${links} links`;
  return [
    ['Post on the day', unit ? `${asHeading(role ?? '')}, ${unit.name}` : 'none in the sources'],
    ['Distance in the chain', `${distance} to a unit named for the incident`],
    ...(kilometres === null
      ? []
      : [['Distance on the ground', `${kilometres} km from the incident to the nearest site of the unit`] as const]),
    ...(otherSuperiors.length === 0
      ? []
      : [['Others in command of the chain', otherSuperiors.map(({ name }) => name).join('; ')] as const]),
  ];
}

/** Everything on a source that helps to find and check it; what is not known is left out. */
export function sourceLines(source: DossierSource): LabelledValue[] {
  const { publisher, publishedOn, pinpoint, reliability, reliabilityMeaning, partyToConflict } = source;
  const lines: readonly (readonly [string, string | null])[] = [
    ['Publisher', `${publisher ?? source.publisherId}, ${publishedOn ?? 'undated'}`],
    ['Place', pinpoint],
    ...source.passages.flatMap(({ paraphrase, document, paragraph, passageSha256 }) => [
      ['Says, in our words', paraphrase] as const,
      ['Read in', document && `${document}${paragraph === null ? '' : `, paragraph ${paragraph}`}`] as const,
      ['SHA-256 of the paragraph', passageSha256] as const,
    ]),
    [
      'Reliability',
      `${reliability}, ${reliabilityMeaning.toLowerCase().replace(/\.$/, '')}${partyInWords(partyToConflict)}`,
    ],
    ...(source.derivedFrom ?? []).map(
      ({ title, publisher, partyToConflict: party }) =>
        ['Draws on', `${title} (${publisher ?? 'unknown publisher'}${partyInWords(party)})`] as const,
    ),
    ['Read in a copy at', source.copyUrl ?? null],
    ['Retrieved', source.retrievedAt],
    ['Collected', collectionInWords(source)],
    ['SHA-256 of the text', source.sha256],
    ['Verification', source.verification ?? null],
  ];
  return lines.filter((line): line is LabelledValue => line[1] !== null);
}

/** That a publisher is no party is said only where it was assessed. */
function partyInWords(partyToConflict: boolean | null): string {
  if (partyToConflict === null) return '';
  return partyToConflict ? '; a party to the conflict' : '; no party to the conflict';
}

/** Who took the copy that was read, when and how. */
function collectionInWords({ collectedBy, collectedAt, collectedWith }: DossierSource): string | null {
  return [collectedAt, collectedBy && `by ${collectedBy}`, collectedWith].filter(Boolean).join(', ') || null;
}

/** The lens, the datasets and the hash that the dossier rests on. */
export function basisLines({ lens, datasets, contentHash }: AnswerBasis): LabelledValue[] {
  const list = (values: readonly string[]) => (values.length === 0 ? 'none' : values.join(', '));
  return [
    ['Reports published by', lens.publishedBy ?? 'any day'],
    ['Recorded by', lens.recordedBy ?? 'nothing recorded'],
    ['Reports left out', list(lens.excludeReports)],
    ['Datasets left out', list(lens.excludeDatasets)],
    ['Publishers left out', list(lens.excludePublishers)],
    ['Reliability of reports', lens.reliabilities.join(', ')],
    ['Status of claims', lens.statuses.map(inWords).join(', ')],
    ...(lens.withoutDoubts
      ? [['Claims left out for a doubt', lens.withoutDoubts.map(inWords).join(', ')] as const]
      : []),
    ...datasets.map(({ id, version }) => [`Dataset ${id}`, `version ${version}`] as const),
    ['Content hash (SHA-256)', contentHash],
  ];
}

/** The headings of the parts, in their order. */
export const SECTIONS = {
  matrix: 'What the sources give, element by element',
  chain: 'The chain of command above those named',
  notices: 'What could have become known, and when',
  sources: 'Sources',
  gaps: 'What is missing',
  basis: 'What this dossier rests on',
} as const;
