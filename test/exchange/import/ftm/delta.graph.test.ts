import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import type { ImportOutcome } from '../../../../src/exchange/import/apply/import-files.js';
import { emptyGraph, graph, useGraph } from '../../../support/graph.js';
import { blocksIn, readPage } from '../../../support/pages.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { importWhole } from '../batch-requests.js';

/** A delta beside its whole file makes the graph that the next whole file makes. The files are those of docs/importing/ftm.md. */

useGraph();
beforeEach(emptyGraph);

const page = await readPage('docs/importing/ftm.md');
const blocks = blocksIn(page, 'json');
const WHOLE = blocks[0] ?? '';
const DELTA = blocks.find((text) => text.includes('"op":')) ?? '';
const linesIn = (text: string) => text.trim().split('\n');

interface ChangeLine {
  readonly op: string;
  readonly entity: { readonly id: string };
}

/** The next whole file, as whoever made the delta has it. */
function nextWhole(): string {
  const changes = linesIn(DELTA).map((line) => JSON.parse(line) as ChangeLine);
  const others = linesIn(WHOLE).filter((line) => !changes.some(({ entity }) => entity.id === JSON.parse(line).id));
  const additions = changes.filter(({ op }) => op !== 'DEL').map(({ entity }) => JSON.stringify(entity));
  return `${[...others, ...additions].join('\n')}\n`;
}

async function importEdition(texts: { entities: string; delta?: string }, dataset = 'mine'): Promise<ImportOutcome> {
  const files: Record<string, string> = {};
  for (const [role, text] of Object.entries(texts)) {
    files[role] = join(temporaryFolder(), `${role}.json`);
    await writeFile(files[role], text);
  }
  return importWhole('ftm', files, dataset);
}

/** What the graph holds now and held once, without the instants: the properties of each record. */
async function records(isRetracted: boolean, dataset = 'mine'): Promise<ReadonlySet<string>> {
  const rows = await graph().read(
    {
      name: 'records of a dataset',
      text: `MATCH (n:Record {dataset: $dataset}) WHERE (n.retractedAt IS NOT NULL) = $isRetracted
RETURN n {.*, recordedAt: null, retractedAt: null, standing: null} AS properties,
  COLLECT { MATCH (n)-[link]->(end) RETURN type(link) + ' ' + coalesce(end.id, end.code) } AS links`,
    },
    { isRetracted, dataset },
  );
  return new Set(rows.map(({ properties, links }) => canonical({ ...(properties as object), links: sorted(links) })));
}

const sorted = (texts: unknown) => [...(texts as string[])].sort();
const canonical = (record: object) => JSON.stringify(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

test('a whole file and then its delta give the same records, now and in the history, as the next whole file', async () => {
  await importEdition({ entities: WHOLE });
  const byDelta = await importEdition({ entities: WHOLE, delta: DELTA });
  expect([byDelta.state, byDelta.retracted, byDelta.report.errors]).toEqual(['WRITTEN', 1, 0]);
  const [now, before] = [await records(false), await records(true)];
  expect(before.size).toBe(1);
  await emptyGraph();
  await importEdition({ entities: WHOLE });
  const byFile = await importEdition({ entities: nextWhole() });
  expect([byFile.state, byFile.retracted]).toEqual(['WRITTEN', 1]);
  // The delta deletes what was never there, too.
  expect(byDelta.report.warnings).toBe(byFile.report.warnings + 1);
  expect(await records(false)).toEqual(now);
  expect(await records(true)).toEqual(before);
});

test('a delta takes nothing back of what another dataset says', async () => {
  await importEdition({ entities: WHOLE }, 'theirs');
  const theirs = await records(false, 'theirs');
  await importEdition({ entities: WHOLE });
  await importEdition({ entities: WHOLE, delta: DELTA });
  expect(theirs.size).toBeGreaterThan(5);
  expect(await records(false, 'theirs')).toEqual(theirs);
  expect(await records(true, 'theirs')).toEqual(new Set());
});
