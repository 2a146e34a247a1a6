import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

/** Names say what a thing is, by the words of docs/glossary.md, and titles of tests say what holds, each for itself. */

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Participles that say what was done to a thing and not what it is: `told` by whom, `kept` what? A noun says it: `journalNote`, `cache`. */
const BARE = new Set(
  `told said asked given stated known held taken standing falling fallen seen unseen wanted sought kept drafted touched
  gathered sealed shown spelled begun looked remembered vouched heard gone`.split(/\s+/),
);

/** A title that begins with one of these goes on from the title before it. */
const JOINING = new Set(
  'and also or nor so but yet however otherwise likewise nevertheless then that which it its they their'.split(' '),
);

/** Words that docs/glossary.md gives up for others, where they can mean nothing else as a whole name. */
const OLD = new Set(
  `room rooms house houses rival rivals circles circular register itself way ways judge judged beaten misfit homeless
  hindrance hindrances`.split(/\s+/),
);

interface Declaration {
  readonly file: string;
  readonly name: string;
  readonly kind: 'TYPE' | 'FUNCTION' | 'OTHER';
  readonly isExported: boolean;
}

const files = ['src', 'seed', 'test'].flatMap((folder) =>
  readdirSync(join(PROJECT, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => name.endsWith('.ts')),
);

const isType = (node: ts.Node) =>
  ts.isInterfaceDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isEnumDeclaration(node);

const isNamed = (node: ts.Node): node is ts.NamedDeclaration =>
  isType(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isBindingElement(node) ||
  ts.isPropertySignature(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isMethodSignature(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isGetAccessor(node);

function isExported(node: ts.Declaration): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return ts.isSourceFile(statement.parent) && (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;
}

/** A function, or a constant that holds one. */
const isFunction = (node: ts.Node) =>
  ts.isFunctionDeclaration(node) ||
  (ts.isVariableDeclaration(node) && node.initializer !== undefined && ts.isArrowFunction(node.initializer));

const sourceOf = (file: string) =>
  ts.createSourceFile(file, readFileSync(join(PROJECT, file), 'utf8'), ts.ScriptTarget.ES2022, true);

function declarationsIn(file: string): Declaration[] {
  const found: Declaration[] = [];
  const visit = (node: ts.Node): void => {
    if (isNamed(node) && node.name && ts.isIdentifier(node.name)) {
      const kind = isType(node) ? 'TYPE' : isFunction(node) ? 'FUNCTION' : 'OTHER';
      found.push({ file, name: node.name.text, kind, isExported: isExported(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceOf(file));
  return found;
}

/** The name at the start of a call: `test` of `test.each(cases)('title', …)`. What makes a test under conditions is named alike: `testWith…`. */
function calleeOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isCallExpression(node) || ts.isPropertyAccessExpression(node) ? calleeOf(node.expression) : '';
}

/** The titles of tests in a file, and of groups of tests. */
function titlesIn(file: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(test|describe)/.test(calleeOf(node))) {
      const [title] = node.arguments;
      if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)))
        titles.push(title.getText().slice(1, -1));
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceOf(file));
  return titles;
}

const declarations = files.flatMap(declarationsIn);
const where = ({ file, name }: Declaration) => `${file}: ${name}`;

/** What the product exports under a name in several files. */
function repeated(kind: Declaration['kind'], times: number): string[] {
  const byName = new Map<string, string[]>();
  for (const { file, name, ...one } of declarations)
    if (file.startsWith('src/') && one.kind === kind && one.isExported)
      byName.set(name, [...(byName.get(name) ?? []), file]);
  return [...byName].filter(([, all]) => all.length >= times).map(([name, all]) => `${name}: ${all.join(', ')}`);
}

test('the rules for names read the files of the product, and their names', () => {
  expect(files.length).toBeGreaterThan(600);
  expect(declarations.length).toBeGreaterThan(10_000);
});

describe('a bare participle', () => {
  test('names no declaration', () => {
    expect(declarations.filter(({ name }) => BARE.has(name.toLowerCase())).map(where)).toEqual([]);
  });

  test('names no file', () => {
    expect(files.filter((file) => BARE.has(basename(file).split('.')[0] ?? ''))).toEqual([]);
  });
});

test('a word that the glossary gives up names nothing', () => {
  expect(declarations.filter(({ name }) => OLD.has(name.toLowerCase())).map(where)).toEqual([]);
});

describe('an exported name of the product', () => {
  test('belongs to one type', () => {
    expect(repeated('TYPE', 2)).toEqual([]);
  });

  test('belongs to at most two functions', () => {
    expect(repeated('FUNCTION', 3)).toEqual([]);
  });
});

test('a title of a test does not begin with a word that joins it to the title before', () => {
  const titles = files.filter((file) => file.endsWith('.test.ts')).flatMap((file) => titlesIn(file));
  expect(titles.length).toBeGreaterThan(1500);
  expect(titles.filter((title) => JOINING.has(/^[a-z]+/.exec(title)?.[0] ?? ''))).toEqual([]);
});
