import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import parseRange from 'range-parser';

/**
 * Files by address: GDAL, and QGIS with it, ask for the length of a map and for ranges of its bytes, in several requests.
 * Such a file is made in whole and kept for a while under its tag, unless it is large; then it is a stream, as all else.
 */

const LARGEST = 32 * 2 ** 20;

export type Content = Buffer | AsyncIterable<string | Buffer>;

export class KeptFiles {
  private readonly files = new LRUCache<string, Buffer>({
    maxSize: 2 * LARGEST,
    sizeCalculation: ({ length }) => length + 1,
    ttl: 5 * 60_000,
  });

  /** The file under a tag; a stream where it is too large to be kept. */
  async read(tag: string, open: () => Promise<AsyncIterable<string>>): Promise<Content> {
    const file = this.files.get(tag);
    if (file !== undefined) return file;
    const content = await wholeOf(await open());
    if (Buffer.isBuffer(content)) this.files.set(tag, content);
    return content;
  }
}

async function wholeOf(text: AsyncIterable<string>): Promise<Content> {
  const iterator = text[Symbol.asyncIterator]();
  const pieces: Buffer[] = [];
  for (let length = 0; length <= LARGEST; ) {
    const { done, value } = await iterator.next();
    if (done) return Buffer.concat(pieces);
    const piece = Buffer.from(value);
    pieces.push(piece);
    length += piece.length;
  }
  return (async function* () {
    yield* pieces;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}

/** Sends a file, or the one range of its bytes that is asked for; whole where it goes out compressed. */
export function sendContent({ headers }: FastifyRequest, reply: FastifyReply, file: Content): FastifyReply {
  if (!Buffer.isBuffer(file)) return reply.send(Readable.from(file));
  reply.header('accept-ranges', 'bytes');
  if (headers.range === undefined || headers['accept-encoding'] !== undefined) return reply.send(file);
  const ranges = parseRange(file.length, headers.range);
  if (ranges === -1) return reply.status(416).header('content-range', `bytes */${file.length}`).send();
  const [range, ...more] = ranges === -2 ? [] : ranges;
  if (range === undefined || more.length > 0) return reply.send(file);
  return reply
    .status(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.length}`)
    .send(file.subarray(range.start, range.end + 1));
}
