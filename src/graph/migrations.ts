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
 */
export async function migrate(graph: Graph): Promise<string[]> {
  const migrations = await readMigrations();
  const rows = await graph.command('migrations', 'MATCH (m:Migration) RETURN m.name AS name');
  const done = new Set(rows.map((row) => row.name));
  refuseUnknown(done, migrations);
  const missing = migrations.filter((migration) => !done.has(migration.name));
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

function refuseUnknown(done: Set<unknown>, migrations: Migration[]): void {
  const names = new Set<unknown>(migrations.map((migration) => migration.name));
  const unknown = [...done].filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new ConfigError(
      `The graph has migrations that this version does not know (${unknown.join(', ')}): it was written by a newer version.`,
    );
  }
}
