import { basename } from 'node:path';
import { OF_OTHERS } from '../apply/stated-by-others.js';
import { Conversion, type ConversionOptions } from '../record/conversion.js';
import type { FromExport, ImportedRecord, RecordStream } from '../record/imported-record.js';
import { issuesOf } from '../record/validate-record.js';
import { ImportReport } from '../report/import-report.js';
import { featuresOf } from './collection.js';
import type { Feature } from './feature.js';
import { DERIVED, incidentIn, locationIn, passagesIn } from './feature-records.js';
import { citationCount, claimsIn, datasetsIn, type FeatureRecord, placeWith } from './own-export.js';

/** Places and incidents of a map (GeoJSON) as records of our own format. */

export const GEOJSON_ROLES = ['locations', 'incidents'] as const;
type Role = (typeof GEOJSON_ROLES)[number];

/** Turns collections of features into records. In a report, the number of a feature stands for the row. */
export function convertGeoJson(files: { readonly [R in Role]?: string }, options: ConversionOptions): RecordStream {
  const conversion = new Conversion(options, new ImportReport(files));
  return { records: recordsOf(conversion, files), report: conversion.report };
}

async function* recordsOf(
  conversion: Conversion,
  files: { readonly [R in Role]?: string },
): AsyncGenerator<ImportedRecord> {
  for (const [name, path] of Object.entries(files)) {
    if ((GEOJSON_ROLES as readonly string[]).includes(name)) continue;
    const origin = { file: basename(path), row: 1 };
    conversion.report.error(origin, `one of ${GEOJSON_ROLES.join(', ')}`, name, 'There is no such role.');
  }
  const declared = new Map<string, number>();
  for (const role of GEOJSON_ROLES) {
    const path = files[role];
    if (path === undefined) continue;
    const features = await featuresOf(conversion.report, path);
    const { dataset } = conversion.options;
    const isOfDataset = features.some((feature) => feature.isObject && datasetsIn(feature).includes(dataset));
    for (const feature of features) {
      emitFeature(conversion, role, feature, declared, isOfDataset);
      yield* conversion.drain();
    }
  }
}

/** `isOfDataset`: the file is an export of the dataset, so what other datasets state in it stays with them. */
function emitFeature(
  conversion: Conversion,
  role: Role,
  feature: Feature,
  declared: Map<string, number>,
  isOfDataset: boolean,
): void {
  if (!feature.isOne()) return;
  const { report, options } = conversion;
  const isOwn = (dataset: unknown) => !isOfDataset || dataset === undefined || dataset === options.dataset;
  const records = role === 'locations' ? placeIn(feature, isOwn) : incidentsIn(conversion, feature, isOwn);
  feature.reportUnread(DERIVED);
  const { id } = feature;
  const earlier = declared.get(id);
  if (earlier !== undefined) feature.refuse('id', 'each id once', id, `This id is already used at feature ${earlier}.`);
  if (id !== '') declared.set(id, feature.number);
  if (records.length === 0) report.note({ file: feature.file }, OF_OTHERS, id);
  const citations = records.reduce((sum, { record }) => sum + citationCount(record), 0);
  report.citations.arrives(citations);
  if (!feature.sound) return;
  const issues = records.flatMap(({ record }) => issuesOf(role, record));
  for (const { field, expected, got, message } of issues) feature.refuse(columnOf(field), expected, got, message);
  if (issues.length > 0) return;
  report.citations.leaves(citations);
  for (const { record, fromExport } of records)
    conversion.emit(role, record, feature.at(), isOfDataset ? fromExport : ofOthers(fromExport));
}

/** Under another dataset a claim is another claim, with an id of its own, unless the graph has it already. */
const ofOthers = ({ claimId, passages }: FromExport): FromExport => ({
  passages,
  ...(claimId !== undefined && { foreignClaimId: claimId }),
});

type IsOwn = (dataset: unknown) => boolean;

function placeIn(feature: Feature, isOwn: IsOwn): FeatureRecord[] {
  const claims = claimsIn(feature);
  const own = claims.filter(({ properties }) => isOwn(properties.dataset));
  return placeWith(locationIn(feature, claims), claims, own, passagesIn(feature));
}

function incidentsIn(conversion: Conversion, feature: Feature, isOwn: IsOwn): FeatureRecord[] {
  const record = incidentIn(feature);
  reportAttributed(conversion, feature);
  return isOwn(feature.text('dataset')) ? [{ record, fromExport: { passages: passagesIn(feature) } }] : [];
}

/** Our export says to whom an incident is attributed, and not by whom: that makes no attribution. */
function reportAttributed(conversion: Conversion, feature: Feature): void {
  const ids = feature.ids('attributedTo');
  if (ids.length === 0) return;
  const message =
    'The file does not say who attributes it and how, so nothing is attributed to anybody; use the template of attributions.';
  conversion.report.warning(feature.at('properties.attributedTo'), 'nobody', ids.join(', '), message);
}

const COLUMNS: Readonly<Record<string, string>> = {
  id: 'id',
  names: 'properties.name',
  cites: 'properties.sources',
  latitude: 'geometry',
  longitude: 'geometry',
};

function columnOf(field: string): string {
  const [first = ''] = field.split('.');
  return COLUMNS[first] ?? `properties.${first}`;
}
