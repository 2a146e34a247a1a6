import { readFile, stat } from 'node:fs/promises';
import { type AsyncUnzipOptions, type Unzipped, unzip } from 'fflate';
import { SaxesParser } from 'saxes';
import { cellText, type NumberFormat, numberFormat } from './workbook-cells.js';

/** Reads workbooks of XLSX: one sheet at a time, row by row. A workbook may be hostile, so what it may unpack to is bounded. */

/** A workbook, or a sheet of it, that cannot be read. */
export class WorkbookError extends Error {
  constructor(
    readonly expected: string,
    readonly got: string,
    message: string,
  ) {
    super(message);
  }
}

/** The most that is unpacked of one sheet with the texts of its workbook, in bytes. */
export const MOST_UNPACKED = 100_000_000;
const MOST_COLUMNS = 2_000;
/** As much of a sheet as is parsed at once. */
const PIECE = 65_536;

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its file within the workbook. */
  readonly part: string;
}

interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  readonly texts: string | undefined;
  readonly styles: string | undefined;
}

export type SheetCells = readonly [row: number, cells: readonly string[]];
type Note = (text: string, example?: string) => void;

/** The sheets of a workbook in their order. */
export const sheetsOf = async (file: string): Promise<readonly WorkbookSheet[]> => (await workbookOf(file)).sheets;

/** The rows of a sheet that have cells. Where no sheet is named, the workbook must have one only. */
export async function* sheetRows(file: string, name: string | undefined, onNote: Note): AsyncGenerator<SheetCells> {
  const workbook = await workbookOf(file);
  const { sheets } = workbook;
  const sheet = name === undefined && sheets.length === 1 ? sheets[0] : sheets.find((one) => one.name === name);
  if (!sheet)
    throw new WorkbookError(
      `a sheet of the workbook: ${sheets.map((one) => one.name).join(', ')}`,
      name ?? 'no sheet',
      'Name the sheet as FILE.xlsx#SHEET.',
    );
  if (sheet.isHidden) onNote('This sheet is hidden in its workbook; it is read like any other.');
  const parts = await partsOf(file, [sheet.part, workbook.texts, workbook.styles]);
  const texts = parts.get(workbook.texts ?? '');
  const styles = parts.get(workbook.styles ?? '');
  const read = {
    is1904: workbook.is1904,
    texts: texts ? textsIn(texts) : [],
    formats: styles ? formatsIn(styles) : [],
  };
  yield* rowsIn(parts.get(sheet.part) ?? '', read, onNote);
}

async function workbookOf(file: string): Promise<Workbook> {
  const [book, links] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
  const parts = await partsOf(file, [book, links]);
  const [content, relations] = [parts.get(book), parts.get(links)];
  if (content === undefined || relations === undefined)
    throw new WorkbookError('an XLSX workbook', 'another kind of file', 'Save the table as XLSX or CSV.');
  const targets = new Map<string, string>();
  let [texts, styles]: (string | undefined)[] = [];
  parse(relations, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship') return;
      const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      targets.set(Id, part);
      if (Type.endsWith('/sharedStrings')) texts = part;
      if (Type.endsWith('/styles')) styles = part;
    },
  });
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  parse(content, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const link = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const part = targets.get(link);
      const isHidden = !['visible', undefined].includes(attributes.state);
      if (part?.startsWith('xl/worksheets/')) sheets.push({ name: attributes.name ?? '', isHidden, part });
    },
  });
  return { sheets, is1904, texts, styles };
}

