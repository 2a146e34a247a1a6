import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/**
 * `HEAD` wherever `GET` is: the same status and headers, without the content. Fastify answers it by the handler of `GET`
 * and would read a stream to its end; here the stream ends before it is read. The length of what would be compressed is
 * known only once it is, so it is left out.
 */
export function answerHead(app: FastifyInstance): void {
  app.addHook('onSend', async ({ method, headers }, _reply, payload) => {
    if (method !== 'HEAD') return payload;
    if (payload instanceof Readable) payload.destroy();
    else if (headers['accept-encoding'] === undefined) return payload;
    return Readable.from([]);
  });
}
