import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Files of backups, made for tests. */

/** Writes a text into a file of its own; gives its path. */
export async function saved(text: string | Buffer, name = 'backup.jsonl'): Promise<string> {
  const path = join(temporaryFolder(), name);
  await writeFile(path, text);
  return path;
}

/** The text of lines with a trailer that vouches for them. */
export function withTrailer(lines: readonly unknown[]): string {
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ lines: lines.length, sha256 })}\n`;
}

/** The lines of a backup but for its trailer, read. */
// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes in them
export function linesIn(text: string): any[] {
  return text
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
