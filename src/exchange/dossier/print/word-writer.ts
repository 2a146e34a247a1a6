import type { FileChild, IRunOptions, Paragraph, ParagraphChild, Table } from 'docx';
import type { Cell, Column, Heading, Line, Row, TextSpan } from './block.js';

/** Writes the shapes that a document is made of with the `docx` package, which is loaded when first needed. */

export type WordBlock = Paragraph | Table;

/** What a file says of itself. */
export interface WordProperties {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
}

/** A4 with margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_020;
export const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const FONT = 'Arial';
const GREY = '444444';

const STYLES: Readonly<Record<NonNullable<TextSpan['style']>, IRunOptions>> = {
  STRONG: { bold: true },
  QUIET: { size: 16, color: GREY },
  HASH: { size: 13, color: GREY, font: 'Consolas' },
};

/** What the names of bookmarks begin with; a number follows. */
const BOOKMARK = 'place_';

const NO_BORDER = { style: 'none', size: 0, color: 'auto' } as const;
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const;

/** A box of a chart, or the space between two; its width is in twentieths of a point. */
export interface WordBox {
  readonly width: number;
  readonly lines: Cell;
  readonly frame: 'NONE' | 'THIN' | 'HEAVY';
}

interface CellOptions {
  readonly fill?: string;
  readonly anchors?: readonly string[];
  readonly keepNext?: boolean;
}

export class WordWriter {
  /** Word takes short names of bookmarks only. */
  private readonly bookmarks = new Map<string, string>();

  private constructor(private readonly docx: typeof import('docx')) {}

  static async open(): Promise<WordWriter> {
    return new WordWriter(await import('docx'));
  }

  title(text: string): WordBlock {
    return new this.docx.Paragraph({ heading: 'Title', children: this.runs([{ text }]) });
  }

  heading({ depth, text, anchor }: Heading): WordBlock {
    const children = this.bookmarked(anchor, this.runs([{ text }]));
    return new this.docx.Paragraph({ heading: depth === 1 ? 'Heading1' : 'Heading2', keepNext: true, children });
  }

  /**
   * The contents: each heading leads to its place and names its page, which every word processor counts for itself. The
   * package's own table of contents shows its instructions as text outside of Word, and no pages.
   */
  contents(headings: readonly Heading[]): WordBlock[] {
    const { Paragraph, InternalHyperlink, PageReference, Tab, TextRun } = this.docx;
    return headings.map(({ text, anchor }) => {
      const place = this.bookmarkOf(anchor);
      const title = new InternalHyperlink({ anchor: place, children: [new TextRun({ text: clean(text) })] });
      const children = [title, new TextRun({ children: [new Tab()] }), new PageReference(place)];
      return new Paragraph({ tabStops: [{ type: 'right', position: TEXT_WIDTH, leader: 'dot' }], children });
    });
  }

  text(line: Line, keepNext = false): WordBlock {
    return new this.docx.Paragraph({ spacing: { after: 60 }, keepNext, children: this.runs(line) });
  }

  /** The space behind a table, of so many twentieths of a point. Word joins tables that nothing stands between. */
  gap(height: number, keepNext = false): WordBlock {
    const spacing = { before: 0, after: 0, line: height, lineRule: 'exact' } as const;
    return new this.docx.Paragraph({ spacing, keepNext, children: [] });
  }

  /** Paragraphs in one frame. */
  framed(lines: Cell): WordBlock[] {
    const side = { style: 'single', size: 12, space: 6, color: '000000' } as const;
    const border = { top: side, bottom: side, left: side, right: side };
    return lines.map(
      (line) => new this.docx.Paragraph({ border, spacing: { after: 60 }, keepLines: true, children: this.runs(line) }),
    );
  }

