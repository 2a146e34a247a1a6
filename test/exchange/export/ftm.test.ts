import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { ExportRecord } from '../../../src/exchange/export/export.rules.js';
import { ftmLine, ftmLines } from '../../../src/exchange/export/ftm/ftm.js';
import type { Profile } from '../../../src/exchange/export/ftm/mapped-entity.js';
import { entitiesOf } from '../../../src/exchange/export/ftm/statement-entities.js';
import { statementLines } from '../../../src/exchange/export/ftm/statements.js';
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
  withCodes,
} from './sample-pages.js';

const AT = '2026-01-05T06:07:08.999Z';
const linesOf = (one: ExportRecord, profile: Profile, around = AROUND) =>
  entitiesOf(one, around, profile).map((entity) => ftmLine(entity, AT));
const full = (one: ExportRecord, around = AROUND) => linesOf(one, 'full', around);

test('a person in FollowTheMoney has its names, their reports as proof and their datasets', () => {
  expect(full(PERSON)).toEqual([
    {
      id: 'person-one',
      schema: 'Person',
      caption: '@Пётр Орлов',
      properties: { name: ['@Пётр Орлов'], alias: ['@Пётр Орлов (other)'], proof: ['report-a'] },
      datasets: ['names'],
      referents: [],
      first_seen: '2026-01-02T00:00:00',
      last_seen: '2026-01-05T06:07:08',
    },
  ]);
});

test('an armed unit in FollowTheMoney is a public body with the topic military and a lower-case country', () => {
  expect(full(UNIT)).toMatchObject([{ schema: 'PublicBody', properties: { topics: ['mil'], country: ['ua'] } }]);
});

test.each(['NON_STATE_ARMED_GROUP', 'MIXED_FORCES'])('%s is no public body in FollowTheMoney', (kind) => {
  const group = record('Unit', 'unit-two', {});
  expect(full(group, withCodes(AROUND, 'unit-two', { CLASSIFICATION: kind }))).toMatchObject([
    { schema: 'Organization', properties: { topics: ['mil'] } },
  ]);
});

test('a unit of no kind is an organization in FollowTheMoney without a topic', () => {
  const [unit] = full(record('Unit', 'unit-two', {}));
  expect(unit).toMatchObject({ schema: 'Organization' });
  expect(unit).not.toHaveProperty('properties.topics');
});

test('a country code for private use is left out of FollowTheMoney, where it means another country', () => {
  const [unit] = full(UNIT, withCodes(AROUND, 'unit-one', { COUNTRY: 'XV' }));
  expect(unit).not.toHaveProperty('properties.country');
});

test('a posting in FollowTheMoney is a position and an occupancy, without first citations as starts and without marks of doubt', () => {
  const [position, occupancy] = full(POSTING);
  expect(position).toMatchObject({
    id: 'claim-one-position',
    schema: 'Position',
    properties: { organization: ['unit-one'] },
  });
  expect(occupancy).toMatchObject({
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

test('a posting whose person may not be exported is left out of FollowTheMoney as a whole', () => {
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
          controlType: ['COMMAND'],
          startDate: ['2021'],
          date: ['2023'],
        },
      },
    ]);
  });

  test('is an unnamed link in the compatible profile, as a link that carries no command is', () => {
    const expected = [{ schema: 'UnknownLink', properties: { subject: ['unit-one'], object: ['unit-two'] } }];
    expect(linesOf(COMMAND, 'compat')).toMatchObject(expected);
    expect(full({ ...COMMAND, properties: { kind: 'COOPERATION' } })).toMatchObject(expected);
  });
});

