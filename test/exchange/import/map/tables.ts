import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { convertMapped } from '../../../../src/exchange/import/map/map.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, OPTIONS, type Outcome } from '../sheets.js';

/** Imports a table with a map. */
export async function mapped(
  table: string | Buffer,
  map: string,
  { name = 'list.csv', sheet = '', options = OPTIONS } = {},
): Promise<Outcome> {
  const folder = temporaryFolder();
  const files = { list: join(folder, name), map: join(folder, 'list.map.yaml') };
  await writeFile(files.list, table);
  await writeFile(files.map, map);
  const list = sheet === '' ? files.list : `${files.list}#${sheet}`;
  return allOf(convertMapped({ ...files, list }, options));
}
