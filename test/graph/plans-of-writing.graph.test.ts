import { beforeAll, expect, test } from '@jest/globals';
import type { Plan } from 'neo4j-driver';
import { undoImport } from '../../src/exchange/import/apply/undo.js';
import { checkDatasets, load } from '../../src/exchange/seed/load-datasets.js';
import { importInto, requestFor } from '../exchange/import/batch-requests.js';
import { writeCountry } from '../exchange/import/country.js';
import { graph, RECORDED_AT, useGraph } from '../support/graph.js';
import { plansByIdThrough, scanned } from '../support/plans.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { create } from '../writing/edit/edit-requests.js';

/**
 * How Neo4j plans the statements of imports and edits: while it still holds the graph for empty, as at every first import,
 * and on one of which nearly all was taken back.
 */

useGraph();

const DEPUTY = {
  person: 'person-fx-anders',
  at: 'unit-fx-u3',
  role: 'DEPUTY',
  range: { first: '2020-01', firstBound: 'START', last: '2020-06', lastBound: 'END' },
  cites: [{ report: 'report-fx-archive-2023', paraphrase: 'The archive names the deputy.' }],
};

const found: string[] = [];
let texts = 0;
beforeAll(async () => {
  await graph().command('test', 'CALL db.prepareForReplanning()');
  await load(graph(), await checkDatasets(['fictional']), RECORDED_AT);
  const plans = plansByIdThrough(graph());
  const { files, options } = await writeCountry(temporaryFolder(), 0.02);
  const sheets = () => requestFor('sfm-older', files, options);
  const { batch } = await importInto(await sheets());
  await undoImport(graph(), String(batch), { actor: 'tester', reason: 'For a test.', now: new Date().toISOString() });
  await collect(plans);
  await importInto(await sheets());
  expect(await create({ posting: DEPUTY })).toMatchObject({ created: true, userErrors: [] });
  await collect(plans);
}, 300_000);

/** Notes the plans, and forgets them here and in the database: the next go by what the graph holds by then. */
async function collect(plans: Map<string, Plan>): Promise<void> {
  found.push(...scanned(plans));
  texts += plans.size;
  plans.clear();
  await graph().command('test', 'CALL db.clearQueryCaches()');
}

test('no statement of an import or an edit goes through all records to find those whose ids it has', () => {
  expect(found).toEqual([]);
  expect(texts).toBeGreaterThan(20);
});
