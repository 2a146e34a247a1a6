import type { Context } from '../../context.js';
import { ApiError } from '../../model/errors.js';
import { lensUsed } from '../../questions/case-file/basis.rules.js';
import { type OpenCase, openCase, openCaseOf } from '../../questions/case-file/open-case.lookup.js';
import { whyNotAssessed } from '../../questions/command/assessable.rules.js';
import { peopleThrough } from '../../questions/command/people-above.rules.js';
import { annexOf } from './annex.js';
import type { Dossier, DossierQuestion } from './dossier.rules.js';
import type { DossierFormat, DossierRequest } from './dossier-request.js';
import { portraitsOf } from './portrait.lookup.js';
import { type MakeDocument, makeDocument } from './print/make-document.js';

/**
 * What the graph gives for the dossier of a person and an incident; null where the reader may not see one of them or the lens excludes it.
 * Throws a `NOT_FOUND` error that says why where the person is not assessed: no document puts a name beside an incident
 * to which no source links it.
 */
export async function openDossier(
  context: Context,
  personId: string,
  incidentId: string,
  request: DossierRequest,
): Promise<DossierQuestion | null> {
  const open = await openCaseOf(context, context.view(request.lens), personId, incidentId, request.on);
  if (!open) return null;
  const notAssessed = whyNotAssessed(open.file, open.incident, open.personId, open.days);
  if (notAssessed !== null) throw new ApiError('NOT_FOUND', `There is no dossier. ${notAssessed}`);
  return withPortraits(context, 'PERSON', open, [open.personId], request);
}

/** What it gives for the case file of an incident: the same for everybody in the chain, and for people whom sources name. */
export async function openCaseFile(
  context: Context,
  incidentId: string,
  request: DossierRequest,
): Promise<DossierQuestion | null> {
  const open = await openCase(context, context.view(request.lens), incidentId, request.on);
  return open && withPortraits(context, 'INCIDENT', open, peopleThrough(open.file, open.incident, open.days), request);
}

async function withPortraits(
  context: Context,
  about: Dossier['about'],
  { view, file, incident, days, warnings }: OpenCase,
  personIds: readonly string[],
  { frameworks }: DossierRequest,
): Promise<DossierQuestion> {
  const portraits = await portraitsOf(context, view, file, incident, personIds);
  const { publishedBy, recordedBy } = lensUsed(file, view);
  const madeOn = new Date().toISOString().slice(0, 10);
  const statusDay = publishedBy ?? recordedBy?.slice(0, 10) ?? madeOn;
  return {
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
  };
}

/** The same message whether the record does not exist or the reader may not see it. */
export const NOT_FOUND = 'There is no such person and incident that you may see under this lens.';
export const NO_CASE = 'There is no such incident that you may see under this lens.';

/** A dossier as a file. */
export interface Printed {
  readonly type: string;
  readonly name: string;
  readonly content: string | Uint8Array;
}

const MEDIA_TYPES: Readonly<Record<DossierFormat, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export async function printed(
  context: Context,
  question: DossierQuestion,
  format: DossierFormat,
  make: MakeDocument = makeDocument,
  signal?: AbortSignal,
): Promise<Printed> {
  const { name, content } = await make({ question, format }, signal);
  const isWhole = typeof content === 'string' || content instanceof Uint8Array;
  return {
    type: MEDIA_TYPES[format],
    name,
    content: isWhole ? content : await annexOf(context, question.view, content),
  };
}
