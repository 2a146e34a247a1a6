import type { DossierChain } from '../chains.rules.js';

/** What a printed document is made of. Pages and Word files are written from the same blocks, so they say the same. */

/** A piece of a line. */
export interface TextSpan {
  readonly text: string;
  readonly style?: 'STRONG' | 'QUIET' | 'HASH';
  /** An address outside the document, or the anchor of a block inside it. */
  readonly href?: string;
  readonly to?: string;
}

/** A line of text. */
export type Line = readonly TextSpan[];

/** The lines of one cell. */
export type Cell = readonly Line[];

export interface Column {
  readonly name: string;
  /** Of the width of the page, in percent. */
  readonly width: number;
}

export interface Row {
  /** Places that a reader can be led to. */
  readonly anchors?: readonly string[];
  readonly cells: readonly Cell[];
}

export type Block =
  | { readonly is: 'TITLE'; readonly kind: string; readonly title: string; readonly about: string }
  | { readonly is: 'HEADING'; readonly depth: 1 | 2; readonly text: string; readonly anchor: string }
  | { readonly is: 'CONTENTS' }
  | { readonly is: 'TEXT'; readonly line: Line }
  | { readonly is: 'FRAME'; readonly lines: readonly Line[] }
  | { readonly is: 'FIELDS'; readonly fields: readonly LabelledLines[] }
  | { readonly is: 'TABLE'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | { readonly is: 'CHART'; readonly chain: DossierChain };

/** A name and what stands behind it. */
export interface LabelledLines {
  readonly name: string;
  readonly lines: Cell;
}

export type Heading = Extract<Block, { is: 'HEADING' }>;

export const span = (text: string, style?: TextSpan['style']): TextSpan => (style ? { text, style } : { text });
export const strong = (text: string): TextSpan => span(text, 'STRONG');
export const quiet = (text: string): TextSpan => span(text, 'QUIET');
/** A line begins with no blank, such as the one before the numbers of exhibits. */
export const line = (...parts: readonly (string | TextSpan)[]): Line =>
  parts
    .map((part) => (typeof part === 'string' ? span(part) : part))
    .map((part, at) => (at === 0 ? { ...part, text: part.text.trimStart() } : part));
export const text = (...parts: readonly (string | TextSpan)[]): Block => ({ is: 'TEXT', line: line(...parts) });
export const field = (name: string, ...lines: readonly (Line | string)[]): LabelledLines => ({
  name,
  lines: lines.map((one) => (typeof one === 'string' ? line(one) : one)),
});

type Widths = readonly (readonly [name: string, width: number])[];

export const tableOf = (columns: Widths, rows: readonly Row[]): Block => ({
  is: 'TABLE',
  columns: columns.map(([name, width]) => ({ name, width })),
  rows,
});

/** A table, or nothing where it has no rows. */
export const table = (columns: Widths, rows: readonly Row[]): Block[] =>
  rows.length === 0 ? [] : [tableOf(columns, rows)];

/** Numbers the headings of a document: 1, 1.1, 1.2, 2 … */
export function numbered(blocks: readonly Block[]): Block[] {
  let [section, part] = [0, 0];
  return blocks.map((block) => {
    if (block.is !== 'HEADING') return block;
    if (block.depth === 1) {
      section += 1;
      part = 0;
      return { ...block, text: `${section}. ${block.text}` };
    }
    part += 1;
    return { ...block, text: `${section}.${part} ${block.text}` };
  });
}
