import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Which pages of other sites may read the answers: those of the setting `CORS_ORIGINS`; without it, none. */

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The address says itself which pages may read it. */
    cors?: false;
  }
}

/** Headers of an answer that a page may read beside those that every page may. */
const EXPOSED_HEADERS = ['allow', 'content-disposition', 'etag', 'ratelimit', 'ratelimit-policy', 'retry-after'];
/** How long a browser may remember that a request is allowed; seconds. */
const MAX_AGE_S = 600;

/** A page never sends a cookie; it may send a token that it knows. */
export async function allowOrigins(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins.includes('*') ? '*' : [...origins],
    exposedHeaders: EXPOSED_HEADERS,
    maxAge: MAX_AGE_S,
    strictPreflight: false,
  });
}
