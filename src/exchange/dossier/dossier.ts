import type { Context } from '../../context.js';
import { ApiError } from '../../model/errors.js';
import { lensUsed } from '../../questions/case-file/basis.rules.js';
import { type OpenCase, openCase, openCaseOf } from '../../questions/case-file/open-case.lookup.js';
import { whyNotAssessed } from '../../questions/command/assessable.rules.js';
import { peopleThrough } from '../../questions/command/people-above.rules.js';
import { annexOf } from './annex.js';
import { type Dossier, dossierOf } from './dossier.rules.js';
import type { DossierFormat, DossierRequest } from './dossier-request.js';
import { portraitsOf } from './portrait.lookup.js';
import { dossierHtml } from './print/page.html.js';

/**
 * Opens the dossier of a person and an incident; null where the reader may not see one of them or the lens excludes it.
 * Throws a `NOT_FOUND` error that says why where the person is not assessed: no document puts a name beside an incident
 * to which no source links it.
 */
export async function openDossier(
  context: Context,
  personId: string,
  incidentId: string,
  request: DossierRequest,
): Promise<Dossier | null> {
  const open = await openCaseOf(context, context.view(request.lens), personId, incidentId, request.on);
  if (!open) return null;
  const notAssessed = whyNotAssessed(open.file, open.incident, open.personId, open.days);
  if (notAssessed !== null) throw new ApiError('NOT_FOUND', `There is no dossier. ${notAssessed}`);
  return write(context, 'PERSON', open, [open.personId], request);
}

/** Opens the case file of an incident: the same for everybody in the chain, and for people whom sources name. */
export async function openCaseFile(
  context: Context,
  incidentId: string,
  request: DossierRequest,
): Promise<Dossier | null> {
  const open = await openCase(context, context.view(request.lens), incidentId, request.on);
  return open && write(context, 'INCIDENT', open, peopleThrough(open.file, open.incident, open.days), request);
}

async function write(
  context: Context,
  about: Dossier['about'],
  { view, file, incident, days, warnings }: OpenCase,
  personIds: readonly string[],
  { frameworks }: DossierRequest,
): Promise<Dossier> {
  const portraits = await portraitsOf(context, view, file, incident, personIds);
  const { publishedBy, recordedBy } = lensUsed(file, view);
  const madeOn = new Date().toISOString().slice(0, 10);
  const statusDay = publishedBy ?? recordedBy?.slice(0, 10) ?? madeOn;
  return dossierOf({
    about,
    view,
    file,
    incident,
    days,
    warnings,
    personIds,
    frameworks,
    portraits,
    statusDay,
    madeOn,
  });
}

/** The same message whether the record does not exist or the reader may not see it. */
export const NOT_FOUND = 'There is no such person and incident that you may see under this lens.';
export const NO_CASE = 'There is no such incident that you may see under this lens.';

/** A dossier as a file. */
export interface Printed {
  readonly type: string;
  readonly content: string | Buffer;
}

export async function printed(
  context: Context,
  dossier: Dossier,
  format: DossierFormat,
  lens: DossierRequest['lens'],
): Promise<Printed> {
  switch (format) {
    case 'html':
      return { type: 'text/html; charset=utf-8', content: dossierHtml(dossier) };
    case 'json':
      return { type: 'application/json; charset=utf-8', content: `${JSON.stringify(dossier, null, 2)}\n` };
    case 'jsonld':
      return {
        type: 'application/ld+json; charset=utf-8',
        content: await annexOf(context, context.view(lens), dossier),
      };
    case 'docx': {
      // Loaded on first use, so that the server start does not wait for it.
      const { dossierDocx } = await import('./print/page.docx.js');
      return {
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        content: await dossierDocx(dossier),
      };
    }
  }
}

/** A file name that every system takes. */
export function fileName({ about, people, incident, days }: Dossier, format: DossierFormat): string {
  const parts = about === 'PERSON' ? ['dossier', people[0]?.person.id ?? ''] : ['case'];
  const on = days.from === days.to ? [days.from] : [days.from, 'to', days.to];
  return `${[...parts, incident.id, ...on].join('-')}.${format}`.replace(/[^A-Za-z0-9.-]+/g, '-');
}
