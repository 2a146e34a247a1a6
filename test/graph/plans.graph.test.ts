import { beforeAll, expect, test } from '@jest/globals';
import type { Plan } from 'neo4j-driver';
import { EXPORTS } from '../../src/exchange/export/export.js';
import { CLAIM_KINDS } from '../../src/model/vocabulary.js';
import { createSchema } from '../../src/schema.js';
import { CASE_QUESTIONS } from '../support/case-questions.js';
import { listings } from '../support/everything.js';
import { answer, graph, useGraph } from '../support/graph.js';
import { plansByIdThrough, scanned } from '../support/plans.js';
import { PUBLIC } from '../support/secrets.js';
import { create } from '../writing/edit/edit-requests.js';
import { loadDoubles } from '../writing/merge/duplicates.js';
import { exportText, merged, notSame, preview, undo } from '../writing/merge/merge-requests.js';

/** How Neo4j plans the statements that readers, editors and programs send. */

useGraph();

const KINDS = [...CLAIM_KINDS, 'Person', 'Unit', 'Body', 'Location', 'Incident', 'Finding', 'Report'];
const ABOUT = {
  ...{ incident: 'incident-fx-i2', person: 'person-fx-anders', unit: 'unit-fx-u3', finding: 'finding-fx-d' },
  ...{ report: 'report-fx-un-2022', on: '2022-03-20', from: '2021-01-01', to: '2024-12-31' },
  other: { excludeReports: ['report-fx-archive-2023'] },
};

/** The id of one record of each kind. */
async function anIdOfEach(kinds: readonly string[]): Promise<string[]> {
  const rows = await graph().command(
    'test',
    `UNWIND $kinds AS kind MATCH (n:Record) WHERE kind IN labels(n) AND n.retractedAt IS NULL AND coalesce(n.access, 'PUBLIC') = 'PUBLIC'
     RETURN kind, min(n.id) AS id`,
    { kinds },
  );
  return rows.map(({ id }) => String(id));
}

const CITES = [{ report: ABOUT.report, paraphrase: 'The report says so.' }];

/** A link between incidents and a demand, of which the invented dataset has none. */
async function loadLinkAndDemand(): Promise<void> {
  const link = { incident: 'incident-fx-i1', with: ABOUT.incident, kind: 'SAME_EVENT', cites: CITES };
  const demand = { by: 'body-fx-lantern', kind: 'ACCOUNTABILITY', request: 'Try them.', on: '2022-05', cites: CITES };
  for (const record of [{ incidentLink: link }, { demand }])
    expect(await create(record)).toMatchObject({ created: true, userErrors: [] });
}

let plans: Map<string, Plan>;

beforeAll(async () => {
  await loadDoubles();
  await loadLinkAndDemand();
  const ids = await anIdOfEach(KINDS);
  expect(ids).toHaveLength(KINDS.length);
  // Neo4j may still hold the graph for empty, as it was before this file, and keep plans of then.
  await graph().command('test', 'CALL db.prepareForReplanning()');
  plans = plansByIdThrough(graph());
  for (const { source } of listings(createSchema(), 1)) await answer(source);
  for (const id of ids) await answer('query ($id: ID!) { node(id: $id) { id } }', { id });
  for (const [, source] of CASE_QUESTIONS) await answer(source, ABOUT);
  for (const name of Object.keys(EXPORTS))
    await exportText(name, PUBLIC, name.startsWith('chain') ? { unit: ABOUT.unit, on: ABOUT.on } : {});
  await preview('person-fx-anders', 'person-fx-anders-again');
  await notSame('person-fx-anders', 'person-fx-anders-third');
  await undo(await merged('person', 'person-fx-anders', 'person-fx-anders-again'));
}, 600_000);

test('no statement goes through all records of a label to find those whose ids it has', () => {
  expect(scanned(plans)).toEqual([]);
  expect(plans.size).toBeGreaterThan(60);
});
