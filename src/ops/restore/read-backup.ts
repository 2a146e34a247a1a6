import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** One line of a file, without its line feed. */
export interface BackupLine {
  readonly number: number;
  readonly text: string;
  /** SHA-256 of all bytes before this line; only where the line is the last one. */
  readonly before?: string;
  /** False where the file ends before the line does. */
  readonly whole: boolean;
}

const LINE_FEED = 0x0a;

/** The lines of a file, one after the other, whatever its size. Only a line feed ends a line: other line ends are part of texts. */
export async function* backupLines(path: string): AsyncGenerator<BackupLine> {
  const hash = createHash('sha256');
  let number = 0;
  let pending: Buffer | undefined;
  for await (const bytes of split(path)) {
    if (pending) {
      number += 1;
      yield { number, text: pending.toString('utf8').slice(0, -1), whole: true };
      hash.update(pending);
    }
    pending = bytes;
  }
  if (!pending) return;
  const whole = pending.at(-1) === LINE_FEED;
  const text = pending.toString('utf8');
  yield { number: number + 1, text: whole ? text.slice(0, -1) : text, before: hash.digest('hex'), whole };
}

/** The bytes of each line, with its line feed. */
async function* split(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end + 1)]);
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}
