import type { IRunOptions, Table } from 'docx';
import type { DossierChain, DossierUnit } from './chains.rules.js';
import type { Dossier, DossierElement, DossierNotice } from './dossier.rules.js';
import { isWebAddress } from './html.js';
import type { DossierItem, DossierSource } from './sources.rules.js';
import { type Block, type WordCell, WordWriter } from './word-writer.js';
import {
  asHeading,
  basisLines,
  COVER_LEGEND,
  coverInWords,
  itemFacts,
  type LabelledValue,
  linkLabel,
  placeLines,
  SECTIONS,
  sourceLines,
} from './wording.js';

/** The dossier as a Word file: the same parts and words as the page, with the chain as a table by level. */
export async function dossierDocx(dossier: Dossier): Promise<Buffer> {
  const word = await WordWriter.open();
  return word.file(`Dossier: ${dossier.person.name}, ${dossier.incident.title}`, [
    ...head(word, dossier),
    word.heading(1, `1. ${SECTIONS.matrix}`),
    overview(word, dossier),
    ...dossier.elements.flatMap((element, index) => elementBlocks(word, element, index)),
    word.heading(1, `2. ${SECTIONS.chain}`),
    ...chainBlocks(word, dossier),
    word.heading(1, `3. ${SECTIONS.notices}`),
    ...noticeBlocks(word, dossier),
    word.heading(1, `4. ${SECTIONS.sources}`),
    sourceTable(word, dossier.sources),
    word.heading(1, `5. ${SECTIONS.gaps}`),
    gapTable(word, dossier),
    word.heading(1, `6. ${SECTIONS.basis}`),
    ...lines(word, basisLines(dossier.basis)),
  ]);
}

const BOLD: IRunOptions = { bold: true };

function head(word: WordWriter, { person, incident, on, presumption, framework, warnings, place, basis }: Dossier) {
  return [
    word.title(person.name),
    word.text([incident.title, BOLD], [`: assessed as of ${on}, under ${framework.title}`]),
    word.framed([presumption, BOLD]),
    word.framed([basis.notice]),
    ...item(word, incident),
    ...warnings.map((warning) => word.text(['Note. ', BOLD], [warning])),
    ...lines(word, [['Test', framework.basis], ['Its test of knowledge', framework.knowledge], ...placeLines(place)]),
  ];
}

const lines = (word: WordWriter, all: readonly LabelledValue[]) =>
  all.map(([name, value]) => word.text([`${name}: `, { color: '555555' }], [value]));

const item = (word: WordWriter, { sources, ...rest }: DossierItem): Block[] => [
  word.text([`${rest.says} [${sources.join(', ')}]`]),
  word.small(itemFacts({ ...rest, sources })),
];

function overview(word: WordWriter, { elements }: Dossier): Table {
  return word.table(
    [28, 48, 24],
    ['Element', 'What it asks', 'What the sources give'],
    elements.map(({ element, meaning, grade }) => [
      [word.text([asHeading(element)])],
      [word.text([meaning])],
      [word.text([asHeading(grade), BOLD])],
    ]),
  );
}

function elementBlocks(word: WordWriter, element: DossierElement, index: number): Block[] {
  const { meaning, grade, gradeMeaning, supporting, weighingAgainst, context, missing, rules } = element;
  const parts: readonly (readonly [string, WordCell[]])[] = [
    ['Supporting', itemCells(word, supporting)],
    ['Weighing against', itemCells(word, weighingAgainst)],
    ['Context, not graded', itemCells(word, context)],
    ['Missing', missing.map((sentence) => [word.text([sentence])])],
    ['Rule applied', rules.map(({ id, sentence, basis }) => [word.text([`${id}: ${sentence}`]), word.small(basis)])],
  ];
  const rows = parts.flatMap(([name, cells]) => cells.map((cell) => [[word.text([name, BOLD])], cell]));
  return [
    word.heading(2, `1.${index + 1} ${asHeading(element.element)}: ${asHeading(grade)}`),
    word.text([meaning]),
    word.small(`${asHeading(grade)} means: ${gradeMeaning}`),
    word.table([24, 76], null, rows),
  ];
}

const itemCells = (word: WordWriter, items: readonly DossierItem[]): WordCell[] =>
  items.length === 0 ? [[word.text(['None in the sources under this lens.'])]] : items.map((one) => item(word, one));

