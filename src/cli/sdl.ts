import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT } from '../graph/local-neo4j/place.js';
import { CommandError } from '../model/errors.js';
import { clientTypes, createSchema, schemaText } from '../schema.js';
import { readArguments, runTool, say } from './run-command.js';

/** `npm run sdl [-- --check]`: writes the schema as text and as clients need it, or fails where they do not say what the code says. */
runTool(async () => {
  const { values } = readArguments('npm run sdl [-- --check]', () =>
    parseArgs({ options: { check: { type: 'boolean', default: false } } }),
  );
  const schema = createSchema();
  const files = { 'schema/schema.graphql': schemaText(schema), 'schema/clients/types.ts': clientTypes(schema) };
  for (const [name, text] of Object.entries(files)) {
    const file = join(PROJECT, name);
    if (!values.check) await writeFile(file, text);
    else if (text !== (await readFile(file, 'utf8')))
      throw new CommandError(`${name} differs from the code. Run \`npm run sdl\`, look at the diff, and commit it.`);
  }
  if (!values.check) say(`Wrote ${Object.keys(files).join(' and ')} in ${PROJECT}.`);
});
