import { canonical } from '../../model/hash.js';
import { LOCATION } from '../../model/record/fields/entity.js';
import {
  type About,
  attributedTo,
  distinctCodes,
  type ExportPage,
  type ExportRecord,
  linked,
  type Surroundings,
} from './export.rules.js';
import { recordLine } from './json-lines.js';
import { sourcesOf } from './record-sources.js';

/** Places and incidents for a map: GeoJSON (RFC 7946), longitude first. */

/** A FeatureCollection; its member `about` has licences and lens. */
export async function* featureCollection(
  about: About,
  pages: AsyncIterable<ExportPage>,
  feature: (record: ExportRecord, around: Surroundings) => object,
): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","about":${canonical(about)},"features":[`;
  let separator = '\n';
  for await (const { records, around } of pages) {
    for (const record of records) {
      yield separator + canonical(feature(record, around));
      separator = ',\n';
    }
  }
  yield '\n]}\n';
}

/** A place where it has coordinates whose source may be passed on; without a geometry where it has none. */
export function locationFeature(record: ExportRecord, around: Surroundings): object {
  const entity = around.entities.get(record.id);
  const { latitude, longitude, recordedAt, ...properties } = record.properties;
  const countries = distinctCodes(entity, LOCATION.country.fact);
  const within = linked(record, 'WITHIN').map((id) => ({ id, name: around.entities.get(id)?.name ?? null }));
  const coordinatesFrom = linked(record, 'COORDINATES_FROM');
  return {
    type: 'Feature',
    id: record.id,
    geometry: pointAt(entity),
    properties: {
      ...properties,
      name: entity?.name ?? null,
      countries,
      within,
      coordinatesFrom,
      sources: sourcesOf(record, around),
      claims: (around.claims?.get(record.id) ?? []).map(claimLine),
    },
  };
}

/** A claim as our dump has it, so that a place that is read back states what it did, and nothing more. */
function claimLine(claim: ExportRecord) {
  const { recordedAt, ...properties } = claim.properties;
  return recordLine({ ...claim, properties });
}

/** An incident at the coordinates of its place: `precision` tells what they stand for. */
export function incidentFeature(record: ExportRecord, around: Surroundings): object {
  const place = linked(record, 'AT').map((id) => around.entities.get(id))[0];
  const subjects = attributedTo(record, around);
  return {
    type: 'Feature',
    id: record.id,
    geometry: pointAt(place),
    properties: {
      ...record.properties,
      location: place ? { id: place.id, name: place.name } : null,
      attributedTo: subjects.map(({ id, modes }) => ({ id, name: around.entities.get(id)?.name ?? null, modes })),
      sources: citationsWith(record, around),
    },
  };
}

/** Each citation with all that it says, and what its report is. */
function citationsWith(record: ExportRecord, around: Surroundings) {
  const reports = new Map(sourcesOf(record, around).map((source) => [source.reportId, source]));
  return record.links
    .filter(({ type, to }) => type === 'CITES' && reports.has(to))
    .map(({ to, properties }) => ({ ...reports.get(to), pinpoint: null, ...properties }));
}

function pointAt(place: { readonly latitude: number | null; readonly longitude: number | null } | undefined) {
  if (!place || place.latitude === null || place.longitude === null) return null;
  return { type: 'Point', coordinates: [place.longitude, place.latitude] };
}
