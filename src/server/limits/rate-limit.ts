import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ApiError } from '../../model/errors.js';
import { clientOf } from './client.js';

/** How much each client may ask for, by what it costs. Every process counts for itself. */

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request costs, in points; 1 where the address does not say. */
    cost?: number;
  }
}

/** For how long points are counted; seconds. */
const WINDOW_S = 60;

/** Counts a cost, in points. Throws an `ApiError` of the code RATE_LIMITED where the client has too few left. */
export type Charge = (reply: FastifyReply, cost: number) => Promise<void>;

/** What a request costs before anything of it is read. */
export const costOfRoute = ({ routeOptions }: FastifyRequest): number => routeOptions?.config?.cost ?? 1;

/** Charges clients for what they ask, up to so many points a minute; 0 sets no limit. Every answer says what is left. */
export function chargeUpTo(pointsPerMinute: number): Charge {
  if (pointsPerMinute === 0) return async () => {};
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: WINDOW_S });
  return async (reply, cost) => {
    if (cost === 0) return;
    const { consumedPoints, remainingPoints, msBeforeNext } = await limiter
      .consume(clientOf(reply.request), cost)
      .catch((state: unknown) => {
        if (state instanceof RateLimiterRes) return state;
        throw state;
      });
    const seconds = Math.ceil(msBeforeNext / 1_000);
    // The fields of draft-ietf-httpapi-ratelimit-headers, from its version 8 on.
    reply.headers({
      'ratelimit-policy': `"cost";q=${pointsPerMinute};w=${WINDOW_S}`,
      ratelimit: `"cost";r=${remainingPoints};t=${seconds}`,
    });
    if (consumedPoints <= pointsPerMinute) return;
    reply.header('retry-after', seconds);
    throw new ApiError(
      'RATE_LIMITED',
      `Expected requests of at most ${pointsPerMinute} points a minute from one client; this one costs ${cost}, which is more than what is left. Try again in ${seconds} seconds.`,
    );
  };
}
