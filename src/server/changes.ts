import { Readable } from 'node:stream';
import { fastifySSE } from '@fastify/sse';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openChanges } from '../exchange/sync/changes-json-lines.js';
import { readChangesRequest } from '../exchange/sync/changes-request.js';
import { cursorAt, type Watch } from '../exchange/sync/watch.js';
import { ConcurrencyLimit } from './limits/concurrency-limit.js';
import { refusalOf, type Serving, whileKnown } from './serving.js';

/** `GET /changes`: changes since a cursor, as JSON lines. `GET /changes/stream`: an event for each new state. */

/** Most feeds and most streams that a process sends at once. */
const MOST_FEEDS = { ofAll: 16, ofOne: 8 };
export const MOST_STREAMS = { ofAll: 100, ofOne: 10 };

/** A feed reads every record that has changed; points. */
const FEED_COST = 1_000;

/** How often a silent stream sends a sign of life, so that no proxy cuts it; milliseconds. */
const HEARTBEAT_MS = 15_000;

interface ChangesRoute {
  readonly Querystring: Readonly<Record<string, unknown>>;
}

export async function serveChanges(
  app: FastifyInstance,
  watch: Watch,
  serving: Serving,
  heartbeatMs = HEARTBEAT_MS,
): Promise<void> {
  const { contextOf, refuse } = serving;
  const refused = refusalOf(app, serving);
  const feeds = new ConcurrencyLimit('FEEDS', MOST_FEEDS);
  await app.register(fastifySSE, { heartbeatInterval: heartbeatMs });
  const streams = streamsOf(app, watch, serving);

  app.get<ChangesRoute>('/changes', { config: { needs: 'READ', cost: FEED_COST } }, async (request, reply) => {
    return feeds.refuseOrTake(request, reply, refuse) ?? answer(request, reply).catch((error) => refused(reply, error));
  });

  // A stream is a stream, whatever the client says that it accepts: what we refuse, we refuse in our own words.
  app.get(
    '/changes/stream',
    { exposeHeadRoute: false, sse: 'manual', config: { needs: 'READ' } },
    async (request, reply) => {
      return (
        streams.limit.refuseOrTake(request, reply, refuse) ??
        streams.open(request, reply).catch((error) => refused(reply, error))
      );
    },
  );

  app.head('/changes/stream', { config: { needs: 'READ' } }, async (_request, reply) => {
    const refusal = await contextOf(reply).then(
      () => undefined,
      (error) => refused(reply, error),
    );
    if (refusal) return refusal;
    return reply
      .type('text/event-stream')
      .headers({ 'cache-control': 'no-cache', 'x-accel-buffering': 'no' })
      .send(Readable.from([]));
  });

  async function answer(request: FastifyRequest<ChangesRoute>, reply: FastifyReply) {
    const text = await openChanges(await contextOf(reply), readChangesRequest(request.query));
    return reply
      .type('application/x-ndjson; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(Readable.from(whileKnown(text, request, serving)));
  }
}

/** The open streams of a process. */
function streamsOf(app: FastifyInstance, watch: Watch, { contextOf, isKnown = async () => true }: Serving) {
  const open = new Set<FastifyReply>();
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
    for (const reply of open) reply.sse.close();
  });
  return {
    limit: new ConcurrencyLimit('STREAMS', MOST_STREAMS),
    async open(request: FastifyRequest, reply: FastifyReply): Promise<void> {
      const context = await contextOf(reply);
      let sent = request.headers['last-event-id'];
      const send = (cursor: string): void => {
        // A client that does not read gets the latest state when it reads again, not each earlier one.
        if (cursor === sent || reply.raw.writableNeedDrain) return;
        sent = cursor;
        isKnown(request)
          .then((isGood) =>
            isGood ? reply.sse.send({ id: cursor, event: 'changed', data: { cursor } }) : reply.sse.close(),
          )
          .catch(() => undefined);
      };
      const cursor = await cursorAt(context.reader, context.view());
      if (!reply.sse.isConnected) return;
      // Nothing is awaited from here on, so that a disconnect is noticed. The stream is all that this connection
      // carries and ends with it.
      reply.header('connection', 'close');
      reply.sse.keepAlive();
      reply.sse.sendHeaders();
      if (closing) return reply.sse.close();
      if (cursor !== null) send(cursor);
      const leave = watch.listen(context, send);
      open.add(reply);
      reply.sse.onClose(() => {
        leave();
        open.delete(reply);
      });
    },
  };
}
