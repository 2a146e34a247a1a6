import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { recordHash } from '../../../src/model/record/record-hash.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { withHash } from '../../../src/writing/change/journal.js';
import { emptyGraph, graph, useGraph } from '../../support/graph.js';
import { changeAt, live, restored, takeBackup } from '../backup/take-backup.js';

useGraph();
// The first load into a Neo4j that has just started takes several times as long as the next.

let sound = '';
let books: unknown;
beforeAll(async () => {
  await emptyGraph();
  await live();
  sound = await takeBackup();
  [{ books }] = (await tamper(
    'MATCH (n) WHERE n:JournalEntry OR n:Clock RETURN collect({labels: labels(n), properties: properties(n)}) AS books',
  )) as [{ books: unknown }];
});

/** Puts entries and clock back as they were. */
const mendBooks = () =>
  tamper(
    `MATCH (n) WHERE n:JournalEntry OR n:Clock DELETE n WITH count(n) AS gone
     UNWIND $books AS book CREATE (n:$(book.labels)) SET n = book.properties SET n.sequence = toInteger(n.sequence)`,
    { books },
  );

/** Puts the whole graph back as it was. */
const mendAll = async () => {
  await emptyGraph();
  await restored(sound);
};

const tamper = (text: string, parameters = {}) => graph().command('test', text, parameters);

async function verdictOn(options: { head?: string; records?: boolean } = {}) {
  const faults: string[] = [];
  const verdict = await verify(graph(), options, (fault) => faults.push(fault));
  expect(verdict.faults).toBe(faults.length);
  return { ...verdict, faults };
}

const hashOf = async (sequence: number) =>
  String((await tamper('MATCH (e:JournalEntry {sequence: $sequence}) RETURN e.hash AS hash', { sequence }))[0]?.hash);

describe('verification of an untouched journal', () => {
  afterEach(mendAll);

  test('finds it unbroken, and gives its length and its head', async () => {
    expect(await verdictOn({ records: true })).toEqual({
      entries: 4,
      head: await hashOf(4),
      faults: [],
      headSequence: undefined,
      redacted: 0,
      uncovered: 0,
    });
  });

  test('finds a hash that somebody noted, of the last entry or an earlier one', async () => {
    const [second, last] = [await hashOf(2), await hashOf(4)];
    await changeAt('2026-08-01T00:00:00.000Z', 'MORE', async () => {});
    expect(await verdictOn({ head: second })).toMatchObject({ headSequence: 2, entries: 5, faults: [] });
    expect(await verdictOn({ head: last })).toMatchObject({ headSequence: 4, entries: 5, faults: [] });
  });

  test('finds no entries and no faults in an empty graph', async () => {
    await emptyGraph();
    expect(await verdictOn({ records: true })).toMatchObject({ entries: 0, head: '', faults: [] });
  });
});

describe('verification of a journal reports one changed byte', () => {
  afterEach(mendBooks);

  const TEXTS = ['at', 'actor', 'action', 'reason', 'content', 'digest', 'previous', 'hash'];
  const cases = [1, 3, 4].flatMap((sequence) => TEXTS.map((name) => [name, sequence] as const));
  test.each(cases)('in `%s` of entry %i', async (name, sequence) => {
    // The first entry follows none, so there is no byte to change: one is added.
    await tamper(
      `MATCH (e:JournalEntry {sequence: $sequence})
       SET e[$name] = CASE WHEN e[$name] = '' THEN 'x' ELSE substring(e[$name], 0, size(e[$name]) - 1) + CASE WHEN right(e[$name], 1) = '1' THEN '2' ELSE '1' END END`,
      { sequence, name },
    );
    const { faults } = await verdictOn();
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(new RegExp(`Entry ${sequence}\\b|Entry ${sequence + 1}\\b|at the head`));
  });

  test('in a subject of an entry', async () => {
    await tamper("MATCH (e:JournalEntry {sequence: 1}) SET e.subjects = ['fictionaL']");
    expect((await verdictOn()).faults).toEqual(['Entry 1 was changed: its hash does not match its content.']);
  });

  test('in the hash of the clock', async () => {
    await tamper("MATCH (c:Clock) SET c.head = 'f' + substring(c.head, 1)");
    const [before] = await tamper('MATCH (c:Clock) RETURN c.head AS head');
    if (before?.head === (await hashOf(4))) await tamper("MATCH (c:Clock) SET c.head = '0' + substring(c.head, 1)");
    expect((await verdictOn()).faults).toEqual([
      expect.stringMatching(/^Expected [0-9a-f]{64} at the head; got [0-9a-f]{64}\.$/),
    ]);
  });
});

