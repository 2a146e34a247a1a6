import { beforeAll, expect, test } from '@jest/globals';
import { undoImport } from '../../../src/exchange/import/apply/undo.js';
import { answer, graph, useGraph } from '../../support/graph.js';
import { importInto, requestFor } from './batch-requests.js';
import type { Change } from './changed-cells.js';
import { OPTIONS, sheetsOf } from './sheets.js';

/** Two datasets that say different things of the same units, bodies and places: both are heard, and none overwrites the other. */

useGraph();

const OTHER = {
  ...OPTIONS,
  dataset: 'other',
  publisherKind: 'NGO',
  fileAsReport: { ...OPTIONS.fileAsReport, id: 'report-other-sheets', title: 'Other sheets on Velmora' },
};

/** The same sheets by other researchers, who have sources of their own. */
const withOwnSources: Change = (grid, set) => {
  grid.forEach((line, row) => {
    line.forEach((cell, column) => {
      if (row > 0) set(row + 1, grid[0]?.[column] ?? '', cell.replaceAll('a0000000-', 'ac000000-'));
    });
  });
};
const otherUnits: Change = (grid, set) => {
  withOwnSources(grid, set);
  for (const [at, [, , , id = '']] of grid.entries()) {
    if (!/^b0000000-.*[12]$/.test(id)) continue;
    set(at + 1, 'unit:classification', id.endsWith('1') ? 'Police' : 'Gendarmería de los Lagos');
    set(at + 1, 'unit:country', 'vz');
  }
};
const CHANGES = {
  sources: withOwnSources,
  units: otherUnits,
  people: withOwnSources,
  peopleExtra: withOwnSources,
};

const UNITS = `query ($lens: EvidenceLens) { units(lens: $lens, first: 100) { nodes { name kinds countries
  facts { property value code dataset doubts citations { report { title } } } } } }`;

interface UnitSeen {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly countries: readonly string[];
  readonly facts: readonly Record<string, unknown>[];
}

const unitSeen = async (name: string, excludeDatasets: readonly string[] = []): Promise<UnitSeen | undefined> => {
  const { units } = await answer(UNITS, { lens: { excludeDatasets } });
  return units.nodes.find((unit: UnitSeen) => unit.name === name);
};

let batch = '';
let warnings: readonly string[] = [];
beforeAll(async () => {
  await importInto(await requestFor('sfm-newer', await sheetsOf('sfm-newer'), OPTIONS));
  const { incidents: _incidents, ...files } = await sheetsOf('sfm-newer', CHANGES);
  const outcome = await importInto(await requestFor('sfm-newer', files, OTHER));
  const errors = outcome.report.problems.filter(({ severity }) => severity === 'ERROR');
  expect([outcome.state, errors]).toEqual(['WRITTEN', []]);
  batch = outcome.batch ?? '';
  warnings = outcome.report.problems.map(({ expected, got }) => `${expected}: ${got}`);
}, 120_000);

test('a unit has the kinds and countries that both datasets state, each with its sources', async () => {
  const army = await unitSeen('Army of Velmora');
  expect([army?.kinds, army?.countries]).toEqual([
    ['ARMED_FORCES', 'POLICE'],
    ['VX', 'VZ'],
  ]);
  const classifications = army?.facts.filter(({ property }) => property === 'CLASSIFICATION');
  expect(classifications?.map(({ value, code, dataset }) => `${dataset}: ${value} ${code}`).sort()).toEqual([
    'other: Police POLICE',
    'velmora: Army ARMED_FORCES',
    'velmora: Military ARMED_FORCES',
  ]);
  for (const fact of classifications ?? []) expect(fact.citations).not.toEqual([]);
});

test('a unit has the kinds and countries of one dataset alone under a lens that excludes the other', async () => {
  const codes = async (excluded: string) => {
    const army = await unitSeen('Army of Velmora', [excluded]);
    return [army?.kinds, army?.countries];
  };
  expect(await codes('other')).toEqual([['ARMED_FORCES'], ['VX']]);
  expect(await codes('velmora')).toEqual([['POLICE'], ['VZ']]);
});

test('a word for a kind that nobody knows is kept with a doubt and gives the unit no kind', async () => {
  const brigade = await unitSeen('2 Brigade', ['velmora']);
  expect(brigade?.kinds).toEqual([]);
  expect(brigade?.facts).toContainEqual(
    expect.objectContaining({
      property: 'CLASSIFICATION',
      value: 'Gendarmería de los Lagos',
      code: null,
      doubts: ['KIND_UNKNOWN'],
    }),
  );
});

test('units are listed by the kinds and countries that count', async () => {
  const listed = async (filter: string, excludeDatasets: readonly string[]) => {
    const query = `query ($lens: EvidenceLens) { units(lens: $lens, filter: { ${filter} }) { nodes { name } } }`;
    const { units } = await answer(query, { lens: { excludeDatasets } });
    return units.nodes.map(({ name }: { name: string }) => name);
  };
  expect(await listed('kinds: [POLICE]', [])).toEqual(['Army of Velmora']);
  expect(await listed('kinds: [POLICE]', ['other'])).toEqual([]);
  expect(await listed('countries: ["VZ"]', [])).toEqual(['2 Brigade', 'Army of Velmora']);
  expect(await listed('countries: ["VZ"]', ['other'])).toEqual([]);
});

test('a body that the graph has as another kind keeps it, and the other kind is a fact and a warning', async () => {
  const { bodies } = await answer(
    '{ bodies(filter: { name: "courier" }) { nodes { kind facts { property code dataset } } } }',
  );
  expect(bodies.nodes).toEqual([
    {
      kind: 'NEWSPAPER',
      facts: expect.arrayContaining([{ property: 'CLASSIFICATION', code: 'NGO', dataset: 'other' }]),
    },
  ]);
  expect(warnings).toContainEqual(expect.stringMatching(/^bodyKind NEWSPAPER, as the graph has it of body-\S+: NGO$/));
});

test('undoing the second import leaves what the first one states', async () => {
  await undoImport(graph(), batch, { actor: 'tester', reason: 'A test.', now: new Date().toISOString() });
  const army = await unitSeen('Army of Velmora');
  expect([army?.kinds, army?.countries]).toEqual([['ARMED_FORCES'], ['VX']]);
  const { bodies } = await answer('{ bodies(filter: { name: "courier" }) { nodes { facts { code } } } }');
  expect(JSON.stringify(bodies)).not.toContain('NGO');
});
