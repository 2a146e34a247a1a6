import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ImportedRecord, RecordStream } from '../../../src/exchange/import/record/imported-record.js';
import type { ImportIssue } from '../../../src/exchange/import/report/import-report.js';
import { convertSfm, type Files, type SfmFormat } from '../../../src/exchange/import/sfm/convert-sfm.js';
import type { ConversionOptions } from '../../../src/exchange/import/sfm/sfm-conversion.js';
import { lexicons } from '../../../src/exchange/import/words/lexicons.js';
import { draftOf } from '../../../src/model/record/draft.js';
import { problemsOf } from '../../../src/model/record/invariants.js';
import type { DatasetFiles } from '../../../src/model/record/located-records.js';
import { DATASET, FILES, type FileName } from '../../../src/model/record/record-shapes.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { type Change, changedText } from './changed-cells.js';

/** Runs conversions of our small sheets, as they are or with some cells changed. */

const DATA = fileURLToPath(new URL('data', import.meta.url));

export const OPTIONS: ConversionOptions = {
  lexicons: lexicons(),
  dataset: 'velmora',
  fileAsReport: {
    id: 'report-velmora-sheets',
    title: 'Sheets on Velmora',
    publisher: { id: 'body-velmora-monitor', name: 'Velmora Monitor', kind: 'NGO' },
    publishedOn: '2022-03-01',
  },
};

const SHEETS: Readonly<Record<SfmFormat, Files>> = {
  'sfm-newer': {
    sources: 'newer/sources.csv',
    units: 'newer/units.csv',
    people: 'newer/people.csv',
    peopleExtra: 'newer/people-extra.csv',
    incidents: 'newer/incidents.csv',
  },
  'sfm-older': { sources: 'older/sources.csv', units: 'older/units.csv', people: 'older/people.csv' },
  'sfm-slim': { units: 'slim/units.tsv' },
};

export interface Outcome {
  readonly records: ImportedRecord[];
  readonly problems: readonly ImportIssue[];
  readonly errors: readonly ImportIssue[];
  readonly report: RecordStream['report'];
}

/** Converts our sheets of a format, after the changes to some of them. Rows are numbered as in a spreadsheet. */
export async function converted(
  format: SfmFormat,
  changes: { readonly [S in keyof Files]?: Change } = {},
  options: Partial<ConversionOptions> = {},
): Promise<Outcome> {
  return outcome(format, await sheetsOf(format, changes), options);
}

/** The paths of our sheets of a format, of those with changes as copies. */
export async function sheetsOf(
  format: SfmFormat,
  changes: { readonly [S in keyof Files]?: Change } = {},
): Promise<Files> {
  const folder = temporaryFolder();
  const files: Record<string, string> = {};
  for (const [sheet, path] of Object.entries(SHEETS[format])) {
    const change = changes[sheet as keyof Files];
    files[sheet] = join(DATA, path);
    if (!change) continue;
    files[sheet] = join(folder, path.split('/').at(-1) ?? path);
    await writeFile(
      files[sheet],
      changedText(await readFile(join(DATA, path), 'utf8'), change, path.endsWith('.tsv') ? '\t' : ','),
    );
  }
  return files;
}

export const outcome = (format: SfmFormat, files: Files, options: Partial<ConversionOptions> = {}): Promise<Outcome> =>
  allOf(convertSfm(format, files, { ...OPTIONS, ...options }));

/** All that comes out of a conversion. */
export async function allOf({ records, report }: RecordStream): Promise<Outcome> {
  const all: ImportedRecord[] = [];
  for await (const record of records) all.push(record);
  const { problems } = report;
  return { records: all, problems, errors: problems.filter(({ severity }) => severity === 'ERROR'), report };
}

/** The records of one type. */
export function recordsOfType(records: readonly ImportedRecord[], recordType: string): Record<string, unknown>[] {
  return records.filter((one) => one.recordType === recordType).map(({ record }) => record);
}

/** What our own format and its invariants object to. */
export function faultsOf(records: readonly ImportedRecord[]): string[] {
  const recordsByType = Object.fromEntries(Object.keys(FILES).map((file): [string, unknown[]] => [file, []]));
  const faults: string[] = [];
  for (const { recordType, record, origin } of records) {
    const parsed = FILES[recordType as FileName].safeParse(record);
    const place = { file: origin.file, line: origin.row };
    if (parsed.success) recordsByType[recordType]?.push({ record: parsed.data, origin: place });
    else faults.push(`${origin.file}:${origin.row} ${recordType}: ${parsed.error.message}`);
  }
  const dataset = DATASET.parse({
    id: 'velmora',
    title: 'Velmora',
    description: 'Made up.',
    licence: 'none',
    attribution: 'none',
    redistribute: false,
  });
  const files = { dataset, records: recordsByType, paragraphs: new Map() } as unknown as DatasetFiles;
  const broken = problemsOf(draftOf(files), new Set());
  return [...faults, ...broken.map(({ file, line, reason }) => `${file}:${line}: ${reason}`)];
}
