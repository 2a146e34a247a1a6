import { parseDate } from '../../../model/date-range.js';
import { canKnowOf } from '../../../model/record/record.rules.js';
import { scriptOf } from '../reading/script.js';
import type { Conversion } from '../record/conversion.js';
import { idByName } from '../record/names.js';
import type { FtmEntity } from './ftm-entity.js';
import type { FtmIndex } from './ftm-index.js';
import { isOurs } from './schemata.js';

/** Who says what an entity says, and the bodies that the file knows by their names only. */

export interface Cite {
  readonly report: string;
  readonly pinpoint?: string;
}

/** What a conversion works with. */
export interface FtmWork {
  readonly conversion: Conversion;
  readonly index: FtmIndex;
}

/** A claim from a file that nobody may know of is confidential itself. */
export const gradingOf = ({ options }: Conversion) =>
  options.fileAsReport.access === 'CONFIDENTIAL' ? { access: 'CONFIDENTIAL' as const } : {};

/** The file itself, at the place of an entity. */
export const fileAsReportAt = ({ options }: Conversion, { id }: FtmEntity): Cite => ({
  report: options.fileAsReport.id,
  pinpoint: `entity ${id}`,
});

interface DocumentRole {
  readonly document: string;
  readonly role: string | undefined;
}

/** The documents that an entity names as its proof, with those of the parties of a case, and those whose documentation names it. */
export function documentsOf(index: FtmIndex, entity: FtmEntity): DocumentRole[] {
  const proof = [entity.peek('proof'), ...(index.parties.get(entity.id) ?? []).map((party) => party.proof)].flat();
  const named = [...new Set(proof)].map((document) => ({ document, role: undefined }));
  return [...named, ...(index.documentation.get(entity.id) ?? [])];
}

/**
 * The reports that say what an entity says: its documents, or the one at its `sourceUrl`; the file itself where there is
 * none. Nothing, with an error, where one is named that is not there.
 */
export function citesOf({ conversion, index }: FtmWork, entity: FtmEntity): Cite[] | undefined {
  const cites: Cite[] = [];
  entity.values('proof');
  for (const { document, role } of [...documentsOf(index, entity), ...atAddress(index, entity)]) {
    const id = index.reports.get(document) ?? (isOurs(document, 'reports') ? document : undefined);
    if (id === undefined) {
      conversion.report.error(entity.at('proof'), 'a document of this file', document, 'This document is not there.');
      return undefined;
    }
    if (!cites.some(({ report, pinpoint }) => report === id && (pinpoint === role || role === undefined)))
      cites.push({ report: id, ...(role === undefined ? {} : { pinpoint: role }) });
  }
  return cites.length === 0 ? [fileAsReportAt(conversion, entity)] : withoutBare(cites);
}

/** A report that is cited with its place need not be cited without. */
const withoutBare = (cites: readonly Cite[]): Cite[] =>
  cites.filter(
    ({ report, pinpoint }) =>
      pinpoint !== undefined || !cites.some((other) => other.report === report && other.pinpoint !== undefined),
  );

function atAddress(index: FtmIndex, entity: FtmEntity): DocumentRole[] {
  if (entity.has('proof')) return [];
  const documents = entity.values('sourceUrl').map((url) => index.documentAt(url));
  const found = documents.filter((document) => document !== undefined);
  if (found.length === 0) entity.leave('sourceUrl');
  else entity.values('publisher');
  return found.map((document) => ({ document, role: undefined }));
}

/** The sources that were published late enough to know of a date. Nothing, with an error, where none was. */
export function knowing(
  { conversion, index }: FtmWork,
  entity: FtmEntity,
  cites: readonly Cite[],
  date: string,
): Cite[] | undefined {
  const day = parseDate(date).min;
  const able = cites.filter(({ report }) => canKnowOf(index.published.get(report) ?? day, day));
  const unable = cites.filter((cite) => !able.includes(cite)).map(({ report }) => report);
  if (unable.length === 0) return [...cites];
  const severity = able.length === 0 ? 'ERROR' : 'WARNING';
  conversion.report.sourceTooOld(severity, entity.at('proof'), date, unable.join(', '));
  return able.length === 0 ? undefined : able;
}

/** The body of a name: the one that the file has, else one that is declared by its name alone. */
export function bodyOf(
  { conversion, index }: FtmWork,
  entity: FtmEntity,
  column: string,
  name: string,
  kind: string,
  cites: readonly Cite[],
): string {
  const bodyId = index.bodyNamed(name);
  if (bodyId !== undefined) return bodyId;
  const id = idByName(conversion, 'body', name);
  if (!conversion.isNew('body', id)) return id;
  const message = `No entity of this file has this name; a body of the kind ${kind} stands for it.`;
  conversion.report.warning(entity.at(column), 'the name of an organization of this file', name, message);
  const names = [{ value: name, kind: 'PREFERRED', lang: 'und', script: scriptOf(name), ...gradingOf(conversion) }];
  conversion.emit('bodies', { id, kind, names, cites }, entity.origin);
  return id;
}
