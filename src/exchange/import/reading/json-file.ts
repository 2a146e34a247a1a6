import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportIssue } from '../report/import-report.js';
import { unreadable } from './read-errors.js';
import { TableError } from './table.js';
import { utf8 } from './utf8.js';

/** A file of JSON as a whole. It is held in memory, so it may not be very large. */

export const MOST_BYTES = 50_000_000;

/** What a file holds. Throws a `TableError` where it is no JSON, or too large. */
export async function jsonIn(path: string): Promise<unknown> {
  const text = await textOf(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new TableError(problemIn(path, 'JSON', text.slice(0, 40), message));
  }
}

async function textOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      const message = 'The file is too large to be read at once; split it into several files.';
      throw new TableError(problemIn(path, `at most ${MOST_BYTES} bytes`, `${size} bytes`, message));
    }
    let text = '';
    for await (const piece of utf8(path)) text += piece;
    return text;
  } catch (error) {
    const problem = unreadable(error, basename(path), 1);
    throw problem ? new TableError(problem) : error;
  }
}

const problemIn = (path: string, expected: string, got: string, message: string): ImportIssue => ({
  severity: 'ERROR',
  file: basename(path),
  row: 1,
  expected,
  got,
  message,
});
