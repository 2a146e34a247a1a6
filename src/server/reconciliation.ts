import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  checkAddress,
  lensParameters,
  readLens,
  readPreview,
  readProposal,
  readSuggestion,
} from '../exchange/reconciliation/address.js';
import { extend, propose } from '../exchange/reconciliation/extend.js';
import { manifest } from '../exchange/reconciliation/manifest.js';
import { reconcile } from '../exchange/reconciliation/match.js';
import { NO_PREVIEW, preview } from '../exchange/reconciliation/preview.js';
import { readExtension, readQueries } from '../exchange/reconciliation/reconciliation-request.js';
import { suggestEntities, suggestProperties, suggestTypes } from '../exchange/reconciliation/suggest.js';
import { ApiError } from '../model/errors.js';
import { refusalOf, type Serving } from './serving.js';

/** `/reconcile`: the Reconciliation API 0.2, by which OpenRefine and others match a table with what is here. */

type Fields = Readonly<Record<string, unknown>>;
type ReconciliationHttpRequest = FastifyRequest<{ Querystring: Fields; Body: Fields | undefined }>;

/** The preview is shown in a frame of another site and may do nothing there except be displayed. */
const IN_A_FRAME = {
  frameguard: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'unsafe-inline'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ['*'],
    },
  },
} as const;

export async function serveReconciliation(app: FastifyInstance, serving: Serving): Promise<void> {
  const { contextOf } = serving;
  const refused = refusalOf(app, serving);
  // A scope of its own: only here are forms read and cross-origin answers given.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    await scope.register(formbody);
    // The protocol requires this of all its endpoints, whatever `CORS_ORIGINS` says. A page of another site reads as a
    // public reader: the answer to its preflight allows no token.
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, needs: 'READ', cors: false, bodyTypes: 'application/x-www-form-urlencoded' };
    });
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    });
    scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
      // An error in the request as such is answered as everywhere else.
      if (error.statusCode !== undefined) throw error;
      return refused(reply, error);
    });
    for (const url of ['/reconcile', '/reconcile/*'])
      scope.options(url, (_request, reply) =>
        reply
          .status(204)
          .headers({
            'access-control-allow-methods': 'GET, HEAD, POST',
            'access-control-allow-headers': 'content-type',
          })
          .send(),
      );
    serveEndpoint(scope, serving);
    serveOthers(scope, contextOf);
  });
}

/** A name is searched and compared, as in `search`; points. */
const QUERY_COST = 20;

function serveEndpoint(scope: FastifyInstance, { contextOf, charge, turns }: Serving): void {
  const answer = async (fields: Fields, query: Fields, reply: FastifyReply) => {
    const { queries, extend: extension } = fields;
    if ((queries === undefined) === (extension === undefined))
      throw new ApiError('BAD_INPUT', 'Expected either `queries` or `extend`; got both or none.');
    const batch = queries === undefined ? undefined : readQueries(queries);
    const values = batch ? undefined : readExtension(extension);
    const lens = readLens(query);
    await charge(reply, values ? values.ids.length : QUERY_COST * (batch?.length ?? 0));
    await turns.take(reply);
    const context = await contextOf(reply);
    const view = context.view(lens);
    return values ? extend(context, view, values) : reconcile(context, view, batch ?? []);
  };
  scope.get('/reconcile', async (request: ReconciliationHttpRequest, reply) => {
    const { query } = request;
    checkAddress(query);
    if (query.queries !== undefined || query.extend !== undefined) return answer(query, query, reply);
    readLens(query);
    return reply.send(manifest(addressOf(request), lensParameters(query)));
  });
  scope.post('/reconcile', async ({ body, query }: ReconciliationHttpRequest, reply) => {
    checkAddress(query);
    return answer(body ?? {}, query, reply);
  });
}

function serveOthers(scope: FastifyInstance, contextOf: Serving['contextOf']): void {
  scope.get('/reconcile/suggest/entity', async ({ query }: ReconciliationHttpRequest, reply) => {
    const [prefix, lens] = [readSuggestion(query), readLens(query)];
    const context = await contextOf(reply);
    return suggestEntities(context, context.view(lens), prefix);
  });
  scope.get('/reconcile/suggest/type', async ({ query }: ReconciliationHttpRequest) =>
    suggestTypes(readSuggestion(query)),
  );
  scope.get('/reconcile/suggest/property', async ({ query }: ReconciliationHttpRequest) =>
    suggestProperties(readSuggestion(query)),
  );
  scope.get('/reconcile/properties', async ({ query }: ReconciliationHttpRequest) => propose(readProposal(query)));
  scope.get('/reconcile/preview', { helmet: IN_A_FRAME }, async ({ query }: ReconciliationHttpRequest, reply) => {
    const [{ id }, lens] = [readPreview(query), readLens(query)];
    const context = await contextOf(reply);
    const page = await preview(context, context.view(lens), id);
    return reply
      .status(page === undefined ? 404 : 200)
      .type('text/html; charset=utf-8')
      .send(page ?? NO_PREVIEW);
  });
}

/** Characters that an address may contain: it goes into addresses that clients follow. */
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/** The address under which the client reached the service, also through a proxy that speaks TLS for it. */
function addressOf({ host, protocol, headers }: ReconciliationHttpRequest): string {
  if (!HOST.test(host)) throw new ApiError('BAD_INPUT', 'Expected a host name or an address in the header `Host`.');
  const secure = protocol === 'https' || headers['x-forwarded-proto'] === 'https';
  return `${secure ? 'https' : 'http'}://${host}/reconcile`;
}
