import { expect, test } from '@jest/globals';
import { ftmLines } from '../../../../src/exchange/export/ftm/ftm.js';
import {
  AROUND,
  COMMAND,
  INCIDENT,
  PERSON,
  PLACE,
  POSTING,
  pagesAround,
  REPORT,
  record,
  UNIT,
  whole,
  withCodes,
} from '../../export/sample-pages.js';
import { recordsOfType } from '../sheets.js';
import { importedText } from './lines.js';

/** What our own export writes as FollowTheMoney comes back as far as FollowTheMoney holds it. */

const AT = '2026-01-01T00:00:00.000Z';
const TWO = record('Unit', 'unit-two', {});
const GROUP = withCodes(AROUND, 'unit-two', { CLASSIFICATION: 'NON_STATE_ARMED_GROUP' });
const BODY = record('Body', 'body-one', { bodyKind: 'NGO' });
const B = record('Report', 'report-b', { title: 'Report B', published: '2024' }, REPORT.links as never);
const ALL = [BODY, PERSON, UNIT, TWO, PLACE, POSTING, COMMAND, INCIDENT, REPORT, B];

async function back(profile: 'full' | 'compat', records = ALL) {
  return importedText(await whole(ftmLines(profile, AT, pagesAround(GROUP, records))));
}

test.each(['full', 'compat'] as const)(
  '%s keeps ids, names, kinds and sources in a round trip through FollowTheMoney',
  async (profile) => {
    const { records, errors } = await back(profile);
    expect(errors).toEqual([]);
    const ids = ['people', 'units', 'bodies', 'locations', 'incidents', 'reports'].flatMap((recordType) =>
      recordsOfType(records, recordType).map(({ id }) => id),
    );
    expect(ids).toEqual(
      expect.arrayContaining([
        'person-one',
        'unit-one',
        'unit-two',
        'body-one',
        'location-one',
        'incident-one',
        'report-a',
        'report-b',
      ]),
    );
    expect(recordsOfType(records, 'people')[0]).toMatchObject({
      names: [{ value: AROUND.entities.get('person-one')?.name, kind: 'PREFERRED', script: 'Cyrl' }, { kind: 'ALIAS' }],
      identifiers: [],
      cites: [{ report: 'report-a' }],
    });
    const fact = (property: string, code: string) => expect.objectContaining({ property, value: code, code });
    expect(recordsOfType(records, 'units').map(({ id, facts }) => [id, facts])).toEqual([
      ['unit-one', [fact('COUNTRY', 'UA'), fact('CLASSIFICATION', 'ARMED_FORCES')]],
      ['unit-two', [fact('CLASSIFICATION', 'NON_STATE_ARMED_GROUP')]],
    ]);
  },
);

test('a posting keeps role, title and dates, but no marks of doubt, in a round trip through FollowTheMoney', async () => {
  const { records } = await back('full');
  expect(recordsOfType(records, 'postings')).toEqual([
    {
      person: 'person-one',
      at: 'unit-one',
      role: 'COMMANDER',
      title: POSTING.properties.title,
      first: '2022-03 FIRST_CITED',
      last: '2022-05-31 END',
      cites: [{ report: 'report-a' }, { report: 'report-b' }],
    },
  ]);
  const { title: _title, ...untitled } = POSTING.properties;
  const without = await back('full', [...ALL.filter((one) => one !== POSTING), { ...POSTING, properties: untitled }]);
  expect(recordsOfType(without.records, 'postings')[0]).not.toHaveProperty('title');
});

test.each(['full', 'compat'] as const)(
  'in %s, a link of command keeps its direction in a round trip through FollowTheMoney',
  async (profile) => {
    const { records } = await back(profile);
    expect(recordsOfType(records, 'command-links')).toEqual([
      expect.objectContaining({
        subordinate: 'unit-one',
        superior: 'unit-two',
        kind: 'COMMAND',
        first: '2021 START',
        last: '2023 LAST_CITED',
      }),
    ]);
  },
);

test('an incident keeps its place in a round trip through FollowTheMoney, with a warning for its attributions', async () => {
  const { records, problems } = await back('full');
  const { kinds, first, last } = INCIDENT.properties;
  expect(recordsOfType(records, 'incidents')[0]).toMatchObject({
    kinds,
    first: `${first} START`,
    last: `${last} END`,
    location: 'location-one',
    attributions: [],
    identifiers: [],
  });
  expect(recordsOfType(records, 'locations')[0]).toMatchObject({ kind: 'PLACE', latitude: -10.5, longitude: 37.25 });
  expect(problems).toContainEqual(expect.objectContaining({ column: 'involved', got: 'unit-one' }));
});

test('a report keeps its publisher by name in a round trip through FollowTheMoney', async () => {
  const { records } = await back('full');
  expect(recordsOfType(records, 'reports').find(({ id }) => id === 'report-a')).toMatchObject({
    title: 'Report A',
    publisher: 'body-one',
    publishedOn: '2023',
    language: 'en',
    url: 'https://example.org/a',
  });
});

test.each([
  ['a warrant', { type: 'WARRANT', proofDomain: 'CRIMINAL', decided: '2023-03-17' }],
  ['a listing', { type: 'SANCTION', proofDomain: 'ADMINISTRATIVE', decided: '2023-03-17' }],
  ['a finding of fact', { type: 'FACTUAL_FINDING', proofDomain: 'FACT_FINDING', published: '2023-03-17' }],
])(
  '%s keeps its subject in a round trip through FollowTheMoney, with a warning for its standard',
  async (_what, properties) => {
    const links = [
      { type: 'ABOUT', to: 'person-one', properties: {} },
      { type: 'BY', to: 'body-one', properties: {} },
      { type: 'CITES', to: 'report-b', properties: {} },
    ];
    const finding = record('Finding', 'finding-one', { title: 'Finding One', ...properties }, links);
    const { records, errors, problems } = await back('full', [...ALL, finding]);
    expect(errors).toEqual([]);
    const { decided, published, ...kind } = properties as Record<string, string>;
    expect(recordsOfType(records, 'findings')).toEqual([
      expect.objectContaining({
        id: 'finding-one',
        title: 'Finding One',
        by: 'body-one',
        about: ['person-one'],
        ...kind,
        ...(decided ? { decidedOn: decided } : { publishedOn: published }),
      }),
    ]);
    expect(problems).toContainEqual(expect.objectContaining({ column: 'standard', got: 'NOT_STATED' }));
  },
);
