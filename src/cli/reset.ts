import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { checkDatasets, DEFAULT_DATASETS, load } from '../exchange/seed/load-datasets.js';
import { CommandError } from '../model/errors.js';
import { readArguments, runTool, say } from './run-command.js';
import { withGraph } from './with-graph.js';

const USAGE = 'npm run reset [-- --yes]';

/** `npm run reset [-- --yes]`: deletes everything in the graph and loads the default datasets again. */
runTool(async () => {
  const { values } = readArguments(USAGE, () => parseArgs({ options: { yes: { type: 'boolean', default: false } } }));
  if (!values.yes && !process.stdin.isTTY)
    throw new CommandError(
      '`npm run reset` asks before it deletes, and this is no terminal; use `npm run reset -- --yes`.',
    );
  const checked = await checkDatasets(DEFAULT_DATASETS);
  await withGraph(async ({ graph, address }) => {
    const question = `Delete everything in the graph at ${address.uri}, database ${graph.database}?`;
    if (!values.yes && !(await confirmed(question))) return say('Nothing was changed.');
    await graph.command(
      'reset',
      'MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS',
    );
    const { created } = await load(graph, checked, new Date().toISOString());
    say(`The graph was emptied and seeded again: ${created} records.`);
  });
});

async function confirmed(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} Type "yes" to go on: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
