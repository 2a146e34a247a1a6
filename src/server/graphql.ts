import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { trace } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { ReadAudit } from '../accounts/reads.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import type { Reader } from '../graph/graph.js';
import { instruments, spanned } from '../graph/telemetry/instruments.js';
import { AnswerCache, type KeptAnswer } from './caching/answer-cache.js';
import { errorFormatter } from './errors.js';
import { limitRules, MAX_SELECTIONS, MAX_TOKENS } from './limits/document-limits.js';
import { FairTurns } from './limits/fair-turns.js';
import { costPlugin } from './limits/operation-cost.js';
import { documentFault, persistedDocuments } from './limits/persisted-documents.js';
import type { Safelist } from './limits/safelist.js';
import { faultLog, wordsLog } from './log.js';
import { RETRY_AFTER_S } from './refusal.js';
import { refusalOf, type Serving } from './serving.js';

/** `/graphql`: GraphQL over HTTP. A query may come by GET as well as by POST; a mutation comes by POST alone. */

type GraphqlConfig = Pick<Config, 'maxQueryCost' | 'maxQueryDepth' | 'introspection'> & {
  /** What answers that are kept may take; bytes. None are kept without it. */
  readonly answerCacheBytes?: number;
  /** The documents that are answered; all without it. */
  readonly safelist?: Safelist | undefined;
};

/** How many errors of a document are told. */
const MOST_FAULTS_OF_DOCUMENT = 5;

/** How many requests look at once whether their answer is kept: they share readings of the clock, and a client alone has all places. */
const LOOKUPS_AT_ONCE = 8;

export async function serveGraphql(
  app: FastifyInstance,
  schema: GraphQLSchema,
  config: GraphqlConfig,
  serving: Serving,
  readAudit: ReadAudit,
): Promise<void> {
  const { contextOf, stateFor, settle, charge, refuse, turns } = serving;
  const lookups = new FairTurns({ atOnce: LOOKUPS_AT_ONCE });
  const answers = new AnswerCache(config.answerCacheBytes ?? 0, settle);
  const costs = new WeakMap<FastifyReply, number>();
  const whole = new WeakSet<FastifyReply>();
  const refuseBy = refusalOf(app, serving);
  // Apollo hands plugins a copy of the context; its reader is the same.
  const replies = new WeakMap<Reader, FastifyReply>();
  const replyOf = ({ reader }: Context): FastifyReply => {
    const reply = replies.get(reader);
    if (!reply) throw new Error('Expected a context of this server.');
    return reply;
  };
  const apollo = new ApolloServer<Context>({
    schema,
    logger: wordsLog(app.log),
    introspection: config.introspection,
    hideSchemaDetailsFromClientErrors: !config.introspection,
    includeStacktraceInErrorResponses: false,
    persistedQueries: { cache: persistedDocuments(config.safelist) },
    // Nothing that a browser sends of its own accord gives a request any right: docs/adr/028.
    csrfPrevention: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    maxRecursiveSelections: MAX_SELECTIONS,
    validationOptions: { maxErrors: MOST_FAULTS_OF_DOCUMENT },
    validationRules: limitRules(config.maxQueryDepth),
    formatError: errorFormatter(faultLog(app.log), !config.introspection),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      costPlugin(
        config.maxQueryCost,
        async (context, cost) => {
          costs.set(replyOf(context), cost);
          await charge(replyOf(context), cost);
        },
        (operation) => noteRead(readAudit, replyOf(operation.contextValue), operation),
      ),
      UNAVAILABLE_PLUGIN,
      MEASURING_PLUGIN,
      tellingWhole((context) => whole.add(replyOf(context))),
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  const answer = fastifyApolloHandler(apollo, {
    context: async (_request: FastifyRequest, reply: FastifyReply) => {
      const context = await contextOf(reply, null);
      replies.set(context.reader, reply);
      return context;
    },
  });
  /** The answer that was given before to a request like this, once its client is charged for it. Throws an `ApiError`. */
  const keptFor = async (request: FastifyRequest, reply: FastifyReply): Promise<KeptAnswer | undefined> => {
    if (request.sender.kind !== 'ANYBODY') return undefined;
    await lookups.take(reply);
    try {
      const state = await stateFor(reply);
      const earlier = state instanceof Error ? undefined : answers.get(request, state);
      if (earlier) await charge(reply, earlier.cost);
      return earlier;
    } finally {
      lookups.end(reply);
    }
  };
  const keep = async (request: FastifyRequest, reply: FastifyReply, body: string): Promise<void> => {
    const state = await stateFor(reply);
    if (request.sender.kind !== 'ANYBODY' || state instanceof Error || !whole.has(reply)) return;
    const contentType = String(reply.getHeader('content-type'));
    answers.keep(request, state, { body, contentType, cost: costs.get(reply) ?? 0 });
  };
  app.route<{ Reply: string }>({
    method: ['GET', 'POST'],
    url: '/graphql',
    config: { needs: 'READ' },
    preHandler: async (request, reply) => {
      const began = performance.now();
      if (request.method === 'POST') reply.header('cache-control', 'no-store');
      const fault = documentFault(request, config.safelist);
      if (fault) return refuse(reply, 400, ...fault);
      try {
        const earlier = await keptFor(request, reply);
        if (earlier) {
          measureOperation(began, 'query', 'OK');
          return reply.header('content-type', earlier.contentType).send(earlier.body);
        }
        await turns.take(reply);
      } catch (error) {
        return refuseBy(reply, error);
      }
    },
    handler: async (request, reply) => {
      const body = await spanned('graphql', {}, async () => answer.call(app, asGet(request), reply));
      if (typeof body === 'string') await keep(request, reply, body);
      return body;
    },
  });
  // Fastify has let its last answers out by then; Apollo's own drain plugin would close Fastify from within its closing.
  app.addHook('onClose', () => apollo.stop());
}

/** Notes an operation that will run, where its sender may see more than what is public. */
const noteRead = (
  readAudit: ReadAudit,
  { request: { sender, method } }: FastifyReply,
  { contextValue, operationName, source, request }: GraphQLRequestContext<Context>,
) =>
  readAudit.note(sender, contextValue, {
    route: `${method} /graphql`,
    operation: operationName,
    content: [source, request.variables ?? {}],
  });

/** An answer that lacks something because the graph does not answer has the status that says so: the client tries again. */
const UNAVAILABLE_PLUGIN: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    async willSendResponse({ response: { body, http } }) {
      const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
      if (!errors.some(({ extensions }) => extensions?.code === 'GRAPH_UNAVAILABLE')) return;
      http.status = 503;
      http.headers.set('retry-after', `${RETRY_AFTER_S}`);
    },
  }),
};

