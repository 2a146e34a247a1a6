import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Serving } from '../serving.js';
import { clientOf } from './client.js';

/** When a client may retry after a limit was reached; seconds. */
const RETRY_AFTER_S = 10;

/** How many answers of a kind may be in progress at once. */
interface Most {
  readonly ofAll: number;
  /** Of one client. */
  readonly ofOne: number;
}

/** Limits how many answers are in progress at once, for all clients and for each, so that none takes the places of the others. */
export class ConcurrencyLimit {
  private readonly activeByClient = new Map<string, number>();
  private active = 0;

  /** `what` is in the plural: `EXPORTS`. */
  constructor(
    private readonly what: string,
    private readonly most: Most,
  ) {}

  /** Takes a place until the answer is complete or its client disconnects; without a free one it refuses, and gives the refusal. */
  refuseOrTake(request: FastifyRequest, reply: FastifyReply, refuse: Serving['refuse']): FastifyReply | undefined {
    const { ofAll, ofOne } = this.most;
    const client = clientOf(request);
    const own = this.activeByClient.get(client) ?? 0;
    if (own >= ofOne) return this.refusal(reply, refuse, 429, `${ofOne} ${this.what.toLowerCase()} of yours`);
    if (this.active >= ofAll) return this.refusal(reply, refuse, 503, `${ofAll} ${this.what.toLowerCase()}`);
    // The `close` of a client that is gone came before anybody listened: its place would never be free again.
    if (reply.raw.destroyed) return undefined;
    this.change(client, 1);
    reply.raw.once('close', () => this.change(client, -1));
    return undefined;
  }

  private change(client: string, by: 1 | -1): void {
    this.active += by;
    const own = (this.activeByClient.get(client) ?? 0) + by;
    if (own > 0) this.activeByClient.set(client, own);
    else this.activeByClient.delete(client);
  }

  private refusal(reply: FastifyReply, refuse: Serving['refuse'], status: 429 | 503, which: string): FastifyReply {
    return refuse(
      reply.header('retry-after', RETRY_AFTER_S),
      status,
      `TOO_MANY_${this.what}`,
      `${which} are in progress, which is the limit. Try again in ${RETRY_AFTER_S} seconds.`,
    );
  }
}
