import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { convertMapped } from '../../../../src/exchange/import/map/map.js';
import { suggestMap } from '../../../../src/exchange/import/suggest/suggest.js';
import { DOUBT } from '../../../../src/model/vocabulary.js';
import { sameAsFile } from '../../../support/golden-file.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { allOf, faultsOf, OPTIONS, type Outcome, recordsOfType } from '../sheets.js';

/** Drafts of maps for invented tables in the shapes that others use: their headings, languages and habits. */

const DATA = fileURLToPath(new URL('data', import.meta.url));
const DRAFTS = fileURLToPath(new URL('drafts', import.meta.url));
const TABLES = readdirSync(DATA).sort();

const draftOf = (table: string) =>
  suggestMap(join(DATA, table), 'velmora', { encoding: undefined, onNote: () => undefined });

/** Imports a table with the draft after a person has completed it. */
async function completed(table: string, answers: readonly (readonly [string, string])[]): Promise<Outcome> {
  let draft = await draftOf(table);
  for (const [open, answer] of answers) {
    expect(draft).toContain(open);
    draft = draft.replaceAll(open, answer);
  }
  const map = join(temporaryFolder(), 'completed.map.yaml');
  await writeFile(map, draft);
  const fileAsReport = { ...OPTIONS.fileAsReport, publishedOn: '2024-06-01' };
  return allOf(convertMapped({ table: join(DATA, table), map }, { ...OPTIONS, fileAsReport }));
}

const REVIEW = ['- TODO ', '# '] as const;

