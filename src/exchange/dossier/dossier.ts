import type { Context } from '../../context.js';
import { ApiError } from '../../model/errors.js';
import { openCaseOf } from '../../questions/case-file/open-case.lookup.js';
import { whyNotAssessed } from '../../questions/command/assessable.rules.js';
import { dossierHtml } from './dossier.html.js';
import { type Dossier, dossierOf } from './dossier.rules.js';
import type { DossierFormat, DossierRequest } from './dossier-request.js';

/**
 * Opens the dossier of a person and an incident; null where the reader may not see one of them or the lens excludes it.
 * Throws a `NOT_FOUND` error that says why where the person is not assessed: no document puts a name beside an incident
 * to which no source links it.
 */
export async function openDossier(
  context: Context,
  personId: string,
  incidentId: string,
  { framework, on, lens }: DossierRequest,
): Promise<Dossier | null> {
  const open = await openCaseOf(context, context.view(lens), personId, incidentId, on);
  if (!open) return null;
  const notAssessed = whyNotAssessed(open.file, open.incident, open.personId, open.day);
  if (notAssessed !== null) throw new ApiError('NOT_FOUND', `There is no dossier. ${notAssessed}`);
  return dossierOf({ ...open, framework });
}

/** The same message whether the record does not exist or the reader may not see it. */
export const NOT_FOUND = 'There is no such person and incident that you may see under this lens.';

/** A dossier as a file. */
export interface Printed {
  readonly type: string;
  readonly content: string | Buffer;
}

export async function printed(dossier: Dossier, format: DossierFormat): Promise<Printed> {
  if (format === 'html') return { type: 'text/html; charset=utf-8', content: dossierHtml(dossier) };
  if (format === 'json')
    return { type: 'application/json; charset=utf-8', content: `${JSON.stringify(dossier, null, 2)}\n` };
  // Loaded on first use, so that the server start does not wait for it.
  const { dossierDocx } = await import('./dossier.docx.js');
  return {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: await dossierDocx(dossier),
  };
}

/** A file name that every system takes. */
export const fileName = ({ person, incident, on }: Dossier, format: DossierFormat) =>
  `dossier-${person.id}-${incident.id}-${on}.${format}`.replace(/[^A-Za-z0-9.-]+/g, '-');
