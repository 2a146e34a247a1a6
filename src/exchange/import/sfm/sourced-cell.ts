import { LONGEST_TEXT } from '../../../model/record/fields/field.js';
import type { TableRow } from '../reading/table.js';
import { distinctDoubts, doubtFields, type RowDoubt } from '../record/doubts.js';
import type { Access, ClaimBase, Confidence, ImportedCitation } from '../record/imported-record.js';
import { heldProse, heldText } from '../record/long-text.js';
import type { Origin } from '../report/import-report.js';
import type { SheetField } from './layout.js';
import type { SfmConversion } from './sfm-conversion.js';
import type { SfmSource } from './sfm-index.js';
import { emitSourceStub, isSourceId } from './source-stubs.js';

/** A source with the words that say what it is cited for. */
export interface SourceCitation {
  readonly source: SfmSource;
  readonly citation: ImportedCitation;
  /** False for the sheet itself, which no cell names. */
  readonly counted: boolean;
}

/** A value with its sources; at least one. */
export interface SourcedValue {
  readonly value: string;
  readonly column: string;
  readonly cites: readonly SourceCitation[];
  readonly confidence?: Confidence;
  readonly doubts?: readonly RowDoubt[];
  readonly origin: Origin;
}

const LONG_TEXT = `The text has more than ${LONGEST_TEXT} characters; what its field does not hold stands in the note of the claim.`;

const CONFIDENCES: readonly Confidence[] = ['LOW', 'MEDIUM', 'HIGH'];

/** Reads a cell with its sources: one value, or several where it is a list. Where none of its sources is in the sheets, the sheet itself says so. */
export function sourcedValuesIn(
  conversion: SfmConversion,
  row: TableRow,
  field: SheetField,
  text = row.get(field.column),
): SourcedValue[] {
  const values = (field.many ? text.split(';') : [text]).map((value) => value.trim()).filter((value) => value !== '');
  const origin = row.at(field.column);
  if (values.length === 0) return blank(conversion, row, field);
  const { cites, doubts } = citesOrSheet(conversion, row, field, values.length);
  const confidence = confidenceIn(conversion, row, field);
  for (const value of values) if (value.length > LONGEST_TEXT) conversion.report.note(origin, LONG_TEXT, value);
  return values.map((value) => ({ value, column: field.column, cites, confidence, doubts, origin }));
}

/** The sources of a cell; the sheet itself, with a doubt, where none of them is in the sheets. */
export function citesOrSheet(
  conversion: SfmConversion,
  row: TableRow,
  field: SheetField,
  values = 1,
): { cites: readonly SourceCitation[]; doubts: readonly RowDoubt[] } {
  const { own, unknown } = citesOf(conversion, row, field, values);
  const cites = own.length > 0 ? own : [citedSheet(conversion)];
  const stubs = conversion.options.sourceStubs ? unknown.filter(isSourceId) : [];
  return {
    cites: [...cites, ...stubs.map((id) => citedStub(conversion, row, field, id, cites))],
    doubts: own.length > 0 ? [] : [unsourced(conversion, row, field)],
  };
}

/** A cell whose sources are not there rests on the sheet alone. */
function unsourced(conversion: SfmConversion, row: TableRow, { column, source }: SheetField): RowDoubt {
  const expected = 'the id of a source in the sheet of sources';
  const message = `"${column}" has no source that is there; the sheet itself is cited for it, with this doubt.`;
  conversion.report.warning(row.at(source), expected, row.get(source), message);
  return { doubt: 'SOURCE_UNKNOWN', text: `${column}: ${row.get(source) || 'no source'}` };
}

/**
 * The sheet itself, for what rests on nothing else. Where the sheets restrict sources, a source that is not there may be
 * one of those: nobody but editors sees what it is cited for.
 */
function citedSheet({ fileAsReport, layout }: SfmConversion): SourceCitation {
  const access = layout.sources?.restricted === undefined ? fileAsReport.access : 'CONFIDENTIAL';
  return { source: { ...fileAsReport, access }, citation: { report: fileAsReport.id }, counted: false };
}

/**
 * A source that is known by its id only, beside those that bear the claim: it is no evidence, so it goes where the latest of
 * them goes. Who may see it is as for the sheet that is cited in its place.
 */
function citedStub(
  conversion: SfmConversion,
  row: TableRow,
  field: SheetField,
  key: string,
  beside: readonly SourceCitation[],
): SourceCitation {
  const { access } = citedSheet(conversion).source;
  const { id, publisher } = emitSourceStub(conversion, key, access, row.at(field.source));
  const publishedMax =
    beside
      .map(({ source }) => source.publishedMax)
      .sort()
      .at(-1) ?? '';
  const source = { id, access, publisher, publishedMax };
  return { source, citation: { ...citationOf(source, field), secondary: true }, counted: true };
}

