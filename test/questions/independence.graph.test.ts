import { beforeAll, expect, test } from '@jest/globals';
import { checkFiles, load } from '../../src/exchange/seed/load-datasets.js';
import { readLegalCodes } from '../../src/exchange/seed/read-datasets.js';
import { answer, emptyGraph, graph, RECORDED_AT, useGraph } from '../support/graph.js';
import { filesOf, smallDataset } from '../support/small-dataset.js';

/** Publishers of reports that repeat one another, at first and second hand, as the graph has them. */

useGraph();

const small = smallDataset();
const [report] = small.reports;
const [posting] = small.postings;

/** The report that a paper prints, and what it repeats. */
const printed = (id: string, publisher: string, ...derivedFrom: string[]) => ({
  ...report,
  ...{ id: `report-${id}`, title: id, publisher: `body-${publisher}`, derivedFrom },
});

const PUBLISHERS = ['ministry', 'agency', 'paper', 'journal', 'section', 'whole'];
const CITES = [{ report: 'report-one' }];

const CASES: readonly (readonly [what: string, reports: readonly string[], expected: number])[] = [
  ['an announcement and a paper that reports it', ['announcement', 'paper'], 1],
  ['two papers that report one announcement', ['paper', 'journal'], 1],
  ['two pages of a paper, of which one reports an announcement', ['paper', 'paper-own'], 1],
  ['a paper and one that repeats it at second hand', ['announcement', 'journal-second-hand'], 1],
  ['a section and a paper that repeats its whole', ['section', 'paper-on-whole'], 1],
  ['two papers that report nothing of each other', ['paper-own', 'section'], 2],
];

beforeAll(async () => {
  await emptyGraph();
  const written = {
    ...small,
    reports: [
      ...small.reports,
      printed('announcement', 'ministry'),
      printed('wire', 'agency', 'report-announcement'),
      printed('paper', 'paper', 'report-announcement'),
      printed('journal', 'journal', 'report-announcement'),
      printed('paper-own', 'paper'),
      printed('journal-second-hand', 'journal', 'report-wire'),
      printed('section', 'section'),
      printed('whole', 'whole'),
      printed('paper-on-whole', 'paper', 'report-whole'),
    ],
    bodies: [
      ...small.bodies,
      ...PUBLISHERS.map((name) => ({ id: `body-${name}`, kind: 'NEWSPAPER', names: [name], cites: CITES })),
    ],
    affiliations: [{ part: 'body-section', whole: 'body-whole', kind: 'PART_OF', cites: CITES }],
    postings: CASES.map(([title, reports]) => ({
      ...posting,
      title,
      cites: reports.map((id) => ({ report: `report-${id}` })),
    })),
  };
  await load(graph(), checkFiles([filesOf(written)], await readLegalCodes()), RECORDED_AT);
}, 120_000);

test.each(CASES)('independent publishers of %s: %j are %i', async (title, _reports, expected) => {
  const { unit } = await answer(
    `{ unit(id: "${posting?.at}") { commandersBetween(from: "2022-01-01", to: "2024-12-31") { tenures { items { says independentPublishers } } } } }`,
  );
  const items: { says: string; independentPublishers: number }[] = unit.commandersBetween.tenures.flatMap(
    ({ items: some }: { items: never[] }) => some,
  );
  expect(items.find(({ says }) => says.includes(`: ${title},`))?.independentPublishers).toBe(expected);
});
