import { setTimeout as pause } from 'node:timers/promises';
import { type GraphQLSchema, graphql } from 'graphql';
import { Context } from '../context.js';
import { type Graph, Reader } from '../graph/graph.js';
import { levelsUpTo } from '../model/access.rules.js';
import { publishedThrough } from '../writing/change/clock.js';

/**
 * What people ask most, asked once after a start: Neo4j plans a statement on its first use, which takes a second for the
 * longer ones. Statements are the same for all readers without grants, and nobody is told the answers.
 */

/** A server is ready after that time, whatever is planned by then; milliseconds. */
const PATIENCE_MS = 30_000;

const SOURCES = 'citations { report { id title } }';
const RANGE = 'range { first last }';
const NAMES = 'id name names { value }';
const RECORDS = '{ nodes { id } }';

/** Records that the questions are about: the first of each list. */
const SOME_RECORDS = `{ units(first: 1) { totalCount nodes { id name } } people(first: 1) ${RECORDS} incidents(first: 1) { nodes { id ${RANGE} } } }`;

export const QUESTIONS = [
  `query ($unit: ID!) { unit(id: $unit) { ${NAMES} facts { value }
    postings { totalCount nodes { role person { id name } ${SOURCES} } }
    superiorLinks { nodes { superior { id name } ${SOURCES} } } subordinateLinks { nodes { subordinate { id name } ${SOURCES} } }
    positionings { nodes { location { id name } ${SOURCES} } } attributions { nodes { by { id name } ${SOURCES} } }
  } whole: unit(id: $unit) { id kinds } }`,
  `query ($person: ID!) { person(id: $person) { ${NAMES} postings { nodes { role unit { id name } ${SOURCES} } }
    attributions { nodes { by { id name } ${SOURCES} } } findings { nodes { id title } } } }`,
  `query ($incident: ID!) { incident(id: $incident) { id title ${RANGE} location { id name } ${SOURCES}
    attributions { nodes { to { ... on Unit { id name } ... on Person { id name } } by { id name } ${SOURCES} } } findings { nodes { id title } } } }`,
  `query ($unit: ID!, $on: Date!) { unit(id: $unit) {
    above: chainOfCommand(on: $on) { levels { units { unit { id name } links { kind ${SOURCES} } posts { role person { id name } } gaps } } }
    below: chainOfCommand(on: $on, direction: DOWN) { levels { units { unit { id name } } } }
    postings(on: $on) { nodes { role person { id name } } } superiorLinks(on: $on) { nodes { superior { id name } } } } }`,
  'query ($incident: ID!) { incident(id: $incident) { commandResponsibility { people { person { id name } elements { element grade } } } } }',
  `{ search(text: "brigade") { matched record { id ... on Entity { name } } } people(filter: { name: "a" }) { totalCount nodes { id name } }
    findings { totalCount nodes { id title about { ... on Unit { id name } ... on Person { id name } } ${SOURCES} } } reports { totalCount nodes { id title } } locations ${RECORDS} bodies ${RECORDS} }`,
  'query ($unit: ID!) { node(id: $unit) { id ... on Entity { name } } }',
  '{ changes(first: 1) { nodes { recordId } } }',
];

interface Listed {
  readonly nodes: readonly { readonly id: string; readonly range?: { readonly first: string } | null }[];
}

/** Resolves when Neo4j has planned the statements, or will not in time. It never fails: whoever asks first then waits. */
export async function planAhead(schema: GraphQLSchema, graph: Graph): Promise<void> {
  await Promise.race([planAll(schema, graph).catch(() => undefined), pause(PATIENCE_MS, undefined, { ref: false })]);
}

async function planAll(schema: GraphQLSchema, graph: Graph): Promise<void> {
  const through = await publishedThrough(graph);
  const ask = (source: string, variableValues = {}) => {
    const contextValue = new Context(new Reader(graph), levelsUpTo('PUBLIC'), through);
    return graphql({ schema, source, variableValues, contextValue });
  };
  const { data } = await ask(SOME_RECORDS);
  const [units, people, incidents] = ['units', 'people', 'incidents'].map((name) => data?.[name] as Listed | undefined);
  const [incident] = incidents?.nodes ?? [];
  const variables = {
    unit: units?.nodes[0]?.id ?? 'unit',
    person: people?.nodes[0]?.id ?? 'person',
    incident: incident?.id ?? 'incident',
    on: /^\d{4}-\d{2}-\d{2}$/.test(incident?.range?.first ?? '') ? incident?.range?.first : '2022-01-01',
  };
  for (const question of QUESTIONS) await ask(question, variables);
}