describe('verification of a journal reports', () => {
  afterEach(mendBooks);

  test.each([
    ['first', 1, 'Entry 1 is missing: entry 2 stands in its place.'],
    ['middle', 3, 'Entry 3 is missing: entry 4 stands in its place.'],
    ['last', 4, 'Expected 4 entries; the last that is there has the number 3.'],
  ])('the %s as deleted', async (_which, sequence, fault) => {
    await tamper('MATCH (e:JournalEntry {sequence: $sequence}) DELETE e', { sequence });
    expect((await verdictOn()).faults).toContain(fault);
  });

  test('the last entry as deleted even with the clock set back, by a hash that somebody noted and by the records', async () => {
    const head = await hashOf(4);
    await tamper(
      `MATCH (e:JournalEntry {sequence: 4}), (before:JournalEntry {sequence: 3}), (c:Clock)
       SET c.head = before.hash, c.sequence = 3 DELETE e`,
    );
    expect((await verdictOn()).faults).toEqual([]);
    expect((await verdictOn({ head })).faults).toEqual([`Expected the hash ${head} in the journal; no entry has it.`]);
    const { faults } = await verdictOn({ records: true });
    expect(faults).toHaveLength(2);
    expect(faults[0]).toMatch(
      /^Record claim-\w+ was changed at 2026-04-01T00:00:00\.000Z, but no journal entry has that instant\.$/,
    );
  });

  test('an entry beyond the number of the clock', async () => {
    await tamper('MATCH (c:Clock), (e:JournalEntry {sequence: 3}) SET c.sequence = 3, c.head = e.hash');
    expect((await verdictOn()).faults).toEqual(['The journal continues to entry 4; the clock is at 3.']);
  });
});

describe('verification of a journal reports two swapped entries,', () => {
  afterEach(mendBooks);

  test.each([
    [1, 2],
    [2, 3],
    [3, 4],
    [1, 4],
  ])('%i and %i, whose numbers were exchanged', async (one, other) => {
    await tamper('MATCH (e:JournalEntry {sequence: $one}) SET e.sequence = -1', { one });
    await tamper('MATCH (e:JournalEntry {sequence: $other}) SET e.sequence = $one', { one, other });
    await tamper('MATCH (e:JournalEntry {sequence: -1}) SET e.sequence = $other', { other });
    const { faults } = await verdictOn();
    expect(faults).toContain(`Entry ${one} was changed: its hash does not match its content.`);
    expect(faults).toContain(`Entry ${other} was changed: its hash does not match its content.`);
  });

  test.each([
    [1, 2],
    [2, 3],
    [3, 4],
  ])('%i and %i, whose contents were exchanged, and their hashes made to fit', async (one, other) => {
    await tamper(
      `MATCH (a:JournalEntry {sequence: $one}), (b:JournalEntry {sequence: $other})
       WITH a, b, properties(a) AS ours, properties(b) AS theirs
       SET a += theirs {.at, .actor, .action, .reason, .subjects, .content, .digest},
           b += ours {.at, .actor, .action, .reason, .subjects, .content, .digest}`,
      { one, other },
    );
    expect((await verdictOn()).faults).toContain(`Entry ${one} was changed: its hash does not match its content.`);
    await reseal(one);
    await reseal(other);
    const { faults } = await verdictOn();
    expect(faults.join('\n')).toMatch(/does not follow the entry before it|at the head|is not later than/);
  });

  /** What a forger would do who knows how hashes are made: the entry is sealed anew, and those after it are not. */
  async function reseal(sequence: number): Promise<void> {
    const [row] = await tamper('MATCH (e:JournalEntry {sequence: $sequence}) RETURN properties(e) AS entry', {
      sequence,
    });
    const { hash } = withHash(row?.entry as Parameters<typeof withHash>[0]);
    await tamper('MATCH (e:JournalEntry {sequence: $sequence}) SET e.hash = $hash', { sequence, hash });
  }
});

