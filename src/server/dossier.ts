import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fileName, NOT_FOUND, openDossier, printed } from '../exchange/dossier/dossier.js';
import { type DossierFormat, readDossierRequest } from '../exchange/dossier/dossier-request.js';
import { refusalOf, type Serving } from './serving.js';

/** `GET /dossier/{person}/{incident}`: the dossier as a page to print, a Word file or plain data. */

interface DossierRoute {
  readonly Params: { readonly person: string; readonly incident: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** The page needs its own style and nothing else, from nobody. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function serveDossier(app: FastifyInstance, serving: Serving): void {
  const { contextOf, refuse } = serving;
  const refused = refusalOf(app, serving);
  app.get<DossierRoute>('/dossier/:person/:incident', (request, reply) =>
    answer(request, reply).catch((error) => refused(reply, error)),
  );

  async function answer({ params, query, headers }: FastifyRequest<DossierRoute>, reply: FastifyReply) {
    const request = readDossierRequest(query);
    const dossier = await openDossier(await contextOf(reply), params.person, params.incident, request);
    if (!dossier) return refuse(reply, 404, 'NOT_FOUND', NOT_FOUND);
    const format = request.format ?? preferred(headers.accept ?? '');
    const { type, content } = await printed(dossier, format);
    const disposition = format === 'docx' ? 'attachment' : 'inline';
    return reply
      .type(type)
      .header('vary', 'accept')
      .header('content-security-policy', PAGE_POLICY)
      .header('content-disposition', `${disposition}; filename="${fileName(dossier, format)}"`)
      .send(content);
  }
}

const MEDIA: Readonly<Record<string, DossierFormat>> = {
  'text/html': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/json': 'json',
};

/** The format that an Accept header likes best; a page where it names none of ours. */
const preferred = (accept: string): DossierFormat => MEDIA[negotiate(accept, Object.keys(MEDIA)) ?? ''] ?? 'html';
