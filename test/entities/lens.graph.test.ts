import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkFiles, load } from '../../src/exchange/seed/load-datasets.js';
import { readDataset, readLegalCodes } from '../../src/exchange/seed/read-datasets.js';
import { answer, graph, RECORDED_AT, useGraph, writeAt } from '../support/graph.js';
import { temporaryFolder } from '../support/temporary-folder.js';

useGraph('fictional');

interface SeenRecords {
  readonly citations: readonly { readonly report: { readonly id: string } }[];
  readonly attributions: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly by: { readonly id: string } }[];
  };
  readonly findings: { readonly nodes: readonly { readonly id: string }[] };
}

/** What is left of the killings at Brack Ford under a lens: who cites, who attributes, which findings. */
async function left(lens: string): Promise<{ cited: string[]; attributed: string[]; found: string[] } | null> {
  const { incident } = (await answer(`{ incident(id: "incident-fx-i1", lens: { ${lens} }) { citations { report { id } }
    attributions { totalCount nodes { by { id } } } findings(orderBy: PUBLISHED) { nodes { id } } } }`)) as {
    incident: SeenRecords | null;
  };
  if (!incident) return null;
  const { citations, attributions, findings } = incident;
  expect(attributions.totalCount).toBe(attributions.nodes.length);
  return {
    cited: citations.map(({ report }) => report.id.replace('report-fx-', '')),
    attributed: attributions.nodes.map(({ by }) => by.id.replace('body-fx-', '')).sort(),
    found: findings.nodes.map(({ id }) => id.replace('finding-fx-', '')),
  };
}

const BOTH = {
  cited: ['lantern-2022-03', 'un-2022'],
  attributed: ['lantern', 'un-commission'],
  found: ['a', 'b', 'c', 'f'],
};
const WITHOUT_LANTERN = { cited: ['un-2022'], attributed: ['un-commission'], found: ['b', 'c', 'f'] };

test.each([
  ['', BOTH],
  ['publishedBy: "2022-03-09"', null],
  ['publishedBy: "2022-03-10"', { cited: ['lantern-2022-03'], attributed: ['lantern'], found: ['a'] }],
  ['publishedBy: "2022-09-27"', { ...BOTH, found: ['a', 'b'] }],
  ['recordedBy: "2025-12-31T23:59:59.999Z"', null],
  ['recordedBy: "2026-01-01T00:00:00Z"', BOTH],
  ['recordedBy: "2026-01-01T01:00:00+01:00"', BOTH],
  ['excludeReports: ["report-fx-lantern-2022-03"]', WITHOUT_LANTERN],
  ['excludeReports: ["report-fx-lantern-2022-03", "report-fx-un-2022"]', null],
  ['excludeReports: ["report-none"]', BOTH],
  ['excludePublishers: ["body-fx-lantern"]', WITHOUT_LANTERN],
  ['excludePublishers: ["body-fx-daily"]', BOTH],
  ['excludeDatasets: ["fictional"]', null],
  ['excludeDatasets: ["public-record"]', BOTH],
  ['minReliability: A', WITHOUT_LANTERN],
  ['minReliability: B', BOTH],
  ['statuses: [ACCEPTED]', BOTH],
  ['statuses: [CONFLICT]', null],
  ['statuses: []', null],
  ['minReliability: A, publishedBy: "2022-12-31"', { ...WITHOUT_LANTERN, found: ['b'] }],
])('the lens { %s } leaves only the statements that still have a source that counts', async (lens, expected) => {
  expect(await left(lens)).toEqual(expected);
});

test('the statuses of a lens select among claims in conflict', async () => {
  const counted = async (lens: string) =>
    (await answer(`{ incident(id: "incident-fx-i2"${lens}) { casualties { best } } }`)).incident.casualties.length;
  expect(await counted('')).toBe(2);
  expect(await counted(', lens: { statuses: [ACCEPTED] }')).toBe(0);
});

test('every field below a root field inherits the lens of the root, at any depth', async () => {
  const deep = async (lens: string) => {
    const { body } = await answer(
      `{ body(id: "body-fx-un-commission"${lens}) { findings { nodes { concerns { attributions { nodes { by { reports { nodes { id } } findings { nodes { id } } } } } } } } } }`,
    );
    return JSON.stringify(body);
  };
  expect(await deep('')).toContain('report-fx-lantern-2022-03');
  const without = await deep(', lens: { excludePublishers: ["body-fx-lantern"] }');
  expect(without).toContain('report-fx-un-2022');
  expect(without).not.toContain('lantern');
});

