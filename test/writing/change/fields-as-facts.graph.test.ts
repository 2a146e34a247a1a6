import { beforeAll, expect, test } from '@jest/globals';
import { checkFiles, load } from '../../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../../src/exchange/seed/read-datasets.js';
import type { Draft } from '../../../src/model/record/draft.js';
import { verify } from '../../../src/ops/journal/verify.js';
import { restateFieldsAsFacts } from '../../../src/writing/change/fields-as-facts.js';
import { answer, emptyGraph, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { filesOf, smallDataset } from '../../support/small-dataset.js';

/** A graph that was written when the kind of a unit and the country of a place stood on their nodes. */

useGraph();

const LATER = '2026-02-01T00:00:00.000Z';

const small = smallDataset();
const checked = checkFiles(
  [
    filesOf({
      ...small,
      units: small.units.map((unit) => ({ ...unit, country: 'UA' })),
      locations: small.locations.map((place) => ({ ...place, country: 'UA' })),
    }),
  ],
  await readLegalCodes(),
);

/** The same draft as the version before made it: no facts, but properties. */
function draftOfBefore({ nodes, edges }: Draft): Draft {
  const facts = nodes.filter(({ properties }) => ['CLASSIFICATION', 'COUNTRY'].includes(String(properties.property)));
  const factIds = new Set(facts.map(({ id }) => id));
  return {
    nodes: nodes
      .filter(({ id }) => !factIds.has(id))
      .map((node) => {
        const [isUnit, isPlace] = ['Unit', 'Location'].map((label) => node.labels.includes(label));
        const before = { ...(isUnit && { kind: 'ARMED_FORCES' }), ...((isUnit || isPlace) && { country: 'UA' }) };
        return { ...node, properties: { ...node.properties, ...before } };
      }),
    edges: edges.filter(({ from }) => !factIds.has(from)),
  };
}

const faultsOfJournal = async () => {
  const faults: string[] = [];
  await verify(graph(), { records: true }, (fault) => faults.push(fault));
  return faults;
};

const UNITS = '{ units { nodes { id kinds countries facts { code dataset citations { report { id } } } } } }';

let restated = 0;
beforeAll(async () => {
  await emptyGraph();
  await load(graph(), { ...checked, draft: draftOfBefore(checked.draft) }, RECORDED_AT);
  expect(await faultsOfJournal()).toEqual([]);
  restated = await restateFieldsAsFacts(graph(), LATER);
}, 120_000);

test('the kinds and countries of a graph of before are facts with the sources of the name', async () => {
  expect(restated).toBe(5);
  const { units } = await answer(UNITS);
  expect(units.nodes.find(({ id }: { id: string }) => id === 'unit-low')).toEqual({
    id: 'unit-low',
    kinds: ['ARMED_FORCES'],
    countries: ['UA'],
    facts: expect.arrayContaining(
      ['ARMED_FORCES', 'UA'].map((code) => ({
        code,
        dataset: 'small',
        citations: [{ report: { id: 'report-one' } }],
      })),
    ),
  });
  const { locations } = await answer('{ locations { nodes { kind countries } } }');
  expect(locations.nodes).toContainEqual({ kind: 'PLACE', countries: ['UA'] });
});

test('no unit of a graph of before keeps a kind or country on its node', async () => {
  const left = await graph().read(
    {
      name: 'left',
      text: 'MATCH (n:Entity) WHERE n.country IS NOT NULL OR (n:Unit AND n.kind IS NOT NULL) RETURN n.id',
    },
    {},
  );
  expect(left).toEqual([]);
});

test('the journal of a graph of before still proves its records after the restatement', async () => {
  expect(await faultsOfJournal()).toEqual([]);
  await graph().command('test', "MATCH (n:Unit {id: 'unit-low'}) SET n.formerKind = 'POLICE'");
  expect(await faultsOfJournal()).toEqual([expect.stringContaining('unit-low')]);
  await graph().command('test', "MATCH (n:Unit {id: 'unit-low'}) SET n.formerKind = 'ARMED_FORCES'");
});

test('a second restatement changes nothing, and the data files say the same', async () => {
  expect(await restateFieldsAsFacts(graph(), LATER)).toBe(0);
  expect(await load(graph(), checked, LATER)).toMatchObject({ created: 0, retracted: 0 });
});
