import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../context.js';
import { errorFormatter } from './errors.js';
import { faultLog } from './log.js';

/** What the addresses beside `/graphql` share: the context of a request, and how they refuse one. */

export interface Serving {
  /** The context of a request, which ends when its client is gone. */
  readonly contextOf: (reply: FastifyReply) => Promise<Context>;
  readonly refuse: (reply: FastifyReply, status: number, code: string, message: string) => FastifyReply;
}

/** The HTTP status of each error that is not our fault. */
const STATUS: Readonly<Record<string, number>> = {
  BAD_INPUT: 400,
  BAD_CURSOR: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  BUSY: 503,
  GRAPH_UNAVAILABLE: 503,
  TIMEOUT: 504,
  STORAGE_FULL: 507,
  // Nobody reads it.
  ABORTED: 499,
};

/** Answers an error with its status, in the words that a client may read. */
export function refusalOf(app: FastifyInstance, { refuse }: Serving) {
  const formatError = errorFormatter(faultLog(app.log));
  return (reply: FastifyReply, error: unknown): FastifyReply => {
    const { message, extensions } = formatError({ message: '' }, error);
    const code = String(extensions?.code);
    return refuse(reply, STATUS[code] ?? 500, code, message);
  };
}
