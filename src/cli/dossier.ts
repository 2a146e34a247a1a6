import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import type { Context } from '../context.js';
import { NO_CASE, NOT_FOUND, openCaseFile, openDossier, printed } from '../exchange/dossier/dossier.js';
import { FORMATS, readDossierRequest } from '../exchange/dossier/dossier-request.js';
import { CommandError } from '../model/errors.js';
import { LENS_OPTIONS, lensParameters } from './lens-options.js';
import { note, readArguments, refuseAfterBanner, runTool } from './run-command.js';
import { asPublicReader } from './with-graph.js';
import { writeWhole } from './write-whole.js';

const USAGE =
  'npm run dossier -- [PERSON] INCIDENT [--framework NAME …] [--on DAY] [--format html|docx|json|jsonld] [--out FILE] [--published-by DAY] [--recorded-by INSTANT] [--exclude-report ID …] [--exclude-dataset ID …] [--exclude-publisher ID …] [--min-reliability A–F] [--status STATUS …]';

const OPTIONS = {
  framework: { type: 'string', multiple: true },
  on: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  ...LENS_OPTIONS,
} as const;

function requested() {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  const [first, second, ...more] = positionals;
  if (!first || more.length > 0)
    throw new CommandError(`Expected an incident, or a person and an incident; got ${positionals.length} ids.`);
  const { framework, on, out } = values;
  const ending = FORMATS.find((format) => out?.endsWith(`.${format}`));
  const request = readDossierRequest({ framework, on, format: values.format ?? ending, ...lensParameters(values) });
  const format = request.format ?? 'html';
  if (format === 'docx' && !out) throw new CommandError('Expected --out FILE for the format docx.');
  const open = (context: Context) =>
    second ? openDossier(context, first, second, request) : openCaseFile(context, first, request);
  return { open, missing: second ? NOT_FOUND : NO_CASE, format, out };
}

/**
 * `npm run dossier -- PERSON INCIDENT`: writes the dossier that a public reader would get from the server; with an incident
 * alone, its case file.
 */
runTool(async () => {
  const { open, missing, format, out } = readArguments(USAGE, requested);
  if (!out) refuseAfterBanner('dossier', process.stdout.isTTY, readConfig(process.env));
  await asPublicReader(async (context) => {
    const question = await open(context);
    if (!question) throw new CommandError(missing);
    const { content } = await printed(context, question, format);
    if (!out) return void process.stdout.write(content);
    await writeWhole([content], out);
    note(`Wrote ${out}.`);
  });
});
