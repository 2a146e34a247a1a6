import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { dump } from '../../support/fictional.js';
import { askAsEditor, useGraph } from '../../support/graph.js';
import { CITES, CREATE, create, faults, mutate, posting } from './edit-requests.js';

useGraph('fictional');

let before: string[];
beforeAll(async () => {
  before = await dump();
});
/** Whatever is refused leaves nothing behind: no record, no entry, no version, no move of the clock. */
afterEach(async () => {
  expect(await dump()).toEqual(before);
});

const RANGE = { first: '2020-01', firstBound: 'START', last: '2020-06', lastBound: 'END' };
const incident = (more: object) => ({
  incident: { id: 'incident-fx-bad', title: 'Bad', kinds: ['KILLING'], range: RANGE, cites: CITES, ...more },
});
const finding = (more: object) => ({
  finding: {
    id: 'finding-fx-bad',
    type: 'ALLEGATION',
    title: 'Bad',
    by: 'body-fx-lantern',
    proofDomain: 'FACT_FINDING',
    publishedOn: '2023-06',
    cites: CITES,
    ...more,
  },
});
const person = (more: object) => ({
  person: { id: 'person-fx-bad', names: [{ value: 'Bad' }], cites: CITES, ...more },
});
const location = (more: object) => ({
  location: { id: 'location-fx-bad', kind: 'PLACE', names: [{ value: 'Bad' }], cites: CITES, ...more },
});
const measure = (more: object) => ({
  measure: { kind: 'TRAINING', on: '2020', concerns: ['unit-fx-u3'], cites: CITES, ...more },
});
const long = 'x'.repeat(2_001);

describe('an input of the wrong shape is refused with the field:', () => {
  test.each<[string, string, string | null, object]>([
    ['posting.person', 'an id such as person-some-name', 'unit-fx-u3', posting({ person: 'unit-fx-u3' })],
    ['posting.range.first', 'a date as YYYY', '2022-13', posting({ range: { ...RANGE, first: '2022-13' } })],
    ['posting.range.last', 'a date as YYYY', '', posting({ range: { ...RANGE, last: '' } })],
    ['posting.range.last', 'a date as YYYY', '2020 END', posting({ range: { ...RANGE, last: '2020 END' } })],
    ['posting.credibility', 'at most 6', '9', posting({ credibility: 9 })],
    ['posting.credibility', 'at least 1', '0', posting({ credibility: 0 })],
    ['posting.title', 'at most 2000 characters', long.slice(0, 80), posting({ title: long })],
    ['posting.title', 'at least 1 characters', '  ', posting({ title: '  ' })],
    ['posting.cites', 'at least 1 items', '[]', posting({ cites: [] })],
    ['posting.cites.0.report', 'an id such as report-some-name', 'x', posting({ cites: [{ report: 'x' }] })],
    ['posting.cites.0.paragraph', 'at least', '0', posting({ cites: [{ report: 'report-fx-un-2022', paragraph: 0 }] })],
    ['measure.on', 'a date as YYYY', 'spring', measure({ on: 'spring' })],
    [
      'measure.concerns.1',
      'an id such as',
      'body-fx-lantern',
      measure({ concerns: ['unit-fx-u3', 'body-fx-lantern'] }),
    ],
    ['person.id', 'an id such as person-some-name', 'person-FX', person({ id: 'person-FX' })],
    [
      'person.names.1.lang',
      'at least 2 characters',
      'e',
      person({ names: [{ value: 'Good' }, { value: 'Bad', lang: 'e' }] }),
    ],
    [
      'person.facts.0.property',
      'a text that matches',
      'born',
      person({ facts: [{ property: 'born', value: '1970' }] }),
    ],
    ['location.latitude', 'at most 90', '91', location({ latitude: 91, longitude: 1 })],
    [
      'incident.casualties.0.low',
      'at least 0',
      '-1',
      incident({ casualties: [{ kind: 'KILLED', low: -1, cites: CITES }] }),
    ],
    ['finding.decidedOn', 'a date as YYYY', '2023-02-30', finding({ decidedOn: '2023-02-30' })],
    [
      'name.of',
      'the id of a person, unit, body or location',
      'incident-fx-i1',
      { name: { of: 'incident-fx-i1', value: 'X', cites: CITES } },
    ],
    [
      'fact.of',
      'the id of a person, unit, body or location, or of an incident',
      'x',
      { fact: { of: 'x', property: 'BORN', value: '1', cites: CITES } },
    ],
    [
      'attribution.incident',
      'the id of an incident',
      'unit-fx-u3',
      { attribution: { incident: 'unit-fx-u3', to: 'unit-fx-u3', by: 'body-fx-un', cites: CITES } },
    ],
    [
      'attribution.to',
      'an id such as person-some-name',
      'body-fx-un',
      { attribution: { incident: 'incident-fx-i1', to: 'body-fx-un', by: 'body-fx-un', cites: CITES } },
    ],
    [
      'identifier.scheme',
      'a text that matches',
      'wiki',
      { identifier: { of: 'person-fx-anders', scheme: 'wiki', value: 'Q1', cites: CITES } },
    ],
  ])('%s: expected %s', async (field, expected, got, record) => {
    const payload = await create(record);
    expect(faults(payload)).toEqual([`input.record.${field} BAD_INPUT`]);
    const [error] = payload.userErrors;
    expect(error?.expected).toContain(expected);
    expect(error?.got).toBe(got);
    expect(error?.message).toMatch(/^Expected .*; got .*\.$/s);
    expect(payload).toMatchObject({ record: null, created: false, entry: null });
  });

  test('all errors are returned at once', async () => {
    const payload = await create(posting({ person: 'x', credibility: 0, range: { ...RANGE, first: '1' } }));
    expect(faults(payload)).toEqual([
      'input.record.posting.credibility BAD_INPUT',
      'input.record.posting.person BAD_INPUT',
      'input.record.posting.range.first BAD_INPUT',
    ]);
  });

  test('an empty reason, and an unknown dataset', async () => {
    const input = { dataset: 'fictional', reason: ' ', record: posting() };
    expect(faults(await mutate(CREATE, input))).toEqual(['input.reason BAD_INPUT']);
    const nowhere = { dataset: 'nowhere', reason: 'For a test.', record: posting() };
    expect(faults(await mutate(CREATE, nowhere))).toEqual(['input.dataset NOT_FOUND']);
  });

  test.each([
    ['no kind of record', {}],
    ['two kinds of record', { ...posting(), ...measure({}) }],
  ])('%s, as an error of the operation', async (_what, record) => {
    const { errors } = await askAsEditor(CREATE, { input: { dataset: 'fictional', reason: 'x', record } });
    expect(errors.map(({ message }) => message).join()).toMatch(/[Ee]xactly one/);
  });
});

