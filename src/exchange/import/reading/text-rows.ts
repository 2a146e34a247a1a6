import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { encodingNamed, encodingOf, textIn } from './encoding.js';

/** The rows of a table that is a text: which encoding it has, and what stands between its cells. */

/** The cells of one row, numbered as spreadsheet programs number it. */
export interface CellRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** How to read a table, and who hears what the reader has found out about it. */
export interface ReadingOptions {
  /** The encoding; found out where it is not stated. */
  readonly encoding?: string | undefined;
  readonly onNote?: (text: string, example?: string) => void;
}

interface TextLayout {
  readonly encoding: string;
  readonly delimiter: string;
  readonly isQuoted: boolean;
  /** The first line says what stands between cells (`sep=;`), and is no row of the table. */
  readonly hasHint: boolean;
}

const SEPARATORS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };
const FIRST_LINE = 100_000;

/** The rows of a text: commas, semicolons or tabs between cells, any line ends, quoted line breaks. */
export async function* textRows(path: string, { encoding: name, onNote }: ReadingOptions): AsyncGenerator<CellRow> {
  const encoding = name === undefined ? await encodingOf(path) : encodingNamed(name);
  const layout = await layoutOf(path, encoding);
  const note = noteOf(layout, name !== undefined);
  if (note !== undefined) onNote?.(note);
  let number = 0;
  for await (const cells of parsed(path, layout)) {
    if (number > 0 || !layout.hasHint) yield { number: layout.hasHint ? number : number + 1, cells };
    number += 1;
  }
}

/** What a person should know of how the file was read; nothing of the usual way. */
function noteOf({ encoding, delimiter, isQuoted }: TextLayout, isStated: boolean): string | undefined {
  const parts = [
    ...(encoding === 'utf-8' ? [] : [`in the encoding ${encoding}${isStated ? '' : ', which was found out'}`]),
    ...(delimiter === ',' ? [] : [`with ${SEPARATORS[delimiter] ?? JSON.stringify(delimiter)} between cells`]),
    ...(isQuoted ? [] : ['with quotes as characters like any other']),
  ];
  return parts.length === 0 ? undefined : `Read ${parts.join(', ')}.`;
}

async function layoutOf(path: string, encoding: string): Promise<TextLayout> {
  const first = await firstLine(path, encoding);
  const hint = /^"?sep=(.)"?$/i.exec(first.trimEnd())?.[1];
  const delimiter = hint ?? delimiterOf(first, path);
  const layout = { encoding, delimiter, isQuoted: true, hasHint: hint !== undefined };
  return { ...layout, isQuoted: delimiter !== '\t' || (await isQuoted(path, layout)) };
}

async function firstLine(path: string, encoding: string): Promise<string> {
  let text = '';
  for await (const piece of textIn(path, encoding)) {
    text += piece;
    const end = text.search(/[\r\n]/);
    if (end >= 0) return text.slice(0, end);
    if (text.length > FIRST_LINE) break;
  }
  return text;
}

/** What stands between the headings: what is there most often outside quotes. */
function delimiterOf(heading: string, path: string): string {
  const usual = ['.tsv', '.tab'].includes(extname(path).toLowerCase()) ? '\t' : ',';
  const bare = heading.replace(/(^|[,;\t])"(?:[^"]|"")*"(?=[,;\t]|$)/g, '$1');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [usual, ...Object.keys(SEPARATORS)].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function parsed(path: string, { encoding, delimiter, isQuoted }: TextLayout): AsyncIterable<string[]> {
  const quote = isQuoted ? '"' : false;
  const parser = parse({ delimiter, quote, relax_column_count: true, max_record_size: 1_000_000 });
  const text = Readable.from(textIn(path, encoding));
  text.on('error', (error) => parser.destroy(error));
  return text.pipe(parser);
}

/**
 * Whether the quotes of a tab-separated file enclose cells. Most programs write none, and a quote is then a character like
 * any other: read as enclosing, such a file breaks off, or has rows with more cells than columns.
 */
async function isQuoted(path: string, layout: TextLayout): Promise<boolean> {
  let columns: number | undefined;
  let isHint = layout.hasHint;
  try {
    for await (const { length } of parsed(path, layout)) {
      if (!isHint) columns ??= length;
      if (!isHint && length > (columns ?? 0)) return false;
      isHint = false;
    }
    return true;
  } catch (error) {
    if (error instanceof CsvError) return false;
    throw error;
  }
}
