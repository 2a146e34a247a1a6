import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import { ApiError, type ApiErrorCode } from '../../model/errors.js';

/** What a single operation may cost. Without these limits one query of 470 bytes exhausts the heap of the process. */

/** Longest document in tokens; the largest question of the README has about 300. */
export const MAX_TOKENS = 2_000;
/** Most fields once fragments are spread; stops a document that is short and spreads itself into millions. */
export const MAX_SELECTIONS = 10_000;
const MAX_ALIASES = 30;
const MAX_DIRECTIVES = 20;
/** Largest request body; a question with its variables is far below. */
export const MAX_BODY_BYTES = 256 * 1_024;

/** An operation that is refused before it runs. */
export function refusal(code: ApiErrorCode, message: string, status = 400): GraphQLError {
  // The error below keeps its code where Apollo gives validation errors one of its own.
  return new GraphQLError(message, {
    originalError: new ApiError(code, message),
    extensions: { code, http: { status } },
  });
}

/** Rules that look at the document alone; what depends on variables is checked in operation-cost.ts, since validation is cached per document. */
export function limitRules(maxDepth: number): ValidationRule[] {
  const rejecting = (code: ApiErrorCode, message: string) => ({
    propagateOnRejection: false,
    onReject: [(context: ValidationContext | null) => context?.reportError(refusal(code, message))],
  });
  const rules = [
    maxDepthRule({
      n: maxDepth,
      flattenFragments: true,
      ...rejecting('QUERY_TOO_DEEP', `Expected an operation of at most ${maxDepth} levels; this one nests deeper.`),
    }),
    maxAliasesRule({
      n: MAX_ALIASES,
      allowList: [],
      ...rejecting(
        'QUERY_TOO_EXPENSIVE',
        `Expected at most ${MAX_ALIASES} aliases in an operation; this one has more.`,
      ),
    }),
    maxDirectivesRule({
      n: MAX_DIRECTIVES,
      ...rejecting(
        'QUERY_TOO_EXPENSIVE',
        `Expected at most ${MAX_DIRECTIVES} directives in an operation; this one has more.`,
      ),
    }),
  ];
  return rules as unknown as ValidationRule[];
}
