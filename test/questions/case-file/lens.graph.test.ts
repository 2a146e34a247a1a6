import { beforeAll, describe, expect, test } from '@jest/globals';
import { Reader } from '../../../src/graph/graph.js';
import { type Clearance, type Lens, type View, viewOf } from '../../../src/model/lens.js';
import { directCount, ownWordsCount } from '../../../src/model/record/own-words.rules.js';
import { CaseFiles } from '../../../src/questions/case-file/case-file.loader.js';
import type { CaseFile } from '../../../src/questions/case-file/case-file.rules.js';
import { narrow } from '../../../src/questions/case-file/narrow.rules.js';
import { STATEMENT_KINDS as ALL_KINDS } from '../../support/case-file.js';
import { graph, useGraphToRead } from '../../support/graph.js';
import { CONFIDENTIAL, OF_EDITORS, OF_PARTNERS, PARTNER, PUBLIC } from '../../support/secrets.js';
import { type Counted, counted, left, STATEMENT } from './counted.js';

useGraphToRead('fictional');

/** The lens in memory (`narrow`) against the lens in the graph (`claimCounts`, `wordsCount`): two predicates, each written twice. */

/** Kinds of which the invented world has no statement: links are compared on the public record, in lens-of-links. */
const STATEMENT_KINDS = ALL_KINDS.filter((kind) => kind !== 'incidentLinks' && kind !== 'dayFacts');

/** The loader keeps what it opened: a case file is read once for each clearance and instant, whatever the lens. */
let caseFiles: CaseFiles;
beforeAll(() => {
  caseFiles = new CaseFiles(new Reader(graph()));
});

/** The case of an incident, with all that stands above anybody of its units. */
const open = (incidentId: string, view: View): Promise<CaseFile> =>
  caseFiles.open({ of: 'INCIDENTS', incidentIds: [incidentId], personIds: ['person-fx-gran'] }, view);

/** Everything in the graph: all incidents, with all that stands above their units and above everybody. */
const EVERYBODY = ['anders', 'berg', 'carls', 'dahl', 'eklund', 'falk', 'gran', 'holt', 'juna', 'kesh'];
const openAll = (view: View): Promise<CaseFile> =>
  caseFiles.open(
    {
      of: 'BELOW',
      unitIds: ['unit-fx-u0', 'unit-fx-u9', 'unit-fx-u5', 'unit-fx-u6', 'unit-fx-other-side', 'unit-fx-night-cell'],
      personIds: EVERYBODY.map((name) => `person-fx-${name}`),
      below: true,
      from: '0001-01-01',
      to: '9999-12-31',
    },
    view,
  );

const LENSES: readonly Lens[] = [
  {},
  { publishedBy: '2022-03-09' },
  { publishedBy: '2022-03-10' },
  { publishedBy: '2022-09-27' },
  { publishedBy: '2023-12-31' },
  { minReliability: 'A' },
  { minReliability: 'B' },
  { minReliability: 'C' },
  { minReliability: 'E' },
  { minReliability: 'F' },
  { excludeReports: ['report-fx-un-2022'] },
  { excludeReports: ['report-fx-archive-2023', 'report-fx-observer-2023', 'report-fx-none'] },
  { excludePublishers: ['body-fx-lantern'] },
  { excludePublishers: ['body-fx-un-commission', 'body-fx-archive'] },
  { excludeDatasets: ['fictional'] },
  { excludeDatasets: ['public-record'] },
  { statuses: [] },
  { statuses: ['ACCEPTED'] },
  { statuses: ['CONFLICT'] },
  { statuses: ['ACCEPTED', 'CONFLICT', 'WORK_NEEDED', 'ISSUE'] },
  { recordedBy: '2025-12-31T23:59:59.999Z' },
  { publishedBy: '2023-12-31', minReliability: 'B', excludePublishers: ['body-fx-lantern'], statuses: ['ACCEPTED'] },
];

