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
} from './sample-pages.js';

const AT = '2026-01-05T06:07:08.999Z';
const linesOf = (one: ExportRecord, profile: Profile) =>
  entitiesOf(one, AROUND, profile).map((entity) => ftmLine(entity, AT));
const full = (one: ExportRecord) => linesOf(one, 'full');

test('a person has names and the reports that give them as proof, and is of the datasets of the names', () => {
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

test('an armed unit is a public body with the topic of the military, and its country in small letters', () => {
  expect(full(UNIT)).toMatchObject([{ schema: 'PublicBody', properties: { topics: ['mil'], country: ['ua'] } }]);
});

test.each(['NON_STATE_ARMED_GROUP', 'MIXED_FORCES'])('%s is no public body', (kind) => {
  const group = record('Unit', 'unit-two', { kind });
  expect(full(group)).toMatchObject([{ schema: 'Organization', properties: { topics: ['mil'] } }]);
});

test('a country of a code for private use is left out: it would be another country', () => {
  const [unit] = full({ ...UNIT, properties: { ...UNIT.properties, country: 'XV' } });
  expect(unit).not.toHaveProperty('properties.country');
});

test('a posting is a position and its occupancy; a first citation is no start, and marks of doubt go', () => {
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
          controlType: ['COMMAND'],
          startDate: ['2021'],
          date: ['2023'],
        },
      },
    ]);
  });

  test('is a link without a name in the compatible one, and so is a link that carries no command', () => {
    const expected = [{ schema: 'UnknownLink', properties: { subject: ['unit-one'], object: ['unit-two'] } }];
    expect(linesOf(COMMAND, 'compat')).toMatchObject(expected);
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

test('the compatible profile has addresses and publishers on links, which have no proof before 4.0, and proof on things', () => {
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

  test('in proceedings is a case with a party for each whom it is about', () => {
    expect(finding('WARRANT', 'CRIMINAL')).toMatchObject([
      { id: 'finding-one', schema: 'CourtCase', properties: { name: ['On one'], court: ['House'], type: ['WARRANT'] } },
      { schema: 'CourtCaseParty', properties: { party: ['person-one'], case: ['finding-one'], date: ['2023-03-17'] } },
    ]);
  });

  test.each([
    ['FACTUAL_FINDING', 'FACT_FINDING'],
    ['ALLEGATION', 'CRIMINAL'],
    ['FAIR_TRIAL_ASSESSMENT', 'CRIMINAL'],
  ])('that is a %s (%s) makes nobody a party to a case: it is a note', (type, domain) => {
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

  test('that lists somebody is a sanction of each', () => {
    expect(finding('SANCTION', 'ADMINISTRATIVE')).toMatchObject([
      {
        id: 'finding-one-person-one',
        schema: 'Sanction',
        properties: { entity: ['person-one'], authority: ['House'], summary: ['On one'], listingDate: ['2023-03-17'] },
      },
    ]);
  });
});

test('an incident has the reports that attribute it as proof too, in the dataset that does so', () => {
  const [event] = entitiesOf({ ...INCIDENT, properties: { ...INCIDENT.properties, dataset: 'other' } }, AROUND, 'full');
  const proof = event?.statements.filter(({ prop }) => prop === 'proof').map(({ value, dataset }) => [value, dataset]);
  expect(proof).toEqual([
    ['report-a', 'other'],
    ['report-b', 'other'],
    ['report-b', 'small'],
  ]);
});

describe('a statement', () => {
  const rows = async (profile: Profile) =>
    (await whole(statementLines(profile, AT, pagesOf([{ ...PERSON, properties: { recordedAt: AT } }]))))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

  test('has an id by the rule of FollowTheMoney, with the language of a name', async () => {
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

  test('of what an entity is comes first, and its value is a hash over the others', async () => {
    const [base, ...others] = await rows('compat');
    const ids = others.map(({ id }) => id).sort();
    expect(base).toMatchObject({ prop: 'id', value: sha1(`Person${ids.join('')}`) });
    expect(base.id).toBe(sha1(`names.person-one.id.${base.value}`));
    expect(others.map(({ prop }) => prop)).toEqual(['name', 'alias', 'proof']);
  });
});

test('each line is an object whose values are lists of texts', async () => {
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
