import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../src/model/errors.js';
import { restore as bringBack, retract, writeNodes } from '../../../src/writing/change/write-records.js';
import { emptyGraph, graph, useGraph } from '../../support/graph.js';
import { linesIn } from './sample-file.js';
import { changeAt, live, POSTINGS, restored, someIds, takeBackup } from './take-backup.js';

useGraph();
// The first load into a Neo4j that has just started takes several times as long as the next.

let whole = '';
beforeAll(async () => {
  await emptyGraph();
  await live();
  whole = await takeBackup();
});
/** A restore is faster than to live through it all again. */
const anew = async () => {
  await emptyGraph();
  await restored(whole);
};

const FIRST = '2026-01-01T00:00:00.000Z';
const LATER = '2026-05-01T00:00:00.000Z';
const RETRACTED = 'MATCH (n:Record) WHERE n.retractedAt IS NOT NULL RETURN n.id AS id ORDER BY id';
const REPORT = {
  id: 'report-new',
  labels: ['Record', 'Report'],
  properties: { title: 'New', access: 'PUBLIC', dataset: 'fictional' },
  origin: { file: 'test', line: 1 },
  hash: 'new',
};
const command = (text: string, parameters = {}) => graph().command('test', text, parameters);

describe('a backup', () => {
  test('contains every node and link of every access level, between a manifest and a trailer', async () => {
    const lines = linesIn(whole);
    const [{ counts, ...manifest }, ...nodes] = lines;
    const [there] = await graph().read(
      {
        name: 'there',
        text: 'RETURN COUNT { (n) WHERE NOT n:Migration } AS nodes, COUNT { ()-->() } AS links, COUNT { (n:Record) } AS records, COUNT { (n {access: "CONFIDENTIAL"}) } AS secrets',
      },
      {},
    );
    const links = nodes.flatMap((node) => [...(node.links ?? []), ...(node.from ? [node.from] : [])]);
    expect({ nodes: nodes.length, links: links.length }).toEqual({ nodes: there?.nodes, links: there?.links });
    expect(counts).toMatchObject({ Record: there?.records, Clock: 1, JournalEntry: 4, Restored: 1 });
    expect(there?.secrets).toBeGreaterThan(5);
    expect(nodes.filter(({ properties }) => properties.access === 'CONFIDENTIAL')).toHaveLength(Number(there?.secrets));
    expect(manifest).toEqual({
      format: 'accountability-graph/backup',
      version: 1,
      at: '2026-04-01T00:00:00.000Z',
      journal: { sequence: 4, head: nodes.at(-1).properties.head },
      migrations: expect.arrayContaining(['001-records', '002-writing', '003-clock']),
    });
  });

  test('has records by id, then the journal and imports, and the clock at the end', async () => {
    const [, ...nodes] = linesIn(whole);
    const ids = nodes.filter(({ labels }) => labels.includes('Record')).map(({ properties }) => properties.id);
    expect(ids).toEqual([...ids].sort());
    const rest = nodes.slice(ids.length).map(({ labels }) => labels.join());
    expect([...new Set(rest)]).toEqual(['Dataset', 'LegalCode', 'DatasetVersion', 'JournalEntry', 'Clock']);
  });

  test('of the same graph has the same bytes, whatever the page size', async () => {
    expect(await takeBackup(7)).toBe(whole);
  });

  test('marks which numbers are floats, whole ones included', async () => {
    await command('MATCH (n:Location) WHERE n.latitude IS NOT NULL WITH n ORDER BY n.id LIMIT 1 SET n.latitude = 50.0');
    const located = linesIn(await takeBackup()).find(({ properties }) => properties?.latitude === 50);
    await anew();
    expect(located.floats).toEqual(['latitude', 'longitude']);
    expect(located.properties).not.toHaveProperty('point');
  });
});

