import { basename, extname } from 'node:path';
import { tableAt } from '../map/map.js';
import { placeOf } from '../reading/table-place.js';
import type { ReadingOptions } from '../reading/text-rows.js';
import { columnHeadings, plainHeading } from '../words/column-headings.js';
import { lexicons } from '../words/lexicons.js';
import { meaningsOf } from './column-meanings.js';
import { profileOf } from './column-profile.js';
import { MapDraft } from './draft-map.js';

/** The draft of a map for a table that nobody made for us, whose records become part of a dataset. Throws a `TableError` where the file holds no table. */
export async function suggestMap(path: string, dataset: string, options: ReadingOptions): Promise<string> {
  const { file, sheet } = placeOf(path);
  const profile = await profileOf(await tableAt(path, options));
  const name =
    plainHeading(sheet ?? basename(file, extname(file)))
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[^a-z]+|_+$/g, '') || 'table';
  return new MapDraft(name, dataset, profile, meaningsOf(profile.columns, columnHeadings()), lexicons()).text();
}
