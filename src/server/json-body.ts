import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes of a body of JSON, unpacked. */
    jsonBytes: Buffer | null;
  }
}

/** Reads bodies of JSON, which are UTF-8 (RFC 8259, 8.1). Bytes that are not would be stored as other letters than those sent. */
export function readJsonBodies(app: FastifyInstance): void {
  app.decorateRequest('jsonBytes', null);
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = textOf(body);
    request.jsonBytes = body;
    if (text === undefined) done(NOT_UTF8);
    else parse(request, text, done);
  });
}

const NOT_UTF8 = Object.assign(new Error('Expected a body in UTF-8; got bytes that are none.'), { statusCode: 400 });

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function textOf(body: Buffer): string | undefined {
  try {
    return UTF8.decode(body);
  } catch {
    return undefined;
  }
}
