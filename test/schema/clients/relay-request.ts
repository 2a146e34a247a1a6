import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { ConcreteRequest } from 'relay-runtime';

/** A question as the compiler of Relay writes it down, for questions without fragments and directives. */
export function relayRequest(schema: GraphQLSchema, text: string): ConcreteRequest {
  const operation = parse(text).definitions[0] as OperationDefinitionNode;
  const name = operation.name?.value ?? '';
  const selections = selectionsOf(schema.getQueryType() as GraphQLObjectType, operation.selectionSet);
  const argumentDefinitions = (operation.variableDefinitions ?? []).map(({ variable }) => ({
    kind: 'LocalArgument',
    name: variable.name.value,
    defaultValue: null,
  }));
  return {
    kind: 'Request',
    fragment: {
      kind: 'Fragment',
      name,
      type: 'Query',
      metadata: null,
      abstractKey: null,
      argumentDefinitions,
      selections,
    },
    operation: { kind: 'Operation', name, argumentDefinitions, selections },
    params: { cacheID: text, id: null, metadata: {}, name, operationKind: 'query', text },
  } as unknown as ConcreteRequest;
}

const selectionsOf = (parent: GraphQLObjectType, { selections }: SelectionSetNode): object[] =>
  selections
    .filter((one) => one.kind === Kind.FIELD)
    .map((field) => selectionOf(field, parent.getFields()[field.name.value]?.type as GraphQLOutputType));

function selectionOf(field: FieldNode, type: GraphQLOutputType): object {
  const own = {
    alias: field.alias?.value ?? null,
    name: field.name.value,
    args: field.arguments?.map(argumentOf),
    storageKey: null,
  };
  const named = getNamedType(type);
  if (isLeafType(named)) return { ...own, kind: 'ScalarField' };
  if (!isObjectType(named) || !field.selectionSet)
    throw new Error(`Expected fields of an object type; got ${named.name}.`);
  const plural = isListType(getNullableType(type));
  return {
    ...own,
    kind: 'LinkedField',
    concreteType: named.name,
    plural,
    selections: selectionsOf(named, field.selectionSet),
  };
}

function argumentOf({ name, value }: ArgumentNode): object {
  if (value.kind === Kind.VARIABLE) return { kind: 'Variable', name: name.value, variableName: value.name.value };
  return { kind: 'Literal', name: name.value, value: valueFromASTUntyped(value) };
}
