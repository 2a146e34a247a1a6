import { expect, test } from '@jest/globals';
import { differingRecords, forgetStanding, storeStandingInParts } from '../../../src/writing/change/store-standing.js';
import { upgradeRecords } from '../../../src/writing/change/upgrade.js';
import { answer, graph, RECORDED_AT, useGraph } from '../../support/graph.js';

useGraph('fictional');

const NOW = '2026-06-01T00:00:00.000Z';
/** Past what keeps the stored values in step in tests. */
const tamper = (text: string) => graph().command('tamper', text);
const unitsSeen = async () => (await answer('{ units { totalCount } }')).units.totalCount;

test('a start stores what stands ready where an earlier version wrote the graph', async () => {
  const before = await unitsSeen();
  await tamper('MATCH (n) REMOVE n.standing');
  expect(await unitsSeen()).toBe(0);
  expect((await differingRecords(graph())).length).toBeGreaterThan(10);
  await upgradeRecords(graph(), NOW);
  expect(await differingRecords(graph())).toEqual([]);
  expect(await unitsSeen()).toBe(before);
  expect(before).toBeGreaterThan(3);
});

test('a record that bears something else than the definitions say is found', async () => {
  await tamper("MATCH (n:Report {id: 'report-fx-un-2022'}) SET n.standing = [n.standing[0]]");
  expect(await differingRecords(graph())).toEqual([
    { id: 'report-fx-un-2022', asOf: RECORDED_AT, ranks: '199', stored: '999' },
  ]);
  await storeStandingInParts(graph(), RECORDED_AT);
  expect(await differingRecords(graph())).toEqual([]);
});

test('what a change stored that is not published after all is worked out anew', async () => {
  const take = `MATCH (n:Report {id: 'report-fx-un-2022'}) SET n.retractedAt = '${NOW}'`;
  await tamper(take);
  await storeStandingInParts(graph(), NOW);
  const [{ count } = {}] = await tamper(
    "MATCH (n) WHERE any(stood IN n.standing WHERE stood STARTS WITH '2026-06-01') RETURN count(n) AS count",
  );
  expect(count).toBeGreaterThan(1);
  await tamper("MATCH (n:Report {id: 'report-fx-un-2022'}) REMOVE n.retractedAt");
  await forgetStanding(graph(), NOW);
  expect(await differingRecords(graph())).toEqual([]);
});
