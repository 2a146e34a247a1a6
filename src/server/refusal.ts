import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { AuthenticationError } from '../accounts/authentication-error.js';
import { faultLog, pathOf } from './log.js';
import { REQUEST_ENCODINGS } from './request-encoding.js';

/** How a request is refused outside GraphQL: in one shape, whether it found an address or not. */

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The media types of a body that the address reads; `application/json` where it does not say. */
    bodyTypes?: string;
  }
}

const JSON_TYPE = 'application/json; charset=utf-8';

const bodyOf = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

/** When a client may try again what is refused with 503, unless the refusal says otherwise. */
export const RETRY_AFTER_S = 5;

/** An error in the shape of a GraphQL response, whatever part of the server gives it. */
export function refuse(reply: FastifyReply, status: number, code: string, message: string): FastifyReply {
  if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_S);
  return reply.status(status).type(JSON_TYPE).send(bodyOf(code, message));
}

export function refuseUnknown({ url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refuse(reply, 404, 'NOT_FOUND', `There is nothing at ${pathOf(url)}; the API is at /graphql.`);
}

const quoted = (text = ''): string => JSON.stringify(text.slice(0, 80));

interface RequestError extends Error {
  readonly statusCode?: number;
  readonly code?: string;
}

/** Answers what Fastify, one of its plugins or our own authentication throws. */
export function answerError(error: RequestError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof AuthenticationError) {
    if (error.statusCode === 401) reply.header('www-authenticate', 'Bearer');
    return refuse(reply, error.statusCode, error.code, error.message);
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return refuse(reply, status, 'BAD_REQUEST', explained(error, request));
  return refuse(reply, status, 'INTERNAL_SERVER_ERROR', faultLog(request.log)(error));
}

/** What was expected and what arrived, where Fastify only says that something is wrong. */
function explained({ code, message }: RequestError, { headers, routeOptions, url }: FastifyRequest): string {
  switch (code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': {
      const types = routeOptions.config.bodyTypes ?? 'application/json';
      const type = headers['content-type'];
      return `Expected a body of the type ${types}; got ${type === undefined ? 'none' : quoted(type)}.`;
    }
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return `Expected a body of at most ${routeOptions.bodyLimit} bytes, unpacked; got more.`;
    case 'FST_CP_ERR_INVALID_CONTENT_ENCODING':
      return `Expected a \`content-encoding\` of ${REQUEST_ENCODINGS.join(', ')}, or none; got ${quoted(headers['content-encoding'])}.`;
    case 'FST_CP_ERR_INVALID_CONTENT':
      return `Expected a body that is packed as its \`content-encoding\` says; got one that ${quoted(headers['content-encoding'])} does not unpack, or only a part of it.`;
    case 'FST_ERR_BAD_URL':
      return `Expected a path in which % stands before two hexadecimal digits of UTF-8; got ${quoted(pathOf(url))}.`;
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return `Expected parts of the path that are shorter; got one that begins with ${quoted(pathOf(url))}.`;
    default:
      return message;
  }
}

/** Of the error of a parser of HTTP: its status. */
const CLIENT_STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers bytes that are no request, and closes their connection. */
export function answerClientError({ code = '' }: Error & { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = CLIENT_STATUS[code] ?? 400;
  const content = JSON.stringify(bodyOf('BAD_REQUEST', CLIENT_MESSAGES[status] ?? ''));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${JSON_TYPE}`,
    `content-length: ${Buffer.byteLength(content)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${content}`);
}

const CLIENT_MESSAGES: Readonly<Record<number, string>> = {
  400: 'Expected a request of HTTP/1.1; got something else.',
  408: 'Expected the whole request sooner; it did not arrive in time.',
  431: 'Expected an address and headers of at most 16 KiB together; got more.',
};

/**
 * Refuses other methods at the addresses that there are with 405 and those that there are, where Fastify would say that
 * there is nothing. Gives what does so; it is called after all addresses were added.
 */
export function methodsRefused(app: FastifyInstance): () => void {
  const methodsByUrl = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByUrl.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsByUrl.set(url, methods);
  });
  const isServed = (url: string, method: string): boolean =>
    [...methodsByUrl].some(
      ([other, methods]) =>
        methods.has(method) && (other === url || (other.endsWith('*') && url.startsWith(other.slice(0, -1)))),
    );
  return () => {
    for (const [url, methods] of [...methodsByUrl]) {
      // Every path is at `*`.
      if (url === '*') continue;
      const allowed = [...methods].sort().join(', ');
      const others = app.supportedMethods.filter((method) => !isServed(url, method)) as HTTPMethods[];
      const refuseMethod = async (request: FastifyRequest, reply: FastifyReply) =>
        refuse(
          reply.header('allow', allowed),
          405,
          'BAD_REQUEST',
          `Expected ${allowed} at ${pathOf(request.url)}; got ${request.method}.`,
        );
      app.route({ method: others, url, config: { needs: 'READ' }, onRequest: refuseMethod, handler: refuseMethod });
    }
  };
}
