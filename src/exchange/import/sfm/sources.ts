import { END_OF_DAYS } from '../../../model/date-range.js';
import { webAddress } from '../../../model/web-address.js';
import type { TableRow } from '../reading/table.js';
import { emitEntity } from '../record/entity.js';
import type { FactClaim, NameClaim } from '../record/imported-record.js';
import { continuation, heldProse, heldText } from '../record/long-text.js';
import { idByName, NOT_STATED } from '../record/names.js';
import { saysNoDate } from '../words/no-date.js';
import { factClaim, nameClaim } from './entity-claims.js';
import { idOf, uuidOf } from './ids.js';
import type { SourceSheet } from './layout.js';
import type { SfmConversion } from './sfm-conversion.js';
import type { SfmSource } from './sfm-index.js';
import { type SourcedValue, strictest } from './sourced-cell.js';

/** Sources become reports, publications the bodies that publish them. */

interface SourceRow {
  readonly key: string;
  readonly source: SfmSource;
  readonly record: Readonly<Record<string, unknown>>;
  readonly publication: string;
}

/** Remembers a source, so that claims can cite it. */
export function rememberSource(conversion: SfmConversion, sheet: SourceSheet, row: TableRow): void {
  const read = sourceIn(conversion, sheet, row);
  if (!read || conversion.index.sources.has(read.key)) return;
  const { source } = read;
  conversion.index.sources.set(read.key, source);
  if (read.publication !== '') conversion.index.addBody(source.publisher, source.access, source.id);
}

/** Emits the report and its publisher. */
export function emitSource(conversion: SfmConversion, sheet: SourceSheet, row: TableRow): void {
  const read = sourceIn(conversion, sheet, row);
  if (!read) return;
  const { source, record, publication } = read;
  const origin = row.at(sheet.id);
  if (!conversion.isNew('source', read.key)) {
    // The same words again say nothing new.
    if (!conversion.isNew('source', read.key, record)) return;
    conversion.report.error(
      origin,
      'each source once',
      read.key,
      'This source is on an earlier row; this row is not imported.',
    );
    return;
  }
  conversion.isNew('source', read.key, record);
  conversion.emit('reports', record, origin);
  emitBody(conversion, sheet, row, source, publication);
}

function emitBody(
  conversion: SfmConversion,
  sheet: SourceSheet,
  row: TableRow,
  source: SfmSource,
  publication: string,
): void {
  const names =
    publication === ''
      ? nameInstead(conversion, sheet, row, source)
      : [nameOf(conversion, sheet, row, source, publication)];
  const facts = publication === '' ? [] : countryOf(conversion, sheet, row, source);
  const kind = conversion.options.publisherKind ?? 'NEWSPAPER';
  emitEntity(conversion, 'bodies', source.publisher, { kind }, { names, facts }, row.at(sheet.publication.name));
}

/** The name rests on a source that the most may see. */
function nameOf(
  conversion: SfmConversion,
  sheet: SourceSheet,
  row: TableRow,
  source: SfmSource,
  publication: string,
): NameClaim {
  const { access, cites } = conversion.index.bodies.get(source.publisher) ?? { access: source.access, cites: [] };
  const report = { ...source, id: cites[0]?.report ?? source.id, access };
  return nameClaim(by(row, sheet.publication.name, publication, report), 'PREFERRED');
}

/** A publication that another row names to the same readers needs no name here. Else the sheet itself says so, unless that would hide it. */
function nameInstead(conversion: SfmConversion, sheet: SourceSheet, row: TableRow, source: SfmSource): NameClaim[] {
  const { access, publisher } = source;
  const named = conversion.index.bodies.get(publisher)?.access;
  if (named === 'PUBLIC' || named === access) return [];
  const { name } = sheet.publication;
  const message = `The publisher is set to "${NOT_STATED}".`;
  conversion.report.warning(row.at(name), 'the name of a publication', '', message);
  if (!conversion.isNew('publisher not stated', publisher, access)) return [];
  const hidden = strictest(access, conversion.fileAsReport.access) !== access;
  return [nameClaim(by(row, name, NOT_STATED, hidden ? source : { ...conversion.fileAsReport, access }), 'PREFERRED')];
}

function countryOf(conversion: SfmConversion, sheet: SourceSheet, row: TableRow, source: SfmSource): FactClaim[] {
  const { country } = sheet.publication;
  const text = row.get(country);
  if (country === undefined || text === '' || !conversion.isNew('country', source.publisher, text)) return [];
  return [
    factClaim(
      'COUNTRY',
      by(row, country, text, source),
      conversion.index.bodies.get(source.publisher)?.access ?? source.access,
    ),
  ];
}

const by = (row: TableRow, column: string, value: string, citedSource: SfmSource): SourcedValue => ({
  value,
  column,
  cites: [{ source: citedSource, citation: { report: citedSource.id }, counted: false }],
  origin: row.at(column),
});

