import { describe, expect, test } from '@jest/globals';
import type { Clearance } from '../../src/model/lens.js';
import { createSchema } from '../../src/schema.js';
import { selection } from '../support/everything.js';
import { ask, graph, useGraph } from '../support/graph.js';
import { CONFIDENTIAL, HIDDEN, PUBLIC } from '../support/secrets.js';

useGraph('fictional');

const schema = createSchema();

/** All that a reader of a clearance gets for a query, errors and all. */
async function answerText(source: string, variables: Record<string, unknown>, clearance: Clearance) {
  const { data, errors } = await ask(source, variables, clearance);
  return JSON.stringify({ data, errors: errors.map(({ message, path }) => ({ message, path })) });
}

describe.each(HIDDEN)('the %s %s', (field, id, clearance) => {
  const type = schema.getQueryType()?.getFields()[field]?.type;
  const inner = type && 'name' in type ? selection(schema, type, 2) : undefined;
  const byId = `query ($id: ID!) { found: ${field}(id: $id)${inner} }`;

  test('gives a public reader the same answer, at the same cost, as a record that does not exist', async () => {
    const hidden = await ask(byId, { id });
    const missing = await ask(byId, { id: id.replace(/-.*/, '-fx-missing') });
    expect(hidden.data).toEqual({ found: null });
    expect(hidden.errors).toEqual([]);
    expect(hidden.statements).toEqual(missing.statements);
  });

  test('is shown to a reader with the clearance', async () => {
    const { data, errors } = await ask(byId, { id }, clearance);
    expect(errors).toEqual([]);
    expect(Object.values(data.found)).toContain(id);
  });

  test('is a node for a reader with the clearance, and null for a public reader', async () => {
    const source = 'query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }';
    expect((await ask(source, { id })).data).toEqual({ node: null, nodes: [null] });
    expect((await ask(source, { id }, clearance)).data).toEqual({ node: { id }, nodes: [{ id }] });
  });

  test('cannot be either end of a path for a public reader', async () => {
    for (const other of [
      'body-fx-archive',
      'unit-fx-u1',
      'unit-fx-u3',
      'location-fx-velmora',
      'incident-fx-i1',
      'person-fx-dahl',
    ]) {
      const source = `query ($id: ID!) { to: pathsBetween(a: "${other}", b: $id, maxLength: 8) { length steps { relation from { id } } }
        from: pathsBetween(a: $id, b: "${other}", maxLength: 8) { length steps { relation from { id } } } }`;
      expect(await answerText(source, { id }, PUBLIC)).toBe('{"data":{"to":[],"from":[]},"errors":[]}');
    }
  }, 60_000);
});

test('hidden nodes take as many statements for a public reader as missing ones', async () => {
  const source = 'query ($id: ID!) { node(id: $id) { id } }';
  const { statements } = await ask(source, { id: 'person-fx-missing' });
  const costs = await Promise.all(HIDDEN.map(async ([, id]) => (await ask(source, { id })).statements.length));
  expect(costs).toEqual(HIDDEN.map(() => statements.length));
});

test('the chain below the battalion ends at the battalion for a public reader, and goes on for an editor', async () => {
  const source =
    '{ unit(id: "unit-fx-u3") { chainOfCommand(on: "2022-07-01", direction: DOWN, depth: 1) { warnings levels { units { unit { id } } } } subordinateLinks { totalCount } } }';
  expect((await ask(source)).data.unit).toEqual({
    chainOfCommand: { warnings: [], levels: [{ units: [{ unit: { id: 'unit-fx-u3' } }] }] },
    subordinateLinks: { totalCount: 1 },
  });
  const { unit } = (await ask(source, {}, CONFIDENTIAL)).data;
  expect(unit.chainOfCommand.levels[1]).toEqual({ units: [{ unit: { id: 'unit-fx-night-cell' } }] });
  expect(unit.subordinateLinks.totalCount).toBe(2);
});

test('a claim that cites a public and a hidden report shows a public reader the public report alone', async () => {
  const source = '{ person(id: "person-fx-holt") { postings { nodes { citations { report { id } } } } } }';
  const cited = async (clearance: Clearance) =>
    (await ask(source, {}, clearance)).data.person.postings.nodes[0].citations.length;
  expect(await cited(PUBLIC)).toBe(1);
  expect(await cited(CONFIDENTIAL)).toBe(2);
});

test('a hidden claim is null as a node and as an end of a path, even for a reader who knows its id', async () => {
  const rows = await graph().command(
    'test',
    "MATCH (n:Claim) WHERE n.access <> 'PUBLIC' RETURN n.id AS id ORDER BY id",
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { id } of rows) {
    const source = `query ($id: ID!) { node(id: $id) { id } u1: pathsBetween(a: $id, b: "unit-fx-u1") { length } u3: pathsBetween(a: $id, b: "unit-fx-u3") { length }
      dahl: pathsBetween(a: $id, b: "person-fx-dahl") { length } holt: pathsBetween(a: $id, b: "person-fx-holt") { length } }`;
    expect(await answerText(source, { id }, PUBLIC)).toBe(
      '{"data":{"node":null,"u1":[],"u3":[],"dahl":[],"holt":[]},"errors":[]}',
    );
  }
}, 60_000);

test.each([
  ['person-fx-kesh', 'incident-fx-i2'],
  ['person-fx-anders', 'incident-fx-i7'],
])(
  'a question on %s and %s, one of which is hidden, gets the same answer, at the same cost, as one on ids that do not exist',
  async (person, incident) => {
    const source = `query ($person: ID!, $incident: ID!) {
    commandResponsibility(person: $person, incident: $incident) { person { name } }
    notice(person: $person, incident: $incident) { incident { name } } }`;
    const hidden = await ask(source, { person, incident });
    const missing = await ask(source, { person: 'person-fx-missing', incident: 'incident-fx-missing' });
    expect(hidden.data).toEqual({ commandResponsibility: null, notice: null });
    expect(hidden.errors).toEqual([]);
    expect(hidden.statements).toEqual(missing.statements);
    const { data } = await ask(source, { person, incident }, CONFIDENTIAL);
    expect(data.commandResponsibility.person.name).toMatch(/Kesh|Anders/);
  },
);
