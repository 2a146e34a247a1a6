import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../context.js';
import { openExport, unknownExport } from '../export/export.js';
import { errorFormatter } from './errors.js';

/** `GET /export/{name}`: data to take away, as a stream. */

interface Serving {
  /** The context of a request, which ends when its client is gone. */
  readonly contextOf: (reply: FastifyReply) => Promise<Context>;
  readonly refuse: (reply: FastifyReply, status: number, code: string, message: string) => FastifyReply;
}

interface Asked {
  readonly Params: { readonly name: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

const STATUS: Readonly<Record<string, number>> = { BAD_INPUT: 400, TIMEOUT: 504, GRAPH_UNAVAILABLE: 503 };

export function serveExports(app: FastifyInstance, { contextOf, refuse }: Serving): void {
  const told = errorFormatter((message, details) => app.log.error(details, message));
  // A HEAD would read all of an export for its length.
  app.get<Asked>('/export/:name', { exposeHeadRoute: false }, async ({ params, query }, reply) => {
    try {
      const opened = await openExport(await contextOf(reply), params.name, query);
      if (!opened) return refuse(reply, 404, 'NOT_FOUND', unknownExport(params.name));
      return reply
        .type(opened.type)
        .header('content-disposition', `attachment; filename="${opened.name}"`)
        .send(Readable.from(opened.text));
    } catch (error) {
      const { message, extensions } = told({ message: '' }, error);
      const code = String(extensions?.code);
      return refuse(reply, STATUS[code] ?? 500, code, message);
    }
  });
}