describe('verification of a journal with the records', () => {
  afterEach(mendAll);

  const withRecords = async () => (await verdictOn({ records: true })).faults;
  const CLAIM = 'MATCH (n:Posting) WITH n ORDER BY n.id LIMIT 1';
  const CHANGED =
    /^Record \S+ was changed without a journal entry: its hash does not match its content\. Entry 1 recorded it\.$/;

  test.each([
    ['one changed byte in a property of a claim', `${CLAIM} SET n.title = coalesce(n.title, '') + '.'`],
    ['a number that became another', `${CLAIM} SET n.credibility = n.credibility + 1`],
    ['a property that is gone', `${CLAIM} REMOVE n.role`],
    ['a property that is new', `${CLAIM} SET n.rank2 = 'General'`],
    ['a label that is new', `${CLAIM} SET n:Name`],
    [
      'an access level that was lowered',
      "MATCH (n:Posting {access: 'CONFIDENTIAL'}) WITH n LIMIT 1 SET n.access = 'PUBLIC'",
    ],
    ['a dropped citation', `${CLAIM} MATCH (n)-[c:CITES]->() WITH c LIMIT 1 DELETE c`],
    [
      'a citation that was made up',
      `${CLAIM} MATCH (r:Report) WHERE NOT (n)-[:CITES]->(r) WITH n, r LIMIT 1 CREATE (n)-[:CITES]->(r)`,
    ],
    [
      'one changed byte in a citation',
      `${CLAIM} MATCH (n)-[c:CITES]->() WITH c LIMIT 1 SET c.pinpoint = coalesce(c.pinpoint, '') + '.'`,
    ],
    [
      'a post that was given to somebody else',
      `${CLAIM} MATCH (n)-[o:OF]->(p:Person), (other:Person) WHERE other <> p WITH n, o, other LIMIT 1 CREATE (n)-[:OF]->(other) DELETE o`,
    ],
  ])('reports %s, with its entry', async (_what, cypher) => {
    await tamper(cypher);
    expect((await verdictOn()).faults).toEqual([]);
    expect(await withRecords()).toEqual([expect.stringMatching(CHANGED)]);
  });

  const OTHERS = (sequence: number, action: string, at: string) =>
    `Entry ${sequence} (${action} of ${at}) covers other records than those in the graph: some were changed, deleted or added.`;

  test('reports a deleted record', async () => {
    await tamper("MATCH (n:Name {value: 'The Miller'}) DETACH DELETE n");
    expect(await withRecords()).toEqual([OTHERS(1, 'LOAD', '2026-01-01T00:00:00.000Z')]);
  });

  test('reports a changed claim whose hash was adjusted', async () => {
    const [row] = await tamper(
      `MATCH (n:Posting) WHERE n.retractedAt IS NULL WITH n ORDER BY n.id LIMIT 1 SET n.title = 'Another title'
       RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties,
         COLLECT { MATCH (n)-[link]->(end) RETURN {type: type(link), to: end.id, properties: properties(link)} } AS links`,
    );
    const { id, labels, properties, links } = row as { id: string } & Record<'labels' | 'properties' | 'links', never>;
    await tamper('MATCH (n:Posting {id: $id}) SET n.hash = $hash', { id, hash: recordHash(labels, properties, links) });
    expect(await withRecords()).toEqual([OTHERS(1, 'LOAD', '2026-01-01T00:00:00.000Z')]);
  });

  test('reports a retraction without an entry, and one that was removed', async () => {
    await tamper("MATCH (n:Person {id: 'person-fx-anders'}) SET n.retractedAt = '2026-03-03T00:00:00.000Z'");
    expect(await withRecords()).toEqual([
      'Record person-fx-anders was changed at 2026-03-03T00:00:00.000Z, but no journal entry has that instant.',
    ]);
    await tamper("MATCH (n:Record) WHERE n.retraction = 'EDITED' REMOVE n.retractedAt, n.retraction");
    expect(await withRecords()).toContain(OTHERS(4, 'TEST_RETRACT', '2026-04-01T00:00:00.000Z'));
  });

  test('ignores what an unfinished import is writing', async () => {
    await tamper("CREATE (:Record {id: 'report-later', recordedAt: '2027-01-01T00:00:00.000Z'})");
    await tamper("MATCH (n:Posting) SET n.retractedAt = coalesce(n.retractedAt, '2027-01-01T00:00:00.000Z')");
    expect(await withRecords()).toEqual([]);
  });

  test('counts records older than the journal without checking them', async () => {
    await tamper("MATCH (n:Person) SET n.recordedAt = '2020-01-01T00:00:00.000Z', n.hash = 'of another time'");
    expect((await verdictOn({ records: true })).uncovered).toBeGreaterThan(5);
    expect((await withRecords()).filter((fault) => fault.startsWith('Record'))).toEqual([]);
  });
});
