import { parseArgs } from 'node:util';
import { checkDatasets, DEFAULT_DATASETS, load } from '../exchange/seed/load-datasets.js';
import { datasetNames } from '../exchange/seed/read-datasets.js';
import { CommandError } from '../model/errors.js';
import { refuseHalfRestored } from '../writing/change/restore-guard.js';
import { readArguments, runTool, say } from './run-command.js';
import { withGraph } from './with-graph.js';

const USAGE = 'npm run seed [-- --dataset NAME … --dry-run]';
const OPTIONS = {
  dataset: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean', default: false },
} as const;

/** `npm run seed [-- --dataset NAME … --dry-run]`: brings datasets of the seed folder into the graph. */
runTool(async () => {
  const { values } = readArguments(USAGE, () => parseArgs({ options: OPTIONS }));
  const available = await datasetNames();
  const names = values.dataset ?? DEFAULT_DATASETS;
  const unknown = names.filter((name) => !available.includes(name));
  if (unknown.length > 0)
    throw new CommandError(`Expected a dataset of ${available.join(', ')}; got ${unknown.join(', ')}.`);
  const checked = await checkDatasets(names);
  const { nodes, edges } = checked.draft;
  const checkedNames = checked.datasets.map(({ dataset }) => dataset.id).join(', ');
  say(`Checked ${checkedNames}: ${nodes.length} records, ${edges.length} links, no problems.`);
  if (values['dry-run']) return;
  await withGraph(async ({ graph }) => {
    await refuseHalfRestored(graph);
    const { created, unchanged, retracted, redacted = 0 } = await load(graph, checked, new Date().toISOString());
    say(`Loaded: ${created} records created, ${unchanged} unchanged, ${retracted} retracted.`);
    if (redacted > 0) say(`${redacted} records of the files were redacted, or lead to such; they stay out.`);
  });
});
