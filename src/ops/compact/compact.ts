import { createWriteStream, existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../../config.js';
import { importsIn } from '../../exchange/import/api/uploads.js';
import { type OpenGraph, openGraph } from '../../graph/open.js';
import { CommandError } from '../../model/errors.js';
import { openBackup } from '../backup/backup.js';
import { inspect } from '../restore/inspect.js';
import { backupLines } from '../restore/read-backup.js';
import { restore } from '../restore/restore.js';
import { assertCarried, type CarriedCounts, carriedCounts, carriedLines, writeCarried } from './carried-nodes.js';

/**
 * Puts a managed Neo4j with the same graph and new files in the place of the old one. A database keeps what was deleted: in its
 * transaction logs, in its indexes, and in records of its store that nothing has overwritten yet.
 */

type Say = (line: string) => void;

/** Throws a `CommandError` where the database is not ours, or where a swap was interrupted that only a person can judge. */
export async function compact(config: Config, say: Say): Promise<void> {
  const { neo4j, dataDir } = config;
  if (neo4j.kind !== 'managed')
    throw new CommandError(
      'Expected a managed Neo4j; NEO4J_URI names one that somebody else runs. Back the graph up, restore it into a new database, and delete the old one: docs/data-protection.md says how.',
    );
  const places = placesIn(dataDir);
  await endInterrupted(places);
  await mkdir(places.folder, { recursive: true, mode: 0o700 });
  try {
    const old = await openGraph(config, say);
    const counts = await closing(old, () => save(old, places));
    await copyFile(join(dataDir, PASSWORD), join(places.folder, PASSWORD));
    const fresh = await openGraph(
      { ...config, dataDir: places.folder, neo4j: { ...neo4j, dataDir: places.folder } },
      say,
    );
    await closing(fresh, () => fill(fresh, places, counts));
  } catch (error) {
    await rm(places.folder, { recursive: true, force: true });
    throw error;
  }
  await rename(places.home, places.old);
  await rename(places.fresh, places.home);
  await rm(places.folder, { recursive: true, force: true });
  // Files that were sent for imports, and reports on imports, repeat cells of sources.
  await rm(importsIn(dataDir), { recursive: true, force: true });
}

const PASSWORD = 'neo4j-password';

function placesIn(dataDir: string) {
  const folder = join(dataDir, 'compact');
  return {
    folder,
    home: join(dataDir, 'neo4j'),
    backup: join(folder, 'graph.backup'),
    carried: join(folder, 'carried.jsonl'),
    fresh: join(folder, 'neo4j'),
    old: join(folder, 'old'),
  };
}

type Places = ReturnType<typeof placesIn>;

/** Takes back a swap that was interrupted between its two steps; all else that is left there is a copy. */
async function endInterrupted({ folder, home, fresh, old }: Places): Promise<void> {
  if (existsSync(old) && existsSync(fresh)) {
    if (existsSync(home))
      throw new CommandError(
        `Expected no ${home} after an interrupted run, whose graph is in ${old}; something has started a new graph there. Move the one that you want to ${home}, and delete ${folder}.`,
      );
    await rename(old, home);
  }
  await rm(folder, { recursive: true, force: true });
}

async function closing<T>(open: OpenGraph, work: () => Promise<T>): Promise<T> {
  try {
    return await Promise.race([open.lost, work()]);
  } finally {
    await open.close();
  }
}

/** Writes the graph to files; gives the counts of what no backup holds. */
async function save({ graph }: OpenGraph, { backup, carried }: Places): Promise<CarriedCounts> {
  const { pages } = await openBackup(graph);
  const texts = async function* () {
    for await (const { text } of pages) yield text;
  };
  await writeTexts(texts(), backup);
  await writeTexts(carriedLines(graph), carried);
  return carriedCounts(graph);
}

const writeTexts = (texts: AsyncIterable<string>, path: string) =>
  pipeline(Readable.from(texts), createWriteStream(path, { mode: 0o600, flush: true }));

/** Restores refuse a graph that holds anything, so what no backup holds comes last. */
async function fill({ graph }: OpenGraph, { backup, carried }: Places, counts: CarriedCounts): Promise<void> {
  await restore(graph, await inspect(backup), { now: new Date().toISOString() });
  await writeCarried(graph, backupLines(carried));
  await assertCarried(graph, counts);
}
