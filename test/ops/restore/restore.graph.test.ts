import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { checkDatasets, DEFAULT_DATASETS, load } from '../../../src/exchange/seed/load-datasets.js';
import type { Graph } from '../../../src/graph/graph.js';
import { CommandError } from '../../../src/model/errors.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { refuseHalfRestored } from '../../../src/writing/change/restore-guard.js';
import { dump, fictional } from '../../support/fictional.js';
import { answer, emptyGraph, graph, useGraph } from '../../support/graph.js';
import { linesIn, withTrailer } from '../backup/sample-file.js';
import { changeAt, kinds, live, NOW, restored, takeBackup } from '../backup/take-backup.js';

useGraph();
// The first load into a Neo4j that has just started takes several times as long as the next.

const LATER = '2026-07-01T00:00:00.000Z';
let whole = '';
let world: unknown;

beforeAll(async () => {
  await emptyGraph();
  await live();
  whole = await takeBackup();
  // Why a record that stands was once taken back is remembered for backups that were begun before it came back, and not kept.
  await graph().command('test', 'MATCH (n:Record) WHERE n.retractedAt IS NULL REMOVE n.retraction');
  world = [await dump(), await kinds()];
});
beforeEach(emptyGraph);

const rows = (text: string) => graph().read({ name: 'test', text }, {});
const marks = async () => (await rows('MATCH (r:Restore) RETURN count(r) AS marks'))[0]?.marks;

/** Why a restore is refused. */
async function refusal(text: string, options = {}): Promise<string> {
  const error = await restored(text, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CommandError);
  return (error as CommandError).message;
}

/** The real graph, whose connection fails after so many transactions of a restore. */
function failingAfter(transactions: number): Graph {
  const real = graph();
  let left = transactions;
  return Object.assign(Object.create(real), {
    write: (origin: string, work: Parameters<Graph['write']>[1]) => {
      left -= 1;
      if (left < 0) throw new Error('The line went dead.');
      return real.write(origin, work);
    },
  });
}

describe('a restore', () => {
  test('gives the same graph, with numbers of the same type, and a backup of the same bytes', async () => {
    await restored(whole);
    expect([await dump(), await kinds()]).toEqual(world);
    expect(await takeBackup()).toBe(whole);
    expect(await marks()).toBe(0);
  });

  test('of the datasets of the seed gives a backup of the same bytes', async () => {
    await load(graph(), await checkDatasets(DEFAULT_DATASETS), NOW);
    const text = await takeBackup();
    await emptyGraph();
    await restored(text);
    expect(await takeBackup()).toBe(text);
    const { person } = await answer('{ person(id: "person-vladimir-putin") { name } }');
    expect(person).toEqual({ name: 'Vladimir Putin' });
  });

  test('keeps whole numbers of type float, and computes the points of locations anew', async () => {
    await restored(whole);
    await graph().command(
      'test',
      'MATCH (n:Location) WHERE n.latitude IS NOT NULL SET n.latitude = 50.0, n.point = point({latitude: 50.0, longitude: n.longitude})',
    );
    const text = await takeBackup();
    await emptyGraph();
    await restored(text);
    expect(
      await rows(
        'MATCH (n:Location) WHERE n.latitude IS NOT NULL RETURN DISTINCT valueType(n.latitude) AS kind, n.latitude AS latitude, n.point = point({latitude: n.latitude, longitude: n.longitude}) AS same',
      ),
    ).toEqual([{ kind: 'FLOAT NOT NULL', latitude: 50, same: true }]);
  });

  test('continues the journal after its last entry', async () => {
    await restored(whole);
    await changeAt(LATER, 'TEST', async () => {});
    const faults: string[] = [];
    expect(await verify(graph(), { records: true }, (fault) => faults.push(fault))).toMatchObject({ entries: 5 });
    expect(faults).toEqual([]);
  });

  test('answers as of earlier instants as the original graph did', async () => {
    await restored(whole);
    const measures = async (recordedBy: string) =>
      (
        await answer(
          'query ($recordedBy: DateTime) { unit(id: "unit-fx-u3", lens: { recordedBy: $recordedBy }) { measures { kind } } }',
          { recordedBy },
        )
      ).unit.measures.length;
    const months = ['01', '02', '03'].map((month) => `2026-${month}-15T00:00:00.000Z`);
    expect(await Promise.all(months.map(measures))).toEqual([3, 2, 3]);
  });

  test('leaves the keys, the audit of reads and what webhooks are owed as they are, also when it starts over', async () => {
    const beside = 'MATCH (n:ApiKey|ReadEntry|Webhook) RETURN coalesce(n.id, n.name) AS key ORDER BY key';
    await graph().command(
      'test',
      "CREATE (:ApiKey {id: 'key-of-a-test'}), (:ReadEntry {id: 'read-of-a-test'}), (:Webhook {name: 'of-a-test'})",
    );
    const marksBefore = await rows(beside);
    await expect(restored(whole, {}, failingAfter(3))).rejects.toThrow('The line went dead.');
    await restored(whole, { startOver: true });
    expect([marksBefore.length, await rows(beside)]).toEqual([3, marksBefore]);
    expect(await takeBackup()).toBe(whole);
  });

  test('of an older backup applies later migrations', async () => {
    const [manifest, ...nodes] = linesIn(whole);
    await restored(withTrailer([{ ...manifest, migrations: ['001-records', '002-writing'] }, ...nodes]));
    expect(linesIn(await takeBackup())[0]).toEqual(manifest);
  });
});

