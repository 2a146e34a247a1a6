import { CLAIM_STATUS, RELIABILITY, words } from '../../../model/vocabulary.js';
import { inWords } from '../../../model/words.js';
import type { AnswerBasis } from '../../../questions/case-file/answer.type.js';
import type { Dossier } from '../dossier.rules.js';
import { type Block, field, type LabelledLines, line, span, strong } from './block.js';
import { datesInWords, daysInWords } from './dates.js';
import { plain } from './wording.js';

/** The title page: what the document is about, what it was asked, what counted as evidence, and what made it. */

export const titleOf = ({ about, people, incident }: Dossier): string =>
  about === 'PERSON' ? `Dossier: ${people[0]?.person.name ?? ''}, ${incident.title}` : `Case file: ${incident.title}`;

export function titlePage(dossier: Dossier): Block[] {
  const { about, people, incident, basis } = dossier;
  const [person] = people;
  const isPerson = about === 'PERSON' && person;
  return [
    {
      is: 'TITLE',
      kind: isPerson ? 'Dossier' : 'Case file',
      title: isPerson ? person.person.name : incident.title,
      about: isPerson ? incident.title : 'Everybody whom the sources place in the chain of command or name for it',
    },
    {
      is: 'FRAME',
      lines: [line(strong(isPerson ? person.presumption : EVERYBODY_PRESUMED)), line(basis.notice)],
    },
    { is: 'FIELDS', fields: aboutDocument(dossier) },
    { is: 'CONTENTS' },
  ];
}

const EVERYBODY_PRESUMED =
  'Every person in this case file is presumed innocent until finally convicted. To be named in it is no accusation.';

function aboutDocument(dossier: Dossier): LabelledLines[] {
  const { about, people, incident, days, frameworks, warnings, madeBy, madeOn, basis } = dossier;
  const name = about === 'PERSON' ? (people[0]?.person.name ?? '') : 'each person';
  return [
    field(
      'Question',
      `What do the sources in this graph say for and against the responsibility of ${name} for “${incident.title}”, element by element?`,
    ),
    field('Legal tests', ...frameworks.map(({ title, basis: law }) => (title === law ? title : `${title} (${law})`))),
    field(
      days.from === days.to ? 'Day of the assessment' : 'Days of the assessment',
      daysInWords(days),
      ...warnings.map(plain),
    ),
    field('Evidence that counts', ...lensInWords(basis)),
    field('Made', `on ${datesInWords(madeOn)} by ${madeBy.name}, version ${madeBy.version}`),
    field('From', ...basis.datasets.map(({ id, version }) => `dataset ${id}, version ${version.slice(0, 16)}`)),
    { name: 'Content hash', lines: [line(span(basis.contentHash, 'HASH'))] },
    field('Annex', 'The format “jsonld” gives the same statements, exhibits and elements as linked data for machines.'),
  ];
}

const DEFAULT_STATUSES = ['ACCEPTED', 'CONFLICT'];

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Which evidence counts, in sentences. */
export function lensInWords({ lens }: Pick<AnswerBasis, 'lens'>): string[] {
  const { publishedBy, recordedBy, reliabilities, statuses, withoutDoubts = [] } = lens;
  const grades = isSame(reliabilities, words(RELIABILITY))
    ? 'of every grade of reliability'
    : `of the grades ${reliabilities.join(', ')}`;
  const when = publishedBy === null ? 'of any date' : `published by ${datesInWords(publishedBy)}`;
  const checked = isSame(statuses, DEFAULT_STATUSES)
    ? 'Statements that were checked, those among them that other statements contradict included.'
    : `Statements of these kinds: ${statuses.map((status) => CLAIM_STATUS[status as keyof typeof CLAIM_STATUS]).join(' ')}`;
  const left = [
    ['Reports left out', lens.excludeReports],
    ['Datasets left out', lens.excludeDatasets],
    ['Publishers left out', lens.excludePublishers],
    ['Statements left out for a doubt', withoutDoubts.map(inWords)],
  ] as const;
  return [
    `Reports ${when}, ${grades}. ${checked}`,
    ...left.filter(([, values]) => values.length > 0).map(([name, values]) => `${name}: ${values.join(', ')}.`),
    ...(recordedBy ? [`As the graph stood on ${instantInWords(recordedBy)}.`] : []),
  ];
}

const instantInWords = (instant: string) => `${datesInWords(instant.slice(0, 10))} at ${instant.slice(11, 19)} UTC`;
