import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readConfig, StartError } from '../config.js';
import { checkDatasets, DEFAULT_DATASETS, load } from '../exchange/seed/load-datasets.js';
import { openGraph } from '../graph/open.js';
import { runTool, say } from './run-command.js';

/** `npm run reset [-- --yes]`: deletes everything in the graph and loads the default datasets again. */
runTool(async () => {
  const { values } = parseArgs({ options: { yes: { type: 'boolean', default: false } } });
  const checked = await checkDatasets(DEFAULT_DATASETS);
  const { graph, address, close } = await openGraph(readConfig(process.env), say, true);
  try {
    if (
      !values.yes &&
      !(await confirmed(`Delete everything in the graph at ${address.uri}, database ${graph.database}?`))
    ) {
      say('Nothing was changed.');
      return;
    }
    await graph.command(
      'reset',
      'MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS',
    );
    const { created } = await load(graph, checked, new Date().toISOString());
    say(`The graph was emptied and seeded again: ${created} records.`);
  } finally {
    await close();
  }
});

async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new StartError(
      '`npm run reset` asks before it deletes, and there is nobody to ask here; say `npm run reset -- --yes`.',
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} Type "yes" to go on: `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
