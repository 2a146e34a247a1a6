import { expect, test } from '@jest/globals';
import type { Clearance } from '../../src/model/lens.js';
import { answer, useGraphToRead } from '../support/graph.js';
import { listed, shorts } from '../support/list.js';

useGraphToRead('fictional');

const NEWEST = [
  'appeal-2025',
  'state-judgment-2024',
  'fairness-2024',
  'veterans-2024',
  'judgment-2024',
  'ministry-yearbook-2024',
  'courier-2024',
  'wire-2024',
  'archive-2024',
  'warrant-2023',
  'wire-2023',
  'courier-2023',
  'archive-2023',
  'daily-2023',
  'observer-2023',
  'observer-2022-10',
  'un-2022',
  'daily-2022-08',
  'sanctions-2022',
  'daily-2022-04',
  'ministry-orders-2022',
  'lantern-2022-04',
  'observer-2022-03',
  'daily-2022-03-19',
  'daily-2022-03-11',
  'lantern-2022-03',
  'ministry-orders-2021',
  'gazetteer',
];

test('report(id) returns the report, and null for an unknown id', async () => {
  const { report, no } =
    await answer(`{ report(id: "report-fx-courier-2024") { __typename id title publishedOn url archivedUrl retrievedAt sha256 language
    reliability access partyToConflict dataset note publisher { id } derivedFrom { id } } no: report(id: "report-none") { id } }`);
  expect(no).toBeNull();
  expect(report).toEqual({
    __typename: 'Report',
    id: 'report-fx-courier-2024',
    title: 'General Dahl, a portrait',
    publishedOn: '2024-01-21',
    url: 'https://example.org/velmora/courier-2024',
    archivedUrl: 'https://example.org/archive/velmora/courier-2024',
    retrievedAt: '2025-03-01',
    sha256: '712d9242fe26e6cd9cea222dc9971bd5cf830b0db81c9245dc8413e31f94fb44',
    language: 'en',
    reliability: 'C',
    access: 'PUBLIC',
    partyToConflict: null,
    dataset: 'fictional',
    note: 'Repeats the text of the agency.',
    publisher: { id: 'body-fx-courier' },
    derivedFrom: [{ id: 'report-fx-wire-2024' }],
  });
});

test('reports lists reports by publication, ascending or descending, or by title', async () => {
  expect(await listed('reports')).toEqual(NEWEST);
  expect(await listed('reports', 'orderBy: PUBLISHED')).toEqual([...NEWEST].reverse());
  const titles = (await answer('{ reports(orderBy: TITLE, first: 4) { nodes { title } } }')).reports.nodes;
  expect(titles.map(({ title }: { title: string }) => title)).toEqual([
    'Almanac of the veterans',
    'Appeal judgment in the case of Carls',
    'Army commander called to the General Staff',
    'Brack Ford, four weeks on',
  ]);
});

test.each([
  ['title: "GARRISONS"', ['courier-2023']],
  ['title: "gárrisons"', ['courier-2023']],
  ['title: "no such title"', []],
  ['publisher: "body-fx-lantern"', ['lantern-2022-04', 'lantern-2022-03']],
  ['publishedFrom: "2024-07-09"', ['appeal-2025', 'state-judgment-2024']],
  ['publishedTo: "2021-06-01"', ['ministry-orders-2021', 'gazetteer']],
  ['publishedFrom: "2022-03-10", publishedTo: "2022-03-11"', ['daily-2022-03-11', 'lantern-2022-03']],
  ['language: "en"', NEWEST],
  ['language: "uk"', []],
  ['reliabilities: [C, D]', ['veterans-2024', 'courier-2024', 'courier-2023']],
  ['reliabilities: [F]', []],
  ['dataset: "fictional"', NEWEST],
  ['dataset: "none"', []],
  ['publisher: "body-fx-courier", reliabilities: [D]', ['courier-2023']],
])('reports filters by %s', async (filter, expected) => {
  expect(await listed('reports', `filter: { ${filter} }`)).toEqual(expected);
});

test('a report that repeats another names it, and the other lists its derivatives', async () => {
  const { wire } = await answer(
    '{ wire: report(id: "report-fx-wire-2024") { derivedFrom { id } derivatives { totalCount nodes { id derivedFrom { id } } } } }',
  );
  expect(wire).toEqual({
    derivedFrom: [],
    derivatives: {
      totalCount: 1,
      nodes: [{ id: 'report-fx-courier-2024', derivedFrom: [{ id: 'report-fx-wire-2024' }] }],
    },
  });
});

test('a report lists the claims, incidents and findings that cite it', async () => {
  const { report } =
    await answer(`{ report(id: "report-fx-sanctions-2022") { statements { totalCount nodes { __typename id citations { report { id } } } }
    findings: statements(kinds: [Finding]) { nodes { id } } names: statements(kinds: [Name]) { nodes { ... on Name { value } } }
    claims: statements(kinds: [Claim]) { nodes { __typename } } none: statements(kinds: [Incident, Posting]) { totalCount } } }`);
  expect(report.statements.totalCount).toBe(2);
  expect(report.statements.nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
    'Name',
    'Finding',
  ]);
  for (const { citations } of report.statements.nodes)
    expect(citations).toEqual([{ report: { id: 'report-fx-sanctions-2022' } }]);
  expect(shorts(report.findings.nodes)).toEqual(['g']);
  expect(report.names.nodes).toEqual([{ value: 'Sanctions Office of the Lake League' }]);
  expect(report.claims.nodes).toEqual([{ __typename: 'Name' }]);
  expect(report.none.totalCount).toBe(0);
});

const ASSESSED: Readonly<Record<string, boolean>> = {
  'org-fx-ministry': true,
  'body-fx-trial-chamber': false,
  'body-fx-appeals-chamber': false,
};

test('a report says whether its publisher is a party to the conflict, and has no such word where nobody assessed it', async () => {
  const { reports } = await answer('{ reports(first: 100) { nodes { partyToConflict publisher { id } } } }');
  interface Published {
    readonly partyToConflict: boolean | null;
    readonly publisher: { readonly id: string };
  }
  for (const { partyToConflict, publisher } of reports.nodes as Published[]) {
    expect([publisher.id, partyToConflict]).toEqual([publisher.id, ASSESSED[publisher.id] ?? null]);
  }
});

test('datasets lists each dataset with its licence and version', async () => {
  expect(await answer('{ datasets { id title licence redistribute version } }')).toEqual({
    datasets: [
      {
        id: 'fictional',
        title: 'The invented conflict between Velmora and Kesteria',
        licence: 'CC0-1.0',
        redistribute: true,
        version: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ],
  });
});

test('the version of a dataset changes only with records that its reader may see', async () => {
  const versions = await Promise.all(
    [['PUBLIC'], ['PUBLIC', 'PARTNER'], ['PUBLIC', 'PARTNER', 'CONFIDENTIAL']].map(
      async (clearance) => (await answer('{ datasets { version } }', {}, clearance as Clearance)).datasets[0].version,
    ),
  );
  expect(new Set(versions).size).toBe(3);
});
