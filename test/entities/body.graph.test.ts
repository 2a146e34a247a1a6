import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';
import { listed, shorts } from '../support/list.js';

useGraphToRead('fictional');

const ALL = [
  'appeals-chamber',
  'un-commission',
  'rights-court',
  'fair-trials',
  'courier',
  'lantern',
  'veterans',
  'ministry',
  'archive',
  'wire',
  'observer',
  'pre-trial-chamber',
  'sanctions-office',
  'gazetteer',
  'trial-chamber',
  'tribunal',
  'daily',
];

test('body(id) returns the body, and null for an unknown id', async () => {
  expect(
    await answer('{ body(id: "body-fx-tribunal") { __typename id name kind } no: body(id: "body-none") { id } }'),
  ).toEqual({
    body: { __typename: 'Body', id: 'body-fx-tribunal', name: 'Tribunal for Velmora', kind: 'COURT' },
    no: null,
  });
});

test('bodies lists bodies by name, ascending or descending', async () => {
  expect(await listed('bodies')).toEqual(ALL);
  expect(await listed('bodies', 'orderBy: NAME_DESC')).toEqual([...ALL].reverse());
});

test.each([
  ['name: "tribunal"', ['appeals-chamber', 'pre-trial-chamber', 'trial-chamber', 'tribunal']],
  ['name: "none"', []],
  ['kinds: [COURT]', ['appeals-chamber', 'rights-court', 'pre-trial-chamber', 'trial-chamber', 'tribunal']],
  ['kinds: [AUTHORITY, GAZETTEER]', ['ministry', 'sanctions-office', 'gazetteer']],
  ['kinds: [LEGISLATURE]', []],
  ['name: "tribunal", kinds: [NGO]', []],
])('bodies filters by %s', async (filter, expected) => {
  expect(await listed('bodies', `filter: { ${filter} }`)).toEqual(expected);
});

test('the affiliation of a chamber with its tribunal can be read from either body', async () => {
  const { chamber, tribunal } = await answer(`{
    chamber: body(id: "body-fx-trial-chamber") { affiliations { kind part { id } whole { id } citations { report { id } } } affiliates { id } }
    tribunal: body(id: "body-fx-tribunal") { affiliations { id } affiliates { part { id } } } }`);
  expect(chamber).toEqual({
    affiliations: [
      {
        kind: 'PART_OF',
        part: { id: 'body-fx-trial-chamber' },
        whole: { id: 'body-fx-tribunal' },
        citations: [{ report: { id: 'report-fx-judgment-2024' } }],
      },
    ],
    affiliates: [],
  });
  expect(tribunal.affiliations).toEqual([]);
  expect(shorts(tribunal.affiliates.map(({ part }: { part: { id: string } }) => part)).sort()).toEqual([
    'appeals-chamber',
    'pre-trial-chamber',
    'trial-chamber',
  ]);
});

test('a body lists its findings, and each finding names the body', async () => {
  const { body } = await answer(
    '{ body(id: "body-fx-un-commission") { findings { nodes { id body { id } } } one: findings(filter: { concerns: ["incident-fx-i6"] }) { nodes { id } } } }',
  );
  expect(shorts(body.findings.nodes)).toEqual(['i6-un', 'b']);
  expect(body.findings.nodes[0].body).toEqual({ id: 'body-fx-un-commission' });
  expect(shorts(body.one.nodes)).toEqual(['i6-un']);
});

test('a body lists its reports, newest first, with filter and order', async () => {
  const { body } =
    await answer(`{ body(id: "body-fx-daily") { reports { nodes { id publisher { id } } } oldest: reports(orderBy: PUBLISHED, first: 1) { nodes { id } }
    titled: reports(filter: { title: "inquiry" }) { nodes { id } } byTitle: reports(orderBy: TITLE, first: 1) { nodes { title } } } }`);
  expect(shorts(body.reports.nodes)).toEqual([
    'daily-2023',
    'daily-2022-08',
    'daily-2022-04',
    'daily-2022-03-19',
    'daily-2022-03-11',
  ]);
  expect(body.reports.nodes[0].publisher).toEqual({ id: 'body-fx-daily' });
  expect(shorts(body.oldest.nodes)).toEqual(['daily-2022-03-11']);
  expect(shorts(body.titled.nodes)).toEqual(['daily-2022-03-19']);
  expect(body.byTitle.nodes).toEqual([{ title: 'Army commander called to the General Staff' }]);
});

test('a body lists the attributions that it made', async () => {
  const { body } = await answer(
    '{ body(id: "body-fx-lantern") { attributionsMade { nodes { by { id } incident { id } } } none: attributionsMade(modes: [PLANNED]) { totalCount } } }',
  );
  expect(body.attributionsMade.nodes.map(({ incident }: { incident: { id: string } }) => incident.id).sort()).toEqual([
    'incident-fx-i1',
    'incident-fx-i5',
  ]);
  expect(body.none.totalCount).toBe(0);
});

test('a body lists the posts at it, and each post names the body', async () => {
  const { body } = await answer(
    '{ body(id: "org-fx-ministry") { postings(on: "2022-03-20") { nodes { role cover(on: "2022-03-20") person { id } body { id } unit { id } } } } }',
  );
  expect(body.postings.nodes).toEqual([
    {
      role: 'HEAD',
      cover: 'CITED',
      person: { id: 'person-fx-gran' },
      body: { id: 'org-fx-ministry' },
      unit: { id: 'org-fx-ministry' },
    },
  ]);
});
