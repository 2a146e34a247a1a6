import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { refusalOf, type Serving } from './serving.js';

/**
 * `POST /import/files`: an editor uploads a file for a later import, as the body of the request, and gets its
 * reference. The mutation `importCreate` imports it: exchange/import/api/import-runs.ts.
 */
export function serveUploads(app: FastifyInstance, serving: Serving): void {
  const refused = refusalOf(app, serving);
  // An upload is stored as it comes, whatever its type says; the import reads it.
  app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    inner.post('/import/files', { bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
      try {
        const context = await serving.contextOf(reply);
        return reply.status(201).send(await context.imports().keep(request.body as Readable));
      } catch (error) {
        return refused(reply, error);
      }
    });
  });
}
