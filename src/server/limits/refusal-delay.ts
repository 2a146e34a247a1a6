import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/**
 * A client that was refused because it asks too much, and asks again at once, would have the server refuse without end, and
 * others wait for that. It has its refusal only after a while.
 */

/** How long a refusal waits; milliseconds. */
const DELAY_MS = 100;
/** How many wait at once: more would fill the memory where one connection sends many requests at a time. */
const MOST_AT_ONCE = 1_000;

/** Lets each answer of the status 429 wait. Where too many do, it goes at once and closes its connection. */
export function delayRefusals(app: FastifyInstance, mostAtOnce = MOST_AT_ONCE): void {
  let waiting = 0;
  app.addHook('onSend', async (_request, reply, payload) => {
    if (reply.statusCode !== 429) return payload;
    if (waiting >= mostAtOnce) {
      reply.header('connection', 'close');
      return payload;
    }
    waiting += 1;
    await pause(DELAY_MS);
    waiting -= 1;
    return payload;
  });
}
