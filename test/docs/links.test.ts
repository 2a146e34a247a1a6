import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from '@jest/globals';
import { type DocPage, PROJECT, readPages } from '../support/pages.js';

/** A reader who follows a link arrives. */

const pages = await readPages();
const byPath = new Map(pages.map((page) => [page.path, page]));

interface Link {
  readonly to: string;
  readonly anchor: string | undefined;
}

/** The links of a page that stay in the project. */
function linksIn({ path, text }: DocPage): Link[] {
  return [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, to = '', anchor]) => ({
    to: to === '' ? path : normalize(join(dirname(path), to)),
    anchor,
  }));
}

/** The anchor of a heading, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = ({ text }: DocPage) =>
  new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));

test.each(pages.map((page) => [page.path, page] as const))(
  'every link of %s leads to a file and a heading',
  (_path, page) => {
    const broken = linksIn(page).filter(({ to, anchor }) => {
      if (!existsSync(join(PROJECT, to))) return true;
      const target = byPath.get(to);
      return anchor !== undefined && !(target && anchorsIn(target).has(anchor));
    });
    expect(broken).toEqual([]);
  },
);

test('every page of docs is reached from the README', () => {
  const reached = new Set(['README.md']);
  // A set gives what is added while it is walked.
  for (const path of reached) {
    const page = byPath.get(path);
    for (const { to } of page ? linksIn(page) : []) reached.add(to);
  }
  const unreached = pages.map(({ path }) => path).filter((path) => !reached.has(path) && !path.startsWith('docs/adr/'));
  expect(unreached).toEqual([]);
  expect(reached).toContain('docs/adr');
});

/** These tell of the past, with the paths that files had then. */
const OF_THE_PAST = /^docs\/(CHANGELOG\.md|mutation\.md|adr\/.*)$/;

/** Every file of the code by its path, and those that a bare name such as `csv/rows.ts` can mean. */
const code = ['src', 'test'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true }).map((name) => join(folder, String(name))),
);
const isFile = (name: string) =>
  existsSync(join(PROJECT, name)) || code.some((path) => path.endsWith(`/${name.replace(/^(\.+\/)+/, '')}`));

test('every file of the code that a page names in backticks exists', () => {
  const named = pages
    .filter(({ path }) => !OF_THE_PAST.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/`(?!X\.|\.)([\w./-]+\.(?:ts|cypher))`/g)].map(([, name = '']) => [path, name] as const),
    );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(([, name]) => !isFile(name))).toEqual([]);
});

test('every file that a comment of the product names exists', () => {
  const named = code
    .filter((path) => path.startsWith('src/') && path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(join(PROJECT, path), 'utf8').matchAll(/^\s*(?:\/\*\*?|\*|\/\/) .*$/gm)].flatMap(([comment]) =>
        [...comment.matchAll(/[\w./-]+\.(?:ts|cypher)\b/g)].map(([name]) => [path, name] as const),
      ),
    );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(([, name]) => !isFile(name))).toEqual([]);
});

test('every path of the project that a page names exists', () => {
  const named = pages
    .filter(({ path }) => !OF_THE_PAST.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w./-])(?:src|test|docs|schema|seed|\.config)\/[\w./-]*\w/g)].map(
        ([name]) => [path, name] as const,
      ),
    );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(([, name]) => !existsSync(join(PROJECT, name)))).toEqual([]);
});
