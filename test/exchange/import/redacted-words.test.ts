import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { Imports } from '../../../src/exchange/import/api/import-runs.js';
import { ReportWriter } from '../../../src/exchange/import/report/report-files.js';
import type { Graph } from '../../../src/graph/graph.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** What imports leave beside the graph goes with the words that a redaction takes out. */

const problem = { severity: 'ERROR' as const, file: 'people.csv', row: 2, message: 'Expected a name.', expected: '' };

async function report(folder: string, name: string, got: string): Promise<string> {
  const writer = await ReportWriter.open(join(folder, 'reports'), name);
  writer.problem({ ...problem, got });
  await writer.end(name, {});
  return join(folder, 'reports', name);
}

test('a redaction removes reports with its words, files that were sent, and ended runs', async () => {
  const folder = temporaryFolder();
  const faults: unknown[] = [];
  const graph = { read: async () => Promise.reject(new Error('No graph.')) } as unknown as Graph;
  const imports = new Imports(graph, folder, (fault) => faults.push(fault));
  const holding = await report(folder, 'import-1', 'Zoé O’Brien\u00a0\nCanary');
  const other = await report(folder, 'import-2', 'Somebody else');
  const { reference } = await imports.keep(Readable.from(['a file']));
  await mkdir(join(folder, 'reports', 'check-3.part'));
  await writeFile(join(folder, 'reports', 'check-3.part', 'report.json'), "Zoé O'Brien Canary");
  const run = { id: 'run-1', state: 'FAILED' };
  (imports as unknown as { runs: Map<string, object> }).runs.set(run.id, run);
  expect(imports.run(run.id)).toBe(run);

  await imports.forget(["zoé o'brien canary"]);

  expect([holding, other, join(folder, 'files', reference)].map(existsSync)).toEqual([false, true, false]);
  expect(existsSync(join(folder, 'reports', 'check-3.part'))).toBe(true);
  expect(() => imports.run(run.id)).toThrow('There is no run "run-1"');
  expect(faults).toEqual([]);
  await imports.stop(0);
});