  /**
   * A table whose heads are repeated on every page. Its rows may go on on the next page, between two lines: LibreOffice
   * leaves out the rest of a table where a row that must not be split just fails to fit on the page.
   */
  table(columns: readonly Column[], rows: readonly Row[]): Table {
    const { TableRow } = this.docx;
    const widths = columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / 100));
    const heads = columns.map(({ name }, at) =>
      this.cell([[{ text: name, style: 'STRONG' }]], widths[at] ?? 0, { fill: 'EEEEEE', keepNext: true }),
    );
    const body = rows.map(
      ({ anchors = [], cells }) =>
        new TableRow({
          children: cells.map((lines, at) => this.cell(lines, widths[at] ?? 0, at === 0 ? { anchors } : {})),
        }),
    );
    return new this.docx.Table({
      width: { size: TEXT_WIDTH, type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      rows: [new TableRow({ tableHeader: true, children: heads }), ...body],
    });
  }

  /** Names with what stands behind them, without lines around. */
  fields(names: readonly (readonly [name: string, lines: Cell])[]): Table {
    const widths = [Math.round(TEXT_WIDTH * 0.2), Math.round(TEXT_WIDTH * 0.8)];
    return new this.docx.Table({
      width: { size: TEXT_WIDTH, type: 'dxa' },
      columnWidths: widths,
      layout: 'fixed',
      borders: NO_BORDERS,
      rows: names.map(
        ([name, lines]) =>
          new this.docx.TableRow({
            children: [this.cell([[{ text: name, style: 'QUIET' }]], widths[0] ?? 0), this.cell(lines, widths[1] ?? 0)],
          }),
      ),
    });
  }

  /** Rows of boxes, one below the other; a page ends between two of them only. */
  chart(rows: readonly (readonly WordBox[])[]): WordBlock[] {
    const { Table: Grid, TableRow, TableCell } = this.docx;
    return rows.flatMap((boxes) => [
      new Grid({
        width: { size: TEXT_WIDTH, type: 'dxa' },
        columnWidths: boxes.map(({ width }) => width),
        layout: 'fixed',
        borders: NO_BORDERS,
        rows: [
          new TableRow({
            cantSplit: true,
            children: boxes.map(
              ({ width, lines, frame }) =>
                new TableCell({
                  width: { size: width, type: 'dxa' },
                  margins: { top: 40, bottom: 40, left: 90, right: 90 },
                  borders: bordersOf(frame),
                  children: this.cellText(lines, { keepNext: true }),
                }),
            ),
          }),
        ],
      }),
      this.gap(20, true),
    ]);
  }

  /** The file, with the notice and the number on every page. */
  async file({ title, subject, author }: WordProperties, children: readonly FileChild[]): Promise<Buffer> {
    const { Document, Packer, Header, Footer, Paragraph: P, TextRun, PageNumber } = this.docx;
    const notice =
      'A map of what sources say, not a finding of responsibility. Every person is presumed innocent until finally convicted.';
    // A style of the line, not of its text: some word processors give the numbers of pages no other.
    const margin = { id: 'PageMargin', name: 'Page margin', basedOn: 'Normal', run: { size: 15, color: GREY } };
    const page = new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
    const heading = (size: number, before: number, after: number) => ({
      run: { font: FONT, size, bold: true },
      paragraph: { spacing: { before, after } },
    });
    const file = new Document({
      title: clean(title),
      subject: clean(subject),
      creator: author,
      lastModifiedBy: author,
      styles: {
        paragraphStyles: [margin],
        default: {
          document: { run: { font: FONT, size: 18 } },
          title: { run: { font: FONT, size: 36, bold: true } },
          heading1: heading(24, 280, 100),
          heading2: heading(20, 180, 60),
        },
      },
      sections: [
        {
          properties: {
            page: { size: PAGE, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
          },
          headers: {
            default: new Header({ children: [new P({ style: margin.id, children: [new TextRun(notice)] })] }),
          },
          footers: {
            default: new Footer({ children: [new P({ style: margin.id, alignment: 'right', children: [page] })] }),
          },
          children: [...children],
        },
      ],
    });
    return Packer.toBuffer(file);
  }

  private cell(lines: Cell, width: number, { fill, ...text }: CellOptions = {}) {
    return new this.docx.TableCell({
      width: { size: width, type: 'dxa' },
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      children: this.cellText(lines, text),
      ...(fill !== undefined && { shading: { fill } }),
    });
  }

  /** The lines of a cell, the first of which links may lead to; a cell has at least one. */
  private cellText(lines: Cell, { anchors = [], keepNext = false }: Omit<CellOptions, 'fill'>): WordBlock[] {
    const [first = [], ...others] = lines;
    const led = anchors.reduce((inner, anchor) => this.bookmarked(anchor, inner), this.runs(first));
    return [led, ...others.map((line) => this.runs(line))].map(
      (children, at) =>
        new this.docx.Paragraph({
          spacing: { after: at < others.length ? 40 : 0 },
          keepLines: true,
          keepNext,
          children,
        }),
    );
  }

  /** Text that links lead to. The package would give each bookmark the same number, which Word does not bear. */
  private bookmarked(anchor: string, children: ParagraphChild[]): ParagraphChild[] {
    const name = this.bookmarkOf(anchor);
    const number = Number(name.slice(BOOKMARK.length));
    return [
      new this.docx.BookmarkStart(name, number),
      ...children,
      new this.docx.BookmarkEnd(number),
    ] as ParagraphChild[];
  }

  private bookmarkOf(anchor: string): string {
    const name = this.bookmarks.get(anchor) ?? `${BOOKMARK}${this.bookmarks.size + 1}`;
    this.bookmarks.set(anchor, name);
    return name;
  }

  private runs(line: Line): ParagraphChild[] {
    return line.map(({ text, style, href, to }) => {
      const linked = { ...(style && STYLES[style]), style: 'Hyperlink' };
      const run = (options: IRunOptions = {}) => new this.docx.TextRun({ ...options, text: clean(text) });
      if (to !== undefined)
        return new this.docx.InternalHyperlink({ anchor: this.bookmarkOf(to), children: [run(linked)] });
      if (href !== undefined) return new this.docx.ExternalHyperlink({ link: href, children: [run(linked)] });
      return run(style && STYLES[style]);
    });
  }
}

function bordersOf(frame: WordBox['frame']) {
  const side =
    frame === 'NONE' ? NO_BORDER : ({ style: 'single', size: frame === 'HEAVY' ? 18 : 6, color: '111111' } as const);
  return { top: side, bottom: side, left: side, right: side };
}

/** Characters that XML cannot hold are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
