import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from '@jest/globals';

/** Whether golden files are written anew, as `npm run golden` does, and not compared. */
export const WRITING = process.env.GOLDEN === 'write';

/** Holds a text against a golden file. */
export function sameAsFile(path: string, text: string): void {
  if (WRITING) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
