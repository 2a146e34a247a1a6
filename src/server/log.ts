import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify';
import { currentTraceId } from '../graph/telemetry/instruments.js';

/**
 * What the log holds: of a request its method and path, of an error its type, code, stack and the words of its message.
 * No header, no parameter, no address of a client, and no value out of the graph or a request is written.
 */

/** Where lines go. */
export interface LogStream {
  write(line: string): void;
}

export const logOptions = (level: string, stream?: LogStream): FastifyServerOptions['logger'] => ({
  level,
  ...(stream && { stream }),
  // A line leads to the trace of the request under which it was written.
  mixin: () => {
    const trace = currentTraceId();
    return trace === undefined ? {} : { trace };
  },
  serializers: {
    req: ({ method, url }: { readonly method: string; readonly url: string }) => ({ method, url: pathOf(url) }),
    res: ({ statusCode }: { readonly statusCode?: number }) => ({ statusCode }),
    err: errorDetails as never,
  },
  hooks: {
    // The log would repeat the message of an error, with its values, as the message of the line.
    logMethod(parts, method) {
      const [first, message, ...rest] = parts as unknown[];
      const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err;
      const isRepeated = error instanceof Error && (message === undefined || message === error.message);
      const line = first instanceof Error ? { err: first } : first;
      const words = isRepeated ? withoutValues(error.message) : message;
      method.apply(this, [line, ...(words === undefined ? [] : [words]), ...rest] as never);
    },
  },
});

/** A path without its parameters. */
export const pathOf = (url: string): string => url.split('?')[0] ?? url;

/** How many causes of causes are written. */
const DEEPEST_CAUSE = 4;

/** An error as the log shows it. */
export function errorDetails(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, gqlStatus, cause, errors } = error as Error & Record<'code' | 'gqlStatus' | 'errors', unknown>;
  const further = (one: unknown) => errorDetails(one, depth + 1);
  const isDeep = depth >= DEEPEST_CAUSE;
  return {
    type: error.constructor.name,
    message: withoutValues(error.message),
    ...(isCode(code) && { code }),
    ...(isCode(gqlStatus) && { gqlStatus }),
    stack: framesOf(error),
    ...(!isDeep && cause instanceof Error && { cause: further(cause) }),
    ...(!isDeep && Array.isArray(errors) && { errors: errors.slice(0, 5).map(further) }),
  };
}

const isCode = (code: unknown): boolean => typeof code === 'number' || /^[\w.-]{1,100}$/.test(String(code ?? ''));

/**
 * The words of a message without the values that it quotes: Neo4j quotes property values and parameters, parsers quote
 * what they read. A value may hold quotation marks itself, so nothing stays from the first one on.
 */
export const withoutValues = (message: string): string => message.replace(/["'“‘«([{].*$/s, '…').slice(0, 500);

/** The lines of a stack that name code; before them stands the message. */
const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^ {4}at .*(?::\d+:\d+|<anonymous>)\)?$/.test(line))
    .join('\n');

/** The log for a package that writes texts of its own. */
export const wordsLog = (log: FastifyBaseLogger) => {
  const by = (level: 'debug' | 'info' | 'warn' | 'error') => (message?: unknown) =>
    log[level](message instanceof Error ? { err: message } : {}, withoutValues(String(message)));
  return { debug: by('debug'), info: by('info'), warn: by('warn'), error: by('error') };
};

/** What a client reads where the fault is ours. */
export type FaultLog = (error: unknown) => string;

/** Writes errors that are our fault, and gives the sentence with the reference under which the log has each. */
export const faultLog =
  (log: FastifyBaseLogger): FaultLog =>
  (error) => {
    const reference = randomUUID();
    log.error({ reference, err: error }, 'A fault of ours.');
    return `Something went wrong on our side; the log has it under ${reference}.`;
  };

/** How often the log counts what anybody can cause; milliseconds. */
export const COUNT_EVERY_MS = 60_000;

/** Writes the first of something at once, and after that how often it came, at most once in a while. */
export function countedLine(write: (count: number) => void, everyMs = COUNT_EVERY_MS): () => void {
  let count = 0;
  let isWaiting = false;
  const tell = () => {
    isWaiting = count > 0;
    if (!isWaiting) return;
    write(count);
    count = 0;
    setTimeout(tell, everyMs).unref();
  };
  return () => {
    count += 1;
    if (!isWaiting) tell();
  };
}
