import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

/** The house rules of `docs/architecture.md`, held against every file and every import of the product. */

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
const local = imports.filter(({ to }) => to.startsWith('src/'));
const packages = imports.filter(({ to }) => !to.startsWith('src/'));

const nameOf = (file: string) => file.split('/').at(-1) ?? '';
const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);
const stem = (file: string) => nameOf(file).split('.')[0];
const roleOf = (file: string) => /\.(\w+)\.ts$/.exec(file)?.[1] ?? '';
const own = ({ from, to }: Import, role: string) => to === `${folderOf(from)}${stem(from)}.${role}.ts`;
const within = ({ to }: Import, ...folders: string[]) => folders.some((folder) => to.startsWith(`src/${folder}/`));
const inWords = ({ from, to }: Import) => `${from} → ${to}`;

/** From top to bottom: a file imports from its own floor and from those below. */
const RANK = [
  'main.ts dev.ts',
  'server/',
  'cli/',
  'schema.ts',
  'context.ts',
  'loaders.ts',
  'ops/',
  'accounts/',
  'exchange/',
  'questions/',
  'writing/',
  'entities/',
  'graphql/',
  'graph/',
  'config.ts',
  'model/',
];
const floorOf = (file: string) => {
  const [, top = ''] = file.split('/');
  return RANK.findIndex((floor) => floor.split(' ').includes(file.split('/').length > 2 ? `${top}/` : top));
};

/** Resolvers and lookups are handed the context and know its type; only the server and the programs make one. */
const isHandedContext = ({ to, typeOnly }: Import) => typeOnly && to === 'src/context.ts';

/** For each role of a file, what it may import of ours. */
const ROLES: Readonly<Record<string, (one: Import) => boolean>> = {
  type: (one) =>
    within(one, 'model', 'graph', 'graphql') ||
    /\.(rules|type)\.ts$/.test(one.to) ||
    (one.typeOnly && one.to.endsWith('claim.type.ts')),
  args: (one) => within(one, 'model', 'graph', 'graphql') || one.to.endsWith('.args.ts'),
  connection: (one) => within(one, 'model', 'graph', 'graphql') || own(one, 'type') || own(one, 'args'),
  cypher: (one) => within(one, 'model', 'graph') || one.to.endsWith('.cypher.ts'),
  loader: (one) =>
    within(one, 'model', 'graph') ||
    own(one, 'cypher') ||
    own(one, 'type') ||
    (one.typeOnly && (own(one, 'rules') || within(one, 'graphql') || one.to.endsWith('claim.type.ts'))),
  // A pure function: rows in, answers out, in the shapes of the schema.
  rules: (one) =>
    within(one, 'model') || /\.(rules|table)\.ts$/.test(one.to) || (one.typeOnly && one.to.endsWith('.type.ts')),
  // A table of data that is read from a file as the program starts.
  table: (one) => within(one, 'model', 'graph') || one.to.endsWith('.rules.ts'),
  // What a mutation does to the graph, as the work of one change; resolvers hand it to `context.change()`.
  change: (one) =>
    within(one, 'model', 'graph', 'graphql', 'writing') ||
    /\.(cypher|rules|change)\.ts$/.test(one.to) ||
    (one.typeOnly && one.to.endsWith('.type.ts')),
  // What resolvers of several folders look up through the context.
  lookup: (one) => isHandedContext(one) || !within(one, 'server', 'cli', 'ops'),
  resolver: (one) =>
    isHandedContext(one) ||
    within(one, 'model', 'graphql') ||
    /\.(type|args|connection|rules|change|lookup)\.ts$/.test(one.to),
  docx: (one) => within(one, 'model', 'exchange/dossier'),
  html: (one) => within(one, 'model', 'exchange/dossier'),
  style: (one) => within(one, 'exchange/dossier'),
  cells: (one) => within(one, 'model', 'exchange/export'),
  columns: (one) => within(one, 'model', 'exchange/export'),
};

interface Rule {
  /** What is in the folder, as `docs/architecture.md` says. */
  readonly holds: string;
  /** Packages that its files may import; none of the roles widens it. */
  readonly packages: RegExp;
  /** Our folders below it that its files without a role must keep away from. */
  readonly without?: readonly string[];
}