describe('the draft of a map', () => {
  test.each(TABLES)('for %s is as it was reviewed', async (table) => {
    sameAsFile(join(DRAFTS, `${basename(table, extname(table))}.map.yaml`), await draftOf(table));
  });

  test.each(TABLES)('for %s is refused as long as a TODO stands in it, with the line of each', async (table) => {
    const { errors, records } = await completed(table, []);
    const lines = (await draftOf(table)).split('\n');
    const open = lines.flatMap((line, at) => (/^[^#]*\bTODO\b/.test(line) ? [at + 1] : []));
    expect(errors.map(({ row, expected }) => [row, expected])).toEqual(open.map((row) => [row, 'your decision']));
    expect(open.length).toBeGreaterThan(0);
    expect(records).toEqual([]);
  });

  test.each(TABLES)('for %s makes nobody the perpetrator of an incident', async (table) => {
    expect(await draftOf(table)).not.toContain('template: attributions');
  });

  test('keeps columns that may name victims, witnesses or ways to reach them out of all records', async () => {
    const names = ['victim_info/victim_name', 'witness/witness_name', 'witness/phone'];
    const lines = (await draftOf('kobo.csv')).split('\n').filter((line) => names.some((name) => line.includes(name)));
    expect(lines.map((line) => line.trim().replace(/ {3}#.*/, ''))).toEqual(names.map((name) => `- "${name}"`));
    expect((await draftOf('kobo.csv')).includes('A. Name')).toBe(false);
  });
});

describe('the draft of a map for a list of incidents that names units and commanders', () => {
  test.each(['detainees.csv', 'incidents-uk.csv', 'disappearances-es.csv'])(
    'makes no person, unit or post of %s',
    async (table) => {
      expect((await draftOf(table)).match(/(?<=template: )\S+/g)).not.toContainEqual(
        expect.stringMatching(/^(people|units|postings|command-links)$/),
      );
    },
  );

  test.each(['detainees.csv', 'detainees-ar.csv', 'incidents-uk.csv', 'strikes.csv', 'disappearances-es.csv'])(
    'shows no name of a person in %s',
    async (table) => {
      expect(await draftOf(table)).not.toMatch(
        /Person 0|The Miller|Persona 3|"Dos"|Testigo Tres|Father"|Col\. Ander|I\. One|555|Name One|فلان|"أب"|Андер|Іваненко|А\. Б\./,
      );
    },
  );
});

/** What a person decides, and what the table then gives: counts of records, and what the report says of doubts. */
const COMPLETED: readonly (readonly [string, readonly (readonly [string, string])[], object])[] = [
  [
    'events.csv',
    [REVIEW, ['"3": TODO', '"3": ATTACK_ON_CIVILIANS'], ['"1": TODO', '"1": null']],
    { reports: 1, bodies: 1, locations: 2, incidents: 2 },
  ],
  [
    'officers-numbered.csv',
    [
      REVIEW,
      ['from: TODO', 'from: [Given names, Surname, DOB]'],
      ['value: TODO', 'value: COMMAND'],
      ['first: TODO', 'first: { column: From, date: DAY_FIRST }'],
    ],
    { reports: 12, bodies: 3, people: 9, units: 17, postings: 9, 'command-links': 8 },
  ],
  [
    'kobo.csv',
    [REVIEW, ['looting: TODO', 'looting: null'], ['date: TODO', 'date: DAY_FIRST']],
    // The photos beside a row are no sources of it.
    { reports: 1, bodies: 1, locations: 1, incidents: 2 },
  ],
  [
    'officers.csv',
    [REVIEW, ['from: TODO', 'from: ПІБ'], ['value: TODO', 'value: COMMAND']],
    { reports: 5, bodies: 2, people: 3, units: 5, postings: 3, 'command-links': 2 },
  ],
  [
    'units.csv',
    [
      REVIEW,
      ['Brigade: TODO', 'Brigade: ARMED_FORCES'],
      ['value: TODO', 'value: COMMAND'],
      ['date: TODO', 'date: DAY_FIRST'],
    ],
    { reports: 3, bodies: 2, units: 3, 'command-links': 1 },
  ],
  [
    'incidents-fr.csv',
    [REVIEW, ['date: TODO', 'date: DAY_FIRST']],
    { reports: 3, bodies: 3, locations: 2, incidents: 2 },
  ],
  [
    'harm.json',
    [
      REVIEW,
      ['Residential: TODO', 'Residential: ATTACK_ON_CIVILIAN_OBJECT'],
      ['Healthcare: TODO', 'Healthcare: ATTACK_ON_HEALTH_CARE'],
    ],
    { reports: 4, bodies: 3, locations: 2, incidents: 2 },
  ],
  [
    'points.geojson',
    [REVIEW, ['Shelling: TODO', 'Shelling: ATTACK_ON_EDUCATION']],
    { reports: 3, bodies: 2, locations: 2, incidents: 2 },
  ],
  [
    'attacks.csv',
    [
      REVIEW,
      ['"Bombing/Explosion": TODO', '"Bombing/Explosion": ATTACK_ON_CIVILIANS'],
      ['"Hostage Taking (Kidnapping)": TODO', '"Hostage Taking (Kidnapping)": null'],
    ],
    { reports: 1, bodies: 1, locations: 3, incidents: 3 },
  ],
  [
    'strikes.csv',
    [REVIEW, ['Artillery: TODO', 'Artillery: null'], ['Airstrike: TODO', 'Airstrike: null']],
    { reports: 10, bodies: 4, locations: 3, incidents: 3 },
  ],
  [
    'detainees.csv',
    [REVIEW, ['Enforced disappearance: TODO', 'Enforced disappearance: ARBITRARY_DETENTION']],
    { reports: 1, bodies: 1, locations: 3, incidents: 3 },
  ],
  ['detainees-ar.csv', [REVIEW], { reports: 3, bodies: 2, locations: 2, incidents: 2 }],
  [
    'incidents-uk.csv',
    [REVIEW, ['"Обстріл": TODO', '"Обстріл": ATTACK_ON_CIVILIAN_OBJECT']],
    { reports: 4, bodies: 2, locations: 3, incidents: 3 },
  ],
  [
    'form.csv',
    [REVIEW, ['from: TODO', 'from: "1. What is the full name of the officer?"'], ['value: TODO', 'value: COMMAND']],
    { reports: 4, bodies: 2, people: 3, units: 6, postings: 3, 'command-links': 3 },
  ],
  [
    'order-of-battle.csv',
    [REVIEW, ['from: TODO', 'from: commander_name'], ['value: TODO', 'value: COMMAND']],
    { reports: 4, bodies: 2, people: 2, units: 5, postings: 2, 'command-links': 2 },
  ],
  [
    'health-care.csv',
    [REVIEW, ['summary: TODO', '# no summary'], ['ignore:', 'ignore:\n      - Event Description']],
    { reports: 7, bodies: 3, locations: 2, incidents: 3 },
  ],
  [
    'disappearances-es.csv',
    [REVIEW, ['forzada": TODO', 'forzada": null']],
    { reports: 4, bodies: 2, locations: 3, incidents: 3 },
  ],
  [
    'officers-ru.csv',
    [REVIEW, ['from: TODO', 'from: [ID]'], ['value: TODO', 'value: OPERATIONAL']],
    { reports: 4, bodies: 2, people: 3, units: 6, postings: 3, 'command-links': 3 },
  ],
];

/** Links to a superior stand beside the dates of a post; one attack was on a day that nobody knows. */
const DOUBTS: Readonly<Record<string, readonly string[]>> = {
  'officers.csv': [DOUBT.NO_DATE],
  'officers-numbered.csv': [DOUBT.NO_DATE, DOUBT.ROLE_UNKNOWN, DOUBT.SOURCE_UNKNOWN],
  'form.csv': [DOUBT.NO_DATE],
  'officers-ru.csv': [DOUBT.NO_DATE],
  'order-of-battle.csv': [DOUBT.NO_DATE],
  'attacks.csv': [DOUBT.DATE_UNREADABLE],
};

describe('a completed draft', () => {
  const completedOf = async (table: string) =>
    (await completed(table, COMPLETED.find(([name]) => name === table)?.[1] ?? [])).records;

  test.each(COMPLETED)('for %s brings the whole table in', async (table, answers, counts) => {
    const { errors, records, report, problems } = await completed(table, answers);
    expect([errors, faultsOf(records)]).toEqual([[], []]);
    expect(report.counts).toEqual(counts);
    const doubts = problems.filter(({ column }) => column !== undefined).map(({ message }) => message);
    expect(new Set(doubts)).toEqual(new Set(DOUBTS[table] ?? []));
  });

  test('tells of sexual violence the month alone, without a place or words of the table', async () => {
    const [incident] = recordsOfType(await completedOf('kobo.csv'), 'incidents').filter(
      ({ title }) => title === 'Sexual violence',
    );
    expect(incident).toMatchObject({ kinds: ['SEXUAL_VIOLENCE'], first: '2022-04 FIRST_CITED' });
    expect(Object.keys(incident ?? {})).not.toContain('location');
    expect(JSON.stringify(incident)).not.toMatch(/cellar|soldiers|Brack/);
  });

  test('counts all who were killed by the lowest and the highest number, and never the children among them', async () => {
    const [incident] = recordsOfType(await completedOf('strikes.csv'), 'incidents');
    expect(incident?.casualties).toMatchObject([
      { kind: 'KILLED', low: 2, high: 3 },
      { kind: 'INJURED', low: 1, high: 4 },
    ]);
  });

  test('joins a year, a month and a day that stand in columns of their own', async () => {
    const [incident] = recordsOfType(await completedOf('attacks.csv'), 'incidents');
    expect(incident).toMatchObject({ first: '2019-01-10 FIRST_CITED', last: '2019-01-10 LAST_CITED' });
  });

  test('dates an arrest by its day and never by a birth or an interview', async () => {
    const days = async (table: string) =>
      recordsOfType(await completedOf(table), 'incidents').map(({ first }) => first);
    expect((await days('detainees.csv'))[0]).toBe('2014-03-11 FIRST_CITED');
    expect((await days('detainees-ar.csv'))[0]).toBe('2013-01-10 FIRST_CITED');
  });

  test('of an order of battle dates a post by its own column alone, and cites no image', async () => {
    const records = await completedOf('order-of-battle.csv');
    const [posting] = recordsOfType(records, 'postings');
    expect(posting).toMatchObject({ role: 'UNKNOWN', first: '2021-05 FIRST_CITED', last: '2021-05 LAST_CITED' });
    expect(recordsOfType(records, 'reports').map(({ url }) => url)).not.toContain('https://img.example/1');
  });

  test('tells of rows that are flagged as sexual violence the month alone, and asks about texts that speak of it', async () => {
    expect(await draftOf('health-care.csv')).toContain('summary: TODO');
    const incidents = recordsOfType(await completedOf('health-care.csv'), 'incidents');
    expect(incidents.filter(({ title }) => title === 'Sexual violence')).toEqual([
      {
        id: 'incident-velmora-health-care-e15',
        title: 'Sexual violence',
        kinds: ['SEXUAL_VIOLENCE'],
        first: '2023-02 FIRST_CITED',
        last: '2023-02 LAST_CITED',
        identifiers: [{ scheme: 'VELMORA_HEALTH_CARE', value: 'E15' }],
        cites: expect.anything(),
      },
    ]);
  });

  test('takes no number of some for the number of all who were killed', async () => {
    expect(JSON.stringify(await completedOf('health-care.csv'))).not.toContain('casualties');
  });
});
