import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.js';
import { fileName, NOT_FOUND, openDossier, printed } from '../dossier/dossier.js';
import { type Format, readRequest } from '../dossier/request.js';
import { errorFormatter } from './errors.js';

/** `GET /dossier/{person}/{incident}`: the dossier as a page to print, a Word file or plain data. */

interface Serving {
  /** The context of a request, which ends when its client is gone. */
  readonly contextOf: (reply: FastifyReply) => Promise<Context>;
  readonly refuse: (reply: FastifyReply, status: number, code: string, message: string) => FastifyReply;
}

interface Asked {
  readonly Params: { readonly person: string; readonly incident: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** The page needs its own style and nothing else, from nobody. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const STATUS: Readonly<Record<string, number>> = { BAD_INPUT: 400, TIMEOUT: 504, GRAPH_UNAVAILABLE: 503 };

export function serveDossier(app: FastifyInstance, { contextOf, refuse }: Serving): void {
  const told = errorFormatter((message, details) => app.log.error(details, message));
  app.get<Asked>('/dossier/:person/:incident', async (request, reply) => {
    try {
      return await answer(request, reply);
    } catch (error) {
      const { message, extensions } = told({ message: '' }, error);
      const code = String(extensions?.code);
      return refuse(reply, STATUS[code] ?? 500, code, message);
    }
  });

  async function answer({ params, query, headers }: FastifyRequest<Asked>, reply: FastifyReply) {
    const request = readRequest(query);
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

const MEDIA: Readonly<Record<string, Format>> = {
  'text/html': 'html',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/json': 'json',
};

/** The format that an Accept header likes best; a page where it names none of ours. */
const preferred = (accept: string): Format => MEDIA[negotiate(accept, Object.keys(MEDIA)) ?? ''] ?? 'html';
