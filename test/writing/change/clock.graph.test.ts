import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDriver } from '../../../src/graph/driver.js';
import { Graph } from '../../../src/graph/graph.js';
import { change } from '../../../src/writing/change/change.js';
import { publishedThrough } from '../../../src/writing/change/clock.js';
import { graph, neo4jAddress, useGraph } from '../../support/graph.js';

/** Two processes with one graph, each with a driver of its own. */

useGraph();
let other: Graph;
/** The same server by a routing address: its routing table names it alone. */
let routed: Graph;
beforeAll(async () => {
  const address = neo4jAddress();
  const open = async (uri: string) => new Graph(await openDriver({ ...address, uri }, 'neo4j'), 'neo4j', 10_000);
  other = await open(address.uri);
  routed = await open(address.uri.replace('bolt:', 'neo4j:'));
});
afterAll(async () => {
  await other.close();
  await routed.close();
});

/** Changes the graph; gives the instant of the change. */
function changeThrough(writer: Graph): Promise<string> {
  return change(writer, { actor: 'test', now: new Date().toISOString() }, async (_tx, at) => ({
    result: at,
    journalNote: { action: 'TEST', reason: 'A test.', subjects: [], content: at },
  }));
}

describe('who asks after a change sees it', () => {
  test('through another process, however soon and however many ask', async () => {
    for (let round = 0; round < 20; round++) {
      const early = Array.from({ length: 5 }, () => publishedThrough(other));
      const at = await changeThrough(graph());
      const late = Array.from({ length: 5 }, () => publishedThrough(other));
      expect(await Promise.all(late)).toEqual(Array(5).fill(at));
      await Promise.all(early);
    }
  });

  test('through an address with routing, and so does every later statement', async () => {
    const writtenAt = await changeThrough(routed);
    expect(await publishedThrough(other)).toBe(writtenAt);
    const at = await changeThrough(other);
    expect(await publishedThrough(routed)).toBe(at);
    const entry = { name: 'test', text: 'MATCH (e:JournalEntry {at: $at}) RETURN e.action AS action' };
    expect(await routed.read(entry, { at })).toEqual([{ action: 'TEST' }]);
  });
});

test('many who ask at once share one reading beside the one that is under way', async () => {
  let readings = 0;
  const counted = Object.create(graph(), {
    readLatest: {
      value: (...question: Parameters<Graph['readLatest']>) => {
        readings += 1;
        return graph().readLatest(...question);
      },
    },
  });
  const at = await publishedThrough(graph());
  expect(await Promise.all(Array.from({ length: 100 }, () => publishedThrough(counted)))).toEqual(Array(100).fill(at));
  expect(readings).toBe(2);
});
