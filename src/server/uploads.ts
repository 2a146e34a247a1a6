import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { ApiError } from '../model/errors.js';
import { refusalOf, type Serving } from './serving.js';

const EXPECTED = 'Expected the file itself as the body (curl --data-binary @FILE)';

/**
 * `POST /import/files`: an editor uploads a file for a later import, as the body of the request, and gets its
 * reference. The mutation `importCreate` imports it: exchange/import/api/import-runs.ts.
 */
export function serveUploads(app: FastifyInstance, serving: Serving): void {
  const refused = refusalOf(app, serving);
  // An upload is stored as it comes, whatever its type says; the import reads it.
  app.register(async (inner) => {
    inner.addHook('onRequest', async ({ headers }) => {
      if (!isForm(headers['content-type'])) delete headers['content-type'];
    });
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    inner.post(
      '/import/files',
      { bodyLimit: Number.MAX_SAFE_INTEGER, config: { needs: 'IMPORT' } },
      async ({ headers, body }, reply) => {
        try {
          const imports = (await serving.contextOf(reply)).imports();
          if (isForm(headers['content-type']))
            return serving.refuse(reply, 415, 'BAD_REQUEST', `${EXPECTED}; got a form around it (curl -F).`);
          if (body === undefined) throw new ApiError('BAD_INPUT', `${EXPECTED}; got no body.`);
          return reply.status(201).send(await imports.keep(body as Readable));
        } catch (error) {
          // An error in the request as such is answered as everywhere else.
          if (error instanceof Error && 'statusCode' in error) throw error;
          // What of the body was not read would stand before the next request of the connection.
          return refused(reply.header('connection', 'close'), error);
        }
      },
    );
  });
}

const isForm = (type = ''): boolean => /^\s*multipart\//i.test(type);
