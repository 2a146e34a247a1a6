import { describe, expect, test } from '@jest/globals';
import { dump } from '../../support/fictional.js';
import { answer, useGraph } from '../../support/graph.js';
import { CITES, create, entries } from './edit-requests.js';

useGraph('fictional');

const RANGE = { first: '2022-03-05', firstBound: 'START', last: '2022-03-06', lastBound: 'END' };
const LATER = { first: '2020-01', firstBound: 'START', last: '2020-06', lastBound: 'END' };

/** One record of each kind, in the order in which they can be added. */
const RECORDS: [string, object][] = [
  ['Body', { body: { id: 'body-fx-new', kind: 'NGO', names: [{ value: 'New Group' }], cites: CITES } }],
  [
    'Report',
    {
      report: {
        id: 'report-fx-new',
        title: 'A new report',
        publisher: 'body-fx-new',
        publishedOn: '2024-05',
        retrievedAt: '2024-06-01',
        url: 'https://example.org/new',
        reliability: 'B',
        derivedFrom: ['report-fx-archive-2024'],
      },
    },
  ],
  [
    'Person',
    {
      person: {
        id: 'person-fx-new',
        names: [{ value: 'Nora New' }, { value: 'N. New', kind: 'ALIAS', cites: [{ report: 'report-fx-new' }] }],
        identifiers: [{ scheme: 'FICTION', value: '12' }],
        facts: [{ property: 'BORN', value: '1970' }],
        cites: CITES,
      },
    },
  ],
  [
    'Unit',
    { unit: { id: 'unit-fx-new', kind: ['POLICE'], country: ['XV'], names: [{ value: 'New Guard' }], cites: CITES } },
  ],
  [
    'Location',
    {
      location: {
        id: 'location-fx-new',
        kind: 'PLACE',
        latitude: 10.5,
        longitude: 10.25,
        coordinatesFrom: 'report-fx-gazetteer',
        within: 'location-fx-l1',
        names: [{ value: 'Newtown' }],
        cites: CITES,
      },
    },
  ],
  [
    'Posting',
    { posting: { person: 'person-fx-new', at: 'unit-fx-new', role: 'COMMANDER', range: RANGE, cites: CITES } },
  ],
  [
    'CommandLink',
    {
      commandLink: { subordinate: 'unit-fx-new', superior: 'unit-fx-u1', kind: 'COMMAND', range: LATER, cites: CITES },
    },
  ],
  [
    'Positioning',
    { positioning: { unit: 'unit-fx-new', location: 'location-fx-new', kind: 'SITE', range: LATER, cites: CITES } },
  ],
  ['Affiliation', { affiliation: { part: 'body-fx-new', whole: 'body-fx-lantern', kind: 'PART_OF', cites: CITES } }],
  [
    'Incident',
    {
      incident: {
        id: 'incident-fx-new',
        title: 'A new incident',
        kinds: ['KILLING'],
        range: RANGE,
        location: 'location-fx-new',
        precision: 'ADMIN2',
        attributions: [{ to: 'unit-fx-new', by: 'body-fx-new', cites: CITES }],
        casualties: [{ kind: 'KILLED', low: 2, best: 3, cites: CITES }],
        facts: [{ property: 'OCCURRED_ON', value: '2022-03-07' }],
        cites: CITES,
      },
    },
  ],
  [
    'Finding',
    {
      finding: {
        id: 'finding-fx-new',
        type: 'ALLEGATION',
        title: 'A new finding',
        by: 'body-fx-new',
        proofDomain: 'FACT_FINDING',
        publishedOn: '2024-05',
        about: ['unit-fx-new'],
        concerns: ['incident-fx-new'],
        classifies: [{ code: 'WAR_CRIMES', certainty: 'POSSIBLE' }],
        cites: CITES,
      },
    },
  ],
  [
    'Indicator',
    {
      indicator: {
        code: 'TASKS_PERFORMED',
        group: 'CONTROL',
        on: '2022-03',
        concerns: ['person-fx-new'],
        cites: CITES,
      },
    },
  ],
  [
    'Measure',
    { measure: { kind: 'TRAINING', on: '2022', concerns: ['unit-fx-new', 'incident-fx-new'], cites: CITES } },
  ],
  [
    'Attribution',
    {
      attribution: {
        incident: 'incident-fx-new',
        to: 'person-fx-new',
        by: 'body-fx-new',
        mode: 'ORDERED',
        cites: CITES,
      },
    },
  ],
  ['Fact', { casualties: { incident: 'incident-fx-new', kind: 'INJURED', best: 5, by: 'body-fx-new', cites: CITES } }],
  [
    'Name',
    {
      name: {
        of: 'person-fx-new',
        value: 'Нора Нью',
        lang: 'ru',
        script: 'Cyrl',
        kind: 'TRANSLITERATION',
        cites: CITES,
      },
    },
  ],
  ['Identifier', { identifier: { of: 'unit-fx-new', scheme: 'FICTION', value: '13', cites: CITES } }],
  ['Fact', { fact: { of: 'location-fx-new', property: 'POPULATION', value: '300', cites: CITES } }],
  ['Fact', { fact: { of: 'incident-fx-new', property: 'OCCURRED_ON', value: '2022-03-08', cites: CITES } }],
];