/** Reads a source; undefined, with an error, where it has no id or title. One without a publication has a publisher that is not stated. */
function sourceIn(conversion: SfmConversion, sheet: SourceSheet, row: TableRow): SourceRow | undefined {
  const [key, title, publication] = [
    row.get(sheet.id).toLowerCase(),
    row.get(sheet.title),
    row.get(sheet.publication.name),
  ];
  for (const [column, text] of [
    [sheet.id, key],
    [sheet.title, title],
  ] as const) {
    if (text !== '') continue;
    conversion.report.error(
      row.at(column),
      'an id and a title',
      '',
      'The source is not imported, nor is what cites it alone.',
    );
    row.refuse();
    return undefined;
  }
  const uuid = uuidOf(key);
  const id = uuid === undefined ? idByName(conversion, 'report', key) : idOf('report', uuid);
  const publicationId = uuidOf(row.get(sheet.publication.id));
  const publisher =
    publicationId === undefined ? idByName(conversion, 'body', publication || NOT_STATED) : idOf('body', publicationId);
  const words: string[] = [];
  const published = dayIn(conversion, row, sheet.publishedOn, 'Published', words);
  const retrieved = dayIn(conversion, row, sheet.retrievedAt, 'Accessed', words);
  const retrievedAt = retrieved?.text.length === 10 ? retrieved.text : undefined;
  if (retrieved && !retrievedAt)
    conversion.report.warning(
      row.at(sheet.retrievedAt),
      'a full day',
      retrieved.text,
      'The day of access is not imported.',
    );
  const restricted = /^(1|y|yes|true)$/i.test(row.get(sheet.restricted));
  const access = restricted ? 'CONFIDENTIAL' : 'PUBLIC';
  const source: SfmSource = {
    id,
    access,
    publishedMax: published?.max ?? retrievedAt ?? END_OF_DAYS,
    publisher,
    ...pinpointIn(row, sheet),
  };
  const record = {
    id,
    title: heldText(title).start,
    publisher,
    access,
    language: 'und',
    ...(published ? { publishedOn: published.text } : {}),
    ...(retrievedAt ? { retrievedAt } : {}),
    ...linksIn(conversion, sheet, row, words),
    ...noteIn(row, sheet, [...words, ...continuation('Title', title)]),
  };
  return { key, source, record, publication };
}

/** A date of a source; words that are none, such as `Undated`, are kept. */
function dayIn(conversion: SfmConversion, row: TableRow, column: string, label: string, words: string[]) {
  const text = row.get(column);
  const read = conversion.dateIn(row, column);
  if (saysNoDate(text)) {
    conversion.report.note(
      row.at(column),
      'Words say that there is no date; they stand in the note of the source.',
      text,
    );
    words.push(`${label}: ${text}.`);
  } else if (text !== '' && !read) {
    conversion.report.warning(
      row.at(column),
      'a date',
      text,
      'The source has no such date; the words stand in its note.',
    );
    words.push(`${label}: ${text}.`);
  }
  if (read?.ambiguous)
    conversion.report.warning(
      row.at(column),
      `${read.date.text}, written so that it reads one way only`,
      text,
      'Read month first.',
    );
  return read?.date;
}

function pinpointIn(row: TableRow, { pinpoint }: SourceSheet) {
  const [type, value] = [row.get(pinpoint.type), row.get(pinpoint.value)];
  const isBare = pinpoint.type === undefined && /^\d/.test(value);
  const text = isBare ? `page ${value}` : `${type} ${value}`.trim();
  return text === '' ? {} : { pinpoint: text };
}

/** Words such as `Accessed via Lexis` are no address that somebody has mistyped. */
const isWords = (text: string) => (/\s/.test(text) ? !text.includes('://') : !/[./:]/.test(text));

function linksIn(conversion: SfmConversion, sheet: SourceSheet, row: TableRow, words: string[]) {
  const link = (column: string, label: string) => {
    const text = row.get(column);
    const address = webAddress(text);
    if (text === '' || address !== undefined) return address ?? '';
    const message = 'This is no address; the words stand in the note of the source.';
    if (isWords(text)) conversion.report.note(row.at(column), message, text);
    else conversion.report.warning(row.at(column), 'a URL', text, message);
    words.push(`${label}: ${text}.`);
    return '';
  };
  const [url, archivedUrl] = [link(sheet.url, 'Address'), link(sheet.archivedUrl, 'Archive')];
  const hash = row.get(sheet.sha256).toLowerCase();
  const sha256 = /^[0-9a-f]{64}$/.test(hash) ? hash : '';
  if (hash !== sha256)
    conversion.report.warning(row.at(sheet.sha256), '64 hexadecimal digits', hash, 'This hash is not imported.');
  return { ...(url ? { url } : {}), ...(archivedUrl ? { archivedUrl } : {}), ...(sha256 ? { sha256 } : {}) };
}

function noteIn(row: TableRow, { notes }: SourceSheet, words: readonly string[]) {
  const parts = notes
    .filter(([, column]) => row.get(column) !== '')
    .map(([label, column]) => `${label}: ${row.get(column)}.`);
  const all = [...parts, ...words];
  return all.length === 0 ? {} : { note: heldProse(all.join(' ')) };
}
