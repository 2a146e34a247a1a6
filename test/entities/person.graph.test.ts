import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';
import { listed, shorts } from '../support/list.js';

useGraphToRead('fictional');

const ALL = ['carls', 'dahl', 'holt', 'okari', 'falk', 'gran', 'vyrhalets', 'eklund', 'anders', 'berg'];

test('person(id) returns the person, and null for an unknown id', async () => {
  expect(
    await answer('{ person(id: "person-fx-anders") { __typename id name } no: person(id: "person-none") { id } }'),
  ).toEqual({
    person: { __typename: 'Person', id: 'person-fx-anders', name: 'Tomas Anders' },
    no: null,
  });
});

test('person(id) is null for the id of a unit', async () => {
  expect(await answer('{ person(id: "unit-fx-u3") { id } }')).toEqual({ person: null });
});

test('people lists people by name, ascending or descending', async () => {
  expect(await listed('people')).toEqual(ALL);
  expect(await listed('people', 'orderBy: NAME_DESC')).toEqual([...ALL].reverse());
});

test.each([
  ['name: "ANDER"', ['anders']],
  ['name: "Виргалець"', ['vyrhalets']],
  ['name: "nobody"', []],
  ['post: { role: COMMANDER }', ['carls', 'dahl', 'okari', 'falk', 'eklund', 'anders', 'berg']],
  ['post: { role: HEAD }', ['gran']],
  ['post: { at: "unit-fx-u2" }', ['holt', 'anders', 'berg']],
  ['post: { at: "unit-fx-u2", role: COMMANDER }', ['anders', 'berg']],
  ['post: { unitKind: MINISTRY }', ['gran']],
  ['post: { title: "TASK force" }', ['vyrhalets', 'eklund']],
  ['post: { at: "unit-fx-u2", on: "2022-03-20" }', ['holt', 'anders']],
  ['post: { at: "unit-fx-u2", on: "2022-04-12" }', ['holt', 'anders', 'berg']],
  ['post: { role: DEPUTY, on: "2023-06-01" }', ['dahl']],
  ['namedInFinding: true', ['carls', 'anders']],
  ['namedInFinding: false', ALL.filter((id) => id !== 'carls' && id !== 'anders')],
  ['name: "a", namedInFinding: true, post: { at: "unit-fx-u3" }', ['carls']],
])('people filters by %s', async (filter, expected) => {
  expect(await listed('people', `filter: { ${filter} }`)).toEqual(expected);
});

test('the filter post leaves out a post on the day after an end that another claim states, as a chain does', async () => {
  const on = (day: string) => listed('people', `filter: { post: { role: DEPUTY, at: "unit-fx-u0", on: "${day}" } }`);
  expect(await on('2023-11-30')).toEqual(['dahl']);
  expect(await on('2023-12-01')).toEqual([]);
});

const POSTINGS = async (person: string, args: string) =>
  (
    await answer(
      `{ person(id: "person-fx-${person}") { postings${args} { nodes { role range { first last } unit { id } person { id } } } } }`,
    )
  ).person.postings.nodes;

test('a posting names its person and its unit', async () => {
  expect(await POSTINGS('carls', '')).toEqual([
    {
      role: 'COMMANDER',
      range: { first: '2022-01-01', last: '2022-12-31' },
      unit: { id: 'unit-fx-u3' },
      person: { id: 'person-fx-carls' },
    },
  ]);
  const { unit } = await answer(
    '{ unit(id: "unit-fx-u3") { postings { nodes { person { postings { nodes { unit { id } } } } } } } }',
  );
  expect(unit.postings.nodes).toEqual([{ person: { postings: { nodes: [{ unit: { id: 'unit-fx-u3' } }] } } }]);
});

test.each([
  ['', ['2021-01-01', '2023-01-01', '2023-11-30']],
  ['(orderBy: FIRST_DESC)', ['2023-11-30', '2023-01-01', '2021-01-01']],
  ['(roles: [DEPUTY])', ['2023-01-01', '2023-11-30']],
  ['(roles: [STAFF])', []],
  ['(from: "2023-12-01")', ['2021-01-01', '2023-01-01']],
  ['(to: "2021-06-01")', ['2021-01-01', '2023-11-30']],
  ['(on: "2023-06-01")', ['2021-01-01', '2023-01-01']],
  ['(on: "2024-06-01")', []],
  ['(on: "2024-06-01", cover: [OPEN])', ['2021-01-01']],
])('postings%s lists the postings of Dahl that it selects', async (args, firsts) => {
  const nodes = await POSTINGS('dahl', args);
  expect(nodes.map(({ range }: { range: { first: string } }) => range.first)).toEqual(firsts);
});

test('a posting names who appointed the commander where a source says so', async () => {
  const { person } = await answer(
    '{ person(id: "person-fx-berg") { postings(to: "2022-04-10") { nodes { appointedBy { name } citations { report { id } } } } } }',
  );
  expect(person.postings.nodes).toContainEqual({
    appointedBy: { name: 'Magnus Falk' },
    citations: [{ report: { id: 'report-fx-ministry-orders-2022' } }],
  });
});

test('a person lists the findings, indicators and measures that concern them, and each of those names the person', async () => {
  const { person } = await answer(`{ person(id: "person-fx-anders") {
    findings { nodes { id about { ... on Person { id } } } }
    indicators { code on concerns { id } }
    measures { kind on concerns { id } } } }`);
  expect(person.findings.nodes).toEqual([{ id: 'finding-fx-c', about: [{ id: 'person-fx-anders' }] }]);
  expect(person.indicators).toHaveLength(8);
  expect(person.measures.map(({ kind, on }: { kind: string; on: string }) => `${kind} ${on}`).sort()).toEqual([
    'INQUIRY_OPENED 2022-03-15',
    'NONE_REPORTED 2022-03-19',
    'NONE_REPORTED 2022-04-14',
    'PROMOTION_OR_HONOUR_AFTER 2022-08-01',
    'REMINDER_OF_LAW 2022-01-10',
  ]);
  for (const { concerns } of [...person.indicators, ...person.measures]) expect(shorts(concerns)).toContain('anders');
});

test('the names, facts and identifiers of a person are claims with citations', async () => {
  const { person } = await answer(`{ person(id: "person-fx-carls") {
    names { value kind citations { report { id } } } identifiers { value }
    facts { property value credibility citations { pinpoint report { id } } } } }`);
  expect(person).toEqual({
    names: [
      {
        value: 'Edda Carls',
        kind: 'PREFERRED',
        citations: [{ report: { id: 'report-fx-archive-2023' } }, { report: { id: 'report-fx-observer-2023' } }],
      },
    ],
    identifiers: [],
    facts: [
      {
        property: 'BORN',
        value: '1979~',
        credibility: 2,
        citations: [{ pinpoint: 'para. 3', report: { id: 'report-fx-judgment-2024' } }],
      },
    ],
  });
});
