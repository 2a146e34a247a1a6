import { describe, expect, test } from '@jest/globals';
import { faultsOf, OPTIONS, recordsOfType } from '../sheets.js';
import { cites, type Draft, names, one } from './ftm-records.js';
import { changed, imported, line, WORLD } from './lines.js';

/** What becomes of people, organizations, places and documents of FollowTheMoney. */

test('records from FollowTheMoney have our shape and break no invariant, and every link and citation is accounted for', async () => {
  const { records, errors, report } = await imported(WORLD);
  expect(errors).toEqual([]);
  expect(faultsOf(records)).toEqual([]);
  expect(report.counts).toEqual({
    reports: 2,
    bodies: 2,
    people: 1,
    units: 2,
    locations: 1,
    postings: 1,
    'command-links': 1,
    incidents: 1,
  });
  expect(report.links.balance).toEqual({ in: 2, out: 2, repeated: 0, refused: 0 });
  expect(report.citations.balance).toEqual({ in: 3, out: 3, repeated: 0, refused: 0 });
});

test('FollowTheMoney entities get the same ids in each run, other ids in another dataset, and keep ids of our own', async () => {
  const ids = async (dataset: string) =>
    (await imported(WORLD, { dataset })).records.map(({ record }) => record.id).filter((id) => id !== undefined);
  expect(await ids('velmora')).toEqual(await ids('velmora'));
  expect((await ids('velmora'))[2]).toMatch(/^person-x-person-[0-9a-f]{12}$/);
  expect((await ids('other'))[2]).not.toBe((await ids('velmora'))[2]);
  const { records } = await imported([
    line('person-own', 'Person', { name: 'X' }),
    line('unit-own', 'Person', { name: 'Y' }),
  ]);
  expect(recordsOfType(records, 'people').map(({ id }) => id)).toEqual([
    'person-own',
    expect.stringMatching(/^person-unit-own-/),
  ]);
});

test('two FollowTheMoney ids that differ in case alone are two records', async () => {
  const { records } = await imported([line('A', 'Person', { name: 'X' }), line('a', 'Person', { name: 'Y' })]);
  expect(new Set(recordsOfType(records, 'people').map(({ id }) => id)).size).toBe(2);
});

test('a person from FollowTheMoney has names by kind and script, dated facts, the foreign id and its proof', async () => {
  const person = await one('people', WORLD);
  expect(names(person).map(({ value, kind, script }) => [value, kind, script])).toEqual([
    ['Tomas Ander', 'PREFERRED', 'Latn'],
    ['Томас Андер', 'TRANSLITERATION', 'Cyrl'],
    ['T. Ander', 'ALIAS', 'Latn'],
  ]);
  expect(person.facts).toEqual([{ property: 'BORN', value: '1979-03' }]);
  expect(person.identifiers).toEqual([
    { scheme: 'FTM', value: 'x-person', cites: [{ report: OPTIONS.fileAsReport.id, pinpoint: 'entity x-person' }] },
  ]);
  expect(cites(person).map(({ report }) => report)).toEqual([expect.stringMatching(/^report-x-doc-/)]);
});

test('a FollowTheMoney entity without a source cites the file itself, at its id', async () => {
  const unit = await one('units', WORLD);
  expect(cites(unit)).toEqual([{ report: OPTIONS.fileAsReport.id, pinpoint: 'entity x-battalion' }]);
});

test('the caption of a FollowTheMoney entity is its preferred name, and ids from before a merger are identifiers', async () => {
  const merged = line('x', 'Person', { name: ['A', 'B'] }, { caption: 'B', referents: ['x', 'old'] });
  const person = await one('people', [merged]);
  expect(names(person)[0]).toMatchObject({ value: 'B', kind: 'PREFERRED' });
  expect((person.identifiers as { value: string }[]).map(({ value }) => value)).toEqual(['x', 'old']);
});

