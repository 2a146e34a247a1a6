import type { TableRow } from '../reading/table.js';
import type { DoubtWord } from '../record/imported-record.js';
import type { ImportReport } from '../report/import-report.js';
import type { TemplateName } from './templates.js';

/** The path of each filled-in template. */
export type CsvFiles = { readonly [T in TemplateName]?: string };

/** A value of a table of others that does not fit into a column of ours, with the doubt that it gives, if it gives one. */
export interface StrangeValue {
  readonly column: string;
  readonly value: string;
  readonly doubt?: DoubtWord;
  /** Whether the report has it already: words that a lexicon does not have are counted there. */
  readonly isReported?: boolean;
}

/** A row of a template. One that a map has made may have values that the record keeps in their own words. */
export type TemplateRow = TableRow & { readonly strangeValues?: readonly StrangeValue[] };

/** The rows of one template, read anew each time that they are asked for; what is wrong with them as a table is reported. */
export type TemplateRows = (report: ImportReport) => AsyncIterable<TemplateRow>;

/** The rows of each template, wherever they are from. */
export type TemplateTables = { readonly [T in TemplateName]?: TemplateRows };

/** How many reports a row cites. */
export function countCitations(row: TableRow): number {
  const cell = row.get('sources');
  return cell === '' ? 0 : cell.split(';').length;
}
