import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';
import { listed } from '../support/list.js';

useGraphToRead('fictional');

const NEWEST = ['e', 'f', 'h', 'd', 'c', 'i6-un', 'b', 'g', 'i5-allegation', 'a'];

test('finding(id) returns the finding, and null for an unknown id', async () => {
  const { finding, no } =
    await answer(`{ finding(id: "finding-fx-c") { __typename id type standard standardAsStated proofDomain decidedOn publishedOn
    conductFrom conductTo inAbsentia checkingStatus dataset body { id } about { ... on Person { id } ... on Unit { id } } concerns { id }
    classifications { code title certainty modes asStated } citations { pinpoint report { id } } } no: finding(id: "finding-none") { id } }`);
  expect(no).toBeNull();
  expect(finding).toEqual({
    __typename: 'Finding',
    id: 'finding-fx-c',
    type: 'WARRANT',
    standard: 'REASONABLE_GROUNDS_TO_BELIEVE',
    standardAsStated: 'reasonable grounds to believe',
    proofDomain: 'CRIMINAL',
    decidedOn: '2023-05-11',
    publishedOn: '2023-05-12',
    conductFrom: '2022-03-05',
    conductTo: '2022-03-20',
    inAbsentia: null,
    checkingStatus: 'ACCEPTED',
    dataset: 'fictional',
    body: { id: 'body-fx-pre-trial-chamber' },
    about: [{ id: 'person-fx-anders' }],
    concerns: [{ id: 'incident-fx-i1' }, { id: 'incident-fx-i2' }],
    classifications: [
      {
        code: '8(2)(a)(i)',
        title: 'Wilful killing',
        certainty: 'STATED',
        modes: ['28(a)', '25(3)(b)'],
        asStated: null,
      },
    ],
    citations: [{ pinpoint: 'para. 8', report: { id: 'report-fx-warrant-2023' } }],
  });
});

test('findings lists findings by publication, ascending or descending, or by title', async () => {
  expect(await listed('findings')).toEqual(NEWEST);
  expect(await listed('findings', 'orderBy: PUBLISHED')).toEqual([...NEWEST].reverse());
  expect(await listed('findings', 'orderBy: TITLE')).toEqual([
    'e',
    'i5-allegation',
    'd',
    'i6-un',
    'f',
    'b',
    'a',
    'g',
    'h',
    'c',
  ]);
});

test.each([
  ['text: "ACQUITTAL of cárls"', ['e']],
  ['text: "carls"', ['e', 'h', 'd']],
  ['text: "no such words"', []],
  ['by: ["body-fx-lantern"]', ['i5-allegation', 'a']],
  ['by: ["body-fx-lantern", "body-fx-rights-court"]', ['f', 'i5-allegation', 'a']],
  ['bodyKinds: [COURT]', ['e', 'f', 'd', 'c']],
  ['types: [SANCTION, WARRANT]', ['c', 'g']],
  ['standards: [BEYOND_REASONABLE_DOUBT]', ['e', 'd']],
  ['proofDomains: [ADMINISTRATIVE]', ['g']],
  ['proofDomains: [STATE_RESPONSIBILITY]', ['f']],
  ['codes: ["8(2)(a)(i)"]', ['e', 'd', 'c', 'b']],
  ['codes: [" 8 (2) (a) "]', ['e', 'd', 'c', 'i6-un', 'b']],
  ['codes: ["WAR_CRIMES"]', ['e', 'd', 'c', 'i6-un', 'b', 'a']],
  ['codes: ["8(2)(a)(i)", "IHL_VIOLATION"]', ['e', 'd', 'c', 'b', 'i5-allegation']],
  ['codes: ["9(9)"]', []],
  ['certainties: [POSSIBLE]', ['a']],
  ['certainties: [LIKELY]', []],
  ['modes: ["28(a)"]', ['e', 'd', 'c']],
  ['modes: ["25(3)(b)"]', ['c']],
  ['about: ["unit-fx-u3"]', ['b', 'g', 'a']],
  ['about: ["person-fx-carls", "person-fx-anders"]', ['e', 'd', 'c']],
  ['concerns: ["incident-fx-i6"]', ['i6-un']],
  ['incidentKinds: [ILL_TREATMENT_OF_DETAINEES, DISPLACEMENT]', ['i6-un', 'i5-allegation']],
  ['incidentWithin: "location-fx-l6"', ['f', 'c', 'b', 'a']],
  ['incidentWithin: "location-fx-kesteria"', ['i6-un']],
  ['decidedFrom: "2024-07-09"', ['e', 'f']],
  ['decidedTo: "2022-12-31"', ['g']],
  ['publishedFrom: "2024-04-03"', ['e', 'f', 'h']],
  ['publishedTo: "2022-04-02"', ['i5-allegation', 'a']],
  ['dataset: "none"', []],
  ['dataset: "fictional", about: ["unit-fx-u3"], standards: [NOT_STATED]', ['g', 'a']],
])('findings filters by %s', async (filter, expected) => {
  expect(await listed('findings', `filter: { ${filter} }`)).toEqual(expected);
});

