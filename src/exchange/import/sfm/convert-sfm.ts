import { TableError, type TableRow } from '../reading/table.js';
import { emitFileAsReport } from '../record/file-as-report.js';
import type { ImportedRecord, RecordStream } from '../record/imported-record.js';
import { ImportReport } from '../report/import-report.js';
import { emitIncident, rememberIncident, type Waiting } from './incidents.js';
import type { Layout, Sheet, SheetName } from './layout.js';
import { SFM_NEWER } from './newer.js';
import { SFM_OLDER } from './older.js';
import { emitPerson, emitPersonExtra, rememberPerson } from './people.js';
import { type ConversionOptions, SfmConversion } from './sfm-conversion.js';
import { rowsOf } from './sheet.js';
import { SFM_SLIM } from './slim.js';
import { emitSource, rememberSource } from './sources.js';
import { emitUnit, rememberUnit } from './units.js';

export type SfmFormat = 'sfm-newer' | 'sfm-older' | 'sfm-slim';

/** The path of each sheet. */
export type Files = { readonly [S in SheetName]?: string };

const LAYOUTS: Readonly<Record<SfmFormat, Layout>> = {
  'sfm-newer': SFM_NEWER,
  'sfm-older': SFM_OLDER,
  'sfm-slim': SFM_SLIM,
};

/**
 * Turns spreadsheets of the Security Force Monitor into records of our own format. Each sheet is read twice, row by row:
 * first to learn which sources, names and ids there are, then to give the records. A file that cannot be read gives no records at all.
 */
export function convertSfm(format: SfmFormat, files: Files, options: ConversionOptions): RecordStream {
  const conversion = new SfmConversion(LAYOUTS[format], options, new ImportReport(files));
  return { records: recordsOf(conversion, files), report: conversion.report };
}

async function* recordsOf(conversion: SfmConversion, files: Files): AsyncGenerator<ImportedRecord> {
  try {
    await learnDatesOfSources(conversion, files);
    for (const sheet of sheetsOf(conversion, files)) await remember(conversion, sheet);
    emitFileAsReport(conversion);
    yield* conversion.drain();
    for (const sheet of sheetsOf(conversion, files)) {
      for await (const row of rowsOf(conversion, sheet.layout, sheet.path)) {
        sheet.emit(conversion, row);
        yield* conversion.drain();
      }
    }
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    conversion.report.add(error.problem);
  }
}

/** What the index remembers of a source is the day on which it came out, so the columns must be understood before. */
async function learnDatesOfSources(conversion: SfmConversion, { sources: path }: Files): Promise<void> {
  const sheet = conversion.layout.sources;
  if (sheet === undefined || path === undefined) return;
  for await (const row of rowsOf(conversion.quietly(), sheet, path)) row.refuse();
}

interface OpenSheet {
  readonly layout: Sheet;
  readonly path: string;
  readonly remember: (conversion: SfmConversion, row: TableRow) => void;
  readonly emit: (conversion: SfmConversion, row: TableRow) => void;
}

/** The sheets that were given, in the order in which one refers to the other. */
function sheetsOf({ layout }: SfmConversion, files: Files): OpenSheet[] {
  const waiting: Waiting = new Map();
  const { sources, units, people, peopleExtra, incidents } = layout;
  for (const [name, path] of Object.entries(files)) {
    if (path !== undefined && layout[name as SheetName] === undefined) throw new TableError(noSuchSheet(name, path));
  }
  return [
    ...open(sources, files.sources, rememberSource, emitSource),
    ...open(units, files.units, rememberUnit, emitUnit),
    ...open(people, files.people, rememberPerson, emitPerson),
    ...open(peopleExtra, files.peopleExtra, () => undefined, emitPersonExtra),
    ...open(incidents, files.incidents, rememberIncident, (job, sheet, row) => emitIncident(job, sheet, row, waiting)),
  ];
}

type Step<S> = (conversion: SfmConversion, sheet: S, row: TableRow) => void;

function open<S extends Sheet>(
  layout: S | undefined,
  path: string | undefined,
  remember: Step<S>,
  emit: Step<S>,
): OpenSheet[] {
  if (layout === undefined || path === undefined) return [];
  return [
    {
      layout,
      path,
      remember: (job, row) => remember(job, layout, row),
      emit: (job, row) => emit(job, layout, row),
    },
  ];
}

function noSuchSheet(name: string, path: string) {
  const message = `This format has no sheet "${name}".`;
  return { severity: 'ERROR' as const, file: path, row: 1, expected: 'a sheet of this format', got: name, message };
}

async function remember(conversion: SfmConversion, sheet: OpenSheet): Promise<void> {
  const quiet = conversion.quietly();
  for await (const row of rowsOf(quiet, sheet.layout, sheet.path)) sheet.remember(quiet, row);
}
