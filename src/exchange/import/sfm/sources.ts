import { END_OF_DAYS } from '../../../model/date-range.js';
import type { Row } from '../reading/table.js';
import { giveEntity } from '../record/entity.js';
import { idByName, NOT_STATED } from '../record/names.js';
import type { FactClaim, NameClaim } from '../record/record.js';
import { dateOf } from './dates.js';
import { factClaim, nameClaim } from './entity.js';
import { idOf, uuidOf } from './ids.js';
import type { SourceSheet } from './layout.js';
import type { Source } from './registry.js';
import type { Job } from './sfm-conversion.js';
import { type Stated, strictest } from './sourced-cell.js';

/** Sources become reports, publications the bodies that publish them. */

interface SourceRow {
  readonly key: string;
  readonly source: Source;
  readonly record: Readonly<Record<string, unknown>>;
  readonly publication: string;
}

/** Remembers a source, so that claims can cite it. */
export function rememberSource(job: Job, sheet: SourceSheet, row: Row): void {
  const read = sourceIn(job, sheet, row);
  if (!read || job.register.sources.has(read.key)) return;
  const { source } = read;
  job.register.sources.set(read.key, source);
  if (read.publication !== '') job.register.addBody(source.publisher, source.access, source.id);
}

/** Gives the report and its publisher. */
export function giveSource(job: Job, sheet: SourceSheet, row: Row): void {
  const read = sourceIn(job, sheet, row);
  if (!read) return;
  const { source, record, publication } = read;
  const origin = row.at(sheet.id);
  if (!job.isNew('source', read.key)) {
    job.report.error(
      origin,
      'each source once',
      read.key,
      'This source stands on an earlier row already; this row is not imported.',
    );
    return;
  }
  job.give('reports', record, origin);
  giveBody(job, sheet, row, source, publication);
}

function giveBody(job: Job, sheet: SourceSheet, row: Row, source: Source, publication: string): void {
  const names =
    publication === '' ? nameInstead(job, sheet, row, source) : [nameOf(job, sheet, row, source, publication)];
  const facts = publication === '' ? [] : countryOf(job, sheet, row, source);
  const kind = job.options.publisherKind ?? 'NEWSPAPER';
  giveEntity(job, 'bodies', source.publisher, { kind }, { names, facts }, row.at(sheet.publication.name));
}

/** The name rests on a source that the most may see. */
function nameOf(job: Job, sheet: SourceSheet, row: Row, source: Source, publication: string): NameClaim {
  const { access, cites } = job.register.bodies.get(source.publisher) ?? { access: source.access, cites: [] };
  const report = { ...source, id: cites[0]?.report ?? source.id, access };
  return nameClaim(by(row, sheet.publication.name, publication, report), 'PREFERRED');
}

/** A publication that another row names to the same readers needs no name here. Else the sheet itself says so, unless that would hide it. */
function nameInstead(job: Job, sheet: SourceSheet, row: Row, source: Source): NameClaim[] {
  const { access, publisher } = source;
  const named = job.register.bodies.get(publisher)?.access;
  if (named === 'PUBLIC' || named === access) return [];
  const { name } = sheet.publication;
  const message = `It is taken as published by "${NOT_STATED}".`;
  job.report.warning(row.at(name), 'the name of a publication', '', message);
  if (!job.isNew('publisher not stated', publisher, access)) return [];
  const hidden = strictest(access, job.itself.access) !== access;
  return [nameClaim(by(row, name, NOT_STATED, hidden ? source : { ...job.itself, access }), 'PREFERRED')];
}

function countryOf(job: Job, sheet: SourceSheet, row: Row, source: Source): FactClaim[] {
  const { country } = sheet.publication;
  const text = row.get(country);
  if (country === undefined || text === '' || !job.isNew('country', source.publisher, text)) return [];
  return [
    factClaim(
      'COUNTRY',
      by(row, country, text, source),
      job.register.bodies.get(source.publisher)?.access ?? source.access,
    ),
  ];
}

