import { expect, test } from '@jest/globals';
import { answer, ask, graph, RECORDED_AT, useGraph } from '../support/graph.js';

useGraph('fictional');

const node = async (id: string, selection = '') =>
  (await answer(`query ($id: ID!) { node(id: $id) { __typename id ${selection} } }`, { id })).node;

/** The id of one public record of a kind, from the graph itself. */
async function someId(label: string): Promise<string> {
  const rows = await graph().command(
    'test',
    `MATCH (n:${label} {access: 'PUBLIC'}) RETURN n.id AS id ORDER BY id LIMIT 1`,
  );
  return String(rows[0]?.id);
}

test.each([
  ['person-fx-anders', 'Person'],
  ['unit-fx-u3', 'Unit'],
  ['org-fx-ministry', 'Unit'],
  ['body-fx-lantern', 'Body'],
  ['location-fx-l1', 'Location'],
  ['incident-fx-i1', 'Incident'],
  ['finding-fx-a', 'Finding'],
  ['report-fx-un-2022', 'Report'],
])('node(id) returns %s as a %s', async (id, type) => {
  expect(await node(id)).toEqual({ __typename: type, id });
});

test.each([
  'Posting',
  'CommandLink',
  'Positioning',
  'Affiliation',
  'Attribution',
  'Name',
  'Fact',
  'Indicator',
  'Measure',
])('node(id) returns a %s claim with the fields of every claim and a cited report with its publisher', async (kind) => {
  const id = await someId(kind);
  const claim = await node(
    id,
    `... on Claim { status credibility legacyConfidence access dataset recordedAt retractedAt note
        citations { pinpoint paraphrase document paragraph passageSha256 report { id publisher { id name } } } }`,
  );
  expect(claim).toMatchObject({
    __typename: kind,
    id,
    access: 'PUBLIC',
    dataset: 'fictional',
    recordedAt: RECORDED_AT,
    retractedAt: null,
  });
  expect(['ACCEPTED', 'CONFLICT']).toContain(claim.status);
  expect([1, 2, 3, 4, 5, 6]).toContain(claim.credibility);
  expect(claim.citations).not.toEqual([]);
  for (const { report } of claim.citations) {
    expect(report.id).toMatch(/^report-fx-/);
    expect(report.publisher.name).not.toBe('');
  }
});

test.each(['', 'x', 'claim-000000000000000000000000', 'person-none', "' OR 1=1 //", '🦉', '\u0000'])(
  'node(id) is null for the id %j',
  async (id) => {
    expect(await node(id)).toBeNull();
  },
);

test('nodes(ids) keeps the order of the ids, repeats a repeated id, and has null for an unknown one', async () => {
  const { nodes } = await answer('{ nodes(ids: ["unit-fx-u3", "none", "person-fx-berg", "unit-fx-u3"]) { id } }');
  expect(nodes).toEqual([{ id: 'unit-fx-u3' }, null, { id: 'person-fx-berg' }, { id: 'unit-fx-u3' }]);
  expect(await answer('{ nodes(ids: []) { id } }')).toEqual({ nodes: [] });
});

test('nodes(ids) takes a hundred ids and refuses one more', async () => {
  const source = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
  const hundred = Array.from({ length: 100 }, (_, index) => `none-${index}`);
  expect((await answer(source, { ids: hundred })).nodes).toHaveLength(100);
  const { errors } = await ask(source, { ids: [...hundred, 'one-more'] });
  expect(errors.map(({ message }) => message)).toEqual(['Expected at most 100 values in `ids`; got 101.']);
});

test('nodes(ids) takes as many statements for many nodes of one kind as for one', async () => {
  const { statements } = await ask(
    '{ nodes(ids: ["person-fx-anders", "person-fx-berg", "person-fx-carls", "unit-fx-u3"]) { id } }',
  );
  expect(statements).toEqual(['labels of records', 'Person by id', 'Unit by id']);
});

test('node(id) is null where the lens excludes all citations of the record', async () => {
  const { inside, outside } =
    await answer(`{ inside: node(id: "finding-fx-g", lens: { publishedBy: "2022-06-21" }) { id }
    outside: node(id: "finding-fx-g", lens: { publishedBy: "2022-06-20" }) { id } }`);
  expect(inside).toEqual({ id: 'finding-fx-g' });
  expect(outside).toBeNull();
});
