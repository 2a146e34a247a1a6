import { basename } from 'node:path';
import type { Row } from '../reading/table.js';
import { type Options, Run } from '../record/conversion.js';
import type { Conversion, Imported, Room } from '../record/record.js';
import type { Draft, Template } from './columns.js';
import { incidentsOf } from './incidents.js';
import { Register } from './register.js';
import { fits, recordIn, rowsOf } from './rows.js';
import { type CsvFiles, citationsIn } from './table-files.js';
import { isTemplate, TEMPLATE_NAMES, TEMPLATES, type TemplateName } from './templates.js';

/** Rooms whose records are links between two others; attributions are the links of incidents. */
const LINKS: readonly TemplateName[] = ['postings', 'command-links', 'positionings', 'affiliations'];
/** Templates whose rows have an id of their own. */
const DECLARING: readonly TemplateName[] = ['reports', 'bodies', 'people', 'units', 'locations', 'findings'];

/** Turns templates that a researcher has filled in into records of our own format, row by row. */
export function convertCsv(files: CsvFiles, options: Options): Conversion {
  const run = new Run(options);
  return { records: recordsOf(run, files), report: run.report };
}

async function* recordsOf(run: Run, files: CsvFiles): AsyncGenerator<Imported> {
  const register = new Register(run);
  for (const [name, path] of Object.entries(files)) if (!isTemplate(name)) refuse(run, name, String(path));
  for (const name of TEMPLATE_NAMES) {
    const path = files[name];
    if (name === 'incidents') yield* incidentsOf(run, register, files);
    else if (path !== undefined && !('part' in TEMPLATES[name])) yield* recordsIn(run, register, name, path);
  }
}

function refuse(run: Run, name: string, path: string): void {
  const origin = { file: basename(path), row: 1 };
  run.report.error(origin, `one of ${TEMPLATE_NAMES.join(', ')}`, name, 'There is no such template.');
}

async function* recordsIn(run: Run, register: Register, name: TemplateName, path: string): AsyncGenerator<Imported> {
  const template: Template = TEMPLATES[name];
  const links = LINKS.includes(name) ? run.report.links : undefined;
  for await (const row of rowsOf(run.report, template, path)) {
    run.report.citations.arrives(citationsIn(row));
    links?.arrives();
    const record = recordIn(run.report, template, row);
    const own = !DECLARING.includes(name) || register.declares(row.get('id'), row);
    if (!record || !own) continue;
    const room = typeof template.room === 'function' ? template.room(record) : template.room;
    if (!fits(run.report, template, room, record, row) || !register.knows(record, row)) continue;
    if (room === 'reports') register.publishes(record);
    const fresh = giveOnce(run, room, record, row);
    links?.[fresh ? 'leaves' : 'repeats']();
    yield* run.taken();
  }
}

function giveOnce(run: Run, room: Room, record: Draft, row: Row): boolean {
  const fresh = run.isNewClaim([room, record], citationsIn(row));
  if (fresh) run.give(room, record, row.at());
  return fresh;
}