function blank(conversion: SfmConversion, row: TableRow, field: SheetField): SourcedValue[] {
  const sources = field.shared ? '' : row.get(field.source);
  row.get(field.confidence);
  if (sources !== '') {
    conversion.report.citations.arrives(idsIn(sources).length);
    conversion.report.warning(
      row.at(field.source),
      `a value in "${field.column}"`,
      sources,
      'Sources without a value are not imported.',
    );
  }
  return [];
}

const idsIn = (cell: string) => [
  ...new Set(
    cell
      .split(';')
      .map((id) => id.trim().toLowerCase())
      .filter((id) => id !== ''),
  ),
];

/** The sources of a cell, and the ids of those that the sheet of sources does not have, which are told. */
function citesOf(
  conversion: SfmConversion,
  row: TableRow,
  field: SheetField,
  values: number,
): { own: readonly SourceCitation[]; unknown: readonly string[] } {
  const { fileAsReport, index, report } = conversion;
  if (field.source === undefined)
    return { own: [{ source: fileAsReport, citation: { report: fileAsReport.id }, counted: false }], unknown: [] };
  const ids = idsIn(row.get(field.source));
  report.citations.arrives(ids.length * values);
  const unknown = ids.filter((id) => !index.sources.has(id));
  for (const id of unknown)
    report.warning(
      row.at(field.source),
      'the id of a source in the sheet of sources',
      id,
      'This source is not there, or was refused.',
    );
  const own = ids.flatMap((id) => {
    const source = index.sources.get(id);
    return source ? [{ source, citation: citationOf(source, field), counted: true }] : [];
  });
  return { own, unknown };
}

function citationOf({ id, pinpoint }: SfmSource, { column }: SheetField): ImportedCitation {
  return {
    report: id,
    ...(pinpoint ? { pinpoint: heldText(pinpoint).start } : {}),
    paraphrase: `Cited for the column "${column}".`,
  };
}

function confidenceIn(conversion: SfmConversion, row: TableRow, field: SheetField): Confidence | undefined {
  const text = row.get(field.confidence);
  const confidence = CONFIDENCES.find((word) => word === text.toUpperCase());
  if (text !== '' && !confidence)
    conversion.report.warning(row.at(field.confidence), 'Low, Medium or High', text, 'The confidence is not imported.');
  return confidence;
}

/** Who may see what rests on these sources: one public source is enough. */
export function accessOf(cites: readonly SourceCitation[]): Access {
  return cites.every(({ source }) => source.access === 'CONFIDENTIAL') ? 'CONFIDENTIAL' : 'PUBLIC';
}

export const strictest = (...levels: readonly (Access | undefined)[]): Access =>
  levels.includes('CONFIDENTIAL') ? 'CONFIDENTIAL' : 'PUBLIC';

/**
 * One claim from several cells. It is as visible as the least visible of them and of its doubts, since it shows them all,
 * and as `ends`, to which it leads. Its confidence is the lowest, with the others in the note.
 */
export function claimShape(
  parts: readonly SourcedValue[],
  ends: readonly (Access | undefined)[] = [],
  notes: readonly string[] = [],
  further: readonly RowDoubt[] = [],
): ClaimBase {
  const graded = parts.filter((part) => part.confidence !== undefined);
  const levels = new Set(graded.map((part) => part.confidence));
  const lowest = CONFIDENCES.find((word) => levels.has(word));
  const each =
    levels.size > 1
      ? [`Confidence as imported: ${graded.map((part) => `${part.column} ${part.confidence}`).join(', ')}.`]
      : [];
  const note = [...notes, ...each].join(' ');
  const doubts = distinctDoubts([...parts.flatMap((part) => part.doubts ?? []), ...further]);
  return {
    cites: parts.flatMap((part) => part.cites.map(({ citation }) => citation)),
    access: strictest(...parts.map((part) => accessOf(part.cites)), ...doubts.map(({ access }) => access), ...ends),
    credibility: 6,
    ...(lowest ? { legacyConfidence: lowest } : {}),
    ...(note === '' ? {} : { note: heldProse(note) }),
    ...doubtFields(doubts),
  };
}

/** How many citations of the sheets stand in these cells. */
export const countSheetCitations = (parts: readonly SourcedValue[]) =>
  parts.reduce((sum, part) => sum + part.cites.filter(({ counted }) => counted).length, 0);
