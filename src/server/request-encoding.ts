import type { FastifyInstance } from 'fastify';

/** How a body may be packed. */
export const REQUEST_ENCODINGS = ['gzip', 'deflate', 'br', 'identity'] as const;

/** Reads the name of an encoding as RFC 9110 (8.4.1) has it: in any case, and `x-gzip` as gzip. */
export function readEncodingNames(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    const name = headers['content-encoding']?.trim().toLowerCase();
    if (name !== undefined) headers['content-encoding'] = name === 'x-gzip' ? 'gzip' : name;
  });
}

/**
 * Stops the unpacking of a body once its request is answered: what is refused as too large would be unpacked to its end.
 * One that is still arriving goes on, since its connection would be cut before the answer is read. Added after the unpacking.
 */
export function stopUnpacking(app: FastifyInstance): void {
  app.addHook('preParsing', async ({ raw }, reply, payload) => {
    if (payload !== raw) reply.raw.once('finish', () => raw.complete && payload.destroy());
    return payload;
  });
}
