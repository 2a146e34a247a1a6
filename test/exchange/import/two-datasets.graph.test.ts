import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { undoImport } from '../../../src/exchange/import/apply/undo.js';
import { answer, graph, useGraph } from '../../support/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { importInto, requestFor } from './batch-requests.js';
import type { Cells } from './country/cells.js';
import { rewrite } from './country/spoil.js';
import { writeCountry } from './country.js';

/** Two researchers on the units of one country, under the same ids: they disagree on kinds, the State and dates, and both go in. */

useGraph();

const PARENT = 'OrganizationOrganization:';
/** 1 is a country of 1,000 units. */
const SIZE = Number(process.env.COUNTRY_SIZE ?? 0.05);
/** Far longer than the imports take on a busy machine: time decides no test. */
const LIMIT_MS = 300_000 + 1_200_000 * SIZE;

/** A stable UUID for a unit of the sheet. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** The sheets of one researcher on the country. */
async function sheets(dataset: string, change: (row: Cells) => Cells) {
  const { files, options } = await writeCountry(temporaryFolder(), SIZE);
  rewrite(files.units as string, (row) => ({ o_id: uuidOf(row['Organization:Name'] ?? ''), ...change(row) }));
  const { fileAsReport } = options;
  return requestFor('sfm-older', files, {
    ...options,
    dataset,
    fileAsReport: { ...fileAsReport, id: `report-${dataset}-sheets` },
  });
}

const differently = (row: Cells): Cells => ({
  ...(row['Organization:Classification'] && { 'Organization:Classification': 'Police' }),
  ...(row['Organization:Country'] && { 'Organization:Country': 'xp' }),
  ...(row[`${PARENT}First citation`] && { [`${PARENT}First citation`]: '2003-05-01', [`${PARENT}first_year`]: '' }),
});

const UNITS = `query ($lens: EvidenceLens, $after: String) { units(first: 100, after: $after, lens: $lens) { pageInfo { hasNextPage endCursor } nodes {
  id kinds countries superiorLinks { nodes { id dataset kind range { first last } superior { id } } } } } }`;
interface Link {
  readonly id: string;
  readonly of?: string;
  readonly dataset: string;
  readonly range: { readonly first: string } | null;
  readonly superior: { readonly id: string; readonly name: string };
}
interface UnitAnswer {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly countries: readonly string[];
  readonly superiorLinks: { readonly nodes: readonly Link[] };
}
const ALL = ['ACCEPTED', 'CONFLICT', 'WORK_NEEDED', 'ISSUE'];
interface UnitPage {
  readonly nodes: UnitAnswer[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}
async function units(...excludeDatasets: string[]): Promise<UnitAnswer[]> {
  const all: UnitAnswer[] = [];
  let after: string | null = null;
  do {
    const page: UnitPage = (await answer(UNITS, { lens: { excludeDatasets, statuses: ALL }, after })).units;
    all.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}
const without = async (dataset: string) => {
  const named = (await units(dataset)).map(({ id, ...rest }) => [id, rest] as const);
  return Object.fromEntries(named);
};

let [firstAlone, secondAlone, secondBatch]: unknown[] = [];
beforeAll(async () => {
  const one = await importInto(await sheets('orvendal', () => ({})));
  expect([one.state, one.report.errors]).toEqual(['WRITTEN', 0]);
  firstAlone = await without('nobody');
  const two = await importInto(await sheets('orvendal-two', differently));
  expect([two.state, two.report.errors]).toEqual(['WRITTEN', 0]);
  secondBatch = two.batch;
  secondAlone = await without('orvendal');
}, LIMIT_MS);

test('two datasets that differ about the kinds and the State of every unit are both in the answers', async () => {
  const all = await units();
  expect(all.length).toBeGreaterThan(900 * SIZE);
  const classified = all.filter(({ countries }) => countries.length > 0);
  expect(classified.length).toBeGreaterThan(900 * SIZE);
  for (const { kinds, countries } of classified) {
    expect(countries).toEqual(['XO', 'XP']);
    expect(kinds).toContain('POLICE');
  }
  expect(classified.filter(({ kinds }) => kinds.includes('ARMED_FORCES')).length).toBeGreaterThan(600 * SIZE);
});

test('without one of the two datasets, units and chains are those of the other alone', async () => {
  const left = await without('orvendal-two');
  expect(left).toMatchObject(firstAlone as object);
  // A unit without a row of its own belongs to the dataset that names it. It is listed, since names are no evidence.
  const onlyNamed = Object.keys(left).filter((id) => !(id in (firstAlone as object)));
  for (const id of onlyNamed) expect(left[id]).toEqual({ kinds: [], countries: [], superiorLinks: { nodes: [] } });
  for (const { kinds, countries } of Object.values(secondAlone as Record<string, UnitAnswer>))
    if (countries.length > 0) expect([kinds, countries]).toEqual([['POLICE'], ['XP']]);
});

test('two datasets that differ about dates give each link twice, each with its own dates', async () => {
  const links = (await units()).flatMap(({ superiorLinks }) => superiorLinks.nodes);
  const first = Object.values(firstAlone as Record<string, UnitAnswer>).flatMap(
    ({ superiorLinks }) => superiorLinks.nodes,
  );
  const idsOf = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id).sort();
  expect(idsOf(links.filter(({ dataset }) => dataset === 'orvendal'))).toEqual(idsOf(first));
  const second = links.filter(({ dataset }) => dataset === 'orvendal-two');
  const pairs = (some: readonly Link[]) => new Set(some.map(({ of, superior }) => `${of} ${superior.name}`));
  const named = (some: readonly UnitAnswer[], dataset: string) =>
    pairs(
      some.flatMap(({ id, superiorLinks }) =>
        superiorLinks.nodes.map((link) => ({ ...link, of: id })).filter((link) => link.dataset === dataset),
      ),
    );
  const all = await units();
  expect(named(all, 'orvendal-two')).toEqual(named(all, 'orvendal'));
  expect(second.filter(({ range }) => range?.first === '2003-05-01').length).toBeGreaterThan(600 * SIZE);
});

test('undoing the second import leaves the graph as it was after the first', async () => {
  const now = new Date().toISOString();
  await undoImport(graph(), String(secondBatch), { actor: 'tester', reason: 'For a test.', now });
  expect(await without('nobody')).toEqual(firstAlone);
});
