import type { TableRow } from '../reading/table.js';
import type { ImportReport } from '../report/import-report.js';
import type { TemplateName } from './templates.js';

/** The path of each filled-in template. */
export type CsvFiles = { readonly [T in TemplateName]?: string };

/** The rows of one template, read anew each time that they are asked for; what is wrong with them as a table is reported. */
export type TemplateRows = (report: ImportReport) => AsyncIterable<TableRow>;

/** The rows of each template, wherever they are from. */
export type TemplateTables = { readonly [T in TemplateName]?: TemplateRows };

/** How many reports a row cites. */
export function countCitations(row: TableRow): number {
  const cell = row.get('sources');
  return cell === '' ? 0 : cell.split(';').length;
}
