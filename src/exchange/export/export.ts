import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.js';
import { mergedInto } from '../../entities/claim/record.lookup.js';
import { BYTE_ORDER_MARK } from '../../model/byte-order-mark.js';
import { ApiError } from '../../model/errors.js';
import { canonical, contentHash } from '../../model/hash.js';
import { chainDrawing, namedInFile } from './chain.js';
import { TABLES } from './csv.columns.js';
import { csvTable } from './csv.js';
import { RecordPages } from './export.loader.js';
import type { About } from './export.rules.js';
import { type ExportRequest, readExportRequest, type Special } from './export-request.js';
import { ftmLines } from './ftm/ftm.js';
import { LOSSES } from './ftm/losses.js';
import { statementLines } from './ftm/statements.js';
import { featureCollection, incidentFeature, locationFeature } from './geojson.js';
import { graphml } from './graphml.js';
import { jsonLd } from './json-ld.js';
import { jsonLines, manifestOf } from './json-lines.js';
import { selectWithRequired } from './required-datasets.js';
import type { Selection } from './selection.js';

/** All exports by name: what each is, and how it is written. */

interface Source extends Selection {
  readonly context: Context;
  readonly pages: RecordPages;
  readonly request: ExportRequest;
}

interface Format {
  readonly type: string;
  readonly special?: readonly Special[];
  /** Throws what is wrong with the request before the first text. */
  readonly write: (source: Source) => AsyncIterable<string>;
}

const ALL = 'Record';
const JSON_TYPE = 'application/json; charset=utf-8';

const tables = Object.entries(TABLES).map(([name, { label, columns, withClaims }]): [string, Format] => [
  `${name}.csv`,
  {
    type: 'text/csv; charset=utf-8; header=present',
    special: ['bom'],
    write: ({ pages, request }) =>
      csvTable(
        columns,
        withClaims ? pages.withClaims(label) : pages.of(label, true),
        request.bom === 'no' ? '' : BYTE_ORDER_MARK,
      ),
  },
]);

/** The columns of each table, with what they hold. */
const COLUMNS = Object.fromEntries(
  Object.entries(TABLES).map(([name, { columns }]) => [
    `${name}.csv`,
    columns.map((column) => ({ name: column.name, meaning: column.meaning })),
  ]),
);

const MANIFEST = 'manifest.json';

export const EXPORTS: Readonly<Record<string, Format>> = {
  [MANIFEST]: { type: JSON_TYPE, write: manifest },
  'columns.json': { type: JSON_TYPE, write: () => jsonText(COLUMNS) },
  'records.jsonl': { type: 'application/x-ndjson; charset=utf-8', write: dump },
  'records.jsonld': {
    type: 'application/ld+json; charset=utf-8',
    write: ({ about, pages }) => jsonLd(about, pages.of(ALL, true)),
  },
  'records.ftm.json': {
    type: 'application/x-ndjson; charset=utf-8',
    special: ['profile'],
    write: ({ request, view, pages }) => ftmLines(request.profile ?? 'full', view.recordedBy, pages.of(ALL, true)),
  },
  'records.ftm.statements.json': {
    type: 'application/x-ndjson; charset=utf-8',
    special: ['profile'],
    write: ({ request, view, pages }) =>
      statementLines(request.profile ?? 'full', view.recordedBy, pages.of(ALL, true)),
  },
  'records.ftm.losses.json': { type: JSON_TYPE, write: () => jsonText(LOSSES) },
  ...Object.fromEntries(tables),
  'locations.geojson': {
    type: 'application/geo+json; charset=utf-8',
    write: ({ about, pages }) => featureCollection(about, pages.withClaims('Location'), locationFeature),
  },
  'incidents.geojson': {
    type: 'application/geo+json; charset=utf-8',
    write: ({ about, pages }) => featureCollection(about, pages.of('Incident', true), incidentFeature),
  },
  'chain.graphml': { type: 'application/xml; charset=utf-8', special: ['unit', 'on'], write: chain },
};

export const unknownExport = (name: string) =>
  `There is no export ${JSON.stringify(name)}; there are ${Object.keys(EXPORTS).join(', ')}.`;

export interface OpenExport {
  readonly name: string;
  readonly type: string;
  readonly text: AsyncIterable<string>;
}

/** An export that was asked for and not yet read. */
export interface PreparedExport extends Pick<OpenExport, 'name' | 'type'> {
  /** The same for all requests of which this process gives the same bytes: what is asked, and the state that is shown. */
  readonly hash: string;
  /** The first piece is read at once, so that a refusal comes before any text. */
  readonly open: () => Promise<OpenExport>;
}

/** Prepares an export; null if there is none of that name. */
export async function prepareExport(
  context: Context,
  name: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<PreparedExport | null> {
  const format = Object.hasOwn(EXPORTS, name) ? EXPORTS[name] : undefined;
  if (!format) return null;
  const { type } = format;
  const request = readExportRequest(parameters, format.special ?? []);
  const view = context.view(request.lens);
  const selection = await selectWithRequired(context.reader, request.datasets, view, name === MANIFEST);
  const pages = new RecordPages(context.reader, selection.view);
  return {
    name,
    type,
    hash: contentHash({ ...selection, name, request, process: PROCESS }),
    open: async () => ({
      name,
      type,
      text: await withFirstPiece(format.write({ ...selection, context, pages, request })),
    }),
  };
}

/** Another version of the program may write other bytes of the same state. */
const PROCESS = randomUUID();

/** Opens an export; null if there is none of that name. Its text is read on demand. */
export async function openExport(...request: Parameters<typeof prepareExport>): Promise<OpenExport | null> {
  return (await (await prepareExport(...request))?.open()) ?? null;
}

async function* jsonText(value: unknown): AsyncGenerator<string> {
  yield `${canonical(value)}\n`;
}

async function* manifest({ pages, ...selection }: Source): AsyncGenerator<string> {
  yield* jsonText(manifestOf(selection, await pages.counts()));
}

async function* dump({ pages, ...selection }: Source): AsyncGenerator<string> {
  yield* jsonLines(manifestOf(selection, await pages.counts()), pages.of(ALL, false));
}

async function* chain({ context, view, about, pages, request: { unit: unitId, on } }: Source): AsyncGenerator<string> {
  if (!unitId || !on)
    throw new ApiError('BAD_INPUT', 'Expected `unit` as the id of a unit and `on` as a day, as YYYY-MM-DD.');
  const isUnit = async (id: string) => (await pages.entities([id])).get(id)?.kind === 'Unit';
  const unit = (await isUnit(unitId)) ? unitId : (await mergedInto(context, view, unitId, 'Unit'))?.id;
  if (unit === undefined || (unit !== unitId && !(await isUnit(unit))))
    throw new ApiError('BAD_INPUT', `Expected \`unit\` as the id of a unit; got ${JSON.stringify(unitId)}.`);
  const opening = { of: 'BELOW', unitIds: [unit], personIds: [], below: false, from: on, to: on } as const;
  const file = await context.caseFile(opening, view);
  const ids = namedInFile(file);
  const lookup = { entities: await pages.entities(ids.entities), reports: await pages.reports(ids.reports) };
  yield* graphml(chainDrawing(file, unit, on, lookup, describe(about, unit, on)));
}

const describe = (about: About, unit: string, on: string) => canonical({ ...about, unit, on });

/** A text whose first piece has been read. */
export async function withFirstPiece(text: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const iterator = text[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    try {
      if (!first.done) yield first.value;
      yield* { [Symbol.asyncIterator]: () => iterator };
    } finally {
      await iterator.return?.();
    }
  })();
}
