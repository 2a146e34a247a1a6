import { groupBy } from '../../../model/group.js';
import { FINDING_STATUS, STANDARD_OF_PROOF } from '../../../model/vocabulary.js';
import { inWords } from '../../../model/words.js';
import type { Dossier } from '../dossier.rules.js';
import type { DossierFinding } from '../findings-part.rules.js';
import { type Block, type Line, line, quiet, type Row, strong, table, text } from './block.js';
import { datesInWords } from './dates.js';
import { noteSpans } from './person.js';
import { asHeading, caveatSpans, type citing, plain, withoutDot } from './wording.js';

/** What courts and other bodies decided: standard, the rules of law with the modes, and what became of each decision. */

type Cite = ReturnType<typeof citing>;

export const findingAnchor = (number: number) => `decision-${number}`;

export function findingsSection(dossier: Dossier, cite: Cite): Block[] {
  const heading: Block = {
    is: 'HEADING',
    depth: 1,
    text: 'What courts and other bodies decided or stated',
    anchor: 'findings',
  };
  if (dossier.findings.length === 0)
    return [heading, text('This graph has no decision or statement of a body on the incident.')];
  return [
    heading,
    ...table(
      [
        ['No.', 6],
        ['Who and when', 24],
        ['What', 70],
      ],
      alikeFindings(dossier.findings).map((some) => findingRow(some, dossier, cite)),
    ),
  ];
}

/** Decisions that say the same of different people, such as two warrants of one day, stand together. */
function alikeFindings(findings: readonly DossierFinding[]): DossierFinding[][] {
  const key = ({
    number: _number,
    id: _id,
    title: _title,
    about: _about,
    relations,
    item,
    ...same
  }: DossierFinding) => {
    const { id: _item, says: _says, ...shared } = item;
    return JSON.stringify([same, relations.length > 0 && _id, shared]);
  };
  return [...groupBy(findings, key).values()];
}

function findingRow(some: readonly DossierFinding[], dossier: Dossier, cite: Cite): Row {
  const [finding] = some;
  if (!finding) return { cells: [] };
  const { body, date, type, summary, item } = finding;
  const about = [...new Set(some.flatMap((one) => one.about.map(({ name }) => name)))];
  return {
    anchors: some.map(({ number }) => findingAnchor(number)),
    cells: [
      [line(some.map(({ number }) => number).join(', '))],
      [
        line(strong(asHeading(type))),
        line(body.name),
        line(date === null ? 'undated' : datesInWords(date)),
        ...(about.length > 0 ? [line(quiet(`About ${about.join('; ')}`))] : []),
      ],
      [
        line(some.map(({ title }) => plain(title)).join('; '), ...cite(item.sources)),
        ...(summary ? [line(plain(summary))] : []),
        ...lawLines(finding.classifications),
        line(quiet(standardAndStatus(finding, dossier)), ...caveatSpans(item), ...noteSpans(item.note)),
      ],
    ],
  };
}

/** Conduct, standard and status, in one line. */
function standardAndStatus(finding: DossierFinding, { findings }: Dossier): string {
  const { standard, standardAsStated, status, conductFrom, conductTo, relations } = finding;
  const conduct =
    conductFrom !== null && conductFrom === conductTo
      ? [datesInWords(conductFrom)]
      : [
          ...(conductFrom ? [`from ${datesInWords(conductFrom)}`] : []),
          ...(conductTo ? [`to ${datesInWords(conductTo)}`] : []),
        ];
  const inCommon = withoutDot(STANDARD_OF_PROOF[standard as keyof typeof STANDARD_OF_PROOF] ?? standard);
  const numbers = new Map(findings.map(({ id, number }) => [id, number]));
  const earlier = relations.flatMap(({ relation, toId }) => {
    const number = numbers.get(toId);
    return number === undefined ? [] : [`It ${inWords(relation)} decision ${number}.`];
  });
  return [
    ...(conduct.length > 0 ? [`Conduct: ${conduct.join(' ')}.`] : []),
    standardAsStated && standardAsStated.toLowerCase() !== inCommon.toLowerCase()
      ? `Standard of proof: ${inCommon} (“${standardAsStated}”).`
      : `Standard of proof: ${inCommon}.`,
    ...(status === 'STANDING' ? [] : [FINDING_STATUS[status as keyof typeof FINDING_STATUS]]),
    ...earlier,
  ].join(' ');
}

/** Rules of law of the same modes and certainty together: `Article 8(2)(b)(ii): attacking civilian objects; …`. */
function lawLines(classifications: DossierFinding['classifications']): Line[] {
  const alike = groupBy(classifications, ({ certainty, modes }) => JSON.stringify([certainty, modes]));
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const modes = first.modes.map((mode) => (isArticle(mode) ? `Article ${mode}` : `“${mode}”`));
    return [
      line(
        strong('Law: '),
        `${some.map(ruleInWords).join('; ')}${CERTAINTY_WORDS[first.certainty] ?? ` (${inWords(first.certainty)})`}.`,
        ...(modes.length > 0 ? [` Mode of liability: ${modes.join(', ')}.`] : []),
      ),
    ];
  });
}

const isArticle = (code: string) => /^\d/.test(code);

function ruleInWords({ code, title, asStated }: DossierFinding['classifications'][number]): string {
  const named = isArticle(code) ? `Article ${code}, ${title.toLowerCase()}` : title;
  return asStated ? `${named} (in its words: “${asStated}”)` : named;
}

/** How firmly a body says so, where it does not simply state it. */
const CERTAINTY_WORDS: Readonly<Record<string, string>> = {
  STATED: '',
  LIKELY: ', said to be likely',
  POSSIBLE: ', said to be possible',
  ALLEGED: ', alleged',
};
