import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import { API_ERRORS, ApiError, type ApiErrorCode } from '../model/errors.js';
import { isOfVariable } from './limits/operation-cost.js';
import type { FaultLog } from './log.js';

/** The one place where an error becomes the answer to a client: never a stack, a statement or a host name. */

/** `schemaIsHidden`: no error says a word of the schema that the client has not said. */
export function errorFormatter(faultOf: FaultLog, schemaIsHidden = false) {
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
    const code = graphqlCode(formatted, error, cause);
    if (code !== undefined) return answer(code, schemaIsHidden ? withoutSchema(code, message, error) : message);
    return answer('INTERNAL_SERVER_ERROR', faultOf(cause));
  };
}

/** The code of an error of GraphQL itself, which is the client's to mend; undefined where the fault is ours. */
function graphqlCode({ extensions }: GraphQLFormattedError, error: unknown, cause: unknown): string | undefined {
  const code = extensions?.code;
  if (cause instanceof GraphQLError && typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') return code;
  // A variable may be null where an argument may not, which shows as the operation runs.
  const isOfArgument = cause instanceof GraphQLError && cause.nodes !== undefined && /^Argument "/.test(cause.message);
  return isOfArgument || isOfVariable(error) ? 'BAD_USER_INPUT' : undefined;
}

/** What GraphQL says of a document or a variable names types, fields and arguments. */
function withoutSchema(code: string, message: string, error: unknown): string {
  const HIDDEN = 'This server hides its schema (INTROSPECTION=off).';
  if (isOfVariable(error)) {
    const [definition] = error.nodes ?? [];
    const name = definition?.kind === Kind.VARIABLE_DEFINITION ? definition.variable.name.value : '';
    return `Expected a value that fits the variable $${name}; got another. ${HIDDEN}`;
  }
  if (code === 'GRAPHQL_VALIDATION_FAILED' || code === 'BAD_USER_INPUT')
    return `Expected a document that fits the schema; this one does not here. ${HIDDEN}`;
  return message;
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
