import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { API_ERRORS, ApiError } from '../../../model/errors.js';

/** Files that editors send ahead of an import: each is kept under the SHA-256 of its bytes, which is what refers to it. */
export class Uploads {
  constructor(
    private readonly folder: string,
    private readonly maxBytes = MAX_BYTES,
  ) {}

  /** Keeps what comes; gives its reference. A `BAD_INPUT` error where it is empty or too long, `STORAGE_FULL` where the disk is full, and nothing is kept. */
  async keep(content: Readable): Promise<{ readonly reference: string; readonly bytes: number }> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const part = join(this.folder, `${randomUUID()}.part`);
    const hash = createHash('sha256');
    let bytes = 0;
    const { maxBytes } = this;
    const measured = async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        bytes += piece.length;
        if (bytes > maxBytes)
          throw new ApiError('BAD_INPUT', `Expected a file of at most ${maxBytes} bytes, unpacked; got more.`);
        hash.update(piece);
        yield piece;
      }
    };
    try {
      await pipeline(content, measured, createWriteStream(part, { mode: 0o600 }));
      if (bytes === 0) throw new ApiError('BAD_INPUT', 'Expected a file; got nothing.');
      const reference = hash.digest('hex');
      await rename(part, this.pathOf(reference));
      return { reference, bytes };
    } catch (error) {
      await rm(part, { force: true });
      throw isStorageFull(error) ? new ApiError('STORAGE_FULL', API_ERRORS.STORAGE_FULL) : error;
    }
  }

  /** The path of a file that was sent. A `BAD_INPUT` error where there is none. */
  find(reference: string): string {
    if (/^[0-9a-f]{64}$/.test(reference) && existsSync(this.pathOf(reference))) return this.pathOf(reference);
    throw new ApiError(
      'BAD_INPUT',
      `Expected the reference of a file that was sent to /import/files; got ${JSON.stringify(reference.slice(0, 80))}.`,
    );
  }

  private pathOf(reference: string): string {
    return join(this.folder, reference);
  }
}

/** No space, or no more of it for this user or this process. */
export const isStorageFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String((error as NodeJS.ErrnoException | null)?.code));

/** The sheets of a large country are some tens of megabytes. */
const MAX_BYTES = 500_000_000;
