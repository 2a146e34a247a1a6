import { beforeAll, expect, test } from '@jest/globals';
import { checkFiles, load } from '../../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../../src/exchange/seed/read-datasets.js';
import type { Draft } from '../../../src/model/record/draft.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { restateParties } from '../../../src/writing/change/party-restated.js';
import { answer, emptyGraph, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { filesOf, smallDataset } from '../../support/small-dataset.js';

/** A graph that was written when every report said whether its publisher is a party, by default that it is none. */

useGraph();

const LATER = '2026-02-01T00:00:00.000Z';

const small = smallDataset();
const [one] = small.reports;
const checked = checkFiles(
  [
    filesOf({
      ...small,
      reports: [{ ...one }, { ...one, id: 'report-of-a-party', partyToConflict: true }],
    }),
  ],
  await readLegalCodes(),
);

/** The same draft as the version before made it. */
const draftOfBefore = ({ nodes, edges }: Draft): Draft => ({
  nodes: nodes.map((node) => {
    if (!node.labels.includes('Report')) return node;
    const { conflictParty, ...properties } = node.properties;
    return { ...node, properties: { ...properties, partyToConflict: conflictParty === true } };
  }),
  edges,
});

const faultsOfJournal = async () => {
  const faults: string[] = [];
  await verify(graph(), { records: true }, (fault) => faults.push(fault));
  return faults;
};

let restated = 0;
beforeAll(async () => {
  await emptyGraph();
  await load(graph(), { ...checked, draft: draftOfBefore(checked.draft) }, RECORDED_AT);
  expect(await faultsOfJournal()).toEqual([]);
  restated = await restateParties(graph(), LATER);
}, 120_000);

test('a report of before is of a party where its author said so, and otherwise not assessed', async () => {
  expect(restated).toBe(2);
  const { reports } = await answer('{ reports { nodes { id partyToConflict } } }');
  expect(reports.nodes).toEqual(
    expect.arrayContaining([
      { id: 'report-of-a-party', partyToConflict: true },
      { id: 'report-one', partyToConflict: null },
    ]),
  );
});

test('the journal of a graph of before still proves its reports after the restatement', async () => {
  expect(await faultsOfJournal()).toEqual([]);
  await graph().command('test', "MATCH (n:Report {id: 'report-one'}) SET n.conflictParty = false");
  expect(await faultsOfJournal()).toEqual([expect.stringContaining('report-one')]);
  await graph().command('test', "MATCH (n:Report {id: 'report-one'}) REMOVE n.conflictParty");
  await graph().command('test', "MATCH (n:Report {id: 'report-one'}) SET n.formerPartyToConflict = true");
  expect(await faultsOfJournal()).toEqual([expect.stringContaining('report-one')]);
  await graph().command('test', "MATCH (n:Report {id: 'report-one'}) SET n.formerPartyToConflict = false");
  expect(await faultsOfJournal()).toEqual([]);
});

test('a second restatement of parties changes nothing, and the data files say the same', async () => {
  expect(await restateParties(graph(), LATER)).toBe(0);
  expect(await load(graph(), checked, LATER)).toMatchObject({ created: 0, retracted: 0 });
});
