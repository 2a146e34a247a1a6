import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type BatchObservableResult, metrics, type ObservableGauge } from '@opentelemetry/api';
import type { Resource } from '@opentelemetry/resources';
import type { MetricReader } from '@opentelemetry/sdk-metrics';
import type { Config } from '../../config.js';
import type { Graph } from '../../graph/graph.js';
import { SCOPE } from '../../graph/telemetry/instruments.js';
import { ConfigError } from '../../model/errors.js';
import { publishedThrough } from '../../writing/change/clock.js';

/**
 * Traces and metrics by OpenTelemetry: sent by OTLP over HTTP, and metrics as the text of Prometheus at `/metrics` of a
 * port of their own. The packages for that are loaded where the settings ask for either.
 */

type TelemetryConfig = Pick<Config, 'otlpEndpoint' | 'metricsHost' | 'metricsPort'>;

interface Telemetry {
  /** Measures the process and its graph too, until the function that this gives is called. */
  readonly observe: (graph: Graph) => () => void;
  /** Sends what is left, and ends. */
  readonly stop: () => Promise<void>;
}

const OFF: Telemetry = { observe: () => () => {}, stop: async () => {} };

/** Starts what the settings ask for. Throws a `ConfigError` where the port is in use. */
export async function startTelemetry(config: TelemetryConfig): Promise<Telemetry> {
  const { otlpEndpoint, metricsPort } = config;
  if (otlpEndpoint === undefined && metricsPort === undefined) return OFF;
  const { detectResources, envDetector, resourceFromAttributes } = await import('@opentelemetry/resources');
  const { MeterProvider } = await import('@opentelemetry/sdk-metrics');
  const resource = resourceFromAttributes({ 'service.name': SCOPE }).merge(
    detectResources({ detectors: [envDetector] }),
  );
  const readers: MetricReader[] = [];
  if (metricsPort !== undefined) readers.push(await metricsPage(config, metricsPort));
  if (otlpEndpoint !== undefined) readers.push(await sentMetrics(otlpEndpoint));
  const meters = new MeterProvider({ resource, readers });
  metrics.setGlobalMeterProvider(meters);
  const stopTraces = otlpEndpoint === undefined ? undefined : await startTraces(otlpEndpoint, resource);
  const stop = async () => {
    // Whoever takes them may be away: that is no reason not to end.
    await Promise.allSettled([meters.shutdown({ timeoutMillis: FLUSH_MS }), stopTraces?.()]);
    metrics.disable();
  };
  return { observe, stop };
}

/** How long what is measured last may take to be sent at the stop; milliseconds. */
const FLUSH_MS = 3_000;

async function metricsPage({ metricsHost }: TelemetryConfig, port: number): Promise<MetricReader> {
  const { PrometheusExporter } = await import('@opentelemetry/exporter-prometheus');
  const page = new PrometheusExporter({ host: metricsHost, port, preventServerStart: true, withoutScopeInfo: true });
  await page.startServer().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError(
      `Port ${port} on ${metricsHost} is in use. Stop what uses it, or set METRICS_PORT to another port.`,
    );
  });
  return page;
}

async function sentMetrics(endpoint: string): Promise<MetricReader> {
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http');
  const { PeriodicExportingMetricReader } = await import('@opentelemetry/sdk-metrics');
  return new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter({ url: `${endpoint}/v1/metrics` }) });
}

async function startTraces(endpoint: string, resource: Resource): Promise<() => Promise<void>> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { context, propagation, trace } = await import('@opentelemetry/api');
  const { W3CTraceContextPropagator } = await import('@opentelemetry/core');
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const traces = new NodeTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: FLUSH_MS })],
  });
  traces.register({ propagator: new W3CTraceContextPropagator() });
  return async () => {
    await traces.shutdown();
    for (const part of [trace, context, propagation]) part.disable();
  };
}

/** Measures of this process and its graph, as of the moment at which somebody collects them. */
function observe(graph: Graph): () => void {
  const meter = metrics.getMeter(SCOPE);
  const gauge = (name: string, description: string, unit = '1'): ObservableGauge =>
    meter.createObservableGauge(name, { description, unit });
  const up = gauge('neo4j.up', 'Whether Neo4j answers: 1 or 0.');
  const sessions = gauge(
    'neo4j.sessions',
    'Sessions with Neo4j that are in use or wait for a connection; the driver has 100.',
  );
  const clockAge = gauge('clock.age', 'Since when the graph has not changed, as its clock says.', 's');
  const memory = gauge('process.memory', 'Memory of the process, by kind.', 'By');
  const loopDelay = gauge('event_loop.delay', 'Delay of the event loop since the last collection, by quantile.', 's');
  const delays = monitorEventLoopDelay({ resolution: 20 });
  const all = [up, sessions, clockAge, memory, loopDelay];
  const collect = async (result: BatchObservableResult): Promise<void> => {
    result.observe(up, graph.isUp ? 1 : 0);
    result.observe(sessions, graph.sessionCount);
    const { rss, heapUsed, external } = process.memoryUsage();
    for (const [kind, bytes] of Object.entries({ rss, heapUsed, external })) result.observe(memory, bytes, { kind });
    const quantiles = { 0.5: delays.percentile(50), 0.99: delays.percentile(99), 1: delays.max };
    for (const [quantile, ns] of Object.entries(quantiles)) result.observe(loopDelay, ns / 1e9, { quantile });
    delays.reset();
    const at = await publishedThrough(graph).catch(() => '');
    if (at !== '') result.observe(clockAge, (Date.now() - Date.parse(at)) / 1_000);
  };
  delays.enable();
  meter.addBatchObservableCallback(collect, all);
  return () => {
    meter.removeBatchObservableCallback(collect, all);
    delays.disable();
  };
}
