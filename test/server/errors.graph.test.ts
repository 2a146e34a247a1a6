import { expect, test } from '@jest/globals';
import { graph, useGraph } from '../support/graph.js';
import { query, useServer } from '../support/server.js';

useGraph('fictional');
const address = useServer();

test.each([
  [
    'an argument out of range',
    '{ people(first: 0) { totalCount } }',
    'BAD_INPUT',
    'Expected `first` from 1 to 100; got 0.',
  ],
  [
    'a forged cursor',
    '{ people(first: 1, after: "x") { totalCount } }',
    'BAD_CURSOR',
    'Expected a cursor that this list gave; got "x".',
  ],
  [
    'a day in the document that is none',
    '{ unit(id: "unit-fx-u3") { chainOfCommand(on: "2022-02-30") { warnings } } }',
    'BAD_INPUT',
    'Expected a day that exists, as YYYY-MM-DD; got "2022-02-30".',
  ],
  [
    'an instant without a zone',
    '{ people(lens: { recordedBy: "2022-02-01T00:00:00" }) { totalCount } }',
    'BAD_INPUT',
    'Expected an instant with a zone, such as 2026-11-20T12:00:00Z; got "2022-02-01T00:00:00".',
  ],
])('the error for %s has its code and what was expected', async (_what, source, code, message) => {
  const { json } = await query(address(), source);
  expect(json.errors).toEqual([expect.objectContaining({ message, extensions: { code } })]);
});

test('the error for an invalid day in a variable is the same as in the document', async () => {
  const { status, json } = await query(
    address(),
    'query ($on: Date!) { unit(id: "unit-fx-u3") { chainOfCommand(on: $on) { warnings } } }',
    { on: '2022-13-01' },
  );
  expect(status).toBe(400);
  expect(json.errors[0].message).toContain('Expected a day that exists, as YYYY-MM-DD; got "2022-13-01".');
  expect(json.errors[0].extensions.code).toBe('BAD_INPUT');
});

test('an error in one field has its path, and leaves the other fields', async () => {
  const { status, json } = await query(
    address(),
    '{ person(id: "person-fx-anders") { name } unit(id: "unit-fx-u3") { chainOfCommand(on: "2022-03-20", depth: 99) { warnings } } }',
  );
  expect(status).toBe(200);
  expect(json.data).toEqual({ person: { name: 'Tomas Anders' }, unit: null });
  expect(json.errors).toEqual([
    {
      message: 'Expected `depth` from 1 to 20; got 99.',
      locations: [{ line: 1, column: 68 }],
      path: ['unit', 'chainOfCommand'],
      extensions: { code: 'BAD_INPUT' },
    },
  ]);
});

test('an internal error has a reference, and no stack, statement or host', async () => {
  await graph().command(
    'test',
    "MATCH (n:Person {id: 'person-fx-anders'})<-[:OF]-(p:Posting) SET p.role = 'NO_SUCH_ROLE'",
  );
  const { text, json } = await query(address(), '{ person(id: "person-fx-anders") { postings { nodes { role } } } }');
  expect(json.errors).toHaveLength(1);
  expect(json.errors[0].extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  expect(json.errors[0].message).toMatch(/^Something went wrong on our side; the log has it under [0-9a-f-]{36}\.$/);
  expect(text).not.toMatch(/NO_SUCH_ROLE|MATCH|stack|node_modules|bolt:|neo4j/i);
});

test.each([
  "'",
  '"',
  '`',
  '\\',
  "' OR 1=1 //",
  '"}) DETACH DELETE n //',
  '$view',
  '{{',
  '\u0000',
  '%00',
  '`) MATCH (n) DETACH DELETE n //',
  '$filter.name',
])('the text %j in any argument is plain text', async (text) => {
  const source = `query ($t: String!, $id: ID!) { person(id: $id) { id } node(id: $id) { id } people(filter: { name: $t, post: { title: $t, at: $id } }) { totalCount }
      units(filter: { name: $t, countries: [$t], positionedWithin: $id }) { totalCount } bodies(filter: { name: $t }) { totalCount } locations(filter: { name: $t, countries: [$t], within: $id }) { totalCount }
      incidents(filter: { text: $t, codes: [$t], within: $id, attributedTo: [$id], attributedBy: [$id], dataset: $id }) { totalCount }
      findings(filter: { codes: [$t], modes: [$t], by: [$id], about: [$id], concerns: [$id], incidentWithin: $id, dataset: $id }) { totalCount }
      reports(filter: { title: $t, language: $t, publisher: $id, dataset: $id }, lens: { excludeReports: [$id], excludeDatasets: [$id], excludePublishers: [$id] }) { totalCount }
      pathsBetween(a: $id, b: $id) { length } }`;
  const { status, json } = await query(address(), source, { t: text, id: text });
  expect(status).toBe(200);
  expect(json.errors).toBeUndefined();
  const none = { totalCount: 0 };
  expect(json.data).toEqual({
    person: null,
    node: null,
    people: none,
    units: none,
    bodies: none,
    locations: none,
    incidents: none,
    findings: none,
    reports: none,
    pathsBetween: [],
  });
});