const NIGHT = { of: 'unit-fx-night-cell' };
const cite = (report: string) => [{ report }];

describe('a record that would break an invariant is refused with the field to correct:', () => {
  test.each<[string, object]>([
    ['posting.person', posting({ person: 'person-fx-nobody' })],
    ['posting.at', posting({ at: 'unit-fx-none' })],
    ['posting.appointedBy', posting({ appointedBy: 'person-fx-nobody' })],
    ['posting.cites.1.report', posting({ cites: [...CITES, { report: 'report-fx-none' }] })],
    ['name.of', { name: { of: 'person-fx-nobody', value: 'X', cites: CITES } }],
    [
      'attribution.by',
      { attribution: { incident: 'incident-fx-i1', to: 'unit-fx-u3', by: 'body-fx-none', cites: CITES } },
    ],
    ['casualties.incident', { casualties: { incident: 'incident-fx-none', kind: 'KILLED', best: 1, cites: CITES } }],
    [
      'incident.attributions.0.to',
      incident({ attributions: [{ to: 'unit-fx-none', by: 'body-fx-lantern', cites: CITES }] }),
    ],
    ['person.names.0.cites.0.report', person({ names: [{ value: 'Bad', cites: cite('report-fx-none') }] })],
    ['person.cites.0.report', person({ cites: cite('report-fx-none') })],
    ['finding.classifies.1.code', finding({ classifies: [{ code: '8(2)(a)(i)' }, { code: '8 (9)' }] })],
    ['finding.follows.0', finding({ follows: ['finding-fx-none'] })],
    ['person.names.0.cites', person({ cites: null })],
    ['location.coordinatesFrom', location({ latitude: 1, longitude: 2 })],
    ['location.longitude', location({ latitude: 1, coordinatesFrom: 'report-fx-gazetteer' })],
    ['location.latitude', location({ longitude: 1, coordinatesFrom: 'report-fx-gazetteer' })],
    ['location.kind', location({ kind: null })],
    ['person.names', person({ names: [] })],
    ['posting.range.last', posting({ range: { ...RANGE, last: '2019' } })],
    ['incident.range.last', incident({ range: { ...RANGE, last: '2019' } })],
    ['posting.range.last', posting({ range: { ...RANGE, last: '2024-06' } })],
    ['measure.on', measure({ on: '2024-06' })],
    ['finding.decidedOn', finding({ decidedOn: '2024-06', publishedOn: '2024-06' })],
    ['finding.decidedOn', finding({ decidedOn: '2023-07' })],
    ['finding.conductTo', finding({ conductFrom: '2022-02', conductTo: '2022-01' })],
    ['finding.type', finding({ type: 'CONVICTION' })],
    ['finding.reverses.0', finding({ decidedOn: '2022-01', reverses: ['finding-fx-d'] })],
    ['finding.about', finding({ type: 'STATE_RESPONSIBILITY', about: ['unit-fx-u3', 'person-fx-carls'] })],
    ['posting.at', posting({ at: 'unit-fx-unknown-brigade' })],
    [
      'attribution.to',
      {
        attribution: { incident: 'incident-fx-i1', to: 'unit-fx-unknown-brigade', by: 'body-fx-lantern', cites: CITES },
      },
    ],
    [
      'commandLink.superior',
      {
        commandLink: { subordinate: 'unit-fx-u3', superior: 'unit-fx-u3', kind: 'COMMAND', range: RANGE, cites: CITES },
      },
    ],
    ['fact.access', { fact: { ...NIGHT, property: 'STRENGTH', value: '10', cites: CITES } }],
    ['posting.access', posting({ person: 'person-fx-kesh' })],
    ['casualties.best', { casualties: { incident: 'incident-fx-i1', kind: 'KILLED', low: 4, best: 3, cites: CITES } }],
    [
      'incident.casualties.1.best',
      incident({
        casualties: [
          { kind: 'KILLED', low: 1, cites: CITES },
          { kind: 'INJURED', cites: CITES },
        ],
      }),
    ],
    ['fact.property', { fact: { of: 'incident-fx-i1', property: 'KILLED', value: 'many', cites: CITES } }],
    ['incident.precision', incident({ kinds: ['SEXUAL_VIOLENCE'], precision: 'EXACT_POINT' })],
    ['incident.location', incident({ kinds: ['SEXUAL_VIOLENCE'], location: 'location-fx-l1' })],
    ['incident.range.first', incident({ kinds: ['SEXUAL_VIOLENCE'], range: { ...RANGE, first: '2020-01-05' } })],
    [
      'incident.facts.0.value',
      incident({ kinds: ['SEXUAL_VIOLENCE'], facts: [{ property: 'OCCURRED_ON', value: '2020-01-05', cites: CITES }] }),
    ],
  ])('%s', async (field, record) => {
    const payload = await create(record);
    expect(faults(payload)).toEqual([`input.record.${field} INVARIANT`]);
    expect(payload).toMatchObject({ record: null, created: false, entry: null });
    expect(payload.userErrors[0]?.message).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a paragraph in a citation', () => {
  const cited = (more: object) => posting({ cites: [{ report: 'report-fx-un-2022', ...more }] });
  const SHA = 'a'.repeat(64);

  test.each([
    ['the SHA-256 is not known', 'passageSha256 INVARIANT', { document: 'text', paragraph: 3 }],
    [
      'the SHA-256 is none',
      'passageSha256 BAD_INPUT',
      { document: 'text', paragraph: 3, passageSha256: 'A'.repeat(64) },
    ],
    ['there is no number to the SHA-256', 'paragraph BAD_INPUT', { passageSha256: SHA }],
    ['nobody says of which text it is', 'document BAD_INPUT', { paragraph: 3, passageSha256: SHA }],
  ])('is refused where %s', async (_why, fault, more) => {
    expect(faults(await create(cited(more)))).toEqual([`input.record.posting.cites.0.${fault}`]);
  });
});

describe('an id that exists already', () => {
  test.each([
    ['person.id', { person: { id: 'location-fx-l1', names: [{ value: 'X' }], cites: CITES } }, 'BAD_INPUT'],
    ['person.id', { person: { id: 'person-fx-anders', names: [{ value: 'X' }], cites: CITES } }, 'TAKEN'],
    ['report.id', { report: { id: 'report-fx-un-2022', title: 'Other', publisher: 'body-fx-lantern' } }, 'TAKEN'],
    ['incident.id', incident({ id: 'incident-fx-i1' }), 'TAKEN'],
    ['finding.id', finding({ id: 'finding-fx-a' }), 'TAKEN'],
    ['unit.id', { unit: { id: 'unit-fx-u3', kind: 'POLICE', names: [{ value: 'X' }], cites: CITES } }, 'TAKEN'],
  ])('is refused: %s', async (field, record, code) => {
    expect(faults(await create(record))).toEqual([`input.record.${field} ${code}`]);
  });
});