describe('a restore is refused, with a message,', () => {
  test('into a graph that is not empty, which is left unchanged', async () => {
    await load(graph(), fictional, NOW);
    const before = await dump();
    expect(await refusal(whole)).toMatch(
      /^Expected an empty graph to restore into; this one holds \d+ × \S+, \d+ × \S+, \d+ × \S+\. Set DATA_DIR to a new directory, or NEO4J_URI to an empty database\.$/,
    );
    expect(await refusal(whole, { startOver: true })).toMatch(/^Expected an empty graph/);
    expect(await dump()).toEqual(before);
  });

  test('from a backup with migrations that this version does not know', async () => {
    const [manifest, ...nodes] = linesIn(whole);
    const newer = { ...manifest, migrations: [...manifest.migrations, '999-later'] };
    expect(await refusal(withTrailer([newer, ...nodes]))).toBe(
      'backup.jsonl is of a graph with migrations that this version does not know (999-later): a newer version wrote it.',
    );
    expect(await dump()).toEqual([]);
  });

  test('where links lead to labels without a key', async () => {
    const [manifest, first, ...nodes] = linesIn(whole);
    const led = { ...first, links: [{ type: 'LEADS', to: ['Nowhere', 'x'] }] };
    expect(await refusal(withTrailer([manifest, led, ...nodes]))).toBe(
      'backup.jsonl has links to nodes with Nowhere, which have no key here.',
    );
    expect(await dump()).toEqual([]);
  });

  test('where links lead to nodes that are missing, and nothing is published', async () => {
    const [manifest, first, ...nodes] = linesIn(whole);
    const led = { ...first, links: [{ type: 'CITES', to: ['Record', 'report-nowhere'] }] };
    expect(await refusal(withTrailer([manifest, led, ...nodes]))).toBe(
      'backup.jsonl cannot be restored: links to nodes that are not in it: 1.',
    );
    expect(await publishedThrough(graph())).toBe('');
  });
});

describe('a restore that is interrupted', () => {
  const search = async () => (await answer('{ search(text: "Anders", kinds: [Person]) { record { id } } }')).search;

  // Its transactions: taking the graph, nodes, links, the clock.
  test.each([1, 2, 3])(
    'after %i of its transactions shows readers nothing, blocks writers, and is completed by the next run',
    async (transactions) => {
      await expect(restored(whole, {}, failingAfter(transactions))).rejects.toThrow('The line went dead.');
      expect([await publishedThrough(graph()), await search(), await marks()]).toEqual(['', [], 1]);
      await expect(refuseHalfRestored(graph())).rejects.toThrow(
        `The restore of backup.jsonl into this graph, begun at ${NOW}, has not ended, so there is only a part of it. Finish it with \`npm run restore -- FILE\` and the same file.`,
      );
      await expect(load(graph(), fictional, LATER)).rejects.toMatchObject({ code: 'BUSY' });
      await restored(whole, { now: LATER });
      expect(await takeBackup()).toBe(whole);
      expect(await search()).toHaveLength(1);
    },
  );

  test('is not continued with another file, unless its records are deleted first', async () => {
    const [manifest, ...nodes] = linesIn(whole);
    const [clock, ...others] = nodes.reverse();
    const other = withTrailer([
      manifest,
      ...others.reverse(),
      { ...clock, properties: { ...clock.properties, note: 'Other.' } },
    ]);
    await expect(restored(whole, {}, failingAfter(2))).rejects.toThrow('The line went dead.');
    const before = await dump();
    expect(await refusal(other)).toMatch(
      /^The restore of backup\.jsonl \(SHA-256 [0-9a-f]{64}\), begun at 2026-06-01T00:00:00\.000Z, has not ended; backup\.jsonl is another backup \([0-9a-f]{64}\)\. Finish that one, or drop what it has written with --start-over\.$/,
    );
    expect(await dump()).toEqual(before);
    // The sweeping itself may be interrupted: the marker is set, and nothing is swept yet.
    await expect(restored(other, { startOver: true }, failingAfter(1))).rejects.toThrow('The line went dead.');
    expect(await publishedThrough(graph())).toBe('');
    await restored(other);
    expect(linesIn(await takeBackup()).length).toBe(linesIn(whole).length);
    expect(await marks()).toBe(0);
  });

  test('stops where another process has continued it', async () => {
    const real = graph();
    let writes = 0;
    const slow: Graph = Object.assign(Object.create(real), {
      write: async (origin: string, work: Parameters<Graph['write']>[1]) => {
        writes += 1;
        if (writes === 3) await restored(whole);
        return real.write(origin, work);
      },
    });
    await expect(restored(whole, {}, slow)).rejects.toThrow(
      'Another process restores into this graph, or has emptied it; this one stops.',
    );
    expect(await takeBackup()).toBe(whole);
  });

  test('reports what somebody else has written meanwhile', async () => {
    await expect(restored(whole, {}, failingAfter(3))).rejects.toThrow('The line went dead.');
    await graph().command('test', "CREATE (:Record {id: 'person-intruder'})");
    expect(await refusal(whole)).toMatch(/^Expected \d+ nodes in the graph after the restore; got \d+\./);
    expect(await publishedThrough(graph())).toBe('');
  });
});
