import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isObjectType, parse } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import { PROJECT } from '../../../src/graph/local-neo4j/place.js';
import { createSchema } from '../../../src/schema.js';
import { fieldCost, WORK } from '../../../src/server/limits/operation-cost.js';

const schema = createSchema();
const costOf = (source: string, variables: Record<string, unknown> = {}) =>
  getComplexity({ schema, query: parse(source), variables, estimators: [fieldCost] });

test('each field with a cost of its own is in the schema', () => {
  const missing = Object.keys(WORK).filter((name) => {
    const [type = '', field = ''] = name.split('.');
    const found = schema.getType(type);
    return !isObjectType(found) || !(field in found.getFields());
  });
  expect(missing).toEqual([]);
});

test('a path costs the more the longer it may be, by a literal, a variable and the default', () => {
  const paths = (length: number) => costOf(`{ pathsBetween(a: "a", b: "b", maxLength: ${length}) { length } }`);
  const costs = [1, 2, 3, 4, 5, 6, 7, 8].map(paths);
  expect(costs).toEqual([...costs].sort((one, other) => one - other));
  expect(new Set(costs).size).toBe(8);
  const source = 'query ($n: Int!) { pathsBetween(a: "a", b: "b", maxLength: $n) { length } }';
  expect(costOf(source, { n: 8 })).toBe(costs[7]);
  expect(costOf('{ pathsBetween(a: "a", b: "b") { length } }')).toBe(costs[3]);
  // One that is refused costs no less.
  expect([costOf(source, { n: 0 }), costOf(source, { n: 99 }), costOf(source, { n: -1 })]).toEqual([
    costs[7],
    costs[7],
    costs[7],
  ]);
});

test('what made a server busy for ten seconds under a small cost is beyond what an operation may cost', () => {
  const aliases = Array.from(
    { length: 30 },
    (_, index) => `a${index}: pathsBetween(a: "a", b: "b${index}") { length }`,
  );
  expect(costOf(`{ ${aliases.join(' ')} }`)).toBeGreaterThan(20_000);
  const incidents = '{ incidents(first: 2) { nodes { dependence { sources { difference { lost { says } } } } } } }';
  expect(costOf(incidents)).toBeGreaterThan(20_000);
});

describe('a question of the README', () => {
  const folder = join(PROJECT, 'docs', 'questions');
  test.each(readdirSync(folder))('%s costs less than an operation may', (file) => {
    const cost = costOf(readFileSync(join(folder, file), 'utf8'));
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThan(18_000);
  });
});
