import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { ApiKeys } from '../accounts/api-keys.js';
import { OpenIdIssuer } from '../accounts/openid.js';
import { ReadAudit, type ReadRequest } from '../accounts/reads.js';
import type { Config } from '../config.js';
import { Context } from '../context.js';
import type { MakeDocument } from '../exchange/dossier/print/make-document.js';
import { Imports } from '../exchange/import/api/import-runs.js';
import type { UploadLimits } from '../exchange/import/api/uploads.js';
import { LOOK_EVERY_MS, Watch } from '../exchange/sync/watch.js';
import { type WebhookSettings, Webhooks } from '../exchange/webhooks/webhooks.js';
import { type Graph, Reader } from '../graph/graph.js';
import { API_ERRORS, ApiError } from '../model/errors.js';
import { isPermitted, readingRightsOf } from '../model/permissions.rules.js';
import { createSchema } from '../schema.js';
import { type Published, publishedState, settledState } from '../writing/change/clock.js';
import { Editor } from '../writing/change/editor.js';
import { type AdmissionSettings, admitSenders, requireNeeds } from './admission.js';
import { answerUnchanged } from './caching/revalidation.js';
import { serveChanges } from './changes.js';
import { allowOrigins } from './cors.js';
import { serveDossier } from './dossier.js';
import { serveExports } from './export.js';
import { serveGraphql } from './graphql.js';
import { answerHead } from './head.js';
import { readJsonBodies } from './json-body.js';
import { MAX_BODY_BYTES } from './limits/document-limits.js';
import { FairTurns, type TurnLimits } from './limits/fair-turns.js';
import { chargeUpTo, costOfRoute } from './limits/rate-limit.js';
import { delayRefusals } from './limits/refusal-delay.js';
import type { Safelist } from './limits/safelist.js';
import { faultLog, type LogStream, logOptions } from './log.js';
import { planAhead } from './plan-ahead.js';
import { serveEditor } from './query-editor.js';
import { serveReconciliation } from './reconciliation.js';
import { answerClientError, answerError, methodsRefused, refuse, refuseUnknown } from './refusal.js';
import { serveReports } from './reports.js';
import { REQUEST_ENCODINGS, readEncodingNames, stopUnpacking } from './request-encoding.js';
import { refusalOf } from './serving.js';
import { measureRequests } from './telemetry/measure-requests.js';
import { serveTemplates } from './templates.js';
import { serveUploads } from './uploads.js';

/** How long a client may take to send a request, and to stay silent on an open connection; milliseconds. */
const REQUEST_TIMEOUT_MS = 15_000;
/** How often requests are held against that limit; Node looks each 30 s by itself. */
const CHECK_EVERY_MS = 1_000;
const IDLE_TIMEOUT_MS = 60_000;
/** How long answers on their way get at the stop, before their connections are cut; milliseconds. */
const GRACE_MS = 10_000;

type ServerConfig = Pick<Config, 'logLevel' | 'maxQueryCost' | 'maxQueryDepth' | 'introspection' | 'corsOrigins'> &
  Partial<Pick<Config, 'trustedProxies' | 'rateLimit' | 'openId' | 'readAuditDays' | 'answerCacheBytes'>> &
  Omit<AdmissionSettings, 'apiKeys' | 'openIdIssuer'> & {
    /** Where the log goes; standard output without it. */
    readonly logTo?: LogStream;
    /** The folder for uploaded files; without it no upload is accepted. */
    readonly importFolder?: string;
    /** How operations share the processors. */
    readonly turns?: Partial<TurnLimits>;
    /** Where documents are made; in the thread of the server without it. */
    readonly makeDocument?: MakeDocument;
    /** What uploaded files may take. */
    readonly uploadLimits?: UploadLimits;
    /** The documents that are answered; all without it. */
    readonly safelist?: Safelist | undefined;
    /** Who is told of changes; nobody without it. */
    readonly webhooks?: WebhookSettings;
    /** Whether it asks what people ask most before it is ready. */
    readonly plansAhead?: boolean;
    /** How often the clock is read while anybody waits for changes; milliseconds. */
    readonly lookEveryMs?: number;
  };