/** Unpacks some files of a workbook. Each has at most the size that the archive states, and all together are bounded. */
async function partsOf(file: string, names: readonly (string | undefined)[]): Promise<Map<string, string>> {
  const { size } = await stat(file);
  let unpacked = size;
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
    const isPart = names.includes(name);
    if (isPart) unpacked += originalSize;
    return isPart && unpacked <= MOST_UNPACKED;
  };
  const files = size > MOST_UNPACKED ? {} : await unpack(await readFile(file), { filter }).catch(notAnArchive);
  if (unpacked > MOST_UNPACKED)
    throw new WorkbookError(
      `a sheet of at most ${MOST_UNPACKED} bytes unpacked`,
      `${unpacked} bytes`,
      'This sheet is too large to be read from a workbook; save it as CSV.',
    );
  const decoder = new TextDecoder('utf-8');
  return new Map(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

const unpack = (archive: Uint8Array, options: AsyncUnzipOptions) =>
  new Promise<Unzipped>((resolve, reject) => {
    unzip(archive, options, (error, files) => (error ? reject(error) : resolve(files)));
  });

function notAnArchive(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  throw new WorkbookError('an XLSX workbook', 'an archive that cannot be read', `${message}.`);
}

type Attributes = Readonly<Record<string, string>>;
interface Handlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

function parserOf({ open, close, text }: Handlers): SaxesParser {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => open?.(local(name), attributes));
  parser.on('closetag', ({ name }) => close?.(local(name)));
  parser.on('text', (words) => text?.(words));
  parser.on('error', (error) => {
    throw new WorkbookError('an XLSX workbook', 'XML that cannot be read', error.message);
  });
  return parser;
}

const parse = (content: string, handlers: Handlers) => parserOf(handlers).write(content).close();

/** The texts of the cells; of a rich text the runs, without the readings that stand above Japanese. */
function textsIn(content: string): string[] {
  const texts: string[] = [];
  let [text, isText, isReading] = ['', false, false];
  parse(content, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    close: (name) => {
      if (name === 'si') texts.push(text);
      if (name === 'rPh') isReading = false;
      isText = false;
    },
    text: (words) => {
      if (isText) text += words;
    },
  });
  return texts;
}

/** How each style of the workbook shows a number. */
function formatsIn(content: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isCells = false;
  parse(content, {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') isCells = true;
      if (name === 'xf' && isCells) formats.push(numberFormat(Number(numFmtId ?? 0), codes.get(Number(numFmtId))));
    },
    close: (name) => {
      if (name === 'cellXfs') isCells = false;
    },
  });
  return formats;
}

interface ReadParts {
  readonly is1904: boolean;
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
}

function* rowsIn(content: string, { is1904, texts, formats }: ReadParts, onNote: Note): Generator<SheetCells> {
  let rows: SheetCells[] = [];
  let [row, column, cells]: [number, number, string[]] = [0, 0, []];
  let cell: { readonly type: string; readonly style?: string | undefined; value: string } | undefined;
  let [isValue, isFormula] = [false, false];
  const closeCell = () => {
    const { value, type, style } = cell ?? { value: '', type: 'n' };
    cell = undefined;
    if (value === '' && isFormula)
      onNote('A formula has no value: open the workbook in a program for spreadsheets and save it.', `row ${row}`);
    if (value === '') return;
    while (cells.length < column - 1) cells.push('');
    const words = type === 's' ? (texts[Number(value)] ?? '') : value;
    cells.push(cellText(type, words, formats[Number(style ?? 0)], is1904, onNote));
  };
  const parser = parserOf({
    open: (name, attributes) => {
      if (name === 'row') [row, column, cells] = [Number(attributes.r ?? row + 1), 0, []];
      if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell = { type: attributes.t ?? 'n', style: attributes.s, value: '' };
        isFormula = false;
      }
      isFormula ||= name === 'f';
      isValue = cell !== undefined && (name === 'v' || name === 't');
      if (name === 'mergeCell')
        onNote('Cells are merged: the text stands in the first of them, and the others are empty.', attributes.ref);
    },
    close: (name) => {
      isValue = false;
      if (name === 'row' && cells.length > 0) rows.push([row, cells]);
      if (name === 'c') closeCell();
    },
    text: (words) => {
      if (isValue && cell) cell.value += words;
    },
  });
  for (let at = 0; at < content.length; at += PIECE) {
    parser.write(content.slice(at, at + PIECE));
    yield* rows;
    rows = [];
  }
  parser.close();
  yield* rows;
}

/** The number of a column, from a place such as `BC12`. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(place)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  if (column >= 1 && column <= MOST_COLUMNS) return column;
  throw new WorkbookError(`at most ${MOST_COLUMNS} columns`, `a cell at ${place}`, 'The sheet is too wide to be read.');
}
