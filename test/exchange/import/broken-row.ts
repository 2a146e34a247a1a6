import { type Change, cells } from './changed-cells.js';

/** A row that breaks a rule, and the error that it must give: unless it says otherwise, on the first cell that it sets. */
export interface BrokenRow {
  readonly rule: string;
  readonly file: string;
  readonly set?: Readonly<Record<string, string>>;
  /** What breaks the rule where it is more than the cells of one row. */
  readonly change?: Change;
  /** Changes in other files that the case needs. */
  readonly elsewhere?: Readonly<Record<string, Change>>;
  readonly row?: number;
  readonly column?: string;
  readonly expected: unknown;
  readonly got?: string;
}

/** The changes of all files that a case makes, and the error that it must give. */
export function caseOf({ rule, file, set = {}, change, elsewhere, row = 2, column, expected, got }: BrokenRow) {
  const [[firstColumn, firstValue] = []] = Object.entries(set);
  return {
    rule,
    changes: { [file]: change ?? cells(set, row), ...elsewhere },
    error: {
      severity: 'ERROR',
      file: `${file}.csv`,
      row,
      column: column ?? firstColumn,
      expected,
      got: got ?? firstValue,
    },
  };
}