const by = (row: Row, column: string, value: string, cited: Source): Stated => ({
  value,
  column,
  cites: [{ source: cited, citation: { report: cited.id }, counted: false }],
  origin: row.at(column),
});

/** Reads a source; undefined, with an error, where it has no id or title. One without a publication has a publisher that is not stated. */
function sourceIn(job: Job, sheet: SourceSheet, row: Row): SourceRow | undefined {
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
    job.report.error(
      row.at(column),
      'an id and a title',
      '',
      'The source is not imported, nor is what cites it alone.',
    );
    row.refuse();
    return undefined;
  }
  const uuid = uuidOf(key);
  const id = uuid === undefined ? idByName(job, 'report', key) : idOf('report', uuid);
  const publicationId = uuidOf(row.get(sheet.publication.id));
  const publisher =
    publicationId === undefined ? idByName(job, 'body', publication || NOT_STATED) : idOf('body', publicationId);
  const published = dayIn(job, row, sheet.publishedOn);
  const retrieved = dayIn(job, row, sheet.retrievedAt);
  const retrievedAt = retrieved?.text.length === 10 ? retrieved.text : undefined;
  if (retrieved && !retrievedAt)
    job.report.warning(row.at(sheet.retrievedAt), 'a full day', retrieved.text, 'The day of access is not imported.');
  const restricted = /^(1|y|yes|true)$/i.test(row.get(sheet.restricted));
  const access = restricted ? 'CONFIDENTIAL' : 'PUBLIC';
  const source: Source = {
    id,
    access,
    publishedMax: published?.max ?? retrievedAt ?? END_OF_DAYS,
    publisher,
    ...pinpointIn(row, sheet),
  };
  const record = {
    id,
    title,
    publisher,
    access,
    language: 'und',
    ...(published ? { publishedOn: published.text } : {}),
    ...(retrievedAt ? { retrievedAt } : {}),
    ...linksIn(job, sheet, row),
    ...noteIn(row, sheet),
  };
  return { key, source, record, publication };
}

function dayIn(job: Job, row: Row, column: string) {
  const text = row.get(column);
  const read = dateOf(text);
  if (text !== '' && !read)
    job.report.error(row.at(column), 'a date', text, 'This date of the source is not imported.');
  if (read?.ambiguous)
    job.report.warning(
      row.at(column),
      `${read.date.text}, written so that it reads one way only`,
      text,
      'Read month first.',
    );
  return read?.date;
}

function pinpointIn(row: Row, { pinpoint }: SourceSheet) {
  const [type, value] = [row.get(pinpoint.type), row.get(pinpoint.value)];
  const text = pinpoint.type === undefined && value !== '' ? `page ${value}` : `${type} ${value}`.trim();
  return text === '' ? {} : { pinpoint: text };
}

function linksIn(job: Job, sheet: SourceSheet, row: Row) {
  const link = (column: string) => {
    const text = row.get(column);
    if (text === '' || URL.canParse(text)) return text;
    job.report.warning(row.at(column), 'a URL', text, 'This address is not imported.');
    return '';
  };
  const [url, archivedUrl] = [link(sheet.url), link(sheet.archivedUrl)];
  const hash = row.get(sheet.sha256).toLowerCase();
  const sha256 = /^[0-9a-f]{64}$/.test(hash) ? hash : '';
  if (hash !== sha256)
    job.report.warning(row.at(sheet.sha256), '64 hexadecimal digits', hash, 'This hash is not imported.');
  return { ...(url ? { url } : {}), ...(archivedUrl ? { archivedUrl } : {}), ...(sha256 ? { sha256 } : {}) };
}

function noteIn(row: Row, { notes }: SourceSheet) {
  const parts = notes
    .filter(([, column]) => row.get(column) !== '')
    .map(([label, column]) => `${label}: ${row.get(column)}.`);
  return parts.length === 0 ? {} : { note: parts.join(' ') };
}
