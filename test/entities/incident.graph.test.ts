import { expect, test } from '@jest/globals';
import { answer, useGraphToRead } from '../support/graph.js';
import { listed } from '../support/list.js';

useGraphToRead('fictional');

const BY_DATE = ['i1', 'i2', 'i4', 'i5', 'i6', 'i3'];

test('incident(id) returns the incident, and null for an unknown id', async () => {
  const { incident, no } =
    await answer(`{ incident(id: "incident-fx-i5") { __typename id title kinds means precision status dataset
    range { first firstBound last lastBound cover(on: "2022-03-25") } location { name } citations { pinpoint report { id } } }
    no: incident(id: "incident-none") { id } }`);
  expect(no).toBeNull();
  expect(incident).toEqual({
    __typename: 'Incident',
    id: 'incident-fx-i5',
    title: 'Burning of homes at Sedra',
    kinds: ['ATTACK_ON_CIVILIAN_OBJECT', 'DISPLACEMENT'],
    means: [],
    precision: 'ADMIN2',
    status: 'ACCEPTED',
    dataset: 'fictional',
    range: { first: '2022-03-25', firstBound: 'START', last: '2022-03-25', lastBound: 'END', cover: 'CITED' },
    location: { name: 'Sedra' },
    citations: [{ pinpoint: 'p. 4', report: { id: 'report-fx-lantern-2022-04' } }],
  });
});

test('incidents lists incidents by date, ascending or descending, or by title', async () => {
  expect(await listed('incidents')).toEqual(BY_DATE);
  expect(await listed('incidents', 'orderBy: FIRST_DESC')).toEqual([...BY_DATE].reverse());
  expect(await listed('incidents', 'orderBy: TITLE')).toEqual(['i5', 'i6', 'i1', 'i2', 'i4', 'i3']);
});

test.each([
  ['text: "KILLINGS"', ['i1', 'i2', 'i4']],
  ['text: "villagers"', ['i1', 'i5']],
  ['text: "Vïllagers wére shot"', ['i1']],
  ['means: ["SMALL ARM"]', ['i1', 'i2']],
  ['means: ["artillery", "small"]', ['i1', 'i2', 'i3']],
  ['means: ["gas"]', []],
  ['means: []', []],
  ['text: "no such words"', []],
  ['from: "2022-05-02"', ['i6', 'i3']],
  ['to: "2022-03-20"', ['i1', 'i2']],
  ['from: "2022-03-06", to: "2022-03-22"', ['i2', 'i4']],
  ['kinds: [DISPLACEMENT]', ['i5']],
  ['kinds: [DISPLACEMENT, ATTACK_ON_EDUCATION]', ['i5', 'i3']],
  ['within: "location-fx-tarn-region"', ['i1', 'i2', 'i4', 'i5']],
  ['within: "location-fx-l9"', ['i6']],
  ['near: { latitude: 10, longitude: 10, kilometres: 12 }', ['i1', 'i4']],
  ['codes: ["8(2)(a)(i)"]', ['i1', 'i2']],
  ['codes: [" 8 (2) (a) "]', ['i1', 'i2', 'i6']],
  ['codes: ["WAR_CRIMES"]', ['i1', 'i2', 'i6']],
  ['codes: ["IHL_VIOLATION"]', ['i5']],
  ['codes: ["7"]', []],
  ['attributedTo: ["unit-fx-u3"]', ['i1', 'i2', 'i3']],
  ['attributedTo: ["unit-fx-u9", "unit-fx-other-side"]', ['i5', 'i6']],
  ['attributedTo: ["unit-fx-u2"]', []],
  ['attributedBy: ["body-fx-lantern"]', ['i1', 'i5']],
  ['hasAttribution: false', ['i4']],
  ['hasAttribution: true', ['i1', 'i2', 'i5', 'i6', 'i3']],
  ['hasFinding: false', ['i4', 'i3']],
  ['hasFinding: true', ['i1', 'i2', 'i5', 'i6']],
  ['dataset: "fictional"', BY_DATE],
  ['dataset: "none"', []],
  ['attributedTo: ["unit-fx-u3"], hasFinding: false', ['i3']],
])('incidents filters by %s', async (filter, expected) => {
  expect(await listed('incidents', `filter: { ${filter} }`)).toEqual(expected);
});