describe.each([
  ['PUBLIC', PUBLIC],
  ['PARTNER', PARTNER],
  ['CONFIDENTIAL', CONFIDENTIAL],
] as const)('for a reader of %s', (_name, clearance) => {
  test.each(LENSES)('the lens %j leaves the same statements and citations in memory as in the graph', async (lens) => {
    const view = viewOf(clearance, lens);
    const whole = await openAll(view);
    const narrowed = narrow(whole, view);
    for (const kind of STATEMENT_KINDS)
      expect([kind, left(narrowed, kind)]).toEqual([kind, await counted(whole, kind, view)]);
  });
});

test.each(LENSES)('the lens %j leaves the own words of the same statements in memory as in the graph', async (lens) => {
  const view = viewOf(PUBLIC, lens);
  const whole = await openAll(view);
  const before = new Map(
    STATEMENT_KINDS.flatMap((kind) => whole[kind].map(({ id, citations }) => [id, directCount(citations)])),
  );
  for (const kind of STATEMENT_KINDS) {
    const left = narrow(whole, view)[kind];
    const inMemory = left.map(({ id, citations }) => [id, ownWordsCount(citations, before.get(id) ?? 0)]);
    const inGraph = await new Reader(graph()).rows<Counted>(STATEMENT, { ids: left.map(({ id }) => id), view });
    expect(inMemory.sort()).toEqual(inGraph.map(({ id, inWords }) => [id, inWords]));
  }
});

test('the lenses of this test exclude some, and leave some, statements of every kind', async () => {
  const view = viewOf(PUBLIC);
  const whole = narrow(await openAll(view), view);
  for (const kind of STATEMENT_KINDS) {
    const sizes = LENSES.filter(({ recordedBy }) => !recordedBy).map(
      (lens) => narrow(whole, viewOf(PUBLIC, lens))[kind].length,
    );
    expect(Math.max(...sizes)).toBe(whole[kind].length);
    expect(sizes.some((size) => size > 0 && size < whole[kind].length)).toBe(true);
  }
});

describe('a hidden record', () => {
  const INCIDENTS = ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7'].map((name) => `incident-fx-${name}`);
  const text = ({ reports, entities, ...statements }: CaseFile) =>
    JSON.stringify([statements, [...reports.values()], [...entities.values()]]);
  const texts = async (clearance: Clearance) => {
    const view = viewOf(clearance, { statuses: ['ACCEPTED', 'CONFLICT', 'WORK_NEEDED', 'ISSUE'] });
    const files = await Promise.all([openAll(view), ...INCIDENTS.map((id) => open(id, view))]);
    return files.map(text).join('\n');
  };

  test('is in no case file of a public reader', async () => {
    const all = await texts(PUBLIC);
    expect(all).toContain('person-fx-anders');
    expect([...OF_PARTNERS, ...OF_EDITORS].filter((word) => all.includes(word))).toEqual([]);
    expect(await ofAccess(all, ['PARTNER', 'CONFIDENTIAL'])).toEqual([]);
  });

  test('is in no case file of a partner where it is for editors, and is there where it is for partners', async () => {
    const all = await texts(PARTNER);
    expect(OF_EDITORS.filter((word) => all.includes(word))).toEqual([]);
    expect(await ofAccess(all, ['CONFIDENTIAL'])).toEqual([]);
    expect(all).toContain('report-fx-partner-memo');
  });

  test('is in the case file of an editor, so that these tests look for the right words', async () => {
    const all = await texts(CONFIDENTIAL);
    for (const word of ['unit-fx-night-cell', 'incident-fx-i7', 'finding-fx-i7-confidential', 'report-fx-partner-memo'])
      expect(all).toContain(word);
    expect((await ofAccess(all, ['PARTNER', 'CONFIDENTIAL'])).length).toBeGreaterThan(5);
  });

  /** Ids of statements and reports of these levels of access that a text holds. */
  async function ofAccess(all: string, access: readonly string[]): Promise<string[]> {
    const rows = await new Reader(graph()).rows<Counted>(
      { name: 'hidden', text: 'MATCH (n:Record) WHERE n.access IN $access RETURN n.id AS id' },
      { access },
    );
    expect(rows.length).toBeGreaterThan(3);
    return rows.map(({ id }) => id).filter((id) => all.includes(id));
  }
});
