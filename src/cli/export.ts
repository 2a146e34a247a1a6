import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { EXPORTS, openExport, unknownExport } from '../exchange/export/export.js';
import { CommandError } from '../model/errors.js';
import { LENS_OPTIONS, lensParameters } from './lens-options.js';
import { note, readArguments, refuseAfterBanner, runTool } from './run-command.js';
import { asPublicReader } from './with-graph.js';
import { writeWhole } from './write-whole.js';

const USAGE = `npm run export -- NAME [--out FILE] [--dataset ID …] [--recorded-by INSTANT] [--published-by DAY] [--exclude-report ID …] [--exclude-dataset ID …] [--exclude-publisher ID …] [--min-reliability A–F] [--status STATUS …] [--profile full|compat] [--bom yes|no] [--unit ID --on DAY]
NAME is one of ${Object.keys(EXPORTS).join(', ')}`;

const OPTIONS = {
  out: { type: 'string' },
  dataset: { type: 'string', multiple: true },
  ...LENS_OPTIONS,
  profile: { type: 'string' },
  bom: { type: 'string' },
  unit: { type: 'string' },
  on: { type: 'string' },
} as const;

function requested() {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [name, ...more] = positionals;
  if (!name || more.length > 0) throw new CommandError(`Expected one name; got ${positionals.length}.`);
  if (!Object.hasOwn(EXPORTS, name)) throw new CommandError(unknownExport(name));
  const { out, dataset, profile, bom, unit, on } = values;
  return { name, parameters: { dataset, ...lensParameters(values), profile, bom, unit, on }, out };
}

/** `npm run export -- NAME`: writes what a public reader would get from the server. */
runTool(async () => {
  const { name, parameters, out } = readArguments(USAGE, requested);
  if (!out) refuseAfterBanner('export', process.stdout.isTTY, readConfig(process.env));
  await asPublicReader(async (context) => {
    const opened = await openExport(context, name, parameters);
    if (!opened) throw new CommandError(unknownExport(name));
    if (!out) return await pipeline(Readable.from(opened.text), process.stdout, { end: false }).catch(unlessClosed);
    await writeWhole(opened.text, out);
    note(`Wrote ${out}.`);
  });
});

/** The reader of our output may stop early, as `head` does. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