test('a finding lists the earlier findings that it relates to, and each of those lists the later ones', async () => {
  const { e, h, d } =
    await answer(`{ e: finding(id: "finding-fx-e") { relates { relation finding { id } } relatedBy { relation } }
    h: finding(id: "finding-fx-h") { relates { relation finding { id } } }
    d: finding(id: "finding-fx-d") { relates { relation } relatedBy { relation finding { id } } } }`);
  expect(e).toEqual({ relates: [{ relation: 'REVERSES', finding: { id: 'finding-fx-d' } }], relatedBy: [] });
  expect(h).toEqual({ relates: [{ relation: 'FOLLOWS', finding: { id: 'finding-fx-d' } }] });
  expect(d).toEqual({
    relates: [],
    relatedBy: [
      { relation: 'REVERSES', finding: { id: 'finding-fx-e' } },
      { relation: 'FOLLOWS', finding: { id: 'finding-fx-h' } },
    ],
  });
});

test.each([
  ['finding-fx-d', '2024-02-13', 'NOT_YET'],
  ['finding-fx-d', '2024-02-14', 'STANDING'],
  ['finding-fx-d', '2024-06-01', 'STANDING'],
  ['finding-fx-d', '2025-01-19', 'STANDING'],
  ['finding-fx-d', '2025-01-20', 'OVERTURNED'],
  ['finding-fx-e', '2025-02-01', 'STANDING'],
  ['finding-fx-e', '2024-06-01', 'NOT_YET'],
  ['finding-fx-a', '2022-01-01', 'STANDING'],
])('the status of %s on %s is %s', async (id, on, status) => {
  expect(await answer('query ($id: ID!, $on: Date!) { finding(id: $id) { status(on: $on) } }', { id, on })).toEqual({
    finding: { status },
  });
});

test('the conviction is STANDING under a lens that excludes the appeal', async () => {
  const { finding } = await answer(
    '{ finding(id: "finding-fx-d", lens: { excludeReports: ["report-fx-appeal-2025"] }) { status(on: "2025-02-01") relatedBy { relation } } }',
  );
  expect(finding).toEqual({ status: 'STANDING', relatedBy: [{ relation: 'FOLLOWS' }] });
});

test('a finding of State responsibility is about an organization and never about a person', async () => {
  const { findings } = await answer(
    '{ findings(filter: { types: [STATE_RESPONSIBILITY] }) { nodes { id about { __typename ... on Unit { id } } } } }',
  );
  expect(findings.nodes).toEqual([{ id: 'finding-fx-f', about: [{ __typename: 'Unit', id: 'org-fx-ministry' }] }]);
});

test('legalCodes lists codes in the order of the law, each with the code that contains it', async () => {
  const { legalCodes } = await answer('{ legalCodes { code title within } }');
  expect(legalCodes[0]).toEqual({ code: 'GENOCIDE', title: 'Genocide, no article named', within: null });
  const codes = legalCodes.map(({ code }: { code: string }) => code);
  expect(codes.indexOf('8(2)(a)(i)')).toBeLessThan(codes.indexOf('8(2)(a)(ii)'));
  expect(codes.indexOf('7(1)(a)')).toBeLessThan(codes.indexOf('8'));
  expect(legalCodes).toContainEqual({ code: '8(2)(a)(ii)-2', title: 'Inhuman treatment', within: '8(2)(a)(ii)' });
  expect(new Set(codes).size).toBe(codes.length);
});
