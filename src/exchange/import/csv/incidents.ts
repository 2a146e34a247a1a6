import { contentHash } from '../../../model/hash.js';
import type { Run } from '../record/conversion.js';
import type { Imported } from '../record/record.js';
import { ImportReport, type Origin } from '../report/import-report.js';
import type { Draft } from './columns.js';
import type { Register } from './register.js';
import { fits, recordIn, rowsOf } from './rows.js';
import { type CsvFiles, citationsIn } from './table-files.js';
import { TEMPLATES } from './templates.js';

/** Incidents with the rows of other files that belong to them. */

const PARTS = ['attributions', 'casualties'] as const;

/** How many incidents wait together for their parts. More would take memory, fewer would read the files of the parts more often. */
const GROUP = 2_000;

interface Waiting {
  readonly record: Draft;
  readonly origin: Origin;
}
type Group = Map<string, Waiting>;

/**
 * Gives incidents in groups. For each group the files of the parts are read anew, whatever their order, and only what
 * belongs to the group is kept; one more reading judges their rows and counts them.
 */
export async function* incidentsOf(run: Run, register: Register, files: CsvFiles): AsyncGenerator<Imported> {
  const whole = new Set<string>();
  if (files.incidents !== undefined) {
    let group: Group = new Map();
    for await (const waiting of ownRows(run, register, files.incidents)) {
      const id = String(waiting.record.id);
      whole.add(id);
      group.set(id, waiting);
      if (group.size < GROUP) continue;
      yield* completed(run, group, files);
      group = new Map();
    }
    yield* completed(run, group, files);
  }
  for (const part of PARTS) await judge(run, register, part, files[part], whole);
}

async function* ownRows(run: Run, register: Register, path: string): AsyncGenerator<Waiting> {
  const template = TEMPLATES.incidents;
  for await (const row of rowsOf(run.report, template, path)) {
    run.report.citations.arrives(citationsIn(row));
    const record = recordIn(run.report, template, row);
    const own = register.declares(row.get('id'), row);
    if (!record || !own || !fits(run.report, template, 'incidents', record, row)) continue;
    if (!register.knows(record, row)) continue;
    run.report.citations.leaves(citationsIn(row));
    yield { record, origin: row.at() };
  }
}

async function* completed(run: Run, group: Group, files: CsvFiles): AsyncGenerator<Imported> {
  for (const part of PARTS) await addPart(part, files[part], group);
  for (const { record, origin } of group.values()) run.give('incidents', record, origin);
  yield* run.taken();
}

/** Adds what a file holds of the incidents in a group; what is wrong in it is judged elsewhere. */
async function addPart(part: (typeof PARTS)[number], path: string | undefined, group: Group): Promise<void> {
  if (path === undefined || group.size === 0) return;
  const [quiet, template] = [new ImportReport(), TEMPLATES[part]];
  const said = new Set<string>();
  for await (const row of rowsOf(quiet, template, path)) {
    const waiting = group.get(row.get('incident_id'));
    const record = waiting && recordIn(quiet, template, row);
    if (!record || !fits(quiet, template, 'incidents', record, row)) continue;
    const hash = contentHash([row.get('incident_id'), record]);
    if (said.has(hash)) continue;
    said.add(hash);
    waiting.record[part] = [...((waiting.record[part] ?? []) as Draft[]), record];
  }
}

/** Says what is wrong in the rows of a part, and counts the others. */
async function judge(
  run: Run,
  register: Register,
  part: (typeof PARTS)[number],
  path: string | undefined,
  whole: ReadonlySet<string>,
): Promise<void> {
  if (path === undefined) return;
  const template = TEMPLATES[part];
  const links = part === 'attributions' ? run.report.links : undefined;
  for await (const row of rowsOf(run.report, template, path)) {
    run.report.citations.arrives(citationsIn(row));
    links?.arrives();
    const id = row.get('incident_id');
    const record = recordIn(run.report, template, row);
    if (record && !register.has(id))
      run.report.error(row.at('incident_id'), 'an incident of incidents.csv', id, 'This incident is declared nowhere.');
    if (!record || !fits(run.report, template, 'incidents', record, row) || !whole.has(id)) continue;
    const fresh = run.isNewClaim([part, id, record], citationsIn(row));
    links?.[fresh ? 'leaves' : 'repeats']();
  }
}
