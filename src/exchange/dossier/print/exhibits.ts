import type { Dossier } from '../dossier.rules.js';
import type { Exhibit, ExhibitPlace } from '../exhibits.rules.js';
import { isWebAddress } from '../html.js';
import { type Block, type Line, line, quiet, type Row, span, strong, type TextSpan, table, text } from './block.js';
import { datesInWords } from './dates.js';
import { exhibitAnchor, placeLetter, quoted, withoutDot, withQuotationMarks } from './wording.js';

/** The exhibits by number: what each says and where, who published it, and what is recorded of its custody. */

export function exhibitsSection({ exhibits }: Dossier): Block[] {
  const everywhere = CUSTODY.map(([name]) => name).filter((name) =>
    exhibits.every((exhibit) => notRecorded(exhibit).includes(name)),
  );
  return [
    { is: 'HEADING', depth: 1, text: 'Exhibits', anchor: 'exhibits' },
    text(
      quiet(
        'What a place says is given in our words: sentences of sources are not stored. A SHA-256 value behind a place is that of its paragraph, and shows whether the text is still the one that was read.',
      ),
      ...(everywhere.length === 0 ? [] : [quiet(` Not recorded for any exhibit: ${everywhere.join(', ')}.`)]),
    ),
    ...table(
      [
        ['No.', 6],
        ['Exhibit: what it says, and its custody', 94],
      ],
      exhibits.map((exhibit) => exhibitRow(exhibit, everywhere)),
    ),
  ];
}

function exhibitRow(exhibit: Exhibit, everywhere: readonly string[]): Row {
  const { number, title, publisher, publishedOn, places } = exhibit;
  const several = places.length > 1;
  const about = `. ${publisher ?? 'Unknown publisher'}, ${publishedOn === null ? 'undated' : datesInWords(publishedOn)}.`;
  return {
    anchors: [exhibitAnchor(number)],
    cells: [
      [line(strong(String(number)))],
      [
        line(strong(withQuotationMarks(title)), about),
        ...places.map((place, index) => placeLine(place, several ? placeLetter(index + 1) : null)),
        custodyLine(exhibit, everywhere),
      ],
    ],
  };
}

function placeLine(
  { pinpoint, paraphrases, document, paragraph, passageSha256 }: ExhibitPlace,
  letter: string | null,
): Line {
  const read = document === null ? null : `read in ${document}${paragraph === null ? '' : `, paragraph ${paragraph}`}`;
  const isSame = pinpoint === `paragraph ${paragraph}` && read !== null;
  const where = [isSame ? null : pinpoint, read].filter((part) => part !== null).join('; ');
  return line(
    ...(letter === null ? [] : [strong(`${letter} `)]),
    ...(where === '' ? [] : [quiet(`(${where}) `)]),
    paraphrases.map((paraphrase) => withQuotationMarks(datesInWords(paraphrase))).join(' '),
    ...(passageSha256 === null ? [] : [quiet(' SHA-256 '), span(passageSha256, 'HASH')]),
  );
}

/** What may be recorded of the custody of a report, in words that follow "not recorded". */
const CUSTODY: readonly (readonly [string, (exhibit: Exhibit) => string | null | undefined])[] = [
  ['its address', ({ url, copyUrl }) => url ?? copyUrl],
  ['an archived copy', ({ archivedUrl }) => archivedUrl],
  ['who collected it', ({ collectedBy }) => collectedBy],
  ['the day on which it was read', ({ retrievedAt, collectedAt }) => retrievedAt ?? collectedAt],
  ['a hash of its text', ({ sha256 }) => sha256],
  ['what was checked', ({ verification }) => verification],
];

const notRecorded = (exhibit: Exhibit): string[] =>
  CUSTODY.filter(([, pick]) => pick(exhibit) == null).map(([name]) => name);

/** What is recorded of how the report was published, collected and checked; then what is not, though it is for others. */
export function custodyLine(exhibit: Exhibit, everywhere: readonly string[]): Line {
  const { reliability, reliabilityMeaning, url, copyUrl, archivedUrl, retrievedAt, sha256, verification } = exhibit;
  const missing = notRecorded(exhibit).filter((name) => !everywhere.includes(name));
  return line(
    quiet(`Reliability ${reliability}, ${withoutDot(reliabilityMeaning).toLowerCase()}.${partyInWords(exhibit)}`),
    ...(exhibit.derivedFrom ?? []).map(({ title, publisher }) =>
      quiet(` It draws on ${quoted(title)}, ${publisher ?? 'unknown publisher'}.`),
    ),
    ...address(' Published at ', url),
    ...address(' Read in a copy at ', copyUrl ?? null),
    ...address(' Archived at ', archivedUrl),
    quiet(collectionInWords(exhibit)),
    ...(retrievedAt === null ? [] : [quiet(` Read on ${datesInWords(retrievedAt)}.`)]),
    ...(verification ? [quiet(` Checked: ${verification}`)] : []),
    ...(sha256 === null ? [] : [quiet(' SHA-256 of the text '), span(sha256, 'HASH')]),
    ...(missing.length === 0 ? [] : [quiet(` Not recorded: ${missing.join(', ')}.`)]),
  );
}

/** Whether the publisher is a party to the conflict, where that was assessed. */
function partyInWords({ partyToConflict }: Exhibit): string {
  if (partyToConflict === null) return '';
  return partyToConflict ? ' The publisher is a party to the conflict.' : ' The publisher is no party to the conflict.';
}

/** Who took the copy that was read, when and how. */
function collectionInWords({ collectedBy, collectedAt, collectedWith }: Exhibit): string {
  const parts = [
    ...(collectedBy ? [`by ${collectedBy}`] : []),
    ...(collectedAt ? [`on ${datesInWords(collectedAt)}`] : []),
    ...(collectedWith ? [`with: ${withoutDot(collectedWith)}`] : []),
  ];
  return parts.length === 0 ? '' : ` Collected ${parts.join(' ')}.`;
}

function address(name: string, url: string | null): TextSpan[] {
  if (url === null) return [];
  return [quiet(name), isWebAddress(url) ? { text: url, href: url, style: 'QUIET' } : quiet(url), span(' ')];
}
