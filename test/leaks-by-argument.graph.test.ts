import { beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, isInputObjectType } from 'graphql';
import type { Clearance } from '../src/model/lens.js';
import { createSchema } from '../src/schema.js';
import { hiddenIds, type Level, NEVER_WRITTEN, neverRecord, plantCanaries, wordOf } from './support/canaries.js';
import { forEditors } from './support/everything.js';
import { RECORDED_AT, useGraph } from './support/graph.js';
import { type Answers, differences, graphqlAnswers, naming } from './support/leaks.js';
import { PARTNER, PUBLIC } from './support/secrets.js';
import { type ArgumentText, fictionalArgument, questionsOnAll, questionsOnArguments } from './support/whole-schema.js';

/**
 * The world of `leaks.graph.test.ts`, asked by each argument, filter and order; and each argument that takes an id, with ids
 * of hidden records.
 */

useGraph('fictional');
const schema = createSchema();

const EDITORS = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(forEditors);
const isForEditors = (source: string) =>
  EDITORS.some(({ name }) => source.startsWith(`{ ${name}`) || source.includes(`: ${name}`));

const ON_ARGUMENTS = questionsOnArguments(schema).filter(({ source }) => !isForEditors(source));
const SOURCES = ON_ARGUMENTS.map(({ source }) => source);
/** Kinds of records that an argument names. */
const PROBED = /^(person|unit|location|body|incident|report|finding)-/;

/** Questions by an id, for each argument that takes one. */
function probes(id: string): string[] {
  const probing: ArgumentText = (argument, field, parent) => {
    if (getNamedType(argument.type).name !== 'ID') return fictionalArgument(argument, field, parent);
    return String(argument.type).startsWith('[') ? `["${id}"]` : `"${id}"`;
  };
  const filters = ON_ARGUMENTS.filter(({ reaches }) => reaches.some((place) => ID_FILTERS.has(place))).map(
    ({ source }) => source.replace(/(\w+: \[?)"[a-z]+(-fx-[\w-]+|)"(\]? \})/, `$1"${id}"$3`),
  );
  const { questions } = questionsOnAll(schema, probing, []);
  const reached = new Set<string>();
  return [...questions, ...filters].filter((source) => {
    const calls = source.match(new RegExp(`\\w+\\([^)]*${id}[^)]*\\)`, 'g')) ?? [];
    const isNew = calls.some((call) => !reached.has(call)) && !isForEditors(source);
    for (const call of calls) reached.add(call);
    return isNew;
  });
}

const ID_FILTERS = new Set(
  Object.values(schema.getTypeMap())
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        getNamedType(field.type).name === 'ID' ? [`${type.name}.${field.name}`] : [],
      ),
    ),
);

let publicly: { before: Answers; after: Answers };
let asPartner: { before: Answers; after: Answers };
const hidden: Answers = new Map();
const missing: Answers = new Map();

const asHidden = (text: string) => text.replaceAll(NEVER_WRITTEN, wordOf('CONFIDENTIAL'));

/** Asks by a hidden id and by one that never was, and takes the one for the other. */
async function probe(id: string, clearance: Clearance): Promise<void> {
  const never = id.replace(wordOf('CONFIDENTIAL'), NEVER_WRITTEN);
  for (const [key, text] of await graphqlAnswers(clearance, probes(id))) hidden.set(key, text);
  for (const [key, text] of await graphqlAnswers(clearance, probes(never))) missing.set(asHidden(key), asHidden(text));
}

beforeAll(async () => {
  await plantCanaries(RECORDED_AT);
  // What datasets require of each other is read once for each state of the graph.
  await graphqlAnswers(PARTNER, ['{ changes(dataset: ["fictional"]) { totalCount } }']);
  const [ofPublic, ofPartner] = [await graphqlAnswers(PUBLIC, SOURCES), await graphqlAnswers(PARTNER, SOURCES)];
  for (const id of await hiddenIds('CONFIDENTIAL')) if (PROBED.test(id)) await probe(id, PARTNER);
  await neverRecord('CONFIDENTIAL');
  asPartner = { before: ofPartner, after: await graphqlAnswers(PARTNER, SOURCES) };
  await neverRecord('PARTNER');
  publicly = { before: ofPublic, after: await graphqlAnswers(PUBLIC, SOURCES) };
}, 1_800_000);

describe.each([
  ['the public', () => publicly, ['PARTNER', 'CONFIDENTIAL']],
  ['a partner', () => asPartner, ['CONFIDENTIAL']],
] as const)('for %s', (_who, answers, levels) => {
  test('each argument, filter and order gives the same answer, byte for byte, as if nothing hidden had ever been recorded', () => {
    expect(differences(answers().before, answers().after)).toEqual([]);
    expect(answers().before.size).toBeGreaterThan(500);
  });

  test.each(levels as readonly Level[])('no answer to an argument holds a word of what is hidden as %s', (level) => {
    expect(naming(answers().before, wordOf(level))).toEqual([]);
  });
});

test('the id of a hidden record gets the same answer, at the same cost, as one that never was', () => {
  expect(differences(hidden, missing)).toEqual([]);
  expect(hidden.size).toBeGreaterThan(100);
});
