import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
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
} from 'graphql';
import { type ComplexityEstimator, type ComplexityEstimatorArgs, getComplexity } from 'graphql-query-complexity';
import type { Context } from '../../context.js';
import { ApiError } from '../../model/errors.js';
import { MAX_SELECTIONS, refusal } from './document-limits.js';

const DEFAULT_PAGE = 20;
/** What a list without a page size is taken to hold: citations, names, levels of a chain. */
const SHORT_LIST = 3;
/** An answer over a case file reads everything above an incident, in three statements. */
const CASE_FILE_COST = 1_000;
/** A count runs a statement over the whole list. */
const COUNT_COST = 5;

/** A list at the root is filtered and put in order as a whole, whatever its page. */
const ROOT_LIST_COST = 50;

/**
 * What a field costs beside the records that it gives, by type and field. One point stands for some 25 `db hits` of Neo4j,
 * or for a tenth of a millisecond of the server: measured over the seed data, warm.
 */
export const WORK: Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => number>> = {
  // Every name that shares a word is compared, up to five hundred.
  'Query.search': () => 200,
  'Query.pathsBetween': ({ maxLength }) => PATH_COSTS[Number(maxLength) - 1] ?? Math.max(...PATH_COSTS),
  // Everybody is assessed once more for each source that is left out.
  'Incident.dependence': () => 12_000,
  'Incident.compare': () => CASE_FILE_COST,
  'Unit.chainOfCommand': () => 20,
  'Person.unitsUnderCommand': () => 50,
  'Incident.candidates': () => 100,
};

/** Of paths of at most one step, two … eight: each more looks at the neighbours of all that were reached before. */
const PATH_COSTS: readonly number[] = [300, 600, 1_200, 2_000, 3_000, 4_000, 5_000, 6_000];

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/** Answers to questions over a case file say what they rest on. */
function isAnswer(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && 'basis' in named.getFields();
}

/** The work of a field and one point for each record that an answer may hold: a page counts as often as its size allows, a short list three times. */
export const fieldCost: ComplexityEstimator = (options) => workOf(options) + recordCost(options);

function workOf({ type, field, args }: ComplexityEstimatorArgs): number {
  const work = WORK[`${type.name}.${field.name}`];
  if (work) return work(args);
  return type.name === 'Query' && getNamedType(field.type).name.endsWith('Connection') ? ROOT_LIST_COST : 0;
}

const recordCost = ({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number => {
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

/**
 * Refuses an operation, before it runs, whose cost with its actual variables is beyond the limit of an operation, or, as
 * `charge` says by an `ApiError`, of its client. Every answer gives the cost. `onAdmitted` is called, and waited for, before
 * an operation runs that is not refused.
 */
export function costPlugin(
  maxCost: number,
  charge: (context: Context, cost: number) => Promise<void>,
  onAdmitted: (admitted: GraphQLRequestContext<Context>) => Promise<void>,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let requested: number | undefined;
      return {
        async didResolveOperation(resolved) {
          const { schema, document, operation, request, operationName, contextValue } = resolved;
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
          const cost = Math.ceil(
            getComplexity({
              schema,
              query: document,
              variables,
              operationName: operationName ?? undefined,
              estimators: [fieldCost],
              maxQueryNodes: MAX_SELECTIONS,
            }),
          );
          requested = cost;
          if (cost > maxCost)
            throw refusal(
              'QUERY_TOO_EXPENSIVE',
              `Expected an operation that costs at most ${maxCost} points; this one costs ${cost}. Ask for smaller pages or fewer levels; a list without a page size counts as a page of ${DEFAULT_PAGE}, also inside another list.`,
            );
          await charge(contextValue, cost).catch((error: unknown) => {
            throw error instanceof ApiError ? refusal(error.code, error.message, 429) : error;
          });
          await onAdmitted(resolved);
        },
        // The same for the same operation, whoever sends it: answers stay the same bytes. What is left is in a header.
        async willSendResponse({ response: { body } }) {
          if (requested === undefined || body.kind !== 'single') return;
          const { singleResult } = body;
          singleResult.extensions = { ...singleResult.extensions, cost: { requested, limit: maxCost } };
        },
      };
    },
  };
}
