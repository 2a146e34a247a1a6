import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * `ETag` and `304 Not Modified`, for public readers alone. A tag is a hash over what the reader gets, so it tells
 * nothing beside it. What an editor gets is not to be stored anywhere.
 */

/** Weak, because an answer may go out compressed. */
export const entityTag = (content: string | Buffer): string =>
  `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;

export const isPublic = ({ headers }: FastifyRequest): boolean => headers.authorization === undefined;

/** Whether the client has the content of this tag already. */
export function isHeld({ headers }: FastifyRequest, tag: string): boolean {
  const header = headers['if-none-match'] ?? '';
  return header.trim() === '*' || [...header.matchAll(/"[^"]*"/g)].some(([value]) => tag === `W/${value}`);
}

/** Lets clients store an answer and ask with its tag whether it still holds. */
export const tagged = (reply: FastifyReply, tag: string): FastifyReply =>
  reply.headers({ etag: tag, 'cache-control': 'no-cache' });

export function answerUnchanged(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('vary', [reply.getHeader('vary') ?? [], 'authorization'].flat().join(', '));
    if (!['GET', 'HEAD'].includes(request.method) || reply.statusCode !== 200) return payload;
    if (reply.hasHeader('cache-control')) return payload;
    if (!isPublic(request)) {
      reply.header('cache-control', 'no-store');
      return payload;
    }
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
    const tag = entityTag(payload);
    tagged(reply, tag);
    if (!isHeld(request, tag)) return payload;
    reply.status(304).removeHeader('content-type');
    return request.method === 'HEAD' ? Readable.from([]) : null;
  });
}
