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

const draftOf = (table: string) => suggestMap(join(DATA, table), { encoding: undefined, onNote: () => undefined });

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

/** What a person decides, and what the table then gives: counts of records, and what the report says of doubts. */
const COMPLETED: readonly (readonly [string, readonly (readonly [string, string])[], object])[] = [
  [
    'events.csv',
    [REVIEW, ['"3": TODO', '"3": ATTACK_ON_CIVILIANS'], ['"1": TODO', '"1": null']],
    { reports: 1, bodies: 1, locations: 2, incidents: 2 },
  ],
  [
    'kobo.csv',
    [REVIEW, ['looting: TODO', 'looting: null'], ['date: TODO', 'date: DAY_FIRST']],
    { reports: 3, bodies: 2, locations: 1, incidents: 2 },
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
];

describe('a completed draft', () => {
  test.each(COMPLETED)('for %s brings the whole table in', async (table, answers, counts) => {
    const { errors, records, report, problems } = await completed(table, answers);
    expect([errors, faultsOf(records)]).toEqual([[], []]);
    expect(report.counts).toEqual(counts);
    // No table here is doubtful, but for links to a superior, which stand beside the dates of a post.
    const doubts = problems.filter(({ column }) => column !== undefined).map(({ message }) => message);
    expect(new Set(doubts)).toEqual(new Set(table === 'officers.csv' ? [DOUBT.NO_DATE] : []));
  });

  test('tells of sexual violence the month alone, without a place or words of the table', async () => {
    const { records } = await completed('kobo.csv', COMPLETED[1]?.[1] ?? []);
    const [incident] = recordsOfType(records, 'incidents').filter(({ title }) => title === 'Sexual violence');
    expect(incident).toMatchObject({ kinds: ['SEXUAL_VIOLENCE'], first: '2022-04 FIRST_CITED' });
    expect(Object.keys(incident ?? {})).not.toContain('location');
    expect(JSON.stringify(incident)).not.toMatch(/cellar|soldiers|Brack/);
  });
});
