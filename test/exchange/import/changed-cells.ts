import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** Tables with some cells changed. Rows are numbered as in a spreadsheet. */

/** A table as a grid of cells: row 0 is the header. */
type Grid = string[][];
export type Change = (grid: Grid, set: (row: number, column: string, value: string) => void) => void;

/** Sets cells of a row. */
export const cells =
  (values: Readonly<Record<string, string>>, row = 2): Change =>
  (_grid, set) => {
    for (const [column, value] of Object.entries(values)) set(row, column, value);
  };

/** The text of a table after a change. */
export function changedText(text: string, change: Change, delimiter = ','): string {
  const grid: Grid = parse(text, { delimiter, bom: true });
  change(grid, (row, column, value) => {
    const at = grid[0]?.indexOf(column) ?? -1;
    const line = grid[row - 1];
    if (at < 0 || !line) throw new Error(`no cell ${column} in row ${row}`);
    line[at] = value;
  });
  return stringify(grid, { delimiter });
}
