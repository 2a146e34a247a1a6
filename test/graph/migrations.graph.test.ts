import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { checkDatasets, load } from '../../src/exchange/seed/load-datasets.js';
import { openDriver } from '../../src/graph/driver.js';
import { Graph } from '../../src/graph/graph.js';
import { knownMigrations, migrate, migrateNew } from '../../src/graph/migrations.js';
import { Api, programFolder, runProgram, sweep } from '../support/api.js';
import { emptyGraph, graph, neo4jAddress, RECORDED_AT, useGraph } from '../support/graph.js';

useGraph();

const MINUTE = 60_000;
const LAST = '015-standing';

const command = (text: string) => graph().command('test', text);
const recorded = async () =>
  (await command('MATCH (m:Migration) RETURN m.name AS name ORDER BY name')).map(({ name }) => name);

afterEach(async () => {
  await command("MATCH (m:Migration {name: '999-later'}) DELETE m");
  await migrate(graph());
});
afterAll(sweep, MINUTE);

/** A database as it was before the first start. */
async function unmigrated(): Promise<void> {
  await command('MATCH (n) DETACH DELETE n');
  for (const { name } of await command('SHOW CONSTRAINTS YIELD name')) await command(`DROP CONSTRAINT ${name}`);
  for (const { name } of await command("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"))
    await command(`DROP INDEX ${name}`);
}

test(
  'three instances that start at once on a new graph migrate it once, and leave nothing else in it',
  async () => {
    await unmigrated();
    const drivers = await Promise.all([1, 2, 3].map(() => openDriver(neo4jAddress(), 'neo4j')));
    const instances = drivers.map((driver) => new Graph(driver, 'neo4j', MINUTE));
    const applied = await Promise.all(instances.map(migrate));
    await Promise.all(instances.map((instance) => instance.close()));
    expect(applied.sort((a, b) => b.length - a.length)).toEqual([await knownMigrations(), [], []]);
    expect(await recorded()).toEqual(await knownMigrations());
    expect(await command('MATCH (n) WHERE NOT n:Migration RETURN n')).toEqual([]);
  },
  2 * MINUTE,
);

describe('a graph that an older version has written', () => {
  const older = () => command(`MATCH (m:Migration {name: '${LAST}'}) DELETE m`);

  test('is refused by a program, which changes nothing and names what is missing, and is migrated by a start', async () => {
    await older();
    await expect(migrateNew(graph())).rejects.toThrow(
      `An older version has written this graph: expected the migrations ${LAST} too. Run the program of that version.`,
    );
    expect(await recorded()).not.toContain(LAST);
    expect(await migrate(graph())).toEqual([LAST]);
    expect(await migrateNew(graph())).toEqual([]);
  });

  test(
    'is not migrated under its API by the backup of a newer version',
    async () => {
      await older();
      const before = await recorded();
      const { uri, username, password } = neo4jAddress();
      const folder = await programFolder();
      const environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password, DATA_DIR: folder };
      const out = join(folder, 'graph.backup');
      const { code, stderr } = await runProgram(environment, 'backup', '--out', out);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^An older version has written this graph: /)]);
      await expect(access(out)).rejects.toThrow();
      expect(await recorded()).toEqual(before);
    },
    MINUTE,
  );
});

describe('a graph that a newer version has migrated', () => {
  test(
    'ends a start of the API on a Neo4j that somebody else runs',
    async () => {
      await command("CREATE (:Migration {name: '999-later'})");
      const { uri, username, password } = neo4jAddress();
      const environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
      const { code, stderr } = await new Api({ ...environment, DATA_DIR: await programFolder() }).ended;
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^The graph has migrations .*\n$/)]);
    },
    MINUTE,
  );

  test('is refused at the start, with two ways out, and nothing is changed', async () => {
    await command("CREATE (:Migration {name: '999-later'})");
    const before = await recorded();
    for (const start of [migrate, migrateNew])
      await expect(start(graph())).rejects.toThrow(
        /^The graph has migrations that this version does not know \(999-later\): a newer version has written it\. Start that version again; or restore a backup that this version took, .*\. Nothing was changed\.$/,
      );
    expect(await recorded()).toEqual(before);
  });

  test('takes no change from an instance that was running before', async () => {
    await emptyGraph();
    const dataset = await checkDatasets(['fictional']);
    await command("CREATE (:Migration {name: '999-later'})");
    const write = load(graph(), dataset, RECORDED_AT);
    await expect(write).rejects.toMatchObject({ code: 'BUSY', message: expect.stringMatching(/^A newer version /) });
    expect(await command('MATCH (n) WHERE NOT n:Migration RETURN n')).toEqual([]);
  });
});
