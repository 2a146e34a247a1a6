import { beforeAll, expect, test } from '@jest/globals';
import { checkFiles, load } from '../../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../../src/exchange/seed/read-datasets.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { refoldNames } from '../../../src/writing/change/names-folded.js';
import { answer, emptyGraph, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { filesOf, smallDataset } from '../../support/small-dataset.js';

/** A graph that was written when letters were folded in another way. */

useGraph();

const found = async (text: string) => {
  const { search } = await answer('query ($text: String!) { search(text: $text) { record { id } } }', { text });
  return search.map(({ record }: { record: { id: string } }) => record.id);
};

let count = 0;
beforeAll(async () => {
  await emptyGraph();
  const small = smallDataset();
  const files = filesOf({
    ...small,
    people: [
      ...small.people,
      { id: 'person-folded', names: ['Семёнчиков', 'Жураўлёў'], cites: [{ report: 'report-one' }] },
    ],
  });
  await load(graph(), checkFiles([files], await readLegalCodes()), RECORDED_AT);
  await graph().command(
    'test',
    "MATCH (n) WHERE n.sortKey IS NOT NULL SET n.sortKey = 'before', n.searchText = CASE WHEN n:Name THEN 'before' END",
  );
  await graph().command('test', 'MATCH (c:Clock) REMOVE c.folding');
  expect(await found('Семенчиков')).toEqual([]);
  count = await refoldNames(graph());
}, 120_000);

test('the names and titles of a graph of before are folded anew', async () => {
  const rows = await graph().command('test', 'MATCH (n) WHERE n.sortKey IS NOT NULL RETURN count(n) AS all');
  expect(count).toBe(rows[0]?.all);
  expect(count).toBeGreaterThan(5);
  expect(await found('Семенчиков')).toEqual(['person-folded']);
  for (const latin of ['Zhurawlyow', 'Žuraŭlioŭ', 'Zhurauliou']) expect(await found(latin)).toEqual(['person-folded']);
  const stale = await graph().command(
    'test',
    "MATCH (n) WHERE n.sortKey = 'before' OR n.searchText = 'before' RETURN count(n) AS all",
  );
  expect(stale).toEqual([{ all: 0 }]);
});

test('names that are folded anew leave the journal and its hashes as they were, and are folded once', async () => {
  const faults: string[] = [];
  await verify(graph(), { records: true }, (fault) => faults.push(fault));
  expect(faults).toEqual([]);
  expect(await refoldNames(graph())).toBe(0);
});

test('no name is folded anew while an import is being written', async () => {
  await graph().command('test', "MATCH (c:Clock) SET c.folding = 1, c.writing = 'import-one'");
  expect(await refoldNames(graph())).toBe(0);
  await graph().command('test', 'MATCH (c:Clock) REMOVE c.writing');
  expect(await refoldNames(graph())).toBe(count);
});
