import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Says which byte of a file is not of its encoding. */
export class EncodingError extends Error {
  constructor(
    readonly byte: number,
    readonly got: string,
    readonly expected = 'UTF-8',
    readonly remedy = '',
  ) {
    super(`Expected ${expected}; byte ${byte} is ${got}.${remedy && ` ${remedy}`}`);
  }
}

export type UnicodeEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding that the mark at the start of a file states; UTF-8 where there is no mark. */
export async function markedEncoding(file: string): Promise<UnicodeEncoding> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    const mark = bytesRead === 2 ? buffer.readUInt16BE(0) : 0;
    if (mark === 0xfffe) return 'utf-16le';
    return mark === 0xfeff ? 'utf-16be' : 'utf-8';
  } finally {
    await handle.close();
  }
}

/** The text of a file of Unicode in pieces: UTF-8, or UTF-16 where the mark at its start says so. */
export async function* utf8(file: string): AsyncGenerator<string> {
  yield* decoded(file, await markedEncoding(file));
}

/** The text of a file of UTF-8 or UTF-16 in pieces, without its byte order mark. Throws an `EncodingError` at the first byte that is not of the encoding. */
export async function* decoded(file: string, encoding: UnicodeEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isUtf8 = decoder.encoding === 'utf-8';
  let read = 0;
  let rest = Buffer.alloc(0);
  for await (const spelling of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, spelling]);
    const whole = isUtf8 ? lengthOfWholeCharacters(bytes) : bytes.length;
    yield decodeFrom(decoder, bytes.subarray(0, whole), read, true);
    read += whole;
    rest = bytes.subarray(whole);
  }
  yield decodeFrom(decoder, rest, read, false);
}

function decodeFrom(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, offset: number, stream: boolean): string {
  const { encoding } = decoder;
  const expected = encoding.toUpperCase();
  try {
    const text = decoder.decode(bytes, { stream });
    const zero = text.includes('\0') ? bytes.indexOf(0) : -1;
    if (zero < 0) return text;
    const got = encoding.startsWith('utf-16') ? 'part of the character U+0000' : '0x00, as in UTF-16';
    throw new EncodingError(offset + zero, got, expected);
  } catch (error) {
    if (error instanceof EncodingError) throw error;
    const at = firstBadByte(bytes, encoding);
    throw new EncodingError(offset + at, `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`, expected);
  }
}

/** How many bytes remain when a character that is cut off at the end is left for the next piece. */
function lengthOfWholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/** Where the first byte is that does not fit; 0 in UTF-16, where half a pair makes the fault. */
function firstBadByte(bytes: Buffer, encoding: string): number {
  if (encoding !== 'utf-8') return 0;
  const strict = new TextDecoder(encoding, { fatal: true });
  const step = (at: number) => lengthOf(bytes[at] ?? 0);
  for (let at = 0; at < bytes.length; at += step(at)) {
    try {
      strict.decode(bytes.subarray(at, at + step(at)));
    } catch {
      return at;
    }
  }
  return 0;
}
