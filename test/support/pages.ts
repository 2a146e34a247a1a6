import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The pages that people read: the README, the files of `docs` and the README of the seed folder. */

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface DocPage {
  /** From the project's folder, such as `docs/sync.md`. */
  readonly path: string;
  readonly text: string;
}

export const readPage = async (path: string): Promise<DocPage> => ({
  path,
  text: await readFile(join(PROJECT, path), 'utf8'),
});

export async function readPages(): Promise<DocPage[]> {
  const names = (await readdir(join(PROJECT, 'docs'), { recursive: true })).filter((name) => name.endsWith('.md'));
  return Promise.all(['README.md', 'seed/README.md', ...names.sort().map((name) => `docs/${name}`)].map(readPage));
}

/** The code blocks of a page that are marked as this language. */
export const blocksIn = ({ text }: DocPage, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(([, code = '']) => code);

/** The cells of the first column of all tables of a page: each word between backticks. */
export const rowNamesIn = ({ text }: DocPage): string[] =>
  [...text.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
