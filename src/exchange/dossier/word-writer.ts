import type { FileChild, IRunOptions, Paragraph, Table } from 'docx';

/** Writes the few shapes of text that a dossier is made of with the `docx` package, which is loaded when first needed. */

export type Block = Paragraph | Table;
/** The paragraphs of one cell of a table. */
export type WordCell = readonly Block[];
type Run = readonly [text: string, style?: IRunOptions];

/** A4 with margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_020;
const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
const FONT = 'Arial';

export class WordWriter {
  private constructor(private readonly docx: typeof import('docx')) {}

  static async open(): Promise<WordWriter> {
    return new WordWriter(await import('docx'));
  }

  title(text: string): Block {
    return new this.docx.Paragraph({ heading: 'Title', children: this.runs([[text]]) });
  }

  heading(depth: 1 | 2, text: string): Block {
    const heading = depth === 1 ? 'Heading1' : 'Heading2';
    return new this.docx.Paragraph({ heading, keepNext: true, children: this.runs([[text]]) });
  }

  text(...runs: Run[]): Block {
    return new this.docx.Paragraph({ spacing: { after: 60 }, children: this.runs(runs) });
  }

  small(text: string): Block {
    return new this.docx.Paragraph({
      spacing: { after: 80 },
      children: this.runs([[text, { size: 15, color: '555555' }]]),
    });
  }

  /** A paragraph in a frame; several in a row share it. */
  framed(...runs: Run[]): Block {
    const side = { style: 'single', size: 12, space: 6, color: '000000' } as const;
    const border = { top: side, bottom: side, left: side, right: side };
    return new this.docx.Paragraph({ border, spacing: { after: 60 }, children: this.runs(runs) });
  }

  link(name: string, url: string): Block {
    const children = this.runs([[url, { style: 'Hyperlink' }]]);
    return new this.docx.Paragraph({
      children: [
        ...this.runs([[`${name}: `, { color: '555555' }]]),
        new this.docx.ExternalHyperlink({ link: url, children }),
      ],
    });
  }

  /** A table of columns with widths in percent; its heads are repeated on every page, and no row is split over two. */
  table(widths: readonly number[], heads: readonly string[] | null, rows: readonly (readonly WordCell[])[]): Table {
    const { Table: Grid, TableRow, TableCell } = this.docx;
    const columnWidths = widths.map((width) => Math.round((TEXT_WIDTH * width) / 100));
    const cell = (children: WordCell, index: number, shading?: { fill: string }) =>
      new TableCell({
        width: { size: columnWidths[index] ?? 0, type: 'dxa' },
        margins: { top: 40, bottom: 40, left: 90, right: 90 },
        children: children.length > 0 ? [...children] : [this.text([''])],
        ...(shading && { shading }),
      });
    const head = heads?.map((name, index) => cell([this.text([name, { bold: true }])], index, { fill: 'EEEEEE' }));
    const body = rows.map(
      (cells) => new TableRow({ cantSplit: true, children: cells.map((one, at) => cell(one, at)) }),
    );
    return new Grid({
      width: { size: TEXT_WIDTH, type: 'dxa' },
      columnWidths,
      layout: 'fixed',
      rows: [...(head ? [new TableRow({ tableHeader: true, children: head })] : []), ...body],
    });
  }

  /** The file, with the notice and the number on every page. */
  async file(title: string, children: readonly FileChild[]): Promise<Buffer> {
    const { Document, Packer, Header, Footer, Paragraph: P, TextRun, PageNumber } = this.docx;
    const notice =
      'A map of what sources say, not a finding of responsibility. Every person is presumed innocent until finally convicted.';
    const style = { size: 15, color: '444444' };
    const page = new TextRun({ ...style, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] });
    const file = new Document({
      title: clean(title),
      creator: 'accountability-graph',
      styles: {
        default: {
          document: { run: { font: FONT, size: 19 } },
          title: { run: { font: FONT, size: 34, bold: true } },
          heading1: { run: { font: FONT, size: 25, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
          heading2: { run: { font: FONT, size: 21, bold: true }, paragraph: { spacing: { before: 220, after: 80 } } },
        },
      },
      sections: [
        {
          properties: {
            page: { size: PAGE, margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN } },
          },
          headers: { default: new Header({ children: [new P({ children: this.runs([[notice, style]]) })] }) },
          footers: { default: new Footer({ children: [new P({ alignment: 'right', children: [page] })] }) },
          children: [...children],
        },
      ],
    });
    return Packer.toBuffer(file);
  }

  private runs(runs: readonly Run[]) {
    return runs.map(([text, style]) => new this.docx.TextRun({ ...style, text: clean(text) }));
  }
}

/** Characters that XML cannot hold are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