function chainBlocks(word: WordWriter, { named, chains }: Dossier): Block[] {
  if (named.length === 0) return [word.text(['No source names a unit or person for the incident.'])];
  return [
    word.text(['A chain alone does not show effective control.']),
    word.small(COVER_LEGEND),
    ...named.flatMap(({ subject, attributions }) => [
      word.heading(2, `Named: ${subject.name}`),
      ...attributions.flatMap((one) => item(word, one)),
    ]),
    ...chains.flatMap((chain) => [
      word.heading(2, `Above ${chain.unit.name} on ${chain.on}`),
      ...chain.warnings.map((warning) => word.text(['Note. ', BOLD], [warning])),
      levelTable(word, chain),
    ]),
  ];
}

/** The chain from the top down: each unit with its posts, and the links that lead up to it. */
function levelTable(word: WordWriter, { levels, links }: DossierChain): Table {
  const units = [...levels].reverse().flatMap(({ level, units: some }) => some.map((unit) => ({ level, unit })));
  return word.table(
    [8, 46, 46],
    ['Level', 'Unit, and who held which post', 'Links by which units stand under it'],
    units.map(({ level, unit }) => [
      [word.text([String(level)])],
      unitCell(word, unit),
      links
        .filter(({ superiorId }) => superiorId === unit.unit.id)
        .flatMap((link) => [
          word.text([linkLabel(link).join(', '), BOLD]),
          ...link.items.flatMap((one) => item(word, one)),
        ]),
    ]),
  );
}

const unitCell = (word: WordWriter, { unit, posts, otherLinks, gaps }: DossierUnit): Block[] => [
  word.text([unit.name, BOLD]),
  ...posts.flatMap(({ person, role, cover, isSubject, items }) => [
    word.text(
      [`${asHeading(role)}: `],
      [person.name, isSubject ? BOLD : {}],
      [`${isSubject ? ' (asked about)' : ''}, ${coverInWords(cover)}`],
    ),
    ...items.flatMap((one) => item(word, one)),
  ]),
  ...otherLinks.flatMap((one) => item(word, one)),
  ...gaps.map(({ meaning }) => word.small(`Gap: ${meaning}`)),
];

function noticeBlocks(word: WordWriter, { notices, earlierIncidents }: Dossier): Block[] {
  const earlier = earlierIncidents.map(({ name }) => name).join('; ') || 'none in the sources';
  return [
    word.text([`Earlier incidents of the same kind by units then under the person: ${earlier}.`]),
    word.text([
      'Occasions on which the person could have learned of the incident. They do not show that the person did.',
    ]),
    word.table(
      [14, 56, 30],
      ['When', 'What', 'What it bears on'],
      notices.map((notice) => noticeRow(word, notice)),
    ),
  ];
}

const noticeRow = (word: WordWriter, notice: DossierNotice): WordCell[] => [
  [word.text([notice.on])],
  [
    word.text([
      `${notice.kindMeaning} About ${notice.isEarlier ? 'the earlier incident ' : ''}${notice.incident.name}.`,
    ]),
    ...item(word, notice.item),
  ],
  [word.text([`${notice.timeMeaning} ${notice.bearsOnMeaning}`])],
];

function sourceTable(word: WordWriter, sources: readonly DossierSource[]): Table {
  return word.table(
    [8, 92],
    ['No.', 'Source'],
    sources.map((source) => [
      [word.text([String(source.number)])],
      [
        word.text([source.title, BOLD]),
        ...lines(word, sourceLines(source)),
        ...address(word, 'Address', source.url),
        ...address(word, 'Archived copy', source.archivedUrl),
      ],
    ]),
  );
}

function address(word: WordWriter, name: string, url: string | null): Block[] {
  if (!url) return [];
  return isWebAddress(url) ? [word.link(name, url)] : lines(word, [[name, url]]);
}

const gapTable = (word: WordWriter, { gaps }: Dossier) =>
  word.table(
    [30, 70],
    ['Where', 'What is missing'],
    gaps.map(({ at, where, missing }) => [
      [word.text([at === 'ELEMENT' ? asHeading(where) : where])],
      missing.map((sentence) => word.text([sentence])),
    ]),
  );
