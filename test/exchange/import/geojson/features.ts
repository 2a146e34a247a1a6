import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertGeoJson } from '../../../../src/exchange/import/geojson/geojson.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, OPTIONS, type Outcome } from '../sheets.js';

/** Runs imports of GeoJSON that is made here. */

export type Role = 'locations' | 'incidents';

export const PLACE = {
  type: 'Feature',
  id: 'location-ostra',
  geometry: { type: 'Point', coordinates: [-20.5, 10.25] },
  properties: {
    name: 'Ostra',
    kind: 'PLACE',
    country: 'XV',
    precision: 'ADMIN2',
    coordinatesFrom: 'report-gazetteer',
    sources: ['report-gazetteer'],
  },
};

export const INCIDENT = {
  type: 'Feature',
  id: 'incident-ford',
  geometry: PLACE.geometry,
  properties: {
    title: 'Killings at Brack Ford',
    kinds: ['KILLING'],
    first: '2022-03-05',
    firstHardness: 'START',
    last: '2022-03-05',
    location: { id: 'location-ostra', name: 'Ostra' },
    sources: [{ reportId: 'report-a', pinpoint: 'p. 1', title: 'Report A' }],
  },
};

type Made = Omit<typeof PLACE, 'properties' | 'geometry' | 'id'> & {
  id: unknown;
  geometry: unknown;
  properties: Record<string, unknown>;
};

/** A feature with some of it changed. */
export function changed(
  feature: object,
  properties: Record<string, unknown>,
  rest: Partial<{ id: unknown; geometry: unknown }> = {},
): Made {
  const made = feature as Made;
  return { ...made, ...rest, properties: { ...made.properties, ...properties } };
}

export const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

export async function importedText(role: Role, text: string | Buffer): Promise<Outcome> {
  const path = join(temporaryFolder(), `${role}.geojson`);
  await writeFile(path, text);
  return allOf(convertGeoJson({ [role]: path }, OPTIONS));
}

export const imported = (role: Role, ...features: unknown[]) => importedText(role, collection(...features));
