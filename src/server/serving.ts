import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReadRequest } from '../accounts/reads.js';
import type { Context } from '../context.js';
import type { Published } from '../writing/change/clock.js';
import { errorFormatter } from './errors.js';
import type { FairTurns } from './limits/fair-turns.js';
import type { Charge } from './limits/rate-limit.js';
import { faultLog } from './log.js';
import { RETRY_AFTER_S } from './refusal.js';

/** What the addresses beside `/graphql` share: the context of a request, and how they refuse one. */

export interface Serving {
  /**
   * The context of a request, which ends when its client is gone. The audit of reads has what was read, unless it is null,
   * by then.
   */
  readonly contextOf: (reply: FastifyReply, reading?: ReadRequest | null) => Promise<Context>;
  /** The state of the graph for a request, read once; an error where it cannot be read. */
  readonly stateFor: (reply: FastifyReply) => Promise<Published | Error>;
  /** The state of the graph once no change is on its way into it. */
  readonly settle: () => Promise<Published>;
  /** Whether the sender of a request that lasts is still known: a key may be revoked, or expire. */
  readonly isKnown?: (request: FastifyRequest) => Promise<boolean>;
  readonly refuse: (reply: FastifyReply, status: number, code: string, message: string) => FastifyReply;
  readonly charge: Charge;
  readonly turns: FairTurns;
}

/** How often a long answer asks whether its sender is still known; milliseconds. */
const KNOWN_FOR_MS = 1_000;

/** The pieces of an answer, as long as its sender is known: whoever is revoked gets no further one, and a broken answer. */
export async function* whileKnown(
  pieces: AsyncIterable<string>,
  request: FastifyRequest,
  { isKnown = async () => true }: Pick<Serving, 'isKnown'>,
  now = Date.now,
): AsyncGenerator<string> {
  let askedAt = now();
  for await (const piece of pieces) {
    if (now() - askedAt > KNOWN_FOR_MS) {
      if (!(await isKnown(request))) throw new Error('The sender is not known any more.');
      askedAt = now();
    }
    yield piece;
  }
}

/** The HTTP status of each error that is not our fault. */
const STATUS: Readonly<Record<string, number>> = {
  BAD_INPUT: 400,
  BAD_CURSOR: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  TOO_MANY_OPERATIONS: 429,
  UPLOADS_FULL: 413,
  DOCUMENT_TOO_LARGE: 422,
  BUSY: 503,
  GRAPH_UNAVAILABLE: 503,
  TIMEOUT: 504,
  STORAGE_FULL: 507,
  // Nobody reads it.
  ABORTED: 499,
};

/** Answers an error with its status, in the words that a client may read. */
export function refusalOf(app: FastifyInstance, { refuse }: Pick<Serving, 'refuse'>) {
  const formatError = errorFormatter(faultLog(app.log));
  return (reply: FastifyReply, error: unknown): FastifyReply => {
    const { message, extensions } = formatError({ message: '' }, error);
    const code = String(extensions?.code);
    if (STATUS[code] === 429 && !reply.hasHeader('retry-after')) reply.header('retry-after', RETRY_AFTER_S);
    return refuse(reply, STATUS[code] ?? 500, code, message);
  };
}
