import {
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Context as TraceContext,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { instruments, SCOPE } from '../../graph/telemetry/instruments.js';

/** Measures each request, and gives it a span, under which all that is done for it stands. */
export function measureRequests(app: FastifyInstance): void {
  const traceContexts = new WeakMap<FastifyRequest, TraceContext>();
  app.addHook('onRequest', (request, reply, done) => {
    const began = performance.now();
    const { method } = request;
    const parent = propagation.extract(context.active(), request.headers);
    const span = trace.getTracer(SCOPE).startSpan(methodOf(method), { kind: SpanKind.SERVER }, parent);
    const traceContext = trace.setSpan(parent, span);
    traceContexts.set(request, traceContext);
    reply.raw.once('close', () => end(span, request, reply, (performance.now() - began) / 1_000));
    context.with(traceContext, done);
  });
  // The body has arrived by events of the connection, which know nothing of the request.
  app.addHook('preHandler', (request, _reply, done) => {
    context.with(traceContexts.get(request) ?? context.active(), done);
  });
}

/** The status of an answer that its client did not wait for. */
const STATUS_ABORTED = 499;

function end(span: Span, { method, routeOptions }: FastifyRequest, { raw }: FastifyReply, seconds: number): void {
  const status = raw.writableFinished ? raw.statusCode : STATUS_ABORTED;
  const attributes = {
    'http.request.method': methodOf(method),
    // An address that there is not is a text of the client.
    'http.route': routeOptions.url ?? 'none',
    'http.response.status_code': status,
  };
  span.updateName(`${attributes['http.request.method']} ${attributes['http.route']}`).setAttributes(attributes);
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
  instruments().requestSeconds.record(seconds, attributes);
}

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'DELETE', 'PATCH'];
const methodOf = (method: string): string => (METHODS.includes(method) ? method : '_OTHER');