test('an incident in FollowTheMoney names who is said to be involved, and a place has coordinates as texts', () => {
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

test('the compatible profile of FollowTheMoney puts addresses and publishers on links, and proof on things', () => {
  const [position, occupancy] = linesOf(POSTING, 'compat');
  expect(position).toHaveProperty('properties.proof', ['report-a', 'report-b']);
  expect(occupancy).not.toHaveProperty('properties.proof');
  expect(occupancy).toMatchObject({ properties: { sourceUrl: ['https://example.org/a'], publisher: ['House'] } });
});

describe('a finding', () => {
  const links = ['ABOUT person-one', 'BY body-one', 'CONCERNS incident-one'].map((link) => {
    const [type = '', to = ''] = link.split(' ');
    return { type, to, properties: {} };
  });
  const finding = (type: string, proofDomain: string) =>
    full(record('Finding', 'finding-one', { title: 'On one', type, proofDomain, decided: '2023-03-17' }, links));

  test('in proceedings is a FollowTheMoney case with a party for each subject', () => {
    expect(finding('WARRANT', 'CRIMINAL')).toMatchObject([
      { id: 'finding-one', schema: 'CourtCase', properties: { name: ['On one'], court: ['House'], type: ['WARRANT'] } },
      { schema: 'CourtCaseParty', properties: { party: ['person-one'], case: ['finding-one'], date: ['2023-03-17'] } },
    ]);
  });

  test.each([
    ['FACTUAL_FINDING', 'FACT_FINDING'],
    ['ALLEGATION', 'CRIMINAL'],
    ['FAIR_TRIAL_ASSESSMENT', 'CRIMINAL'],
  ])('of the type %s (%s) is a FollowTheMoney note, and makes nobody a party to a case', (type, domain) => {
    expect(finding(type, domain)).toMatchObject([
      {
        id: 'finding-one',
        schema: 'Note',
        properties: {
          name: ['On one'],
          publisher: ['House'],
          keywords: [type, domain],
          entity: ['person-one', 'incident-one'],
          createdAt: ['2023-03-17'],
        },
      },
    ]);
  });

  test('with a list of people is a FollowTheMoney sanction of each', () => {
    expect(finding('SANCTION', 'ADMINISTRATIVE')).toMatchObject([
      {
        id: 'finding-one-person-one',
        schema: 'Sanction',
        properties: { entity: ['person-one'], authority: ['House'], summary: ['On one'], listingDate: ['2023-03-17'] },
      },
    ]);
  });
});

test('an incident in FollowTheMoney also has the reports of its attributions as proof, in their dataset', () => {
  const [event] = entitiesOf({ ...INCIDENT, properties: { ...INCIDENT.properties, dataset: 'other' } }, AROUND, 'full');
  const proof = event?.statements.filter(({ prop }) => prop === 'proof').map(({ value, dataset }) => [value, dataset]);
  expect(proof).toEqual([
    ['report-a', 'other'],
    ['report-b', 'other'],
    ['report-b', 'small'],
  ]);
});

describe('a FollowTheMoney statement', () => {
  const rows = async (profile: Profile) =>
    (await whole(statementLines(profile, AT, pagesOf([{ ...PERSON, properties: { recordedAt: AT } }]))))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

  test('has the id that the rule of FollowTheMoney gives, with the language of a name', async () => {
    const [, name] = await rows('full');
    expect(name).toEqual({
      canonical_id: 'person-one',
      entity_id: 'person-one',
      schema: 'Person',
      prop: 'name',
      value: '@Пётр Орлов',
      lang: 'ukr',
      original_value: null,
      dataset: 'names',
      external: false,
      origin: null,
      first_seen: '2026-01-02T00:00:00',
      last_seen: '2026-01-05T06:07:08',
      id: sha1('names.person-one.name.@Пётр Орлов@ukr'),
    });
  });

  test('names each id from before a merger as the entity of the name, and counts in the hash', async () => {
    const merged = { ...PERSON, referents: ['person-old', 'person-older'].map((id) => ({ id, access: 'PUBLIC' })) };
    const lines = await whole(statementLines('full', AT, pagesOf([{ ...merged, properties: { recordedAt: AT } }])));
    const [base, name, ...others] = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const formers = others.filter(({ entity_id }) => entity_id !== 'person-one');
    expect(formers).toEqual(
      ['person-old', 'person-older'].map((id) => ({
        ...name,
        entity_id: id,
        canonical_id: 'person-one',
        id: sha1(`names.${id}.name.@Пётр Орлов@ukr`),
      })),
    );
    const ids = [name, ...others].filter(({ dataset }) => dataset === 'names').map(({ id }) => id);
    expect(base.value).toBe(sha1(`Person${ids.sort().join('')}`));
  });

  test('of the id of an entity comes first, and its value is a hash over the others', async () => {
    const [base, ...others] = await rows('compat');
    const ids = others.map(({ id }) => id).sort();
    expect(base).toMatchObject({ prop: 'id', value: sha1(`Person${ids.join('')}`) });
    expect(base.id).toBe(sha1(`names.person-one.id.${base.value}`));
    expect(others.map(({ prop }) => prop)).toEqual(['name', 'alias', 'proof']);
  });
});

test('each line of FollowTheMoney is an object whose values are lists of texts', async () => {
  const text = await whole(ftmLines('full', AT, pagesOf([PERSON, UNIT, POSTING], [COMMAND, INCIDENT, PLACE, REPORT])));
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
