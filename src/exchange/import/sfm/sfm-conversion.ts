import type { TableRow } from '../reading/table.js';
import { Conversion, type ConversionOptions } from '../record/conversion.js';
import { ImportReport } from '../report/import-report.js';
import { dateOf, type ReadDate } from './dates.js';
import type { Layout } from './layout.js';
import { SfmIndex, type SfmSource } from './sfm-index.js';

export type { ConversionOptions } from '../record/conversion.js';

/** One conversion of the sheets of the Security Force Monitor, with what it remembers from all rows. */
export class SfmConversion extends Conversion {
  readonly fileAsReport: SfmSource;
  /** Whether the editors of the sheet have finished the row that is read now. */
  isRowReady = true;

  constructor(
    readonly layout: Layout,
    options: ConversionOptions,
    report: ImportReport,
    readonly index = new SfmIndex(),
  ) {
    super(options, report);
    const { id, access = 'PUBLIC', publisher } = options.fileAsReport;
    const { publishedMax } = lastDayOf(options.fileAsReport);
    this.fileAsReport = { id, access, publishedMax, publisher: publisher.id };
  }

  /** The date in a cell, as the rest of its column writes dates. */
  dateIn(row: TableRow, column: string, mayBeLongAgo = false): ReadDate | undefined {
    const order = this.index.dateOrder(row, column);
    const read = dateOf(row.get(column), { order, latest: this.fileAsReport.publishedMax, mayBeLongAgo });
    if (read?.shortYear)
      this.report.note(
        row.at(column),
        'A year of two digits is read in the one century that is possible.',
        row.get(column),
      );
    return read;
  }

  /** The same conversion without problems and records: for the first reading, which only fills the index. */
  quietly(): SfmConversion {
    return new SfmConversion(this.layout, this.options, new ImportReport(), this.index);
  }
}

function lastDayOf({ publishedOn, retrievedAt }: ConversionOptions['fileAsReport']): { publishedMax: string } {
  const [year = '9999', month = '12', day = '31'] = (publishedOn ?? retrievedAt ?? '').split('-').filter(Boolean);
  return { publishedMax: `${year}-${month}-${day}` };
}
