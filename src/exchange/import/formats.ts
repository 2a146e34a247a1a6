import { basename } from 'node:path';
import { ApiError } from '../../model/errors.js';
import { piecesOf } from './apply/drafts.js';
import type { PieceSource } from './apply/import-files.js';
import { convertCsv } from './csv/csv.js';
import { ownTableWith } from './csv/own-tables.js';
import { TEMPLATE_NAMES, TEMPLATES } from './csv/templates.js';
import { convertFtm, FTM_ROLES } from './ftm/ftm.js';
import { convertGeoJson, GEOJSON_ROLES } from './geojson/geojson.js';
import { convertMapped, MAP_ROLE } from './map/map.js';
import { columnsOf } from './reading/table.js';
import { kindOfFile, placeOf } from './reading/table-place.js';
import { sheetsOf as sheetsIn, type WorkbookSheet } from './reading/workbook.js';
import type { ConversionOptions } from './record/conversion.js';
import type { RecordStream } from './record/imported-record.js';
import { recordsSource } from './records/import-records.js';
import type { FileNote } from './report/import-report.js';
import { convertSfm, type Files, SfmFormat } from './sfm/convert-sfm.js';
import type { Sheet } from './sfm/layout.js';
import { SFM_NEWER } from './sfm/newer.js';
import { SFM_OLDER } from './sfm/older.js';
import { SFM_SLIM } from './sfm/slim.js';

/** All formats that can be imported, with the files that each is made of. Our templates: csv/csv.ts goes through the rows, csv/rows.ts reads the cells. */

export interface ImportFormat {
  /** What it is, in one sentence. */
  readonly description: string;
  /** What its files can be to it. */
  readonly roles: readonly string[];
  /** Whether its files can have other roles too, under names that a map gives them. */
  readonly namesRoles?: true;
  /** Whether the files themselves are a source, for records that name no other. */
  readonly citesItself: boolean;
  /** Its records as what they become in the graph, read when they are asked for. */
  readonly open: (files: Readonly<Record<string, string>>, options: ConversionOptions) => PieceSource;
  /** Other names of files for a role, without their ending. */
  readonly otherNames: Readonly<Record<string, string>>;
  /** Endings of names for a role. */
  readonly endings?: Readonly<Record<string, string>>;
  /** What a file is whose name says nothing. */
  readonly mainRole?: string;
  /** The columns without which a table cannot have a role. */
  readonly required?: Readonly<Record<string, readonly string[]>>;
  /** The role of a table that is known by all of its columns. */
  readonly roleByColumns?: (columns: readonly string[]) => string | undefined;
}

/** A format whose records are written in our shapes, and drafted from there. */
const converting =
  (
    converted: (files: Readonly<Record<string, string>>, options: ConversionOptions) => RecordStream,
  ): ImportFormat['open'] =>
  (files, options) => {
    const { records, report, ownTables = [] } = converted(files, options);
    return { pieces: piecesOf(options.dataset, records, report), report, ownTables };
  };

const SHEET_NAMES = {
  persons: 'people',
  persons_extra: 'peopleExtra',
  people_extra: 'peopleExtra',
  organizations: 'units',
  events: 'incidents',
  publications: 'sources',
};

function sheets(
  name: SfmFormat,
  layout: { readonly [role: string]: Sheet | undefined },
  description: string,
): ImportFormat {
  const sheetsByRole = Object.entries(layout).flatMap(([role, sheet]) => (sheet ? [[role, sheet] as const] : []));
  return {
    description,
    roles: sheetsByRole.map(([role]) => role),
    citesItself: true,
    open: converting((files, options) => convertSfm(name, files as Files, options)),
    otherNames: SHEET_NAMES,
    required: Object.fromEntries(sheetsByRole.map(([role, { required }]) => [role, required])),
  };
}

/** By name. */
export const FORMATS: Readonly<Record<string, ImportFormat>> = Object.assign(Object.create(null), {
  'sfm-newer': sheets(
    'sfm-newer',
    { ...SFM_NEWER },
    'Spreadsheets of the Security Force Monitor whose columns begin with unit:, person:, incident: and source:.',
  ),
  'sfm-older': sheets(
    'sfm-older',
    { ...SFM_OLDER },
    'Spreadsheets of the Security Force Monitor of the older generation, with a "Source: X" beside each column X.',
  ),
  'sfm-slim': sheets('sfm-slim', { ...SFM_SLIM }, 'The table of units of the Security Force Monitor without sources.'),
  csv: {
    description:
      'Our templates, filled in by hand; GET /import/templates/{role}.csv gives them. Tables of our own export are held against the graph.',
    roles: TEMPLATE_NAMES,
    citesItself: false,
    open: converting(convertCsv),
    otherNames: {},
    required: Object.fromEntries(
      Object.entries(TEMPLATES).map(([role, { columns }]) => [
        role,
        columns.filter(({ required }) => required).map(({ name }) => name),
      ]),
    ),
    roleByColumns: ownTableWith,
  },
  map: {
    description: 'Any table (CSV, TSV, GeoJSON, JSON, JSON lines), with a map that says what its columns stand for.',
    roles: [MAP_ROLE],
    namesRoles: true,
    citesItself: true,
    open: converting(convertMapped),
    otherNames: {},
  },
  geojson: {
    description: 'Collections of features for a map, as our own export writes them.',
    roles: GEOJSON_ROLES,
    citesItself: false,
    open: converting(convertGeoJson),
    otherNames: {},
  },
  ftm: {
    description: 'FollowTheMoney, one entity on each line, and the changes of it in a delta.',
    roles: FTM_ROLES,
    citesItself: true,
    open: converting(convertFtm),
    otherNames: {},
    endings: { '.delta.json': 'delta' },
    mainRole: 'entities',
  },
  records: {
    description: 'One dataset of our own dump (`GET /export/records.jsonl`), with the ids of its records.',
    roles: ['records'],
    citesItself: false,
    open: recordsSource,
    otherNames: {},
  },
} satisfies Record<string, ImportFormat>);

