import { beforeAll, expect, test } from '@jest/globals';
import { answer, RECORDED_AT, useGraph } from '../../support/graph.js';
import { CONFIDENTIAL, PUBLIC } from '../../support/secrets.js';
import { loadDoubles } from './duplicates.js';
import { exported, merge, nodeOf, recordLines } from './merge-requests.js';

useGraph();

const FROM = 'person-fx-anders-again';
const INTO = 'person-fx-anders';
const PERSON = `query ($id: ID!, $lens: EvidenceLens) { person(id: $id, lens: $lens) { id name
  names { value kind } identifiers { value } facts { value }
  postings { nodes { id role unit { id } citations { pinpoint report { id } } } }
  findings { nodes { id about { ... on Person { id } } } } measures { on concerns { id } } } }`;
const BEFORE = { recordedBy: RECORDED_AT };

let before: string[];
let preview: unknown;
let vanished: { postings: { nodes: { id: string; unit: { id: string } }[] } };
// biome-ignore lint/suspicious/noExplicitAny: a payload has any shape
let payload: any;

beforeAll(async () => {
  await loadDoubles();
  before = await recordLines(CONFIDENTIAL);
  preview = await answer(PERSON, { id: INTO });
  vanished = (await answer(PERSON, { id: FROM })).person;
  payload = await merge('person', FROM, INTO);
}, 120_000);

const sorted = (values: readonly string[]) => [...values].sort();

test('the payload of personMerge has the merge, the person that is kept and the entry of the journal', () => {
  expect(payload).toMatchObject({
    merge: { id: expect.stringMatching(/^merge-[0-9a-f]{16}$/), from: FROM, into: INTO, state: 'MERGED' },
    entity: { id: INTO, name: 'Tomas Anders' },
    entry: { action: 'PERSON_MERGE', reason: 'The same, by both biographies.', subjects: [FROM, INTO] },
    userErrors: [],
  });
});

test('a merged person has the names, identifiers and facts of the other, whose preferred name is an alias', async () => {
  const { person } = await answer(PERSON, { id: INTO });
  expect(person.name).toBe('Tomas Anders');
  const names: { value: string; kind: string }[] = person.names;
  expect(sorted(names.map(({ value, kind }) => `${kind} ${value}`))).toEqual([
    'ALIAS Anders of Osk',
    'ALIAS T. Anders',
    'ALIAS Tómas Anders',
    'PREFERRED Tomas Anders',
  ]);
  expect(sorted(person.identifiers.map(({ value }: { value: string }) => value))).toEqual(['17', '18']);
  expect(sorted(person.facts.map(({ value }: { value: string }) => value))).toEqual(['1970', '1971']);
});

test('a merged person has a post of both by the same sources once, and other posts with their sources', async () => {
  const { person } = await answer(PERSON, { id: INTO });
  const posts: {
    id: string;
    role: string;
    unit: { id: string };
    citations: { pinpoint: string; report: { id: string } }[];
  }[] = person.postings.nodes;
  expect(posts.map(({ role, unit }) => `${role} ${unit.id}`)).toEqual(['COMMANDER unit-fx-u2', 'STAFF unit-fx-u4']);
  expect(posts[1]?.citations).toEqual([{ pinpoint: 'p. 14', report: { id: 'report-fx-archive-2023' } }]);
});

test('a measure that concerned both people concerns the merged person once', async () => {
  const { person } = await answer(PERSON, { id: INTO });
  const measure = person.measures.find(({ on }: { on: string }) => on === '2022-02-01');
  expect(measure.concerns).toEqual([{ id: INTO }]);
});

test('findings about the merged person name that person once, in the export too', async () => {
  const { person } = await answer(PERSON, { id: INTO });
  const findings: { id: string; about: object[] }[] = person.findings.nodes;
  expect(sorted(findings.map(({ id }) => id))).toEqual(['finding-fx-c', 'finding-fx-of-again', 'finding-fx-of-both']);
  expect(findings.map(({ about }) => about)).toEqual(findings.map(() => [{ id: INTO }]));
  for (const id of ['finding-fx-of-again', 'finding-fx-of-both']) {
    const { links } = await exported(id, PUBLIC);
    expect(links.filter(({ type }: { type: string }) => type === 'ABOUT').map(({ to }: { to: string }) => to)).toEqual([
      INTO,
    ]);
  }
});

test('the list of findings about the former id is that about the person who is left, and no finding names that id', async () => {
  const data = await answer(
    `{ findings(filter: { about: ["${FROM}"] }) { nodes { about { ... on Node { id } } } } people(filter: { namedInFinding: true }, first: 100) { nodes { id } } }`,
  );
  expect(data.findings.nodes).toHaveLength(3);
  for (const { about } of data.findings.nodes) expect(about).toContainEqual({ id: INTO });
  expect(JSON.stringify(data.findings)).not.toContain(FROM);
  const ids = data.people.nodes.map(({ id }: { id: string }) => id);
  expect([ids.includes(INTO), ids.includes(FROM)]).toEqual([true, false]);
});

test('no list, search or export contains the former person, but as an id that leads to the one who is left', async () => {
  const data = await answer(
    '{ people(first: 100) { nodes { id } } search(text: "Tómas Anders") { record { id } } osk: search(text: "Anders of Osk") { record { id } } }',
  );
  expect(JSON.stringify(data)).not.toContain(FROM);
  expect(data.search[0].record.id).toBe(INTO);
  expect(data.osk[0].record.id).toBe(INTO);
  for (const clearance of [PUBLIC, CONFIDENTIAL])
    expect(
      (await recordLines(clearance)).filter((line) => line.includes(FROM)).map((line) => JSON.parse(line)),
    ).toEqual([expect.objectContaining({ id: INTO, referents: [expect.objectContaining({ id: FROM })] })]);
});

test('a restated claim has the content of the original, a new id, and the id that it restates', async () => {
  const { person } = await answer(PERSON, { id: INTO });
  const original = vanished.postings.nodes.find(({ unit }) => unit.id === 'unit-fx-u4')?.id ?? '';
  const restated = person.postings.nodes.find(({ unit }: { unit: { id: string } }) => unit.id === 'unit-fx-u4').id;
  expect(restated).not.toBe(original);
  const [old, now] = [await nodeOf(original), await nodeOf(restated)];
  expect(old).toMatchObject({ retraction: 'MERGED', retractedAt: payload.merge.at });
  const bookkeeping = ['id', 'hash', 'recordedAt', 'retractedAt', 'retraction', 'restates', 'standing'];
  const claim = (node: object = {}) =>
    Object.fromEntries(Object.entries(node).filter(([name]) => !bookkeeping.includes(name)));
  expect(claim(now)).toEqual(claim(old));
  expect(now).toMatchObject({ restates: original, recordedAt: payload.merge.at });
});

test('an instant before the merge gives the two people, byte for byte', async () => {
  expect((await recordLines(CONFIDENTIAL, BEFORE)).join('\n')).toBe(before.join('\n'));
  expect(await answer(PERSON, { id: INTO, lens: BEFORE })).toEqual(preview);
  expect((await answer(PERSON, { id: FROM, lens: BEFORE })).person).toEqual(vanished);
});