test('an incident lists its attributions, each with the body that alleges it', async () => {
  const { incident } =
    await answer(`{ incident(id: "incident-fx-i1") { attributions { nodes { mode credibility by { id } to { ... on Unit { id } } incident { id } } }
    ordered: attributions(modes: [ORDERED]) { totalCount } } }`);
  interface Attribution {
    readonly by: { readonly id: string };
  }
  expect(incident.attributions.nodes.sort((a: Attribution, b: Attribution) => (a.by.id < b.by.id ? -1 : 1))).toEqual([
    {
      mode: 'PERPETRATOR',
      credibility: 2,
      by: { id: 'body-fx-lantern' },
      to: { id: 'unit-fx-u3' },
      incident: { id: 'incident-fx-i1' },
    },
    {
      mode: 'PERPETRATOR',
      credibility: 1,
      by: { id: 'body-fx-un-commission' },
      to: { id: 'unit-fx-u3' },
      incident: { id: 'incident-fx-i1' },
    },
  ]);
  expect(incident.ordered.totalCount).toBe(0);
});

test('an incident lists each count of casualties with its sources, and never merges them', async () => {
  const { incident } = await answer(
    '{ incident(id: "incident-fx-i2") { casualties { property low best high value status by { id } } facts { property } } }',
  );
  expect(incident.casualties).toHaveLength(2);
  expect(incident.casualties).toEqual(
    expect.arrayContaining([
      {
        property: 'KILLED',
        low: 8,
        best: 9,
        high: 9,
        value: '9',
        status: 'CONFLICT',
        by: { id: 'body-fx-un-commission' },
      },
      {
        property: 'KILLED',
        low: 11,
        best: 12,
        high: 14,
        value: '12',
        status: 'CONFLICT',
        by: { id: 'body-fx-observer' },
      },
    ]),
  );
  expect(incident.facts).toEqual([]);
});

test('a disputed day of an incident is two facts in conflict, and no casualty', async () => {
  const { incident } = await answer(
    '{ incident(id: "incident-fx-i3") { casualties { property } facts { property value status by { id } citations { report { id } } } identifiers { value } } }',
  );
  expect(incident.casualties).toEqual([]);
  expect(incident.identifiers).toEqual([]);
  expect(incident.facts).toHaveLength(2);
  expect(incident.facts).toEqual(
    expect.arrayContaining([
      {
        property: 'DAY',
        value: '2022-07-15',
        status: 'CONFLICT',
        by: null,
        citations: [{ report: { id: 'report-fx-observer-2022-10' } }],
      },
      {
        property: 'DAY',
        value: '2022-07-16',
        status: 'CONFLICT',
        by: null,
        citations: [{ report: { id: 'report-fx-veterans-2024' } }],
      },
    ]),
  );
});

test('an incident lists the findings, indicators and measures that concern it, and each of them names the incident', async () => {
  const { incident } =
    await answer(`{ incident(id: "incident-fx-i2") { findings { nodes { id concerns { id } } } oldest: findings(orderBy: PUBLISHED, first: 1) { nodes { id } }
    courts: findings(filter: { bodyKinds: [COURT], types: [CONVICTION, ACQUITTAL] }) { nodes { id } }
    indicators { code concerns { id } } measures { kind concerns { id } } } }`);
  const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id.replace('finding-fx-', ''));
  expect(ids(incident.findings.nodes)).toEqual(['e', 'f', 'd', 'c', 'b']);
  expect(ids(incident.oldest.nodes)).toEqual(['b']);
  expect(ids(incident.courts.nodes)).toEqual(['e', 'd']);
  expect(incident.indicators.map(({ code }: { code: string }) => code).sort()).toEqual([
    'OWN_LOCATION',
    'PUBLIC_NOTORIETY',
    'REPORT_ADDRESSED',
  ]);
  expect(incident.measures.map(({ kind }: { kind: string }) => kind)).toEqual(['NONE_REPORTED']);
  for (const { concerns } of [...incident.findings.nodes, ...incident.indicators, ...incident.measures]) {
    expect(concerns).toContainEqual({ id: 'incident-fx-i2' });
  }
});
