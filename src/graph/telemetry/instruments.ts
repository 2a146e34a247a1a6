import {
  type Attributes,
  type Counter,
  context,
  type Histogram,
  type MeterProvider,
  metrics,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

/**
 * What is measured, by OpenTelemetry; nothing is until server/telemetry/start-telemetry.ts starts it. Names and attributes are words of the
 * code, of which there are few: no value, no id of a record, no address of a client and nothing of a person is among them.
 */

export const SCOPE = 'accountability-graph';

interface Instruments {
  readonly provider: MeterProvider;
  readonly requestSeconds: Histogram;
  readonly operationSeconds: Histogram;
  readonly statementSeconds: Histogram;
  readonly imports: Counter;
}

/** From a statement of a millisecond to one at its time limit; seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

let current: Instruments | undefined;

/** The instruments of whoever collects now; they measure nothing where nobody does. */
export function instruments(): Instruments {
  const provider = metrics.getMeterProvider();
  if (current?.provider === provider) return current;
  const meter = provider.getMeter(SCOPE);
  const seconds = (name: string, description: string) =>
    meter.createHistogram(name, { description, unit: 's', advice: { explicitBucketBoundaries: SECONDS } });
  current = {
    provider,
    requestSeconds: seconds('http.server.request.duration', 'HTTP requests by route and status.'),
    operationSeconds: seconds('graphql.operation.duration', 'GraphQL operations by type and outcome.'),
    statementSeconds: seconds('db.client.operation.duration', 'Cypher statements by name and outcome.'),
    imports: meter.createCounter('imports', { description: 'Imports that have ended, by state.' }),
  };
  return current;
}

/** Does work under a span of its own, under which all spans stand that the work begins. */
export function spanned<T>(name: string, attributes: Attributes, work: (span: Span) => Promise<T>): Promise<T> {
  return trace.getTracer(SCOPE).startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', errorType(error));
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The same for a statement, with its time and outcome as a metric: OK, or the type of the error. */
export async function statementMeasured<T>(name: string, work: () => Promise<T>): Promise<T> {
  const attributes = { 'db.system.name': 'neo4j', 'db.operation.name': name };
  const began = performance.now();
  let outcome = 'OK';
  try {
    return await spanned(name, attributes, work);
  } catch (error) {
    outcome = errorType(error);
    throw error;
  } finally {
    instruments().statementSeconds.record((performance.now() - began) / 1_000, { ...attributes, outcome });
  }
}

/** The code of an error, or its class; never its message, which may hold values. */
export function errorType(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code === 'string' && /^[\w.]{1,80}$/.test(code)) return code;
  return error instanceof Error ? error.constructor.name : typeof error;
}

/** The id of the trace that the work of this moment belongs to; nothing where no trace is taken. */
export function currentTraceId(): string | undefined {
  const spanContext = trace.getSpanContext(context.active());
  return spanContext && trace.isSpanContextValid(spanContext) ? spanContext.traceId : undefined;
}
