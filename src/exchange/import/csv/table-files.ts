import type { Row } from '../reading/table.js';
import type { TemplateName } from './templates.js';

/** The path of each filled-in template. */
export type CsvFiles = { readonly [T in TemplateName]?: string };

/** How many reports a row cites. */
export function citationsIn(row: Row): number {
  const cell = row.get('sources');
  return cell === '' ? 0 : cell.split(';').length;
}
