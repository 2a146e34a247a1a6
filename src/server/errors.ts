import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { API_ERRORS, ApiError, type ApiErrorCode } from '../model/errors.js';
import { isOfVariable } from './limits.js';
import type { FaultLog } from './log.js';

/** The one place where an error becomes the answer to a client: never a stack, a statement or a host name. */

export function errorFormatter(faultOf: FaultLog) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, locations, path } = formatted;
    const answer = (code: string, text: string) => ({
      message: text,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code },
    });
    const cause = causeOf(error);
    if (cause instanceof ApiError) return answer(cause.code, cause.message);
    const clientCode = graphCode(cause);
    if (clientCode) return answer(clientCode, API_ERRORS[clientCode]);
    const code = formatted.extensions?.code;
    if (cause instanceof GraphQLError && typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')
      return answer(code, message);
    if (isOfVariable(error)) return answer('BAD_USER_INPUT', message);
    return answer('INTERNAL_SERVER_ERROR', faultOf(cause));
  };
}

/** The error that a resolver or a scalar threw, without the wrapper of graphql-js. */
function causeOf(error: unknown): unknown {
  const unwrapped = unwrapResolverError(error);
  if (!(unwrapped instanceof GraphQLError) || !unwrapped.originalError) return unwrapped;
  return causeOf(unwrapped.originalError);
}

function graphCode(error: unknown): ApiErrorCode | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return undefined;
  return code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut') ? 'TIMEOUT' : undefined;
}
