import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../graph/local-neo4j/place.js';
import { CommandError } from '../model/errors.js';
import { createSchema, schemaText } from '../schema.js';
import { readArguments, runTool, say } from './run-command.js';

/** `npm run sdl [-- --check]`: writes `schema/schema.graphql`, or fails where it does not say what the code says. */
runTool(async () => {
  const { values } = readArguments('npm run sdl [-- --check]', () =>
    parseArgs({ options: { check: { type: 'boolean', default: false } } }),
  );
  const file = join(PROJECT, 'schema', 'schema.graphql');
  const text = schemaText(createSchema());
  if (!values.check) {
    await writeFile(file, text);
    say(`Wrote ${file}.`);
    return;
  }
  if (text !== (await readFile(file, 'utf8')))
    throw new CommandError(
      'schema/schema.graphql differs from the code. Run `npm run sdl`, look at the diff, and commit it.',
    );
});
