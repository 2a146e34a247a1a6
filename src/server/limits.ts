import type { ApolloServerPlugin } from '@apollo/server';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  GraphQLError,
  type GraphQLOutputType,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { ApiError, type ApiErrorCode } from '../model/errors.js';

/** What a single operation may cost. Without these limits one query of 470 bytes exhausts the heap of the process. */

/** Longest document in tokens; the largest question of the README has about 300. */
export const MAX_TOKENS = 2_000;
/** Most fields once fragments are spread; stops a document that is short and spreads itself into millions. */
export const MAX_SELECTIONS = 10_000;
const MAX_ALIASES = 30;
const MAX_DIRECTIVES = 20;
/** Largest request body; a question with its variables is far below. */
export const MAX_BODY_BYTES = 256 * 1_024;

const DEFAULT_PAGE = 20;
/** What a list without a page size is taken to hold: citations, names, levels of a chain. */
const SHORT_LIST = 3;
/** An answer over a case file reads everything above an incident, in three statements. */
const CASE_FILE_COST = 1_000;
/** A count runs a statement over the whole list. */
const COUNT_COST = 5;

function refusal(code: ApiErrorCode, message: string): GraphQLError {
  // The error below keeps its code where Apollo gives validation errors one of its own.
  return new GraphQLError(message, {
    originalError: new ApiError(code, message),
    extensions: { code, http: { status: 400 } },
  });
}

/** Rules that look at the document alone; what depends on variables is checked in `costPlugin`, since validation is cached per document. */
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

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Answers to questions over a case file say what they rest on. */
function isAnswer(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && 'basis' in named.getFields();
}

/** One point for each record that an answer may hold, and a thousand for a case file: a page counts as often as its size allows, a short list three times. */
export const recordCost: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  if (field.name === 'totalCount') return COUNT_COST;
  if (!isCompositeType(getNamedType(field.type))) return 0;
  const each = 1 + childComplexity + (isAnswer(field.type) ? CASE_FILE_COST : 0);
  const pageSize = Math.max(1, args.first ?? args.last ?? 0);
  if (getNamedType(field.type).name.endsWith('Connection'))
    return each * (args.first || args.last ? pageSize : DEFAULT_PAGE);
  if (!isList(field.type) || type.name.endsWith('Connection')) return each;
  if (Array.isArray(args.ids)) return each * args.ids.length;
  return each * (args.first ? pageSize : SHORT_LIST);
};

/** How many faults of variables are told; the execution of GraphQL stops at as many. */
const MOST_FAULTS_OF_VARIABLES = 50;

/** Whether an error is about the value of one variable; others are about all of them, or about how they were read. */
export const isOfVariable = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;

/** Refuses an operation, before it runs, whose cost with its actual variables is beyond the limit. */
export function costPlugin(maxCost: number): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, operationName }) {
          const variables = request.variables ?? {};
          const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables, {
            maxErrors: MOST_FAULTS_OF_VARIABLES,
          });
          if (errors && !errors.every(isOfVariable))
            throw refusal(
              'BAD_INPUT',
              `Expected variables that fit their types; got values that nest too deeply, or more than ${MOST_FAULTS_OF_VARIABLES} that do not fit.`,
            );
          // What does not fit in each is the execution's to tell.
          if (errors) return;
          const cost = getComplexity({
            schema,
            query: document,
            variables,
            operationName: operationName ?? undefined,
            estimators: [recordCost],
            maxQueryNodes: MAX_SELECTIONS,
          });
          if (cost <= maxCost) return;
          throw refusal(
            'QUERY_TOO_EXPENSIVE',
            `Expected an operation that costs at most ${maxCost} (records it may return); this one costs ${Math.round(cost)}. Ask for smaller pages or fewer levels; a list without a page size counts as a page of ${DEFAULT_PAGE}, also inside another list.`,
          );
        },
      };
    },
  };
}