/** Longer names of operations are cut: they are texts of the client. */
const MOST_CHARACTERS = 80;

/** Gives the span of an operation its type and name, and measures it by type and outcome: OK, or the code of its first error. */
const MEASURING_PLUGIN: ApolloServerPlugin<Context> = {
  requestDidStart: async () => {
    const began = performance.now();
    return {
      async didResolveOperation({ operation, operationName }) {
        const name = operationName?.slice(0, MOST_CHARACTERS);
        const type = operation?.operation ?? 'none';
        const attributes = { 'graphql.operation.type': type, 'graphql.operation.name': name };
        trace.getActiveSpan()?.updateName([type, name].filter(Boolean).join(' ')).setAttributes(attributes);
      },
      async willSendResponse({ operation, response: { body } }) {
        const [error] = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        const outcome = error ? String(error.extensions?.code) : 'OK';
        measureOperation(began, operation?.operation ?? 'none', outcome);
      },
    };
  },
};

const measureOperation = (began: number, type: string, outcome: string): void =>
  instruments().operationSeconds.record((performance.now() - began) / 1_000, {
    'graphql.operation.type': type,
    outcome,
  });

/** Tells of each query that was answered without an error. */
const tellingWhole = (tell: (context: Context) => void): ApolloServerPlugin<Context> => ({
  requestDidStart: async () => ({
    async willSendResponse({ operation, contextValue, response: { body } }) {
      if (operation?.operation !== 'query' || body.kind !== 'single') return;
      if (body.singleResult.data && !body.singleResult.errors) tell(contextValue);
    },
  }),
});

/** Apollo knows no HEAD; it answers it as GET, also in that it refuses a mutation. */
const asGet = <R extends { readonly method: string }>(request: R): R =>
  request.method === 'HEAD' ? Object.create(request, { method: { value: 'GET' } }) : request;