describe('an organization from FollowTheMoney', () => {
  const organization = async (schema: string, properties: Record<string, string | string[]>, id = 'x') => {
    const { records } = await imported([line(id, schema, { name: 'X', ...properties })]);
    const last = records.at(-1);
    const facts = (last?.record.facts ?? []) as { property: string; code?: string }[];
    const code = (property: string) => facts.find((fact) => fact.property === property)?.code;
    return [last?.recordType, last?.record.kind ?? code('CLASSIFICATION'), code('COUNTRY')];
  };

  test('is a unit where it is military or one of ours', async () => {
    expect(await organization('PublicBody', { topics: 'mil', country: 'xv' })).toEqual(['units', 'ARMED_FORCES', 'XV']);
    expect(await organization('Organization', { topics: 'mil' })).toEqual(['units', undefined, undefined]);
    expect(await organization('Company', { topics: 'mil', classification: 'militia' })).toEqual([
      'units',
      'NON_STATE_ARMED_GROUP',
      undefined,
    ]);
    expect(await organization('PublicBody', { classification: 'POLICE' })).toEqual(['units', 'POLICE', undefined]);
    expect(await organization('PublicBody', { classification: 'GOVERNMENT' }, 'unit-x')).toEqual([
      'units',
      'GOVERNMENT',
      undefined,
    ]);
  });

  test('is otherwise a body of the kind that classification, topics and schema say', async () => {
    expect(await organization('Organization', { classification: 'COMMISSION' })).toEqual([
      'bodies',
      'COMMISSION',
      undefined,
    ]);
    expect(await organization('PublicBody', { topics: 'gov.judicial' })).toEqual(['bodies', 'COURT', undefined]);
    expect(await organization('PublicBody', {})).toEqual(['bodies', 'AUTHORITY', undefined]);
    expect(await organization('Organization', {})).toEqual(['bodies', 'NGO', undefined]);
  });

  test('is a unit and a body where it commands and publishes', async () => {
    expect(
      await one('units', [line('org-x', 'PublicBody', { name: 'X', classification: 'GOVERNMENT' })]),
    ).toMatchObject({
      id: 'org-x',
      body: { kind: 'AUTHORITY' },
      facts: [{ property: 'CLASSIFICATION', value: 'GOVERNMENT', code: 'GOVERNMENT' }],
    });
  });
});

test('a FollowTheMoney address is a location with its coordinates and their source', async () => {
  expect(await one('locations', WORLD)).toMatchObject({
    names: [expect.objectContaining({ value: 'Ostra, Tarn Region' })],
    kind: 'PLACE',
    facts: [{ property: 'COUNTRY', value: 'XV', code: 'XV' }],
    latitude: 10.25,
    longitude: -20.5,
    coordinatesFrom: OPTIONS.fileAsReport.id,
  });
});

test('a FollowTheMoney territory is a location within another', async () => {
  const lines = [
    line('location-v', 'Territory', { name: 'Velmora', level: 'country', country: 'xv' }),
    line('location-t', 'Territory', { name: 'Tarn', level: 'adm1', partOf: 'location-v' }),
  ];
  expect(await one('locations', lines)).toMatchObject({ kind: 'REGION', within: 'location-v' });
});

test('the residence of a person in FollowTheMoney is left out', async () => {
  const home = line('x-home', 'Address', { full: '1 Lane, Ostra' });
  const { records, problems } = await imported([home, ...changed('x-person', { addressEntity: 'x-home' })]);
  expect(JSON.stringify(records)).not.toContain('Lane');
  expect(problems).toContainEqual(
    expect.objectContaining({ row: 1, message: 'Addresses of people are not imported.' }),
  );
});

test('a FollowTheMoney document is a report with its publisher, day and two-letter language', async () => {
  expect(await one('reports', WORLD)).toEqual({
    id: expect.stringMatching(/^report-x-doc-/),
    title: 'Report on Velmora',
    publisher: expect.stringMatching(/^body-open-archive-of-velmora-/),
    publishedOn: '2023-03-15',
    retrievedAt: '2023-03-16',
    language: 'en',
    url: 'https://example.org/report.pdf',
  });
});

test('a FollowTheMoney interval without proof cites the document at its address', async () => {
  const lines = changed('x-control', {
    sourceUrl: 'https://example.org/report.pdf',
    publisher: 'Open Archive of Velmora',
  });
  const { records, problems } = await imported(lines);
  expect(cites(recordsOfType(records, 'command-links')[0])).toEqual([
    { report: expect.stringMatching(/^report-x-doc-/) },
  ]);
  expect(problems.filter(({ row }) => row === 6)).toEqual([]);
});

test('every record from a confidential FollowTheMoney file is confidential', async () => {
  const fileAsReport = { ...OPTIONS.fileAsReport, publishedOn: '2024-01-01', access: 'CONFIDENTIAL' as const };
  const { records } = await imported(WORLD, { fileAsReport });
  expect(faultsOf(records)).toEqual([]);
  const claims = records.flatMap(({ record }) => (record.names as object[]) ?? [record]);
  expect(new Set(claims.map((claim) => (claim as Draft).access))).toEqual(new Set(['CONFIDENTIAL']));
});
