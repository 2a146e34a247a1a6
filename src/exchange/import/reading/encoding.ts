import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { ApiError } from '../../../model/errors.js';
import { decoded, EncodingError, markedEncoding, type UnicodeEncoding } from './utf8.js';

/** Finds out how a table is encoded: older programs for spreadsheets do not write UTF-8. */

/** Encodings that a table may be found to have. Where several read it to the same text, the first one is named. */
const CANDIDATES = [
  'windows-1252',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
];

/**
 * How much surer one reading must be than any other reading of the same bytes, and how much likelier the first candidate
 * is than a detector of languages knows. Chosen on 54 short lists of names in 22 languages, of which they read 50 right and
 * leave 3 doubtful; other texts may do worse.
 */
const SURER = 1.2;
const LIKELIER = 1.5;
/** As much as is looked at, of the lines that are not plain ASCII. */
const SAMPLE = 65_536;
/** What a byte becomes that stands for nothing in an encoding. */
const NO_CHARACTER = /[\0\u0080-\u009f\uFFFD]/;
const REMEDY =
  'Say which encoding it is, such as --encoding windows-1251 (about { encoding } over the API), or save the file as UTF-8.';

/**
 * The encoding of a table: as its mark says, UTF-8 wherever that fits, else the one that reads most like a language.
 * Throws an `EncodingError` where it stays doubtful.
 */
export async function encodingOf(file: string): Promise<string> {
  const marked = await markedEncoding(file);
  if (marked !== 'utf-8') return marked;
  try {
    for await (const _piece of decoded(file, 'utf-8'));
    return 'utf-8';
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    if (error.got.startsWith('0x00')) throw new EncodingError(error.byte, error.got, error.expected, REMEDY);
    const sample = await linesBeyondAscii(file);
    if (isMostlyUtf8(sample)) throw error;
    const found = await recognised(sample);
    if (found) return found;
    throw new EncodingError(error.byte, error.got, 'UTF-8, or an encoding that can be recognised', REMEDY);
  }
}

/** The lines with other characters than ASCII, which are what tells encodings apart. */
async function linesBeyondAscii(file: string): Promise<Buffer> {
  const lines: Buffer[] = [];
  let length = 0;
  let rest = Buffer.alloc(0);
  const take = (bytes: Buffer) => {
    let from = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      keep(bytes.subarray(from, end + 1));
      from = end + 1;
    }
    return bytes.subarray(from);
  };
  const keep = (line: Buffer) => {
    if (length >= SAMPLE || !line.some((byte) => byte >= 0x80)) return;
    lines.push(line);
    length += line.length;
  };
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    rest = Buffer.from(take(Buffer.concat([rest, bytes])));
    if (length >= SAMPLE) break;
  }
  keep(rest);
  return Buffer.concat(lines).subarray(0, 2 * SAMPLE);
}

/** A damaged file of UTF-8 is no file of another encoding. */
function isMostlyUtf8(sample: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(sample);
  const bad = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return good >= bad;
}

/** Loaded when a file is not UTF-8: few are. */
async function recognised(sample: Buffer): Promise<string | undefined> {
  const { detectAll } = await import('jschardet');
  const likeliest = readingOf(sample, CANDIDATES[0]);
  const readings = detectAll(sample, { detectEncodings: CANDIDATES })
    .map(({ encoding, confidence }) => ({ confidence, text: readingOf(sample, encoding) }))
    .filter(({ text }) => text !== undefined)
    .map(({ confidence, text }) => ({ text, confidence: confidence * (text === likeliest ? LIKELIER : 1) }))
    .sort((a, b) => b.confidence - a.confidence);
  const [best] = readings;
  const other = readings.find(({ text }) => text !== best?.text);
  if (best === undefined || (other && best.confidence < other.confidence * SURER)) return undefined;
  return CANDIDATES.find((encoding) => readingOf(sample, encoding) === best.text);
}

/** The text of these bytes in an encoding; undefined where one of them stands for no character. */
function readingOf(sample: Buffer, encoding: string | null | undefined): string | undefined {
  if (!encoding || !iconv.encodingExists(encoding)) return undefined;
  const text = iconv.decode(sample, encoding);
  return NO_CHARACTER.test(text) ? undefined : text;
}

/** The text of a file in pieces, in any encoding. Throws an `EncodingError` where a byte stands for no character. */
export async function* textIn(file: string, encoding: string): AsyncGenerator<string> {
  if (isUnicode(encoding)) return yield* decoded(file, encoding);
  const decoder = iconv.getDecoder(encoding);
  let read = 0;
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    yield checked(decoder.write(bytes), encoding, read);
    read += bytes.length;
  }
  yield checked(decoder.end() ?? '', encoding, read);
}

/** The name under which an encoding is known here; a `BAD_INPUT` error where there is none of that name. */
export function encodingNamed(name: string): string {
  const plain = name.trim().toLowerCase();
  const encoding = { utf8: 'utf-8', 'utf-16': 'utf-16le', utf16: 'utf-16le' }[plain] ?? plain;
  if (isUnicode(encoding) || iconv.encodingExists(encoding)) return encoding;
  throw new ApiError(
    'BAD_INPUT',
    `Expected an encoding such as ${['utf-8', 'utf-16le', ...CANDIDATES].join(', ')}; got ${JSON.stringify(name)}.`,
  );
}

const isUnicode = (encoding: string): encoding is UnicodeEncoding =>
  ['utf-8', 'utf-16le', 'utf-16be'].includes(encoding);

function checked(text: string, encoding: string, offset: number): string {
  const at = text.search(NO_CHARACTER);
  if (at < 0) return text;
  throw new EncodingError(offset + at, 'no character of it', encoding, REMEDY);
}
