import type { FileChild } from 'docx';
import type { DossierChain } from '../chains.rules.js';
import type { Dossier } from '../dossier.rules.js';
import { isWebAddress } from '../html.js';
import { type Block, type Cell, type Heading, type Line, line, quiet, strong } from './block.js';
import { CHART_WIDTH, type ChartCell, type ChartRow, chartOf } from './chart.js';
import { documentOf } from './document.js';
import { TEXT_WIDTH, type WordBox, WordWriter } from './word-writer.js';
import { asHeading, coverInWords, linkLabel, linksAway, plain } from './wording.js';

/** The document as a Word file: the same blocks and words as the page, with the charts as boxes that Word can edit. */
export async function dossierDocx(dossier: Dossier): Promise<Buffer> {
  const word = await WordWriter.open();
  const { blocks, ...properties } = documentOf(dossier);
  const headings = blocks.filter((block): block is Heading => block.is === 'HEADING' && block.depth === 1);
  return word.file(
    properties,
    blocks.flatMap((block, index) => blockWord(word, block, headings, blocks[index + 1])),
  );
}

function blockWord(word: WordWriter, block: Block, headings: readonly Heading[], next: Block | undefined): FileChild[] {
  switch (block.is) {
    case 'TITLE':
      return [word.text([quiet(block.kind.toUpperCase())]), word.title(block.title), word.text([strong(block.about)])];
    case 'HEADING':
      return [word.heading(block)];
    case 'CONTENTS':
      return [word.text([quiet('CONTENTS')], true), ...word.contents(headings)];
    case 'TEXT':
      return [word.text(linksOnly(block.line), next?.is === 'TABLE' || next?.is === 'CHART')];
    case 'FRAME':
      return word.framed(block.lines.map(linksOnly));
    case 'FIELDS':
      return [word.fields(block.fields.map(({ name, lines }) => [name, lines.map(linksOnly)])), word.gap(60)];
    case 'TABLE': {
      const rows = block.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map(linksOnly)) }));
      return [word.table(block.columns, rows), word.gap(120)];
    }
    case 'CHART':
      return [...word.chart(chartRows(block.chain)), word.gap(120)];
  }
}

/** Only an address of the web becomes a link. */
const linksOnly = (some: Line): Line =>
  some.map(({ href, ...span }) => (href !== undefined && isWebAddress(href) ? { ...span, href } : span));

/** The rows of the chart as on the page: boxes of units, and between two rows the links that lead up, each with its label. */
function chartRows(chain: DossierChain): WordBox[][] {
  return chartOf(chain).flatMap((row, index) => [
    ...(index > 0
      ? [
          boxesOf(
            row.cells,
            (cell) => linkLines(cell, row, chain),
            () => 'NONE',
          ),
        ]
      : []),
    boxesOf(row.cells, unitLines, ({ unit }) =>
      unit === null ? 'NONE' : unit.posts.some(({ isSubject }) => isSubject) ? 'HEAVY' : 'THIN',
    ),
  ]);
}

/** The cells of a row with the spaces between them, over the whole width of the text. */
function boxesOf(
  cells: readonly ChartCell[],
  linesOf: (cell: ChartCell) => Cell,
  frameOf: (cell: ChartCell) => WordBox['frame'],
): WordBox[] {
  const scale = (length: number) => Math.round((length * TEXT_WIDTH) / CHART_WIDTH);
  const space = (width: number): WordBox[] => (width > 0 ? [{ width, lines: [], frame: 'NONE' }] : []);
  let end = 0;
  const boxes = cells
    .filter(({ unit }) => unit !== null)
    .flatMap((cell): WordBox[] => {
      const before = scale(cell.x) - end;
      end = scale(cell.x + cell.width);
      return [...space(before), { width: scale(cell.width), lines: linesOf(cell), frame: frameOf(cell) }];
    });
  return [...boxes, ...space(TEXT_WIDTH - end)];
}

function unitLines({ unit, level }: ChartCell): Cell {
  if (unit === null) return [];
  return [
    line(quiet(linksAway(level))),
    line(strong(unit.unit.name)),
    ...unit.posts.map(({ person, role, cover, isSubject }) =>
      line(`${asHeading(role)}: `, isSubject ? strong(person.name) : person.name, `, ${coverInWords(cover)}`),
    ),
    ...(unit.competingHolders.length > 0 ? [line(quiet('Sources name several commanders for the day.'))] : []),
    ...unit.gaps.map(({ meaning }) => line(quiet(plain(meaning)))),
  ];
}

/** The links that leave a unit upward; where there are several superiors, each says to which it leads. */
function linkLines({ unit }: ChartCell, { wires }: ChartRow, { levels }: DossierChain): Cell {
  const names = new Map(levels.flatMap(({ units }) => units.map((one) => [one.unit.id, one.unit.name])));
  return wires
    .filter(({ leavesUnit, link }) => leavesUnit && link.subordinateId === unit?.unit.id)
    .map(({ link }) => line(`▲ ${linkLabel(link).join(', ')}`, quiet(` to ${names.get(link.superiorId) ?? ''}`)));
}
