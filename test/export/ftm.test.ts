import { describe, expect, test } from '@jest/globals';
import { PROPERTIES } from '../../src/export/export.cypher.js';
import { ftmLines, ftmOf } from '../../src/export/ftm/ftm.js';
import { LOSSES } from '../../src/export/ftm/losses.js';
import { MAPPINGS } from '../../src/export/ftm/schemata.js';
import { CLAIM_KINDS } from '../../src/shared/vocabulary.js';
import {
  AROUND,
  COMMAND,
  INCIDENT,
  PERSON,
  PLACE,
  POSTING,
  pagesOf,
  REPORT,
  record,
  UNIT,
  whole,
} from './made-pages.js';

const full = (one: Parameters<typeof ftmOf>[0]) => ftmOf(one, AROUND, 'full');

test('a person has names and the reports that give them as proof', () => {
  expect(full(PERSON)).toEqual([
    {
      id: 'person-one',
      schema: 'Person',
      properties: { name: ['@Пётр Орлов'], alias: ['@Пётр Орлов (other)'], proof: ['report-a'] },
      datasets: [],
    },
  ]);
});

test('an armed unit is a public body with the topic of the military, and its country in small letters', () => {
  expect(full(UNIT)).toMatchObject([{ schema: 'PublicBody', properties: { topics: ['mil'], country: ['ua'] } }]);
  const group = record('Unit', 'unit-two', { kind: 'NON_STATE_ARMED_GROUP' });
  expect(full(group)).toMatchObject([{ schema: 'Organization', properties: { topics: ['mil'] } }]);
});

test('a posting is a position and its occupancy; a first citation is no start, and marks of doubt go', () => {
  const [position, occupancy] = full(POSTING);
  expect(position).toMatchObject({
    id: 'claim-one-position',
    schema: 'Position',
    properties: { organization: ['unit-one'] },
  });
  expect(occupancy).toEqual({
    id: 'claim-one',
    schema: 'Occupancy',
    properties: {
      holder: ['person-one'],
      post: ['claim-one-position'],
      date: ['2022-03'],
      endDate: ['2022-05-31'],
      summary: ['COMMANDER'],
      proof: ['report-a', 'report-b'],
    },
    datasets: ['small'],
  });
});

test('a posting whose person may not be told is left out whole', () => {
  expect(full({ ...POSTING, links: POSTING.links.filter(({ type }) => type !== 'OF') })).toEqual([]);
});

describe('a link of command', () => {
  test('is control in the full profile, from the superior over the subordinate', () => {
    expect(full(COMMAND)).toMatchObject([
      {
        schema: 'Control',
        properties: {
          controller: ['unit-two'],
          controlled: ['unit-one'],
          role: ['COMMAND'],
          startDate: ['2021'],
          date: ['2023'],
        },
      },
    ]);
  });

  test('is a link without a name in the compatible one, and so is a link that carries no command', () => {
    const expected = [{ schema: 'UnknownLink', properties: { subject: ['unit-one'], object: ['unit-two'] } }];
    expect(ftmOf(COMMAND, AROUND, 'compat')).toMatchObject(expected);
    expect(full({ ...COMMAND, properties: { kind: 'COOPERATION' } })).toMatchObject(expected);
  });
});

test('an incident names who is said to be involved; a place has its coordinates as texts', () => {
  expect(full(INCIDENT)).toMatchObject([
    {
      schema: 'Event',
      properties: {
        involved: ['unit-one'],
        addressEntity: ['location-one'],
        startDate: ['2022-03-05'],
        keywords: ['KILLING', 'DISPLACEMENT'],
      },
    },
  ]);
  expect(full(PLACE)).toMatchObject([{ schema: 'Address', properties: { latitude: ['-10.5'], longitude: ['37.25'] } }]);
});

test('the compatible profile ties a person to its reports by documentation', () => {
  const [person, documentation] = ftmOf(PERSON, AROUND, 'compat');
  expect(person).not.toHaveProperty('properties.proof');
  expect(documentation).toMatchObject({
    schema: 'Documentation',
    properties: { document: ['report-a'], entity: ['person-one'] },
  });
});

test('a finding is a case with a party for each whom it is about', () => {
  const links = [
    { type: 'ABOUT', to: 'person-one', properties: {} },
    { type: 'BY', to: 'body-one', properties: {} },
  ];
  const finding = record('Finding', 'finding-one', { title: 'Warrant', type: 'WARRANT', decided: '2023-03-17' }, links);
  expect(full(finding)).toMatchObject([
    { id: 'finding-one', schema: 'CourtCase', properties: { name: ['Warrant'], court: ['House'], type: ['WARRANT'] } },
    { schema: 'CourtCaseParty', properties: { party: ['person-one'], case: ['finding-one'], date: ['2023-03-17'] } },
  ]);
});