describe('a backup that is read while others write', () => {
  afterEach(anew);

  test('shows the instant at which it began', async () => {
    const counts: number[] = [];
    const changes = [
      () => changeAt(LATER, 'BACK', async (tx, at) => counts.push(await bringBack(tx, await someIds(RETRACTED), at))),
      () =>
        changeAt(LATER, 'AWAY', async (tx, at) =>
          counts.push(await retract(tx, await someIds(POSTINGS), at, 'UNDONE')),
        ),
      () => changeAt(LATER, 'MORE', async (tx, at) => writeNodes(tx, [REPORT], at)),
    ];
    expect(await takeBackup(60, async () => changes.shift()?.())).toBe(whole);
    expect([changes.length, counts]).toEqual([0, [2, 2]]);
    expect(await takeBackup()).not.toBe(whole);
  });

  test('has nothing of an unfinished import', async () => {
    await command(
      `MATCH (c:Clock), (r:Report) WITH c, r ORDER BY r.id LIMIT 1
       SET c.writing = 'import-1', c.signAt = $later
       CREATE (:ImportBatch {id: 'import-1', at: $later, state: 'WRITING', nodesDone: 1})
       CREATE (r)-[:DERIVED_FROM {recordedAt: $later}]->(:Record:Report {id: 'report-new', access: 'PUBLIC', recordedAt: $later})-[:DERIVED_FROM]->(r)
       WITH 1 AS one MATCH (n:Posting) WHERE n.retractedAt IS NULL SET n.retractedAt = $later, n.retraction = 'MISSING'
       WITH count(n) AS gone MATCH (n:Measure) SET n.away = coalesce(n.away, []) + [coalesce(n.retractedAt, $later), $later], n:Restored REMOVE n.retractedAt`,
      { later: LATER },
    );
    expect(await takeBackup()).toBe(whole);
  });

  test('has an import as done while it is being undone', async () => {
    await command("CREATE (:ImportBatch {id: 'import-1', at: $first, state: 'DONE'})", { first: FIRST });
    const before = await takeBackup();
    expect(before).toContain('import-1');
    await command("MATCH (b:ImportBatch) SET b.state = 'UNDOING', b.undoneAt = $later", { later: LATER });
    expect(await takeBackup()).toBe(before);
  });
});

describe('a backup is refused, with a message,', () => {
  afterEach(anew);

  const refusal = async () => {
    const error = await takeBackup().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CommandError);
    return (error as Error).message;
  };

  test('of an empty graph', async () => {
    await emptyGraph();
    expect(await refusal()).toBe(
      'The graph is empty: nothing was ever published in it, so there is nothing to back up.',
    );
  });

  test('of a graph that a backup is being restored into', async () => {
    await emptyGraph();
    await command("CREATE (:Restore {file: 'old.jsonl', beganAt: $at})", { at: FIRST });
    expect(await refusal()).toBe(
      `The restore of old.jsonl into this graph, begun at ${FIRST}, has not ended, so there is only a part of it. Finish it with \`npm run restore -- FILE\` and the same file.`,
    );
  });

  test('of a graph with nodes of a label without a key', async () => {
    await command('CREATE (:Scribble {id: 1})');
    expect(await refusal()).toMatch(/^A backup would lose nodes with Scribble: it knows no key of theirs\./);
  });

  test.each([
    ['a date', 'date("2026-01-01")'],
    ['a number that JSON has no word for', '0.0 / 0.0'],
    ['a number that JavaScript would round', '9007199254740993'],
  ])('where a property holds %s', async (_what, value) => {
    await command(`MATCH (n:Record {id: 'report-fx-un-2022'}) SET n.strange = ${value}`);
    expect(await refusal()).toMatch(/^The property strange of report-fx-un-2022 holds what a backup cannot hold: /);
  });

  test('where somebody deletes a record meanwhile without the journal', async () => {
    const reading = takeBackup(50, () => command('MATCH (n:Posting) DETACH DELETE n'));
    await expect(reading).rejects.toThrow(
      /^The graph was changed without a journal entry while it was read: expected \d+ nodes with the label /,
    );
  });
});