const PURE = /^(zod|node:(crypto|path))$/;
/** For each folder, what it holds; the longest name that fits counts. */
const FOLDERS: Readonly<Record<string, Rule>> = {
  'model/': { holds: 'words and shapes, no input or output', packages: /^(zod|any-ascii|node:(crypto|path))$/ },
  'graph/': {
    holds: 'the driver and the migrations',
    packages: /^(neo4j-driver|lru-cache|node:(events|fs\/promises|path|timers\/promises))$/,
  },
  'graph/local-neo4j/': { holds: 'the database that we run ourselves', packages: /^(neo4j-driver|node:.*)$/ },
  'graph/query/': { holds: 'fragments of Cypher, pages, batches', packages: /^dataloader$/ },
  'graph/telemetry/': { holds: 'what is measured', packages: /^@opentelemetry\/api$/ },
  'graphql/': { holds: 'what all types of the schema share', packages: /^(type-graphql|graphql|zod)$/ },
  'entities/': { holds: 'one entity a folder', packages: /^type-graphql$/ },
  'writing/': { holds: 'how the graph changes', packages: /^(neo4j-driver|type-graphql|node:crypto)$/ },
  'writing/change/': {
    holds: 'the one way in which the graph changes',
    packages: /^(neo4j-driver|node:(crypto|timers\/promises))$/,
    without: ['graphql', 'entities'],
  },
  'questions/': { holds: 'one question a folder', packages: /^type-graphql$/, without: ['writing'] },
  'questions/command-responsibility/frameworks/': {
    holds: 'the legal tests, from a file of data',
    packages: /^(yaml|zod|node:(fs|path))$/,
    without: ['writing'],
  },
  'exchange/dossier/': { holds: 'one answer as a document', packages: /^(docx|zod)$/, without: ['writing'] },
  'exchange/export/': {
    holds: 'what a reader may see, as files',
    packages: /^(csv-stringify\/sync|zod|node:crypto)$/,
    without: ['writing'],
  },
  'exchange/import/': { holds: 'the list of formats, and what is asked of an import', packages: PURE },
  'exchange/import/api/': { holds: 'imports over the network', packages: /^(type-graphql|node:.*)$/ },
  'exchange/import/apply/': { holds: 'records into the graph, as one change', packages: /^(neo4j-driver|node:.*)$/ },
  'exchange/import/reading/': {
    holds: 'files as lines, rows and texts',
    packages: /^(csv-parse|iconv-lite|jschardet|fflate|saxes|node:.*)$/,
    without: ['graph', 'writing', 'entities'],
  },
  'exchange/import/report/': {
    holds: 'what is wrong where',
    packages: /^(csv-stringify\/sync|node:(fs|fs\/promises|path))$/,
    without: ['graph', 'writing'],
  },
  'exchange/import/record/': {
    holds: 'records that any format gives',
    packages: PURE,
    without: ['graph', 'writing', 'entities'],
  },
  'exchange/import/words/': {
    holds: 'which words of files stand for which of ours',
    packages: /^(yaml|zod|node:(fs|path))$/,
    without: ['writing', 'entities'],
  },
  'exchange/import/sfm/': {
    holds: 'sheets of the Security Force Monitor',
    packages: PURE,
    without: ['graph', 'writing', 'entities'],
  },
  'exchange/import/csv/': {
    holds: 'our templates',
    packages: /^(csv-stringify\/sync|node:path)$/,
    without: ['graph', 'writing', 'entities'],
  },
  'exchange/import/map/': {
    holds: 'any table, by a map of its columns',
    packages: /^(yaml|zod|node:(fs\/promises|path))$/,
    without: ['graph', 'writing', 'entities'],
  },
  'exchange/import/suggest/': {
    holds: 'drafts of maps',
    packages: /^node:path$/,
    without: ['graph', 'writing', 'entities'],
  },
  'exchange/import/geojson/': {
    holds: 'features of locations and incidents',
    packages: /^node:path$/,
    without: ['graph', 'writing', 'entities'],
  },
  'exchange/import/ftm/': { holds: 'FollowTheMoney', packages: PURE, without: ['graph', 'writing', 'entities'] },
  'exchange/import/records/': { holds: 'our own dump', packages: /^(zod|node:(crypto|fs|path|readline))$/ },
  'exchange/reconciliation/': { holds: 'the Reconciliation API', packages: /^zod$/, without: ['writing'] },
  'exchange/seed/': { holds: 'datasets of the seed folder', packages: /^(neo4j-driver|yaml|zod|node:.*)$/ },
  'exchange/sync/': { holds: 'what changed since a cursor', packages: /^(type-graphql|zod|node:crypto)$/ },
  'exchange/webhooks/': {
    holds: 'who is told that something changed',
    packages: /^(type-graphql|ipaddr\.js|yaml|zod|node:.*)$/,
    without: ['writing', 'entities'],
  },
  'accounts/': {
    holds: 'who uses the API: keys, tokens of others, who read what',
    packages: /^(jose|lru-cache|neo4j-driver|type-graphql|node:crypto)$/,
    without: ['entities'],
  },
  'ops/backup/': { holds: 'the whole graph as a file', packages: /^(neo4j-driver|zod|node:crypto)$/ },
  'ops/restore/': { holds: 'the file as a graph again', packages: /^(neo4j-driver|zod|node:.*)$/ },
  'ops/compact/': { holds: 'the same graph in new files', packages: /^node:.*$/ },
  'ops/journal/': { holds: 'the journal, verified', packages: /^node:crypto$/ },
  'cli/': { holds: 'one program a file, and what they share', packages: /^(cli-progress|node:.*)$/ },
  'server/': { holds: 'HTTP and its limits', packages: /^(?!neo4j-driver)/ },
};
const ruleOf = (file: string): Rule | undefined =>
  Object.entries(FOLDERS)
    .filter(([folder]) => file.startsWith(`src/${folder}`))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];

