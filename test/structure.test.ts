import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

/** The import table of the architecture, held against every import of the product. */

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(join(PROJECT, folder), { recursive: true });
  return entries.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts')).map((name) => join(folder, name));
}

async function importsOf(file: string): Promise<Import[]> {
  const source = ts.createSourceFile(file, await readFile(join(PROJECT, file), 'utf8'), ts.ScriptTarget.ES2022);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const name = statement.moduleSpecifier.text;
    const to = name.startsWith('.') ? join(file, '..', name).replace(/\.js$/, '.ts') : name;
    return [{ from: file, to, typeOnly: isTypeOnly(statement) }];
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

const files = await sources('src');
const imports = (await Promise.all(files.map(importsOf))).flat();
const local = imports.filter(({ to }) => to.startsWith('src/') || to.startsWith('seed/'));

const room = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);
const house = (file: string) => file.split('/').slice(0, 2).join('/');
const stem = (file: string) => (file.split('/').at(-1) ?? '').split('.')[0];
const own = ({ from, to }: Import, kind: string) => to === `${room(from)}${stem(from)}.${kind}.ts`;
const within = ({ to }: Import, ...folders: string[]) => folders.some((folder) => to.startsWith(`src/${folder}/`));

/** For each kind of file, what it may import of ours. */
const TABLE: Readonly<Record<string, (one: Import) => boolean>> = {
  cypher: (one) => within(one, 'graph', 'shared') || one.to.endsWith('.cypher.ts'),
  loader: (one) =>
    own(one, 'cypher') ||
    own(one, 'type') ||
    (one.typeOnly && (own(one, 'rules') || one.to.endsWith('claim.type.ts'))) ||
    within(one, 'graph', 'shared'),
  // What a mutation does to the graph, as the work of one change; resolvers hand it to `context.change()`.
  change: (one) =>
    within(one, 'graph', 'shared', 'recording') ||
    /\.(cypher|rules|change)\.ts$/.test(one.to) ||
    (one.typeOnly && one.to.endsWith('.type.ts')) ||
    (kindOf(one.to) === '' && house(one.to) === house(one.from)),
  type: (one) =>
    within(one, 'shared') ||
    one.to.endsWith('.rules.ts') ||
    one.to.endsWith('evidence.type.ts') ||
    (within(one, 'questions') && one.from.startsWith('src/questions/') && one.to.endsWith('.type.ts')) ||
    (one.typeOnly && one.to.endsWith('claim.type.ts')),
  rules: (one) => within(one, 'shared') || one.to.endsWith('.rules.ts'),
  args: (one) => within(one, 'shared') || one.to.endsWith('.args.ts'),
  connection: (one) => within(one, 'shared') || own(one, 'type') || own(one, 'args'),
  resolver: (one) =>
    within(one, 'shared') ||
    /\.(type|args|connection|rules|change)\.ts$/.test(one.to) ||
    ['src/claim/record.ts', 'src/claim/subject.ts', 'src/evidence/open-case.ts', 'src/changes/page.ts'].includes(
      one.to,
    ) ||
    (one.typeOnly && one.to === 'src/context.ts'),
};

const kindOf = (file: string) => /\.(\w+)\.ts$/.exec(file)?.[1] ?? '';
const told = ({ from, to }: Import) => `${from} → ${to}`;

test('there are files to judge, of every kind in the table', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(local.length).toBeGreaterThan(200);
  for (const kind of Object.keys(TABLE))
    expect(files.filter((file) => kindOf(file) === kind).length).toBeGreaterThan(1);
});

test.each(Object.keys(TABLE))('a file of the kind %s imports what the table lets it', (kind) => {
  const judged = local.filter(({ from }) => kindOf(from) === kind && !from.startsWith('src/shared/'));
  expect(judged.length).toBeGreaterThan(1);
  expect(judged.filter((one) => !TABLE[kind]?.(one)).map(told)).toEqual([]);
});

test('what all rooms share imports no room, and the graph below imports neither', () => {
  const shared = local.filter(({ from }) => from.startsWith('src/shared/'));
  expect(shared.filter((one) => !within(one, 'shared') && !(one.typeOnly && within(one, 'graph'))).map(told)).toEqual(
    [],
  );
  const graph = local.filter(({ from }) => from.startsWith('src/graph/'));
  expect(graph.filter((one) => !within(one, 'graph') && one.to !== 'src/config.ts').map(told)).toEqual([]);
});

test('no resolver reaches for the driver, for Cypher or for the configuration', () => {
  const resolvers = imports.filter(({ from }) => from.endsWith('.resolver.ts'));
  expect(resolvers.length).toBeGreaterThan(50);
  expect(
    resolvers
      .filter(
        ({ to }) =>
          to === 'neo4j-driver' || to.endsWith('.cypher.ts') || to.endsWith('config.ts') || to.startsWith('src/graph/'),
      )
      .map(told),
  ).toEqual([]);
});

test('nothing imports the server but the process, and nothing imports the process', () => {
  const intruders = local.filter(
    (one) =>
      (within(one, 'server') && !one.from.startsWith('src/server/') && one.from !== 'src/main.ts') ||
      one.to === 'src/main.ts',
  );
  expect(intruders.map(told)).toEqual([]);
});

test('the product imports the seed only where an empty graph is filled at the start', () => {
  expect(local.filter(({ to }) => to.startsWith('seed/')).map(told)).toEqual(['src/main.ts → seed/load.ts']);
});

test('no two modules of the product import each other in a circle, types aside', () => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of local) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    done.add(file);
    for (const to of next.get(file) ?? []) visit(to, [...way, file]);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('the environment is read by config.ts, given to it by the programs, and handed on by the one that starts others', async () => {
  const all = [...files, ...(await sources('seed')), ...(await sources('schema'))];
  const readers = await Promise.all(
    all.map(async (file) => {
      const text = (await readFile(join(PROJECT, file), 'utf8'))
        .replace(/`process\.env`/g, '')
        .replaceAll('readConfig(process.env)', '');
      return text.includes('process.env') ? [file] : [];
    }),
  );
  expect(readers.flat()).toEqual(['src/dev.ts']);
});

test('no folder or file has a name that says nothing', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|manager|service|misc)s?(\/|\.)/.test(file))).toEqual([]);
});