test('two root fields of one request each use their own lens', async () => {
  const { all, few } = await answer(
    `{ all: incidents { totalCount } few: incidents(lens: { publishedBy: "2022-03-31" }) { totalCount } }`,
  );
  expect(all).toEqual({ totalCount: 6 });
  expect(few).toEqual({ totalCount: 3 });
});

test('a lens on a nested field replaces the lens of the root as a whole', async () => {
  const { person } =
    await answer(`{ person(id: "person-fx-anders", lens: { excludeReports: ["report-fx-archive-2023", "report-fx-observer-2023"] }) {
    inherited: unitsUnderCommand(on: "2022-03-20") { posting { id } }
    replaced: unitsUnderCommand(on: "2022-03-20", lens: { minReliability: B }) { posting { person { postings { totalCount } } } } } }`);
  expect(person.inherited).toEqual([]);
  expect(person.replaced).toEqual([{ posting: { person: { postings: { totalCount: 1 } } } }]);
});

const UNDATED = `
- { id: report-test-undated, title: Undated, publisher: body-test, retrievedAt: 2024-05-05, reliability: F }
- { id: report-test-unread, title: Neither dated nor read, publisher: body-test, reliability: E }
`;

test('an undated report counts from the day of its retrieval, or on no day; a report graded F meets no minimum but F', async () => {
  const folder = temporaryFolder();
  await mkdir(join(folder, 'test'));
  const files = {
    'dataset.yaml':
      'id: test\ntitle: Test\ndescription: Test\nlicence: CC0-1.0\nattribution: nobody\nredistribute: true',
    'reports.yaml': UNDATED,
    'bodies.yaml': '- { id: body-test, kind: NGO, names: [Tester], cites: [{ report: report-test-undated }] }',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'test', name), text);
  await load(graph(), checkFiles([await readDataset('test', folder)], await readLegalCodes()), RECORDED_AT);
  const reports = async (lens: string) =>
    (
      await answer(
        `{ reports(filter: { dataset: "test" }, orderBy: TITLE, lens: { ${lens} }) { nodes { title publishedOn } } }`,
      )
    ).reports.nodes.map(
      ({ title, publishedOn }: { title: string; publishedOn: string | null }) => `${title} ${publishedOn}`,
    );
  expect(await reports('')).toEqual(['Neither dated nor read null', 'Undated null']);
  expect(await reports('publishedBy: "2024-05-04"')).toEqual([]);
  expect(await reports('publishedBy: "2024-05-05"')).toEqual(['Undated null']);
  expect(await reports('publishedBy: "2100-01-01"')).toEqual(['Undated null']);
  expect(await reports('minReliability: E')).toEqual(['Neither dated nor read null']);
  expect(await reports('minReliability: F')).toEqual(['Neither dated nor read null', 'Undated null']);
});

test('a lens with recordedBy gives the answer of before a retraction, byte for byte', async () => {
  const question = (lens: string) =>
    `{ unit(id: "unit-fx-u3"${lens}) { name chainOfCommand(on: "2022-03-20") { warnings levels { level units { unit { name } gaps
      links { kind cover(on: "2022-03-20") citations { pinpoint report { title } } } posts { role cover person { name } } } } } } }`;
  const before = JSON.stringify(await answer(question('')));
  expect(before).toContain('Tomas Anders');
  await writeAt(
    '2026-03-01T00:00:00.000Z',
    "MATCH (n:CommandLink)-[:SUBORDINATE]->({id: 'unit-fx-u3'}), (n)-[:SUPERIOR]->({id: 'unit-fx-u2'}) SET n.retractedAt = '2026-03-01T00:00:00.000Z'",
  );
  const after = JSON.stringify(await answer(question('')));
  expect(after).not.toContain('Tomas Anders');
  expect(JSON.stringify(await answer(question(', lens: { recordedBy: "2026-02-28T23:59:59Z" }')))).toBe(before);
  expect(JSON.stringify(await answer(question(', lens: { recordedBy: "2026-03-01T00:00:00Z" }')))).toBe(after);
});

test('a question asked twice gives the same bytes', async () => {
  const question =
    '{ incidents { nodes { id citations { report { id } } attributions { nodes { id } } findings { nodes { id classifications { code } } } } } }';
  expect(JSON.stringify(await answer(question))).toBe(JSON.stringify(await answer(question)));
});
