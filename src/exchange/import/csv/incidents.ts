import { contentHash } from '../../../model/hash.js';
import type { Conversion } from '../record/conversion.js';
import type { ImportedRecord } from '../record/imported-record.js';
import { ImportReport, type Origin } from '../report/import-report.js';
import type { RecordDraft } from './columns.js';
import type { CsvIndex } from './csv-index.js';
import { fits, recordIn } from './rows.js';
import { countCitations, type TemplateRows, type TemplateTables } from './template-tables.js';
import { TEMPLATES } from './templates.js';

/** Incidents with the rows of other files that belong to them. */

const PARTS = ['attributions', 'casualties'] as const;

/** How many incidents wait together for their parts. More would take memory, fewer would read the files of the parts more often. */
const GROUP = 2_000;

interface Waiting {
  readonly record: RecordDraft;
  readonly origin: Origin;
}
type Group = Map<string, Waiting>;

/**
 * Gives incidents in groups. For each group the tables of the parts are read anew, whatever their order, and only what
 * belongs to the group is kept; one more reading checks their rows and counts them.
 */
export async function* incidentsOf(
  conversion: Conversion,
  index: CsvIndex,
  tables: TemplateTables,
): AsyncGenerator<ImportedRecord> {
  const whole = new Set<string>();
  if (tables.incidents !== undefined) {
    let group: Group = new Map();
    for await (const waiting of ownRows(conversion, index, tables.incidents)) {
      const id = String(waiting.record.id);
      whole.add(id);
      group.set(id, waiting);
      if (group.size < GROUP) continue;
      yield* completed(conversion, group, tables);
      group = new Map();
    }
    yield* completed(conversion, group, tables);
  }
  for (const part of PARTS) await check(conversion, index, part, tables[part], whole);
}

async function* ownRows(conversion: Conversion, index: CsvIndex, rows: TemplateRows): AsyncGenerator<Waiting> {
  const template = TEMPLATES.incidents;
  for await (const row of rows(conversion.report)) {
    conversion.report.citations.arrives(countCitations(row));
    const record = recordIn(conversion.report, template, row);
    const own = index.declares(row.get('id'), row);
    if (!record || !own || !fits(conversion.report, template, 'incidents', record, row)) continue;
    conversion.report.citations.leaves(countCitations(row));
    yield { record: index.withSourceDoubts(record, row), origin: row.at() };
  }
}

async function* completed(
  conversion: Conversion,
  group: Group,
  tables: TemplateTables,
): AsyncGenerator<ImportedRecord> {
  for (const part of PARTS) await addPart(part, tables[part], group);
  for (const { record, origin } of group.values()) conversion.emit('incidents', record, origin);
  yield* conversion.drain();
}

/** Adds what a file holds of the incidents in a group; what is wrong in it is checked elsewhere. */
async function addPart(part: (typeof PARTS)[number], rows: TemplateRows | undefined, group: Group): Promise<void> {
  if (rows === undefined || group.size === 0) return;
  const [quiet, template] = [new ImportReport(), TEMPLATES[part]];
  const recordedParts = new Set<string>();
  for await (const row of rows(quiet)) {
    const waiting = group.get(row.get('incident_id'));
    const record = waiting && recordIn(quiet, template, row);
    if (!record || !fits(quiet, template, 'incidents', record, row)) continue;
    const hash = contentHash([row.get('incident_id'), record]);
    if (recordedParts.has(hash)) continue;
    recordedParts.add(hash);
    waiting.record[part] = [...((waiting.record[part] ?? []) as RecordDraft[]), record];
  }
}

/** Says what is wrong in the rows of a part, and counts the others. */
async function check(
  conversion: Conversion,
  index: CsvIndex,
  part: (typeof PARTS)[number],
  rows: TemplateRows | undefined,
  whole: ReadonlySet<string>,
): Promise<void> {
  if (rows === undefined) return;
  const template = TEMPLATES[part];
  const links = part === 'attributions' ? conversion.report.links : undefined;
  for await (const row of rows(conversion.report)) {
    conversion.report.citations.arrives(countCitations(row));
    links?.arrives();
    const id = row.get('incident_id');
    const record = recordIn(conversion.report, template, row);
    if (record && !index.has(id))
      conversion.report.error(
        row.at('incident_id'),
        'an incident of incidents.csv',
        id,
        'This incident is declared nowhere.',
      );
    if (!record || !fits(conversion.report, template, 'incidents', record, row) || !whole.has(id)) continue;
    const fresh = conversion.isNewClaim([part, id, record], countCitations(row));
    links?.[fresh ? 'leaves' : 'repeats']();
  }
}
