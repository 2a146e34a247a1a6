import { parseDate } from '../../../model/date-range.js';
import { canKnowOf } from '../../../model/record/record.rules.js';
import type { TableRow } from '../reading/table.js';
import type { Conversion } from '../record/conversion.js';
import { type Doubtful, type RowDoubt, withRangeDoubts } from '../record/doubts.js';
import type { RecordDraft } from './columns.js';
import { hasDoubt, withDoubts } from './row-doubts.js';

type Citations = { readonly report: string }[];

const dateOfEnd = (end: string) => parseDate(end.split(' ')[0] ?? '');

/** What an import of templates remembers of all rows: ids, and when reports were published. */
export class CsvIndex {
  private readonly declared = new Map<string, string>();
  /** What may not differ between the rows of an entity. */
  private readonly identities = new Map<string, string>();
  private readonly published = new Map<string, string>();

  /** `isOfOthers`: tables that others made are a source themselves, and may speak of an entity on many rows. */
  constructor(
    private readonly conversion: Conversion,
    readonly isOfOthers = false,
  ) {}

  /** True the first time that an id is declared; an error else. */
  declares(id: string, row: TableRow): boolean {
    const earlier = this.declared.get(id);
    if (earlier === undefined) {
      this.declared.set(id, `${row.file}, row ${row.number}`);
      return true;
    }
    this.conversion.report.error(row.at('id'), 'each id once', id, `This id is already used in ${earlier}.`);
    return false;
  }

  /** Whether an entity was declared on an earlier row, as the same one. */
  repeats(id: string, identity: string): boolean {
    const earlier = this.identities.get(id);
    if (earlier === undefined) this.identities.set(id, identity);
    return earlier === identity;
  }

  has(id: string): boolean {
    return this.declared.has(id);
  }

  /** Remembers the last day on which a report may have been published, where it says so. */
  publishes({ id, publishedOn, retrievedAt }: RecordDraft): void {
    if (publishedOn !== undefined) this.published.set(String(id), parseDate(String(publishedOn)).max);
    else if (retrievedAt !== undefined) this.published.set(String(id), String(retrievedAt));
  }

  /**
   * The claims of a row of a table of others. Sources that are too old for its last date know of the first one: they get a
   * claim of their own, without the end, beside that of the sources which know the whole range.
   */
  claimsOf(record: RecordDraft): RecordDraft[] {
    const { first, last } = record;
    const isRange = typeof first === 'string' && typeof last === 'string' && !hasDoubt(record, 'RANGE_REVERSED');
    if (!this.isOfOthers || !isRange) return [record];
    const [start, end] = [dateOfEnd(first), dateOfEnd(last)];
    const [knowing, old]: Citations[] = [[], []];
    for (const cite of record.cites as Citations) (this.canKnow(cite.report, end.min) ? knowing : old)?.push(cite);
    if (!knowing?.length || !old?.length || end.min <= start.min) return [record];
    return [
      { ...record, last: `${start.text} LAST_CITED`, cites: old },
      { ...record, cites: knowing },
    ];
  }

  private canKnow(report: string, day: string): boolean {
    return canKnowOf(this.published.get(report) ?? day, day);
  }

  /** The record with the doubt that a source is too old for it. */
  withSourceDoubts(record: RecordDraft, row: TableRow): RecordDraft {
    const doubted = withDoubts(record, this.doubtsOf(record, row));
    if (!this.isOfOthers || !('cites' in record)) return doubted;
    return withRangeDoubts(doubted as unknown as Doubtful, { report: this.conversion.options.fileAsReport.id });
  }

  /** The doubt that a report of these files came out before the day that it is cited for. Reversed dates tell nothing. */
  private doubtsOf(record: RecordDraft, row: TableRow): RowDoubt[] {
    if (hasDoubt(record, 'SOURCE_OLDER_THAN_DATE') || hasDoubt(record, 'RANGE_REVERSED')) return [];
    const days = ['first', 'last', 'decidedOn', 'on']
      .map((field) => record[field])
      .filter((date) => typeof date === 'string')
      .map(dateOfEnd);
    const late = days.reduce((latest, day) => (day.min > latest.min ? day : latest), { text: '', min: '', max: '' });
    const reports = ((record.cites ?? []) as Citations).map(({ report }) => report);
    const unable = reports.filter((report) => !this.canKnow(report, late.min));
    for (const report of unable) {
      const source = `${report}, published by ${this.published.get(report)}`;
      this.conversion.report.sourceTooOld('WARNING', row.at('sources'), late.text, source);
    }
    return unable.length === 0 ? [] : [{ doubt: 'SOURCE_OLDER_THAN_DATE', text: late.text }];
  }
}
