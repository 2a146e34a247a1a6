import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { NO_CASE, NOT_FOUND, openCaseFile, openDossier, printed } from '../exchange/dossier/dossier.js';
import type { DossierQuestion } from '../exchange/dossier/dossier.rules.js';
import { type DossierFormat, type DossierRequest, readDossierRequest } from '../exchange/dossier/dossier-request.js';
import type { MakeDocument } from '../exchange/dossier/print/make-document.js';
import { API_ERRORS, ApiError } from '../model/errors.js';
import { ConcurrencyLimit } from './limits/concurrency-limit.js';
import { refusalOf, type Serving } from './serving.js';

/**
 * `GET /dossier/{person}/{incident}` and `GET /case/{incident}`: one person, or everybody in the chain, as a page to
 * print, a Word file, plain data or linked data.
 */

interface DossierRoute {
  readonly Params: { readonly person: string; readonly incident: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

type Open = (context: Context, request: DossierRequest) => Promise<DossierQuestion | null>;

/** The page needs its own style and nothing else, from nobody. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Most dossiers that a process prepares at once: each is held in memory as a whole. */
export const MOST_DOSSIERS = { ofAll: 16, ofOne: 8 };

/** A case file, all its people assessed, and the document printed; points. */
const DOSSIER_COST = 3_000;

export function serveDossier(app: FastifyInstance, serving: Serving, make?: MakeDocument): void {
  const { contextOf, refuse } = serving;
  const refused = refusalOf(app, serving);
  const inProgress = new ConcurrencyLimit('DOSSIERS', MOST_DOSSIERS);
  app.get<DossierRoute>(
    '/dossier/:person/:incident',
    { config: { needs: 'READ', cost: DOSSIER_COST } },
    (request, reply) => {
      const { person, incident } = request.params;
      return answer(request, reply, NOT_FOUND, (context, ask) => openDossier(context, person, incident, ask));
    },
  );
  app.get<DossierRoute>('/case/:incident', { config: { needs: 'READ', cost: DOSSIER_COST } }, (request, reply) =>
    answer(request, reply, NO_CASE, (context, ask) => openCaseFile(context, request.params.incident, ask)),
  );

  const answer = async (request: FastifyRequest<DossierRoute>, reply: FastifyReply, missing: string, open: Open) =>
    inProgress.refuseOrTake(request, reply, refuse) ??
    send(request, reply, missing, open).catch((error) => refused(reply, error));

  async function send(
    { query, headers }: FastifyRequest<DossierRoute>,
    reply: FastifyReply,
    missing: string,
    open: Open,
  ) {
    const request = readDossierRequest(query);
    const context = await contextOf(reply);
    const question = await open(context, request);
    if (!question) return refuse(reply, 404, 'NOT_FOUND', missing);
    const format = request.format ?? preferred(headers.accept ?? '');
    const departure = new AbortController();
    reply.raw.once('close', () => departure.abort(new ApiError('ABORTED', API_ERRORS.ABORTED)));
    const { type, name, content } = await printed(context, question, format, make, departure.signal);
    const disposition = format === 'html' || format === 'json' ? 'inline' : 'attachment';
    return reply
      .type(type)
      .header('vary', 'accept')
      .header('content-security-policy', PAGE_POLICY)
      .header('content-disposition', `${disposition}; filename="${name}"`)
      .send(content);
  }
}

const MEDIA: Readonly<Record<string, DossierFormat>> = {
  'text/html': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/json': 'json',
  'application/ld+json': 'jsonld',
};

/** The format that an Accept header likes best; a page where it names none of ours. */
const preferred = (accept: string): DossierFormat => MEDIA[negotiate(accept, Object.keys(MEDIA)) ?? ''] ?? 'html';
