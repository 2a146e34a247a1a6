import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { giveBack, leaseToRead, leaseToWrite, shareLoaded } from './neo4j-pool.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accountability-graph-pool-'));
  const servers = ['first', 'second'].map((uri) => ({
    address: { uri },
    datasets: null,
    readers: 0,
    isWritten: false,
  }));
  process.env.TEST_NEO4J_POOL = join(folder, 'pool.json');
  await writeFile(process.env.TEST_NEO4J_POOL, JSON.stringify(servers));
});
afterEach(() => rm(folder, { recursive: true }));

/** A reader of datasets that it had to load. */
async function loader(datasets: string) {
  const lease = await leaseToRead(datasets);
  expect(lease.isLoaded).toBe(false);
  await shareLoaded(lease);
  return lease;
}

test('readers of the same datasets share one Neo4j, and the first of them loads it', async () => {
  const first = await loader('fictional');
  expect(await leaseToRead('fictional')).toEqual({ ...first, isLoaded: true });
});

test('a reader waits while another loads the datasets that it wants', async () => {
  const first = await leaseToRead('fictional');
  const second = leaseToRead('fictional');
  await shareLoaded(first);
  expect(await second).toEqual({ address: first.address, isLoaded: true });
});

test('a reader of other datasets gets another Neo4j', async () => {
  const first = await loader('fictional');
  expect((await loader('fictional amnesty-ukraine')).address).not.toEqual(first.address);
});

test('a writer gets a Neo4j that nobody reads, and keeps readers out until it gives it back', async () => {
  const reader = await loader('fictional');
  const writer = await leaseToWrite();
  expect(writer.address).not.toEqual(reader.address);
  await giveBack(reader);
  const other = await leaseToWrite();
  expect(other.address).toEqual(reader.address);

  const late = leaseToRead('fictional');
  await giveBack(writer);
  expect(await late).toEqual({ address: writer.address, isLoaded: false });
});

test('a writer leaves the datasets that readers share alone while there is another Neo4j', async () => {
  const reader = await loader('fictional');
  await giveBack(reader);
  const writer = await leaseToWrite();
  expect(writer.address).not.toEqual(reader.address);
  expect(await leaseToRead('fictional')).toEqual({ ...reader, isLoaded: true });
});

test('datasets that a writer replaced, or that were never loaded whole, are loaded anew', async () => {
  await giveBack(await loader('fictional'));
  for (const writer of [await leaseToWrite(), await leaseToWrite()]) await giveBack(writer);
  const failed = await leaseToRead('fictional');
  expect(failed.isLoaded).toBe(false);
  await giveBack(failed);
  expect((await leaseToRead('fictional')).isLoaded).toBe(false);
});
