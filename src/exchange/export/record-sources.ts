import { citationsIn, type ExportRecord, type Surroundings } from './export.rules.js';

export interface RecordSource {
  readonly reportId: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly pinpoint: string | null;
  readonly url: string | null;
  /** Where the copy is that was read, if that is not the site of the publisher. */
  readonly copyUrl: string | null;
}

/** Where a reader can check a record: each place in a report, with its title and publisher. */
export function sourcesOf(record: ExportRecord, around: Surroundings): RecordSource[] {
  return citationsIn(record, around).flatMap(({ reportId, pinpoint }) => {
    const report = around.reports.get(reportId);
    if (!report) return [];
    return [
      {
        reportId,
        title: report.title,
        publisher: report.publisher,
        pinpoint,
        url: report.url,
        copyUrl: report.copyUrl,
      },
    ];
  });
}
