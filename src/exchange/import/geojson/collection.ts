import { basename } from 'node:path';
import { jsonIn } from '../reading/json-file.js';
import { TableError } from '../reading/table.js';
import { valueForReport } from '../record/validate-record.js';
import type { ImportReport } from '../report/import-report.js';
import { Feature, own } from './feature.js';

/** A file of GeoJSON (RFC 7946) as features. */

/** The names under which WGS 84, longitude first, may be named by the older GeoJSON of 2008. */
const WGS84 = /(CRS:?84|EPSG:+4326)$/i;

export const WGS84_EXPECTED = 'WGS 84, longitude first';
export const OTHER_SYSTEM = 'Coordinates of another system are not read.';

/** The system of coordinates that a collection names, if it is another than WGS 84. */
export function otherSystem(collection: unknown): string | undefined {
  const name = own(own(own(collection, 'crs'), 'properties'), 'name');
  return own(collection, 'crs') && !WGS84.test(String(name)) ? valueForReport(name) : undefined;
}

/** The features of a file; none, with an error, where it is no collection of features. */
export async function featuresOf(report: ImportReport, path: string): Promise<Feature[]> {
  const file = basename(path);
  const refuse = (expected: string, got: string, message: string): Feature[] => {
    report.error({ file, row: 1 }, expected, got, message);
    return [];
  };
  let content: unknown;
  try {
    content = await jsonIn(path);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    report.add(error.problem);
    return [];
  }
  const type = own(content, 'type');
  if (type !== 'FeatureCollection')
    return refuse('a FeatureCollection', valueForReport(type ?? content), 'This is not a collection of features.');
  const system = otherSystem(content);
  if (system !== undefined) return refuse(WGS84_EXPECTED, system, OTHER_SYSTEM);
  const features = own(content, 'features');
  if (!Array.isArray(features)) return refuse('a list of features', valueForReport(features), 'There are no features.');
  return features.map((value, index) => new Feature(report, file, index + 1, value));
}
