import { parseArgs } from 'node:util';
import { readConfig, StartError } from '../config.js';
import { checkDatasets, DEFAULT_DATASETS, load } from '../exchange/seed/load-datasets.js';
import { datasetNames } from '../exchange/seed/read-datasets.js';
import { openGraph } from '../graph/open.js';
import { refuseHalfRestored } from '../writing/change/restoring.js';
import { runTool, say } from './run-command.js';

/** `npm run seed -- --dataset NAME [--dataset NAME …] [--dry-run]`: brings datasets of the seed folder into the graph. */
runTool(async () => {
  const { values } = parseArgs({
    options: { dataset: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean', default: false } },
  });
  const known = await datasetNames();
  const names = values.dataset ?? DEFAULT_DATASETS;
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new StartError(`Expected a dataset of ${known.join(', ')}; got ${unknown.join(', ')}.`);
  const checked = await checkDatasets(names);
  say(
    `Checked ${checked.datasets.map(({ dataset }) => dataset.id).join(', ')}: ${checked.draft.nodes.length} records, ${checked.draft.edges.length} links, no problems.`,
  );
  if (values['dry-run']) return;
  const { graph, close } = await openGraph(readConfig(process.env), say, true);
  try {
    await refuseHalfRestored(graph);
    const { created, unchanged, retracted } = await load(graph, checked, new Date().toISOString());
    say(`Loaded: ${created} records created, ${unchanged} unchanged, ${retracted} retracted.`);
  } finally {
    await close();
  }
});
