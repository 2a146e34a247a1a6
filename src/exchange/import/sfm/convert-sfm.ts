import { type Row, TableError } from '../reading/table.js';
import { giveItself } from '../record/file-as-report.js';
import type { Conversion, Imported } from '../record/record.js';
import { giveIncident, rememberIncident, type Waiting } from './incidents.js';
import type { Layout, Sheet, SheetName } from './layout.js';
import { SFM_NEWER } from './newer.js';
import { SFM_OLDER } from './older.js';
import { givePerson, givePersonExtra, rememberPerson } from './people.js';
import { Job, type Options } from './sfm-conversion.js';
import { rowsOf } from './sheet.js';
import { SFM_SLIM } from './slim.js';
import { giveSource, rememberSource } from './sources.js';
import { giveUnit, rememberUnit } from './units.js';

export type Format = 'sfm-newer' | 'sfm-older' | 'sfm-slim';

/** The path of each sheet. */
export type Files = { readonly [S in SheetName]?: string };

const LAYOUTS: Readonly<Record<Format, Layout>> = {
  'sfm-newer': SFM_NEWER,
  'sfm-older': SFM_OLDER,
  'sfm-slim': SFM_SLIM,
};

/**
 * Turns spreadsheets of the Security Force Monitor into records of our own format. Each sheet is read twice, row by row:
 * first to learn which sources, names and ids there are, then to give the records. A file that cannot be read gives no records at all.
 */
export function convert(format: Format, files: Files, options: Options): Conversion {
  const job = new Job(LAYOUTS[format], options);
  return { records: recordsOf(job, files), report: job.report };
}

async function* recordsOf(job: Job, files: Files): AsyncGenerator<Imported> {
  try {
    for (const sheet of sheetsOf(job, files)) await remember(job, sheet);
    giveItself(job);
    yield* job.taken();
    for (const sheet of sheetsOf(job, files)) {
      for await (const row of rowsOf(job, sheet.layout, sheet.path)) {
        sheet.give(job, row);
        yield* job.taken();
      }
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    job.report.tell(error.problem);
  }
}

interface OpenSheet {
  readonly layout: Sheet;
  readonly path: string;
  readonly remember: (job: Job, row: Row) => void;
  readonly give: (job: Job, row: Row) => void;
}

/** The sheets that were given, in the order in which one refers to the other. */
function sheetsOf({ layout }: Job, files: Files): OpenSheet[] {
  const waiting: Waiting = new Map();
  const { sources, units, people, peopleExtra, incidents } = layout;
  for (const [name, path] of Object.entries(files)) {
    if (path !== undefined && layout[name as SheetName] === undefined) throw new TableError(noSuchSheet(name, path));
  }
  return [
    ...open(sources, files.sources, rememberSource, giveSource),
    ...open(units, files.units, rememberUnit, giveUnit),
    ...open(people, files.people, rememberPerson, givePerson),
    ...open(peopleExtra, files.peopleExtra, () => undefined, givePersonExtra),
    ...open(incidents, files.incidents, rememberIncident, (job, sheet, row) => giveIncident(job, sheet, row, waiting)),
  ];
}

type Step<S> = (job: Job, sheet: S, row: Row) => void;

function open<S extends Sheet>(
  layout: S | undefined,
  path: string | undefined,
  remember: Step<S>,
  give: Step<S>,
): OpenSheet[] {
  if (layout === undefined || path === undefined) return [];
  return [
    {
      layout,
      path,
      remember: (job, row) => remember(job, layout, row),
      give: (job, row) => give(job, layout, row),
    },
  ];
}

function noSuchSheet(name: string, path: string) {
  const message = `This format has no sheet "${name}".`;
  return { severity: 'ERROR' as const, file: path, row: 1, expected: 'a sheet of this format', got: name, message };
}

async function remember(job: Job, sheet: OpenSheet): Promise<void> {
  const quiet = job.quietly();
  for await (const row of rowsOf(quiet, sheet.layout, sheet.path)) sheet.remember(quiet, row);
}