/** The cycles among the places that point at each other. */
function cycles(arrows: readonly (readonly [string, string])[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of arrows) next.set(from, (next.get(from) ?? new Set()).add(to));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (place: string, path: readonly string[]): void => {
    if (path.includes(place)) found.push([...path.slice(path.indexOf(place)), place].join(' → '));
    if (done.has(place)) return;
    done.add(place);
    for (const to of next.get(place) ?? []) visit(to, [...path, place]);
  };
  for (const place of next.keys()) visit(place, []);
  return found;
}

test('the structure test reads the whole product', () => {
  expect(files.length).toBeGreaterThan(400);
  expect(local.length).toBeGreaterThan(1_800);
  for (const role of Object.keys(ROLES)) expect(files.filter((file) => roleOf(file) === role)).not.toEqual([]);
});

test('every file stands on a floor of the house', () => {
  expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
});

test('imports point down the floors of the house only', () => {
  const up = local.filter((one) => floorOf(one.from) > floorOf(one.to) && !isHandedContext(one));
  expect(up.map(inWords)).toEqual([]);
});

test('every file has a role in its name or stands in a folder with a rule', () => {
  const top = (file: string) => folderOf(file) === 'src/';
  expect(files.filter((file) => roleOf(file) !== '' && !(roleOf(file) in ROLES))).toEqual([]);
  expect(files.filter((file) => !top(file) && !ruleOf(file))).toEqual([]);
  const roleNeeded = /^src\/(entities|questions)\//;
  expect(files.filter((file) => roleNeeded.test(file) && roleOf(file) === '')).toEqual([]);
});

test('docs/architecture.md has a row for every role', async () => {
  const page = await readFile(join(PROJECT, 'docs', 'architecture.md'), 'utf8');
  for (const role of Object.keys(ROLES)) expect(page).toMatch(new RegExp(`^\\|.*\`X\\.${role}\\.ts\`.*\\|.*\\|`, 'm'));
});

test.each(Object.keys(ROLES))('a file of the role %s imports what its role lets it', (role) => {
  // What all folders stand on has rules of its own.
  const importsOfRole = local.filter(({ from }) => roleOf(from) === role && !/^src\/(graphql|graph)\//.test(from));
  expect(importsOfRole.filter((one) => !ROLES[role]?.(one)).map(inWords)).toEqual([]);
});

test.each(Object.keys(FOLDERS))('the folder %s keeps to its rule', (folder) => {
  const rule = FOLDERS[folder];
  const inside = ({ from }: Import) => ruleOf(from) === rule;
  expect(files.filter((file) => ruleOf(file) === rule)).not.toEqual([]);
  expect(packages.filter((one) => inside(one) && !rule?.packages.test(one.to)).map(inWords)).toEqual([]);
  const avoided = local.filter((one) => inside(one) && !one.typeOnly && within(one, ...(rule?.without ?? [])));
  expect(avoided.filter(({ from }) => roleOf(from) === '').map(inWords)).toEqual([]);
});

test('no folder has more than 25 files', () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(folderOf(file), (counts.get(folderOf(file)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 25)).toEqual([]);
});

test('the top of src has at most eleven folders', () => {
  const tops = new Set(files.filter((file) => file.split('/').length > 2).map((file) => file.split('/')[1]));
  expect([...tops].sort()).toEqual(
    RANK.filter((floor) => floor.endsWith('/'))
      .map((floor) => floor.slice(0, -1))
      .sort(),
  );
  expect(tops.size).toBeLessThanOrEqual(11);
});

test('no resolver imports the driver, a statement or the configuration', () => {
  const resolvers = imports.filter(({ from }) => from.endsWith('.resolver.ts'));
  expect(resolvers.length).toBeGreaterThan(50);
  const forbidden = /^neo4j-driver$|\.cypher\.ts$|^src\/config\.ts$|^src\/graph\//;
  expect(resolvers.filter(({ to }) => forbidden.test(to)).map(inWords)).toEqual([]);
});

test('no modules import each other in a cycle, types aside', () => {
  expect(cycles(local.filter(({ typeOnly }) => !typeOnly).map(({ from, to }) => [from, to] as const))).toEqual([]);
});

test('no rooms import each other in a cycle, but for the edges of the graph', () => {
  // Resolvers and lookups are those edges: a person leads to units and a unit to people. A folder inside another is part of it.
  const arrows = local
    .filter(
      ({ from, to }) => !/\.(resolver|lookup)\.ts$/.test(from) && folderOf(from) !== 'src/' && to !== 'src/context.ts',
    )
    .map(({ from, to }) => [folderOf(from), folderOf(to)] as const)
    .filter(([from, to]) => !from.startsWith(to) && !to.startsWith(from));
  expect(arrows.length).toBeGreaterThan(500);
  expect(cycles(arrows)).toEqual([]);
});

test('the environment is read by config.ts, given to it by the programs, and handed on by the one that starts others', async () => {
  const readers = await Promise.all(
    files.map(async (file) => {
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
