import { beforeAll, expect, test } from '@jest/globals';
import { verify } from '../../../src/ops/journal/verify.js';
import { referencedRecords } from '../../../src/writing/change/check-draft.js';
import { answer, ask, graph, RECORDED_AT, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PARTNER, PUBLIC } from '../../support/secrets.js';
import { loadDoubles } from './duplicates.js';
import { exported, merge, merged, recordLines, undo } from './merge-requests.js';

useGraph();

const AGAIN = 'person-fx-anders-again';
const ANDERS = 'person-fx-anders';
const THIRD = 'person-fx-anders-third';
const SHADOW = 'person-fx-shadow';
const BY_ID = `query ($id: ID!, $lens: EvidenceLens) { person(id: $id, lens: $lens) { id redirectedFrom }
  node(id: $id, lens: $lens) { id ... on Person { redirectedFrom } } nodes(ids: [$id], lens: $lens) { id } unit(id: $id, lens: $lens) { id } }`;

/** What an id gives: the person that it leads to, with all ids that lead there. */
const leads = (to: string | null, redirectedFrom: readonly string[] = []) => ({
  person: to && { id: to, redirectedFrom },
  node: to && { id: to, redirectedFrom },
  nodes: [to && { id: to }],
  unit: null,
});

let merges: { first: string; second: string; shadow: string };
let publicBefore: string[];

beforeAll(async () => {
  await loadDoubles();
  const first = await merged('person', AGAIN, ANDERS);
  const second = await merged('person', ANDERS, THIRD);
  publicBefore = await recordLines(PUBLIC);
  const shadow = await merged('person', SHADOW, 'person-fx-holt');
  merges = { first, second, shadow };
}, 120_000);

test('the id of a merged entity gives the entity that it was merged into, over one merge or two', async () => {
  expect(await answer(BY_ID, { id: ANDERS })).toEqual(leads(THIRD, [ANDERS, AGAIN]));
  expect(await answer(BY_ID, { id: AGAIN })).toEqual(leads(THIRD, [ANDERS, AGAIN]));
  expect(await answer(BY_ID, { id: THIRD })).toEqual(leads(THIRD, [ANDERS, AGAIN]));
});

test('an instant before a merge gives the former entity, and an instant between two merges the one in the middle', async () => {
  const atFirst = { recordedBy: RECORDED_AT };
  expect(await answer(BY_ID, { id: AGAIN, lens: atFirst })).toEqual(leads(AGAIN));
  const [row] = await graph().read(
    { name: 'at', text: 'MATCH (m:Merge {id: $id}) RETURN m.at AS at' },
    { id: merges.first },
  );
  expect(await answer(BY_ID, { id: AGAIN, lens: { recordedBy: row?.at } })).toEqual(leads(ANDERS, [AGAIN]));
});

test('an unknown id takes one statement more than a known one, and as many as a hidden one', async () => {
  const source = 'query ($id: ID!) { person(id: $id) { id } }';
  const statements = async (id: string) => (await ask(source, { id })).statements;
  expect(await statements(THIRD)).toEqual(['Person in brief']);
  expect(await statements(AGAIN)).toEqual(['Person in brief', 'merged into']);
  expect(await statements('person-fx-nobody')).toEqual(['Person in brief', 'merged into']);
  expect(await statements(SHADOW)).toEqual(['Person in brief', 'merged into']);
});

test('the ids that were merged into people take one statement for all of them', async () => {
  const { data, statements } = await ask('{ people(first: 50) { nodes { id redirectedFrom } } }');
  expect(statements.filter((name) => name === 'merged ids')).toHaveLength(1);
  const redirected = data.people.nodes.filter(({ redirectedFrom }: { redirectedFrom: string[] }) => redirectedFrom[0]);
  expect(redirected).toEqual([{ id: THIRD, redirectedFrom: [ANDERS, AGAIN] }]);
});

test('a hidden person merged into a public one shows a public reader neither id, name, post, finding nor redirect', async () => {
  for (const clearance of [PUBLIC, PARTNER]) {
    expect(await answer(BY_ID, { id: SHADOW }, clearance)).toEqual(leads(null));
    expect(await answer(BY_ID, { id: 'person-fx-holt' }, clearance)).toEqual(leads('person-fx-holt'));
    const lines = (await recordLines(clearance)).join('\n');
    expect(lines).not.toMatch(/shadow|Bittern|Adviser in the shade/);
  }
  expect(await recordLines(PUBLIC)).toEqual(publicBefore);
  const all = await answer(
    '{ person(id: "person-fx-holt") { names { value } postings { nodes { title } } findings { nodes { id } } } }',
  );
  expect(JSON.stringify(all)).not.toMatch(/shadow|Bittern|shade/);
});

