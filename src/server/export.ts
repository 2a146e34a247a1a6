import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { prepareExport, unknownExport } from '../exchange/export/export.js';
import { KeptFiles, sendContent } from './byte-ranges.js';
import { entityTag, isHeld, isPublic, tagged } from './caching/revalidation.js';
import { ConcurrencyLimit } from './limits/concurrency-limit.js';
import { refusalOf, type Serving, whileKnown } from './serving.js';

/** `GET /export/{name}`: data to take away, as a stream. */

interface ExportRoute {
  readonly Params: { readonly name: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** Maximum number of concurrent exports: each holds a page of records for as long as its client takes to read it. */
export const MOST_EXPORTS = { ofAll: 16, ofOne: 8 };
/** What GDAL reads by address. */
const MAP = 'application/geo+json';

/** An export reads every record of its kind; points. */
const EXPORT_COST = 2_000;

export function serveExports(app: FastifyInstance, serving: Serving): void {
  const { contextOf, refuse } = serving;
  const refused = refusalOf(app, serving);
  const running = new ConcurrencyLimit('EXPORTS', MOST_EXPORTS);
  const maps = new KeptFiles();
  app.get<ExportRoute>('/export/:name', { config: { needs: 'READ', cost: EXPORT_COST } }, async (request, reply) => {
    const refusal = running.refuseOrTake(request, reply, refuse);
    if (refusal) return refusal;
    // Whoever is gone already needs no answer, and held no place.
    if (reply.raw.destroyed) return reply.hijack();
    return answer(request, reply).catch((error) => refused(reply, error));
  });

  async function answer(request: FastifyRequest<ExportRoute>, reply: FastifyReply) {
    const { params, query } = request;
    const prepared = await prepareExport(await contextOf(reply), params.name, query);
    if (!prepared) return refuse(reply, 404, 'NOT_FOUND', unknownExport(params.name));
    const tag = isPublic(request) ? entityTag(prepared.hash) : undefined;
    if (tag !== undefined && isHeld(request, tag)) return tagged(reply, tag).status(304).send();
    const { name, type } = prepared;
    const open = async () => whileKnown((await prepared.open()).text, request, serving);
    const isKept = tag !== undefined && type.startsWith(MAP) && request.method === 'GET';
    const content = isKept ? await maps.read(tag, open) : await open();
    if (tag !== undefined) tagged(reply, tag);
    reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
    return sendContent(request, reply, content);
  }
}
