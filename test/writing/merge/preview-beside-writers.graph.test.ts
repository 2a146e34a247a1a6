import { beforeAll, expect, test } from '@jest/globals';
import { lockClock } from '../../../src/writing/change/clock.js';
import { graph, useGraph } from '../../support/graph.js';
import { loadDoubles } from './duplicates.js';
import { merge, preview } from './merge-requests.js';

useGraph();
beforeAll(loadDoubles, 120_000);

const AGAIN = 'person-fx-anders-again';
const ANDERS = 'person-fx-anders';
/** Later than all that is published. */
const LATER = '2030-01-01T00:00:00.000Z';

test('a preview answers while another transaction holds the lock of the writers', async () => {
  const before = await preview(AGAIN, ANDERS);
  await graph().write('test', async (tx) => {
    await lockClock(tx);
    expect(await preview(AGAIN, ANDERS)).toEqual(before);
  });
  expect(before.claims.length).toBeGreaterThan(3);
});

test('a preview answers while a large import is being written, and shows nothing of the import', async () => {
  const before = await preview(AGAIN, ANDERS);
  await graph().command(
    'test',
    `MATCH (c:Clock {id: 'graph'}) SET c.writing = 'import-large', c.signAt = $later
     WITH c MATCH (e:Entity {id: $again})<-[:OF]-(name:Name) WITH e, collect(name)[0] AS name
     SET name.retractedAt = $later
     CREATE (:Record:Claim:Fact {id: 'claim-of-the-import', property: 'BORN', value: '1980', access: 'PUBLIC', recordedAt: $later})-[:OF]->(e)
     CREATE (:Record:Finding {id: 'finding-of-the-import', access: 'PUBLIC', recordedAt: $later})-[:ABOUT]->(e)`,
    { later: LATER, again: AGAIN },
  );
  expect(await preview(AGAIN, ANDERS)).toEqual(before);
  await expect(merge('person', AGAIN, ANDERS)).rejects.toThrow(
    'The graph takes no change while import-large is being written',
  );

  // It is published: the preview shows it, and a merge by the old preview is refused.
  await graph().command('test', "MATCH (c:Clock {id: 'graph'}) SET c.at = $later REMOVE c.writing, c.signAt", {
    later: LATER,
  });
  expect((await merge('person', AGAIN, ANDERS, { seenAt: before.seenAt })).userErrors).toMatchObject([
    { code: 'CONFLICT' },
  ]);
  const after = await preview(AGAIN, ANDERS);
  expect(after.seenAt).toBe(LATER);
  expect(after.findings).toEqual([...before.findings, 'finding-of-the-import'].sort());
  expect(after.claims.find(({ kind }: { kind: string }) => kind === 'Fact').ids).toContain('claim-of-the-import');
});
