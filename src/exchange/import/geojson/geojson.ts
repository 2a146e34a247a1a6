import { basename } from 'node:path';
import { Conversion, type ConversionOptions } from '../record/conversion.js';
import type { ImportedRecord, RecordStream } from '../record/imported-record.js';
import { issuesOf } from '../record/validate-record.js';
import { featuresOf } from './collection.js';
import type { Feature } from './feature.js';
import { DERIVED, incidentIn, locationIn } from './feature-records.js';

/** Places and incidents of a map (GeoJSON) as records of our own format. */

export const GEOJSON_ROLES = ['locations', 'incidents'] as const;
type Role = (typeof GEOJSON_ROLES)[number];

const RECORDS: Readonly<Record<Role, (feature: Feature) => Record<string, unknown>>> = {
  locations: locationIn,
  incidents: incidentIn,
};

/** Turns collections of features into records. In a report, the number of a feature stands for the row. */
export function convertGeoJson(files: { readonly [R in Role]?: string }, options: ConversionOptions): RecordStream {
  const conversion = new Conversion(options);
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
    for (const feature of await featuresOf(conversion.report, path)) {
      emitFeature(conversion, role, feature, declared);
      yield* conversion.drain();
    }
  }
}

function emitFeature(conversion: Conversion, role: Role, feature: Feature, declared: Map<string, number>): void {
  if (!feature.isOne()) return;
  const record = RECORDS[role](feature);
  const citations = (record.cites as unknown[]).length;
  conversion.report.citations.arrives(citations);
  if (role === 'incidents') reportAttributed(conversion, feature);
  feature.reportUnread(DERIVED);
  const id = String(record.id);
  const earlier = declared.get(id);
  if (earlier !== undefined) feature.refuse('id', 'each id once', id, `This id is already used at feature ${earlier}.`);
  if (id !== '') declared.set(id, feature.number);
  if (!feature.sound) return;
  const issues = issuesOf(role, record);
  for (const { field, expected, got, message } of issues) feature.refuse(columnOf(field), expected, got, message);
  if (issues.length > 0) return;
  conversion.report.citations.leaves(citations);
  conversion.emit(role, record, feature.at());
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
