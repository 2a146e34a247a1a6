import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from '@jest/globals';

/** Files that have no licence to copy. They are read where they lie, beside the checkout, or not at all. */

const DATA = new URL('../../../shared/data/', import.meta.url);

export const dataFolder = (name: string) => fileURLToPath(new URL(`${name}/`, DATA));

/** Gives a test that needs a folder, and is skipped with the reason where the folder is not here. */
export const testWith =
  (folder: string) =>
  (title: string, run: () => Promise<void> | void): void => {
    if (existsSync(folder)) test(title, run);
    else test.skip(`${title} (skipped: ${folder} is not here)`, run);
  };
