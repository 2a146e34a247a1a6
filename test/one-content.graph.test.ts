import { beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { createSchema } from '../src/schema.js';
import { ask, useGraphToRead } from './support/graph.js';
import { type ArgumentText, Contents, questionsOnAll } from './support/whole-schema.js';

/**
 * Caches of clients keep an object under its type and id, and a field under its name and arguments. So whatever a question
 * asks for, the same field of the same id has the same value under one lens.
 */

useGraphToRead('fictional');
const schema = createSchema();

/** Records of bookkeeping, which have ids of their own. */
const BOOKKEEPING = 'ApiKey Dataset ImportBatch ImportRun Merge NotSame Proposal ReadEntry WebhookDelivery'.split(' ');
/** The id, kind and name of a record, which are the same wherever it is mentioned. */
const SAME_EVERYWHERE = ['Reference'];

test('a type has a field `id` only where the id stands for one content: a part of an answer names its record otherwise', () => {
  const node = schema.getType('Node');
  const others = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => 'id' in type.getFields() && !type.getInterfaces().some((one) => one === node));
  expect(others.map(({ name }) => name).sort()).toEqual([...BOOKKEEPING, ...SAME_EVERYWHERE].sort());
  for (const type of Object.values(schema.getTypeMap()).filter(isInterfaceType))
    if ('id' in type.getFields())
      expect([type.name, getNamedType(type.getFields().id?.type)?.toString()]).toEqual([type.name, 'ID']);
});

const IDS: Readonly<Record<string, string>> = {
  unit: 'unit-fx-u2',
  person: 'person-fx-anders',
  incident: 'incident-fx-i2',
  location: 'location-fx-l2',
  body: 'body-fx-un-commission',
  finding: 'finding-fx-c',
  report: 'report-fx-un-2022',
  node: 'unit-fx-u3',
};

/** Questions that differ in every argument but the lens: day, window, filter, order, size and legal test. */
const QUESTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'of March 2022': {
    ...{ on: '"2022-03-20"', from: '"2022-01-01"', to: '"2022-04-12"', months: '12', days: '30', radius: '35.0' },
    ...{ cover: '[CITED, IMPRECISE, ASSUMED, OPEN, NONE]', framework: 'ROME_STATUTE_28A', first: '2', depth: '20' },
  },
  'of April 2022, in another order': {
    ...{ on: '"2022-04-16"', from: '"2021-06-01"', to: '"2023-12-31"', months: '30', days: '200', radius: '400.0' },
    ...{ cover: '[CITED, OPEN, NONE, ASSUMED]', framework: 'AD_HOC_TRIBUNALS', first: '4', depth: '3' },
    // A question on the incident of one day takes no other day.
    ...{ 'Incident on': 'null', 'Query.commandResponsibility on': 'null', 'Query.notice on': 'null' },
    ...{ includeSubordinates: 'false', direction: 'DOWN', reach: 'COMMAND_PERIOD' },
    ...{
      'Unit.postings orderBy': 'FIRST_DESC',
      'Query.units orderBy': 'NAME_DESC',
      'Query.people orderBy': 'NAME_DESC',
    },
  },
};

/** Arguments that every question has, by their names. */
const EVERYWHERE: Readonly<Record<string, string>> = {
  ids: '["person-fx-berg", "unit-fx-u2", "finding-fx-c"]',
  person: '"person-fx-anders"',
  incident: '"incident-fx-i2"',
  a: '"person-fx-anders"',
  b: '"unit-fx-u1"',
  text: '"Anders"',
  other: '{}',
};

const argumentsFrom =
  (values: Readonly<Record<string, string>>): ArgumentText =>
  ({ name }, field, parent) => {
    const id = name === 'id' && IDS[field] ? `"${IDS[field]}"` : undefined;
    return (
      id ?? values[`${parent}.${field} ${name}`] ?? values[`${parent} ${name}`] ?? values[name] ?? EVERYWHERE[name]
    );
  };

const FOR_EDITORS = [
  'apiKeys',
  'duplicateCandidates',
  'importBatch',
  'importBatches',
  'importRun',
  'journal',
  'mergePreview',
  'merges',
  'proposals',
  'reads',
  'webhooks',
];

describe('one id stands for one content', () => {
  const contents = new Contents();
  const statements = new Contents((one) => one.id ?? one.EvidenceItem__statementId);
  const refused = new Set<string>();
  const left = new Set<string>();

  beforeAll(async () => {
    for (const values of Object.values(QUESTIONS)) {
      const { questions, skipped } = questionsOnAll(schema, argumentsFrom(values), Object.keys(IDS));
      for (const field of skipped) left.add(field);
      for (const source of questions) {
        const { data, errors } = await ask(source);
        for (const { message, path } of errors) refused.add(`${path?.join('.').replace(/^Query__/, '')}: ${message}`);
        contents.add(data);
        statements.add(data);
      }
    }
  }, 600_000);

  test('every field of the schema was asked for, but for those of editors', () => {
    expect([...left].map((field) => field.replace('Query.', '')).sort()).toEqual(
      expect.arrayContaining(
        FOR_EDITORS.filter(
          (field) => !['apiKeys', 'importBatches', 'journal', 'proposals', 'reads', 'webhooks'].includes(field),
        ),
      ),
    );
    expect([...left].filter((field) => !FOR_EDITORS.includes(field.replace('Query.', '')))).toEqual([]);
    expect([...refused].filter((error) => !FOR_EDITORS.some((field) => error.startsWith(field)))).toEqual([]);
    expect(contents.size).toBeGreaterThan(1_000);
  });

  test('whatever the day, the window, the filter, the order or the legal test of the question', () => {
    expect(contents.contradictions()).toEqual([]);
  });

  test('an item of evidence stands for several contents, so that its record has another name than `id`', () => {
    const differing = statements.contradictions().map((one) => / EvidenceItem__(\w+):/.exec(one)?.[1]);
    expect([...new Set(differing)]).toEqual(expect.arrayContaining(['cover', 'marks']));
  });
});
