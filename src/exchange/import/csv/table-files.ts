import type { TableRow } from '../reading/table.js';
import type { TemplateName } from './templates.js';

/** The path of each filled-in template. */
export type CsvFiles = { readonly [T in TemplateName]?: string };

/** How many reports a row cites. */
export function countCitations(row: TableRow): number {
  const cell = row.get('sources');
  return cell === '' ? 0 : cell.split(';').length;
}
