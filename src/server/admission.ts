import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { AuthenticationError } from '../accounts/authentication-error.js';
import { ApiError } from '../model/errors.js';
import { forbidden, isPermitted, type Permission, type Sender } from '../model/permissions.rules.js';
import { type EditorAccess, senderOf } from './authenticate.js';
import { countedLine } from './log.js';
import { refusalOf, type Serving } from './serving.js';

/** Who is let in, and where: a request has a sender before anything else is done for it. */

declare module 'fastify' {
  interface FastifyRequest {
    sender: Sender;
  }
  interface FastifyContextConfig {
    /** The permission that the address needs: every address says it. */
    needs?: Permission | 'NOTHING';
  }
}

export interface AdmissionSettings extends EditorAccess {
  /** Whether who shows nothing may read what is public; so it is where nothing is said. */
  readonly publicReading?: boolean | undefined;
}

/** Keeps the server from its start where an address that is added later does not say what it needs. */
export function requireNeeds(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  app.addHook('onReady', async () => {
    // At `*` is the answer to a preflight of any address, which `@fastify/cors` gives itself.
    const silent = routes.find(({ url, config }) => config?.needs === undefined && url !== '*');
    if (silent)
      throw new Error(
        `Expected the address ${silent.method} ${silent.url} to say which permission it needs; got none.`,
      );
  });
}

/**
 * Refuses, before it is routed any further, a request whose sender is not known, or may not use the address. Gives what
 * says whether the sender of a request that lasts is still known.
 */
export function admitSenders(
  app: FastifyInstance,
  settings: AdmissionSettings,
  refuse: Serving['refuse'],
): NonNullable<Serving['isKnown']> {
  const refused = refusedTokens(app);
  const refusal = refusalOf(app, { refuse });
  app.decorateRequest('sender', null as never);
  app.addHook('onRequest', async (request, reply) => {
    // There is nothing to be had at an address that there is not; who may not read does not learn that.
    const needs = request.routeOptions.config?.needs ?? 'READ';
    if (needs === 'NOTHING') return;
    try {
      request.sender = await senderOf(request.raw, settings);
      refuseAnybody(request, settings);
      if (!isPermitted(request.sender, needs)) throw forbidden(needs);
    } catch (error) {
      refused(error);
      if (error instanceof ApiError) return refusal(reply, error);
      throw error;
    }
  });
  return ({ raw }) =>
    senderOf(raw, settings).then(
      () => true,
      () => false,
    );
}

function refuseAnybody({ sender }: FastifyRequest, { publicReading = true }: AdmissionSettings): void {
  if (publicReading || sender.kind !== 'ANYBODY') return;
  throw new AuthenticationError(
    'UNAUTHENTICATED',
    'Expected `authorization: Bearer` with an API key; got none. This server answers only senders that it knows.',
  );
}

/** Leaves a line for refused tokens, which anybody may send in any number. */
function refusedTokens({ log }: FastifyInstance): (error: unknown) => void {
  const wrong = countedLine((requests) => log.warn({ requests }, 'Requests with a wrong token were refused.'));
  const foreign = countedLine((requests) =>
    log.warn({ requests }, 'Requests with a token from elsewhere were refused.'),
  );
  const silent = countedLine((requests) =>
    log.error({ requests }, 'Tokens were refused because their issuer does not answer.'),
  );
  return (error) => {
    if (!(error instanceof AuthenticationError)) return;
    if (error.code === 'UNAUTHENTICATED') wrong();
    if (error.code === 'FORBIDDEN') foreign();
    if (error.code === 'ISSUER_UNAVAILABLE') silent();
  };
}