test('an editor is redirected from the hidden id, and finds its claims with the access that they had', async () => {
  expect(await answer(BY_ID, { id: SHADOW }, CONFIDENTIAL)).toEqual(leads('person-fx-holt', [SHADOW]));
  const { person } = await answer(
    '{ person(id: "person-fx-holt") { names { value } postings { nodes { title } } findings { nodes { id } } } }',
    {},
    CONFIDENTIAL,
  );
  expect(person.names).toContainEqual({ value: 'The Bittern' });
  expect(person.postings.nodes).toContainEqual({ title: 'Adviser in the shade' });
  expect(person.findings.nodes).toEqual([{ id: 'finding-fx-of-shadow' }]);
});

test('no claim or finding is more visible after a merge than what it refers to', async () => {
  const links = await graph().read(
    {
      name: 'links',
      text: `MATCH (n:Record)-[link]->(end:Record) WHERE (n:Claim OR n:Finding) AND NOT n:Name AND n.retractedAt IS NULL AND link.retractedAt IS NULL
        AND NOT type(link) IN ['CITES', 'DERIVED_FROM'] RETURN n.id AS from, end.id AS to`,
    },
    {},
  );
  const ids = [...new Set(links.flatMap(({ from, to }) => [String(from), String(to)]))];
  const referenced = await graph().write('known', (tx) => referencedRecords(tx, ids));
  const level = (id: unknown) => referenced.get(String(id))?.level ?? Number.NaN;
  expect(links.length).toBeGreaterThan(200);
  expect(links.filter(({ from, to }) => !(level(from) >= level(to)))).toEqual([]);
});

test('the version that a public reader sees does not change by a merge of a hidden person', async () => {
  const [row] = await graph().read(
    {
      name: 'versions',
      text: `MATCH (m:Merge {id: $id}), (:Dataset {id: 'fictional'})-[:HAD]->(v:DatasetVersion {at: m.at}) RETURN collect(v.clearance) AS seenBy`,
    },
    { id: merges.shadow },
  );
  expect(row?.seenBy).toEqual(['CONFIDENTIAL']);
});

test('a merged entity cannot be merged again, nor can another be merged into it', async () => {
  const again = await merge('person', AGAIN, 'person-fx-berg');
  expect(again.userErrors).toEqual([
    {
      field: ['input', 'from'],
      code: 'RETRACTED',
      message: `${AGAIN} was merged into ${ANDERS} by ${merges.first}. Merge that one, or undo the merge first.`,
    },
  ]);
  expect((await merge('person', 'person-fx-berg', ANDERS)).userErrors[0]).toMatchObject({
    field: ['input', 'into'],
    code: 'RETRACTED',
  });
});

test('merges are undone in reverse order', async () => {
  const refused = await undo(merges.first);
  expect(refused.userErrors[0]).toMatchObject({ code: 'IN_USE', field: ['input', 'mergeId'] });
  expect(refused.userErrors[0].message).toContain(merges.second);
  expect((await undo(merges.second)).userErrors).toEqual([]);
  expect(await answer(BY_ID, { id: AGAIN })).toEqual(leads(ANDERS, [AGAIN]));
  expect(await answer(BY_ID, { id: ANDERS })).toEqual(leads(ANDERS, [AGAIN]));
  expect((await undo(merges.first)).entity).toEqual({ id: AGAIN, name: 'Tómas Anders' });
  expect(await answer(BY_ID, { id: AGAIN })).toEqual(leads(AGAIN));
  expect((await undo(merges.first)).userErrors[0].code).toBe('UNCHANGED');
  const { links } = await exported('finding-fx-of-both', PUBLIC);
  const about = links.filter(({ type }: { type: string }) => type === 'ABOUT').map(({ to }: { to: string }) => to);
  expect(about.sort()).toEqual([ANDERS, AGAIN]);
});

test('an entity whose merge was undone can be merged again, and redirects again', async () => {
  const again = await merged('person', AGAIN, ANDERS);
  expect(await answer(BY_ID, { id: AGAIN })).toEqual(leads(ANDERS, [AGAIN]));
  expect((await undo(again)).restored).not.toHaveLength(0);
});

test('the journal and its records are intact after merges and their undoing', async () => {
  const faults: string[] = [];
  const { entries } = await verify(graph(), { records: true }, (fault) => faults.push(fault));
  expect([faults, entries]).toEqual([[], 8]);
});
