import { beforeAll, expect, test } from '@jest/globals';
import { graphql } from 'graphql';
import { Context } from '../src/context.js';
import { Reader } from '../src/graph/graph.js';
import { ACCESS_LEVELS, levelsUpTo } from '../src/model/access.rules.js';
import type { Grants } from '../src/model/lens.js';
import { createSchema } from '../src/schema.js';
import { publishedThrough } from '../src/writing/change/clock.js';
import { answer, graph, RECORDED_AT, useGraph } from './support/graph.js';
import { type Answers, differences } from './support/leaks.js';
import { BEGINNINGS, fictionalArgument, questionsOnAll } from './support/whole-schema.js';
import { mutate, on, RETRACT } from './writing/edit/edit-requests.js';

/**
 * What readers are told by what stands ready on records is what the definitions say, byte for byte, now and before a change.
 * A reader with a grant in a dataset that there is not sees the same as one without, and is asked the definitions.
 */

useGraph('fictional');
const schema = createSchema();
const ON_ALL = questionsOnAll(schema, fictionalArgument, Object.keys(BEGINNINGS)).questions;
const LENSES = [
  '{ publishedBy: "2022-12-31" }',
  '{ excludeReports: ["report-fx-un-2022"] }',
  '{ minReliability: B, statuses: [ACCEPTED] }',
].map(
  (lens) =>
    `{ units(lens: ${lens}) { nodes { id name names { value } postings { nodes { role person { name } } } } totalCount } incident(id: "incident-fx-i2", lens: ${lens}) { title commandResponsibility(on: "2022-03-20") { people { person { id } elements { element grade } } } } }`,
);
const BY_DEFINITION: Grants = { 'no-dataset': ['PUBLIC'] };

/** A cursor of the feed is of the grants of its reader, too. */
const withoutCursors = (text: string) => text.replaceAll(/(\w*cursor": )"[^"]*"/gi, '$1""');

async function answers(level: (typeof ACCESS_LEVELS)[number], through: string, grants: Grants): Promise<Answers> {
  const found: Answers = new Map();
  for (const source of [...ON_ALL, ...LENSES]) {
    const contextValue = new Context(new Reader(graph()), levelsUpTo(level), through, undefined, {}, grants);
    const { data, errors } = await graphql({ schema, source, contextValue });
    found.set(source, withoutCursors(JSON.stringify([data, errors], undefined, 1)));
  }
  return found;
}

beforeAll(async () => {
  const { unit } = await answer('{ unit(id: "unit-fx-u2") { postings { nodes { id } } names { id } } }');
  const [posting] = unit.postings.nodes;
  const retracted = await mutate(RETRACT, await on(posting.id));
  expect(retracted.userErrors).toEqual([]);
}, 60_000);

test.each([
  ['the public now', 'PUBLIC', true],
  ['the public before a statement was retracted', 'PUBLIC', false],
  ['who may see all', ACCESS_LEVELS.at(-1) ?? 'PUBLIC', true],
] as const)(
  '%s is answered each question as by the definitions',
  async (_, level, isNow) => {
    const through = isNow ? await publishedThrough(graph()) : RECORDED_AT;
    const ready = await answers(level, through, {});
    const defined = await answers(level, through, BY_DEFINITION);
    expect(ready.size).toBeGreaterThan(150);
    expect([...ready.values()].filter((text) => text.includes('fx')).length).toBeGreaterThan(50);
    expect(differences(defined, ready)).toEqual([]);
  },
  20 * 60_000,
);
