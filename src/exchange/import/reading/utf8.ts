import { createReadStream } from 'node:fs';

/** Says which byte of a file is not UTF-8. */
export class EncodingError extends Error {
  constructor(
    readonly byte: number,
    readonly got: string,
  ) {
    super(`Expected UTF-8; byte ${byte} is ${got}.`);
  }
}

/** The text of a file in pieces, without its byte order mark. Throws an `EncodingError` at the first byte that is not UTF-8. */
export async function* utf8(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  let rest = Buffer.alloc(0);
  for await (const spelling of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, spelling]);
    const whole = lengthOfWholeCharacters(bytes);
    yield decodeFrom(decoder, bytes.subarray(0, whole), read, true);
    read += whole;
    rest = bytes.subarray(whole);
  }
  yield decodeFrom(decoder, rest, read, false);
}

function decodeFrom(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer, offset: number, stream: boolean): string {
  try {
    const text = decoder.decode(bytes, { stream });
    const zero = text.includes('\0') ? bytes.indexOf(0) : -1;
    if (zero < 0) return text;
    throw new EncodingError(offset + zero, '0x00, as in UTF-16');
  } catch (error) {
    if (error instanceof EncodingError) throw error;
    const at = firstBadByte(bytes);
    throw new EncodingError(offset + at, `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}${guess(bytes, at)}`);
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

function firstBadByte(bytes: Buffer): number {
  const strict = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += lengthOf(bytes[at] ?? 0)) {
    try {
      strict.decode(bytes.subarray(at, at + lengthOf(bytes[at] ?? 0)));
    } catch {
      return at;
    }
  }
  return 0;
}

function guess(bytes: Buffer, at: number): string {
  const mark = at === 0 && bytes.length > 1 ? bytes.readUInt16BE(0) : 0;
  return mark === 0xfffe || mark === 0xfeff ? ', the mark of UTF-16' : '';
}