describe('a record of each kind', () => {
  test.each(RECORDS)('is created in one change with one entry in the journal: %s', async (kind, record) => {
    const before = await entries();
    const { record: made, created, entry, userErrors } = await create(record);
    expect(userErrors).toEqual([]);
    expect(created).toBe(true);
    expect(made.__typename).toBe(kind);
    expect(entry).toMatchObject({
      sequence: before + 1,
      actor: 'Test Editor',
      action: 'RECORD_CREATE',
      reason: 'For a test.',
    });
    expect(entry.subjects).toContain(made.id);
    expect(JSON.parse(entry.content)).toMatchObject({ dataset: 'fictional', record });
    expect(await entries()).toBe(before + 1);
    if (made.dataset !== undefined) expect(made.dataset).toBe('fictional');
  });

  test.each(RECORDS)('is returned as it is when it is created again: %s', async (kind, record) => {
    const before = await dump();
    const { record: made, created, entry, userErrors } = await create(record);
    expect({ userErrors, created, entry }).toEqual({ userErrors: [], created: false, entry: null });
    expect(made.__typename).toBe(kind);
    expect(await dump()).toEqual(before);
  });

  test('is visible to public readers, with all its content', async () => {
    const { person, incident } = await answer(`{
      person(id: "person-fx-new") {
        name names { value kind } identifiers { scheme value } facts { property value }
        postings { nodes { role unit { id } range { first firstBound last lastBound } } }
      }
      incident(id: "incident-fx-new") {
        title location { id latitude within { id } } casualties { property low best high by { id } } facts { value }
        attributions { nodes { mode to { ... on Unit { id } ... on Person { id } } } }
      }
    }`);
    expect(person).toMatchObject({
      name: 'Nora New',
      identifiers: [{ scheme: 'FICTION', value: '12' }],
      facts: [{ property: 'BORN', value: '1970' }],
    });
    expect(person.names.map(({ value }: { value: string }) => value)).toEqual(
      expect.arrayContaining(['Nora New', 'N. New', 'Нора Нью']),
    );
    expect(person.postings.nodes).toEqual([{ role: 'COMMANDER', unit: { id: 'unit-fx-new' }, range: RANGE }]);
    expect(incident.title).toBe('A new incident');
    expect(incident.location).toEqual({ id: 'location-fx-new', latitude: 10.5, within: { id: 'location-fx-l1' } });
    expect(incident.attributions.nodes).toHaveLength(2);
    expect(incident.casualties).toHaveLength(2);
  });
});