test('each line is an object whose values are lists of texts', async () => {
  const text = await whole(ftmLines('full', pagesOf([PERSON, UNIT, POSTING], [COMMAND, INCIDENT, PLACE, REPORT])));
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(8);
  for (const { id, schema, properties } of lines) {
    expect([typeof id, typeof schema]).toEqual(['string', 'string']);
    for (const values of Object.values<unknown[]>(properties)) {
      expect(values.length).toBeGreaterThan(0);
      expect(values.every((value) => typeof value === 'string' && value !== '')).toBe(true);
    }
  }
});

test('each kind of record is mapped, or declared lost as a whole', () => {
  const lost = LOSSES.filter(({ of }) => of.includes('*')).map(({ kind }) => kind);
  const kinds = ['Person', 'Unit', 'Body', 'Location', 'Incident', 'Finding', 'Report', ...CLAIM_KINDS];
  const elsewhere = ['Name', 'Attribution'];
  expect([...Object.keys(MAPPINGS), ...lost, ...elsewhere].sort()).toEqual(kinds.sort());
});

describe('a property that an export may show', () => {
  const KINDS = Object.keys(MAPPINGS);
  const declared = (kind: string) =>
    LOSSES.filter((loss) => loss.kind === '*' || loss.kind === kind).flatMap(({ of }) => of);
  const VALUES: Readonly<Record<string, string | string[]>> = {
    kind: 'COMMAND',
    kinds: ['x-kinds'],
    means: ['x-means'],
    firstHardness: 'START',
    lastHardness: 'END',
    language: 'uk',
  };
  /** Properties of each kind, by what the format of the data files says. */
  const HELD: Readonly<Record<string, readonly string[]>> = {
    Person: [],
    Unit: ['kind', 'country', 'placeholder', 'bodyKind'],
    Body: ['bodyKind'],
    Location: ['kind', 'country', 'precision'],
    Posting: [
      'role',
      'title',
      'rank',
      'first',
      'last',
      'note',
      'dataset',
      'status',
      'credibility',
      'legacyConfidence',
      'access',
      'recordedAt',
    ],
    CommandLink: [
      'kind',
      'first',
      'last',
      'note',
      'dataset',
      'status',
      'credibility',
      'legacyConfidence',
      'access',
      'recordedAt',
    ],
    Positioning: [
      'kind',
      'first',
      'last',
      'note',
      'dataset',
      'status',
      'credibility',
      'legacyConfidence',
      'access',
      'recordedAt',
    ],
    Incident: [
      'title',
      'summary',
      'kinds',
      'means',
      'precision',
      'first',
      'last',
      'note',
      'dataset',
      'status',
      'credibility',
    ],
    Finding: [
      'type',
      'title',
      'summary',
      'standard',
      'standardAsStated',
      'proofDomain',
      'inAbsentia',
      'decided',
      'published',
      'conductFrom',
      'conductTo',
      'note',
      'dataset',
    ],
    Report: [
      'title',
      'published',
      'url',
      'archivedUrl',
      'retrievedAt',
      'sha256',
      'language',
      'reliability',
      'partyToConflict',
      'note',
      'dataset',
    ],
  };
  const ENDS: Readonly<Record<string, readonly string[]>> = {
    Posting: ['OF', 'AT'],
    CommandLink: ['SUBORDINATE', 'SUPERIOR'],
    Positioning: ['OF', 'AT'],
    Finding: ['ABOUT', 'BY'],
  };

  test.each(KINDS)('of a %s is in the entity or declared lost, never both', (kind) => {
    const links = (ENDS[kind] ?? []).map((type) => ({ type, to: 'unit-one', properties: {} }));
    for (const name of HELD[kind] ?? []) {
      expect(PROPERTIES).toContain(name);
      const value = VALUES[name] ?? (/first|last|decided|published|conduct/.test(name) ? '1987' : `x-${name}`);
      const hard = { firstHardness: 'START', lastHardness: 'END' };
      const text = JSON.stringify(full(record(kind, 'record-x', { ...hard, [name]: value }, links)));
      expect([kind, name, text.toLowerCase().includes(String(value).toLowerCase())]).toEqual([
        kind,
        name,
        !declared(kind).includes(name),
      ]);
    }
  });
});