/** The format of a name. Throws a `BAD_INPUT` error that lists the formats. */
export function formatNamed(name: string): ImportFormat {
  const format = FORMATS[name];
  if (!format)
    throw new ApiError(
      'BAD_INPUT',
      `Expected a format of ${Object.keys(FORMATS).join(', ')}; got ${JSON.stringify(name)}.`,
    );
  return format;
}

/**
 * What a file is to a format: by its name (`units.csv`), else by its header, where that fits one role alone.
 * Throws a `BAD_INPUT` error that lists the roles.
 */
export function roleOf(format: string, path: string, header: readonly string[] = []): string {
  const { roles, namesRoles, mainRole } = formatNamed(format);
  if (namesRoles) return placeOf(path).sheet ?? basename(path).replace(/\..*$/, '');
  const role = roles.length === 1 ? roles[0] : (fittingRole(format, path, header) ?? mainRole);
  if (role !== undefined) return role;
  throw new ApiError(
    'BAD_INPUT',
    `Expected a file whose name says what it is (${roles.join(', ')}), or ROLE=FILE; got ${JSON.stringify(basename(path))}.`,
  );
}

function fittingRole(format: string, path: string, header: readonly string[]): string | undefined {
  const { roles, otherNames, endings = {}, required = {}, roleByColumns } = formatNamed(format);
  const [, byEnding] = Object.entries(endings).find(([ending]) => path.endsWith(ending)) ?? [];
  if (byEnding !== undefined) return byEnding;
  const stem = plain(placeOf(path).sheet ?? basename(path).replace(/\..*$/, ''));
  const named =
    roles.find((role) => plain(role) === stem) ??
    Object.entries(otherNames).find(([name]) => plain(name) === stem)?.[1];
  if (named !== undefined && roles.includes(named)) return named;
  const byColumns = roleByColumns?.(header);
  if (byColumns !== undefined) return byColumns;
  const fitting = roles.filter((role) => {
    const columns = required[role] ?? [];
    return columns.length > 0 && columns.every((column) => header.includes(column));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

export interface FilesOptions {
  readonly encoding?: string | undefined;
  readonly onNote?: (note: FileNote) => void;
}

/** The files of a format by role, from arguments such as `units.csv` or `units=/some/where.csv`. Throws a `BAD_INPUT` error. */
export async function filesOf(
  format: string,
  args: readonly string[],
  options: FilesOptions = {},
): Promise<Record<string, string>> {
  const { roles, namesRoles } = formatNamed(format);
  const files = new Map<string, string>();
  const tables = await Promise.all(args.map((argument) => tablesOf(format, argument, options)));
  for (const [roleName, path] of tables.flat()) {
    const role = roleName ?? roleOf(format, path, await columnsOf(path, options));
    if (!roles.includes(role) && !namesRoles)
      throw new ApiError(
        'BAD_INPUT',
        `Expected ROLE=FILE with a role of ${format}, one of ${roles.join(', ')}; got ${JSON.stringify(roleName === undefined ? path : `${roleName}=${path}`)}.`,
      );
    if (files.has(role))
      throw new ApiError(
        'BAD_INPUT',
        `Expected one file for each role; ${files.get(role)} and ${path} are both ${role}.`,
      );
    files.set(role, path);
  }
  if (files.size === 0)
    throw new ApiError('BAD_INPUT', `Expected at least one file of ${format}: ${roles.join(', ')}.`);
  return Object.fromEntries(files);
}

type Argument = readonly [role: string | undefined, path: string];

const partsOf = (argument: string): Argument => {
  const [, role, path] = /^([A-Za-z0-9_-]+)=(.+)$/.exec(argument) ?? [];
  return [role, path ?? argument];
};

/** The argument itself; of a workbook the sheets that fit a role, with a note for each of the others. */
async function tablesOf(format: string, argument: string, { onNote }: FilesOptions): Promise<Argument[]> {
  const whole = partsOf(argument);
  const [role, path] = whole;
  const { file, sheet } = placeOf(path);
  const sheets = sheet === undefined ? await sheetsOfFile(file) : [];
  if (sheets.length < 2) return [whole];
  const tables: Argument[] = [];
  for (const { name } of sheets) {
    const place = `${file}#${name}`;
    const fitting = formatNamed(format).namesRoles ? name : fittingRole(format, place, await columnsOf(place));
    if (fitting !== undefined && (role ?? fitting) === fitting) tables.push([fitting, place]);
    else if (role === undefined)
      onNote?.({ file: basename(file), message: `The sheet "${name}" fits no role and is left out.` });
  }
  return tables.length > 0 || role === undefined ? tables : [whole];
}

/** The sheets of a workbook; none where it is another kind of file, or cannot be read, which the import itself will say. */
async function sheetsOfFile(file: string): Promise<readonly WorkbookSheet[]> {
  try {
    return (await kindOfFile(file)) === 'WORKBOOK' ? await sheetsIn(file) : [];
  } catch {
    return [];
  }
}
