import { parseArgs } from 'node:util';
import { ReadAudit } from '../accounts/reads.js';
import { CommandError } from '../model/errors.js';
import { note, readArguments, runTool, say } from './run-command.js';
import { withGraph } from './with-graph.js';

const USAGE = 'npm run reads [-- --actor NAME] [--before INSTANT] [--last N]';

/** `npm run reads`: who read what is not public, one JSON object on each line, the latest first. */
runTool(async () => {
  const filter = readArguments(USAGE, () => {
    const one = { type: 'string' } as const;
    const { actor, before, last = '100' } = parseArgs({ options: { actor: one, before: one, last: one } }).values;
    if (!/^\d{1,4}$/.test(last)) throw new CommandError(`Expected --last as a number of entries; got ${last}.`);
    if (before !== undefined && Number.isNaN(Date.parse(before)))
      throw new CommandError(`Expected --before as an instant such as 2026-11-20T12:00:00Z; got ${before}.`);
    return { actor, before: before && new Date(before).toISOString(), first: Number(last) };
  });
  await withGraph(
    async ({ graph }) => {
      for (const entry of await new ReadAudit(graph).list(filter)) say(JSON.stringify(entry));
    },
    { announce: note },
  );
});
