import { beforeEach, describe, expect, test } from '@jest/globals';
import { undoImport } from '../../../src/exchange/import/apply/undo.js';
import type { Files } from '../../../src/exchange/import/sfm/convert-sfm.js';
import { ACCESS, words } from '../../../src/model/vocabulary.js';
import { objectsIn } from '../../support/competency.js';
import { answer, emptyGraph, graph, useGraph } from '../../support/graph.js';
import { importInto, requestFor } from './batch-requests.js';
import { OPTIONS, sheetsOf } from './sheets.js';

/** Sources that are known by their ids only, in the graph: they lift no claim above what the sheet alone supports. */

useGraph();
beforeEach(emptyGraph);

const INCIDENT = 'incident-sfm-d0000000-0000-4000-8000-000000000001';
const UNIT = 'unit-sfm-b0000000-0000-4000-8000-000000000002';
const CHAIN = ['units', 'people', 'peopleExtra'] as const;
const { id: SHEET, publisher } = OPTIONS.fileAsReport;

const imported = async (sourceStubs: boolean, sheets: readonly (keyof Files)[]) => {
  const all = await sheetsOf('sfm-newer');
  const files = Object.fromEntries(sheets.map((sheet) => [sheet, all[sheet]])) as Files;
  return importInto(await requestFor('sfm-newer', files, { ...OPTIONS, sourceStubs }, { whole: true }));
};

const ITEM = 'says cover firm independentPublishers marks doubts';
const QUESTION = `query ($incident: ID!, $unit: ID!, $on: Date!, $lens: EvidenceLens) {
  incident(id: $incident, lens: $lens) { commandResponsibility(lens: $lens) { people { person { name } place { links role unit { name } }
    elements { element grade because missing supporting { ${ITEM} } weighingAgainst { ${ITEM} } context { ${ITEM} } } } } }
  unit(id: $unit) { chainOfCommand(on: $on, lens: $lens) { warnings levels { units { unit { name } gaps
    links { kind cover(on: $on) doubts } posts { role cover person { name } } } } } } }`;
const LENSES = [{}, { excludeReports: [SHEET] }, { excludePublishers: [publisher.id] }, { publishedBy: '2022-12-31' }];
const DAYS = ['2017-06-01', '2019-04-02', '2020-06-01', '2022-03-01', '2022-03-02'];

async function answers(): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const lens of LENSES)
    for (const on of DAYS)
      all.push(await answer(QUESTION, { incident: INCIDENT, unit: UNIT, on, lens }, words(ACCESS)));
  return all.map(inOneOrder);
}

/** An answer whose lists are in the order of their texts: ids of claims, which order some of them, hang on the citations. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(inOneOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inOneOrder(inner)]));
}

describe('sheets without their sheet of sources', () => {
  test('give the same covers and the same responsibility with stubs as without, under every lens', async () => {
    expect((await imported(false, [...CHAIN, 'incidents'])).state).toBe('WRITTEN');
    const plain = await answers();
    await emptyGraph();
    expect((await imported(true, [...CHAIN, 'incidents'])).state).toBe('WRITTEN');
    expect(await answers()).toEqual(plain);
    expect(objectsIn(plain).some(({ cover }) => cover === 'CITED')).toBe(true);
    expect(objectsIn(plain).some(({ grade }) => grade === 'INDICATED')).toBe(true);
  }, 120_000);

  test('become sheets with sources in a whole edition, without an error and without a stub that is left', async () => {
    const stubs = async () => {
      const text =
        "MATCH (n:Report) WHERE n.title STARTS WITH 'Source known' AND n.retractedAt IS NULL RETURN count(n) AS count";
      return Number((await graph().read({ name: 'stubs', text }, {}))[0]?.count);
    };
    expect((await imported(true, CHAIN)).state).toBe('WRITTEN');
    const before = await stubs();
    expect(before).toBeGreaterThan(5);
    const { state, batch = '', report } = await imported(true, [...CHAIN, 'sources']);
    expect(report.problems.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect([state, report.errors, await stubs()]).toEqual(['WRITTEN', 0, 0]);
    const doubts =
      "MATCH (n:Claim) WHERE n.retractedAt IS NULL AND any(text IN n.doubtsAsStated WHERE text CONTAINS 'a0000000') RETURN n.id AS id";
    expect(await graph().read({ name: 'doubts', text: doubts }, {})).toEqual([]);
    await undoImport(graph(), batch, { actor: 'tester', reason: 'Wrong.', now: new Date().toISOString() });
    expect(await stubs()).toBe(before);
  }, 120_000);
});
