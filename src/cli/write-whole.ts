import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file that is whole once it has its name: it is written beside it first. `mode` says who may read it; the
 * default of the system unless given.
 */
export async function writeWhole(
  parts: AsyncIterable<string> | Iterable<string | Uint8Array>,
  out: string,
  mode?: number,
): Promise<void> {
  const beside = `${out}.part`;
  try {
    // A file that an earlier run left may be readable by others.
    await rm(beside, { force: true });
    await pipeline(
      Readable.from(parts),
      createWriteStream(beside, { flags: 'wx', flush: true, ...(mode && { mode }) }),
    );
    await rename(beside, out);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