/** The HTTP server over a graph, not yet listening. Closing it waits for the answers in progress. */
export async function createServer(graph: Graph, config: ServerConfig): Promise<FastifyInstance> {
  const { trustedProxies = [], rateLimit = 0 } = config;
  const app = fastify({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    logger: logOptions(config.logLevel, config.logTo),
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: REQUEST_TIMEOUT_MS, connectionsCheckingInterval: CHECK_EVERY_MS },
    connectionTimeout: IDLE_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
  });
  requireNeeds(app);
  const silent = silentConnections(app);
  measureRequests(app);
  let isStopping = false;
  app.addHook('onRequest', async (_request, reply) => {
    if (isStopping) return refuse(reply, 503, 'STOPPING', 'The server is stopping.');
  });
  // A client that is answered after the stop would keep its connection, and the server would wait for that.
  app.addHook('onSend', async (_request, reply, payload) => {
    if (isStopping) reply.header('connection', 'close');
    return payload;
  });
  app.addHook('preClose', async () => {
    isStopping = true;
    for (const socket of silent) socket.destroy();
    setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref();
  });
  app.removeContentTypeParser('text/plain');
  readJsonBodies(app);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(refuseUnknown);
  const refuseOtherMethods = methodsRefused(app);
  await app.register(helmet, {
    contentSecurityPolicy: { directives: EDITOR_POLICY },
    // It is for whoever speaks TLS to say, and that is a proxy.
    strictTransportSecurity: false,
  });
  await allowOrigins(app, config.corsOrigins);
  answerUnchanged(app);
  answerHead(app);
  readEncodingNames(app);
  await app.register(compress, { requestEncodings: [...REQUEST_ENCODINGS] });
  stopUnpacking(app);
  const schema = createSchema();
  let isPlanned = !config.plansAhead;
  if (config.plansAhead)
    app.addHook('onListen', async () => {
      void planAhead(schema, graph).then(() => {
        isPlanned = true;
      });
    });
  app.get('/healthz', { config: { needs: 'NOTHING', cost: 0 } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'up' };
  });
  app.get('/readyz', { config: { needs: 'NOTHING', cost: 0 } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    if (!isPlanned) return refuse(reply, 503, 'STARTING', 'The server has begun to plan its statements.');
    if (await graph.isReady()) return { status: 'ready' };
    return refuse(reply, 503, 'GRAPH_UNAVAILABLE', API_ERRORS.GRAPH_UNAVAILABLE);
  });
  graph.onAvailability((isUp) => {
    if (isUp) app.log.warn('The graph answers again.');
    else app.log.error('The graph does not answer.');
  });
  const { importFolder, uploadLimits } = config;
  const imports = importFolder ? new Imports(graph, importFolder, faultLog(app.log), uploadLimits) : undefined;
  const watch = new Watch(graph, config.lookEveryMs ?? LOOK_EVERY_MS);
  const webhooks = config.webhooks && new Webhooks(graph, config.webhooks, app.log);
  // Whoever is told of a change asks for it: nothing is sent before the server answers.
  app.addHook('onListen', async () => webhooks?.follow(watch));
  app.addHook('preClose', async () => webhooks?.stop());
  const apiKeys = new ApiKeys(graph);
  const readAudit = new ReadAudit(graph, config.readAuditDays);
  const openIdIssuer = config.openId && new OpenIdIssuer(config.openId);
  const isKnown = admitSenders(app, { ...config, apiKeys, openIdIssuer }, refuse);
  const states = new WeakMap<FastifyReply, Promise<Published | Error>>();
  const stateFor = (reply: FastifyReply) => {
    const state = states.get(reply) ?? publishedState(graph).catch((error: Error) => error);
    states.set(reply, state);
    return state;
  };
  // The context of a request, once it is noted where it was sent by who may see more than what is public.
  const contextOf = async (reply: FastifyReply, reading: ReadRequest | null = readingOf(reply.request)) => {
    const reader = new Reader(graph, abortedWith(reply));
    const state = await stateFor(reply);
    const { sender } = reply.request;
    const { actor } = sender;
    const { clearance, grants } = readingRightsOf(sender);
    if (reading) await readAudit.note(sender, { clearance, grants }, reading);
    const mayWrite = actor !== null && isPermitted(sender, 'WRITE');
    const editor = mayWrite ? new Editor(actor, graph, sender) : undefined;
    const through = state instanceof Error ? state : state.through;
    return new Context(reader, clearance, through, editor, { apiKeys, readAudit, imports, webhooks }, grants);
  };
  const [charge, turns] = [chargeUpTo(rateLimit), new FairTurns(config.turns)];
  const settle = () => settledState(graph);
  const serving = { contextOf, stateFor, settle, isKnown, refuse, charge, turns };
  app.addHook('onSend', async (_request, reply, payload) => {
    serving.turns.end(reply);
    return payload;
  });
  delayRefusals(app);
  const refuseBy = refusalOf(app, serving);
  app.addHook('onRequest', async (request, reply) => {
    try {
      await serving.charge(reply, costOfRoute(request));
    } catch (error) {
      return refuseBy(reply, error);
    }
  });
  await serveEditor(app);
  serveDossier(app, serving, config.makeDocument);
  serveExports(app, serving);
  serveUploads(app, serving);
  serveReports(app, serving);
  serveTemplates(app, refuse);
  await serveChanges(app, watch, serving);
  await serveReconciliation(app, serving);
  await serveGraphql(app, schema, config, serving, readAudit);
  refuseOtherMethods();
  // Last, so that streams have ended by then.
  app.addHook('preClose', async () => {
    for (const { id, actor } of (await imports?.stop(GRACE_MS)) ?? [])
      app.log.warn(`The import ${id} of ${actor} was interrupted. Start the same import again to finish it.`);
  });
  return app;
}

/** What the audit keeps of a request outside GraphQL. */
const readingOf = ({ method, routeOptions, url, body }: FastifyRequest): ReadRequest => ({
  route: `${method} ${routeOptions.url}`,
  content: body instanceof Readable ? [url] : [url, body],
});

/** Connections that never spoke: they are not idle to Node, and would keep the server open. */
function silentConnections(app: FastifyInstance): Set<Socket> {
  const silent = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', (request) => silent.delete(request.socket));
  return silent;
}

/** What the query editor needs and no more; it talks to nobody but us. */
const EDITOR_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

/** Calls back when the client disconnects before its answer is complete; work for it may stop. */
function abortedWith(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new ApiError('ABORTED', API_ERRORS.ABORTED));
  });
  return controller.signal;
}
