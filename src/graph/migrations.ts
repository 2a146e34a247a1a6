import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigError } from '../model/errors.js';
import type { Graph } from './graph.js';
import { PROJECT } from './local-neo4j/place.js';

const FOLDER = join(PROJECT, 'schema', 'migrations');

interface Migration {
  readonly name: string;
  readonly statements: string[];
}

/**
 * Applies the migrations that this graph has not recorded yet, in order, and returns their names. Each statement can
 * run twice without harm (`IF NOT EXISTS`), because a schema command cannot share a transaction with the record of it.
 * Throws a `ConfigError` where a newer version has migrated the graph.
 */
export async function migrate(graph: Graph): Promise<string[]> {
  const { missing } = await compared(graph);
  return missing.length === 0 ? [] : inTurn(graph, () => applyMissing(graph));
}

/**
 * The same for a program that may run beside an API: it migrates a new graph alone. Throws a `ConfigError` where an older
 * version has written the graph: that version may be running on it, or be what its operator wants to go back to.
 */
export async function migrateNew(graph: Graph): Promise<string[]> {
  const { done, missing } = await compared(graph);
  if (done.size > 0 && missing.length > 0) {
    throw new ConfigError(
      `An older version has written this graph: expected the migrations ${namesOf(missing)} too. Run the program of that version. Or, to upgrade: take a backup with that version, stop it, and start the API of this one, which applies them.`,
    );
  }
  return migrate(graph);
}

let names: Promise<string[]> | undefined;

/** The names of the migrations of this version. */
export function knownMigrations(): Promise<string[]> {
  names ??= readMigrations().then((migrations) => migrations.map(({ name }) => name));
  return names;
}

async function compared(graph: Graph) {
  const migrations = await readMigrations();
  const rows = await graph.command('migrations', 'MATCH (m:Migration) RETURN m.name AS name');
  const done = new Set(rows.map((row) => row.name));
  refuseUnknown(done, migrations);
  return { done, missing: migrations.filter((migration) => !done.has(migration.name)) };
}

/**
 * Of several instances that start at once, one migrates, and the others wait and find it done. The node that they take turns
 * by is gone before anybody can see it.
 */
async function inTurn<T>(graph: Graph, work: () => Promise<T>): Promise<T> {
  await graph
    .write('migrations: turn', (tx) =>
      tx.run('CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (n:Migration) REQUIRE n.name IS UNIQUE'),
    )
    .catch((error) => {
      if (!ALREADY_THERE.test(error.code)) throw error;
    });
  return graph.write('migrations: turn', async (tx) => {
    await tx.run("MERGE (:Migration {name: 'turn'})");
    const result = await work();
    await tx.run("MATCH (turn:Migration {name: 'turn'}) DELETE turn");
    return result;
  });
}

/** `IF NOT EXISTS` does not see what another instance makes at the same moment. */
const ALREADY_THERE = /SchemaRuleAlreadyExists|ConstraintAlreadyExists|IndexAlreadyExists/;

async function applyMissing(graph: Graph): Promise<string[]> {
  const { missing } = await compared(graph);
  for (const { name, statements } of missing) {
    await graph.write(`migration ${name}`, async (tx) => {
      for (const statement of statements) await tx.run(statement);
    });
    await graph.command(
      'migrations',
      'MERGE (m:Migration {name: $name}) ON CREATE SET m.appliedAt = toString(datetime())',
      { name },
    );
  }
  if (missing.length > 0) await graph.command('migrations', 'CALL db.awaitIndexes(60)');
  return missing.map((migration) => migration.name);
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.cypher')).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: name.replace(/\.cypher$/, ''),
      statements: statementsOf(await readFile(join(FOLDER, name), 'utf8')),
    })),
  );
}

function statementsOf(text: string): string[] {
  return text
    .replace(/^\/\/.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

const namesOf = (migrations: readonly Migration[]): string => migrations.map(({ name }) => name).join(', ');

function refuseUnknown(done: Set<unknown>, migrations: Migration[]): void {
  const names = new Set<unknown>(migrations.map((migration) => migration.name));
  const unknown = [...done].filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new ConfigError(
      `The graph has migrations that this version does not know (${unknown.join(', ')}): a newer version has written it. Start that version again; or restore a backup that this version took, into a new DATA_DIR or an empty database. Nothing was changed.`,
    );
  }
}
