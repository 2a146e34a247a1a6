import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { unreadable } from '../reading/read-errors.js';
import { utf8 } from '../reading/utf8.js';
import { valueForReport } from '../record/validate-record.js';
import type { ImportReport } from '../report/import-report.js';
import { Feature, own } from './feature.js';

/** A file of GeoJSON (RFC 7946) as features. It is held in memory whole, so it may not be very large. */

export const MOST_BYTES = 50_000_000;

/** The names under which WGS 84, longitude first, may be named by the older GeoJSON of 2008. */
const WGS84 = /(CRS:?84|EPSG:+4326)$/i;

/** The features of a file; none, with an error, where it is no collection of features. */
export async function featuresOf(report: ImportReport, path: string): Promise<Feature[]> {
  const file = basename(path);
  const refuse = (expected: string, got: string, message: string): Feature[] => {
    report.error({ file, row: 1 }, expected, got, message);
    return [];
  };
  const text = await textOf(report, path, file);
  if (text === undefined) return [];
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse('JSON', text.slice(0, 40), error instanceof Error ? error.message : String(error));
  }
  const type = own(content, 'type');
  if (type !== 'FeatureCollection')
    return refuse('a FeatureCollection', valueForReport(type ?? content), 'This is not a collection of features.');
  const system = own(own(own(content, 'crs'), 'properties'), 'name');
  if (own(content, 'crs') && !WGS84.test(String(system)))
    return refuse('WGS 84, longitude first', valueForReport(system), 'Coordinates of another system are not read.');
  const features = own(content, 'features');
  if (!Array.isArray(features)) return refuse('a list of features', valueForReport(features), 'There are no features.');
  return features.map((value, index) => new Feature(report, file, index + 1, value));
}

async function textOf(report: ImportReport, path: string, file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      const message = 'The file is too large to be read at once; split it into several files.';
      report.error({ file, row: 1 }, `at most ${MOST_BYTES} bytes`, `${size} bytes`, message);
      return undefined;
    }
    let text = '';
    for await (const piece of utf8(path)) text += piece;
    return text;
  } catch (error) {
    const problem = unreadable(error, file, 1);
    if (!problem) throw error;
    report.add(problem);
    return undefined;
  }
}
