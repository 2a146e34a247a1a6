import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { API_ERRORS, ApiError } from '../../../model/errors.js';

/** What files that were sent may take. */
export interface UploadLimits {
  /** Of one file; bytes. */
  readonly ofOne: number;
  /** Of all files together; bytes. */
  readonly ofAll: number;
  /** For how long a file is kept after it was sent last; milliseconds. */
  readonly ageMs: number;
}

/** The sheets of a large country are some tens of megabytes. */
export const UPLOAD_LIMITS: UploadLimits = { ofOne: 500_000_000, ofAll: 5_000_000_000, ageMs: 7 * 86_400_000 };

/** The folder of imports in the data directory: files that were sent, and reports. */
export const importsIn = (dataDir: string): string => join(dataDir, 'imports');

/** Where files that were sent lie in the folder of imports. */
export const sentIn = (folder: string): string => join(folder, 'files');

/** Files that editors send ahead of an import: each is kept under the SHA-256 of its bytes, which is what refers to it. */
export class Uploads {
  /** Bytes of each file that is on its way, by its name. */
  private readonly onTheWay = new Map<string, number>();

  /** `isInUse` says whether an import under way reads the file of a reference. */
  constructor(
    private readonly folder: string,
    private readonly limits: UploadLimits = UPLOAD_LIMITS,
    private readonly isInUse: (reference: string) => boolean = () => false,
  ) {}

  /** Keeps what comes; gives its reference. An `ApiError` where it is empty or too long, `STORAGE_FULL` where the disk is full, and nothing is kept. */
  async keep(content: Readable): Promise<{ readonly reference: string; readonly bytes: number }> {
    await this.sweep();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const name = `${randomUUID()}.part`;
    const part = join(this.folder, name);
    const hash = createHash('sha256');
    let bytes = 0;
    const { ofOne, ofAll, ageMs } = this.limits;
    const others = await this.bytesKept();
    const refuseBeyond = (all: number) => {
      if (all > ofAll)
        throw new ApiError(
          'UPLOADS_FULL',
          `Expected files of at most ${ofAll} bytes in all, unpacked; with this one there are more. A file is removed ${Math.round(ageMs / 3_600_000)} hours after it was sent.`,
        );
    };
    this.onTheWay.set(name, 0);
    const measured = async function* (this: Uploads, pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        bytes += piece.length;
        if (bytes > ofOne)
          throw new ApiError('BAD_INPUT', `Expected a file of at most ${ofOne} bytes, unpacked; got more.`);
        this.onTheWay.set(name, bytes);
        refuseBeyond(others + this.bytesOnTheWay());
        hash.update(piece);
        yield piece;
      }
    }.bind(this);
    try {
      // It is there before anything can go wrong: a stream that is stopped as it opens a file leaves it behind.
      const file = await open(part, 'wx', 0o600);
      await pipeline(content, measured, file.createWriteStream());
      if (bytes === 0) throw new ApiError('BAD_INPUT', 'Expected a file; got nothing.');
      // Others may have arrived meanwhile.
      refuseBeyond((await this.bytesKept()) + this.bytesOnTheWay());
      const reference = hash.digest('hex');
      await rename(part, this.pathOf(reference));
      return { reference, bytes };
    } catch (error) {
      await rm(part, { force: true });
      throw isStorageFull(error) ? new ApiError('STORAGE_FULL', API_ERRORS.STORAGE_FULL) : error;
    } finally {
      this.onTheWay.delete(name);
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

  /** Removes what was sent too long ago and is read by no import, and what never arrived whole. */
  async sweep(now = Date.now()): Promise<void> {
    const old = (await this.files()).filter(
      ({ name, sentAt }) => name.endsWith('.part') || (sentAt < now - this.limits.ageMs && !this.isInUse(name)),
    );
    await Promise.all(old.map(({ name }) => rm(join(this.folder, name), { force: true })));
  }

  private async bytesKept(): Promise<number> {
    return (await this.files()).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  private bytesOnTheWay(): number {
    return [...this.onTheWay.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  /** The files that are there, without those on their way. */
  private async files() {
    const names = existsSync(this.folder) ? await readdir(this.folder) : [];
    const found = await Promise.all(
      names
        .filter((name) => !this.onTheWay.has(name))
        .map(async (name) => {
          const { size, mtimeMs } = await stat(join(this.folder, name)).catch(() => ({ size: 0, mtimeMs: Infinity }));
          return { name, bytes: size, sentAt: mtimeMs };
        }),
    );
    return found;
  }

  private pathOf(reference: string): string {
    return join(this.folder, reference);
  }
}

/** No space, or no more of it for this user or this process. */
export const isStorageFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String((error as NodeJS.ErrnoException | null)?.code));
